import { canonicalText } from './canonical-text.js';

describe('what a device signs', () => {
  it('has its keys in order, at every depth, and no spaces', () => {
    expect(canonicalText({ b: [{ z: 1, a: '王' }], a: null })).toBe('{"a":null,"b":[{"a":"王","z":1}]}');
  });

  it('leaves out what is undefined', () => {
    expect(canonicalText({ after: undefined, deviceId: 'd' })).toBe('{"deviceId":"d"}');
  });
});
