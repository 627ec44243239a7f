import { maskedReading } from './masked-reading.js';

describe('what was read at a table, masked', () => {
  it('keeps of a number or a name only what tells one from another', () => {
    expect(maskedReading('00800019700101001X')).toBe('0***1X');
    expect(maskedReading('张小明的母亲')).toBe('张*');
    expect(maskedReading('Zhang Xiaoming')).toBe('Z***ng X***ng');
    expect(maskedReading('R1.aGVsbG8.c2lnbmVk')).toBe('R*.a***G8.c***Vk');
    expect(maskedReading('李')).toBe('李');
  });

  it('keeps the shape of an act, its ids, times and small numbers', () => {
    const id = '01900000-0000-7000-8000-000000000000';
    const act = {
      seq: 7,
      id,
      at: '2026-11-22T03:00:00.000Z',
      resident: { idNumber: '00800019700101001X' },
      张小明: '13800001234',
    };
    expect(JSON.parse(maskedReading(JSON.stringify(act)))).toEqual({
      ...{ seq: 7, id, at: '2026-11-22T03:00:00.000Z', resident: { idNumber: '0***1X' } },
      'field 5': '1***34',
    });
    expect(maskedReading('{"seq": 13800001234}')).toBe('{"seq":"1***34"}');
  });

  it('masks what only looks like an act', () => {
    expect(maskedReading('{"text": "张小明')).not.toContain('小明');
  });
});
