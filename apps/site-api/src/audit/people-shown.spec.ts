import { peopleIn, showing } from './people-shown.js';

const [anna, bao] = ['0199f0f0-0000-7000-8000-00000000000a', '0199f0f0-0000-7000-8000-00000000000b'];

describe('whom an answer shows', () => {
  it('is found wherever it names residents, each once', () => {
    expect(peopleIn({ items: [{ residentId: anna }, { before: { swabs: [{ residentId: bao }] } }] })).toEqual([
      anna,
      bao,
    ]);
    expect(peopleIn({ residents: [anna, bao], other: { residentIds: [anna] } })).toEqual([anna, bao]);
    expect(peopleIn({ residents: [{ residentId: bao, householdId: anna }] })).toEqual([bao]);
    expect(peopleIn({ subject: `resident:${anna}` })).toEqual([anna]);
  });

  it('is nobody where nobody is named', () => {
    expect(peopleIn({ id: anna, siteId: bao, residentId: null, subject: 'tube:T1', items: [] })).toEqual([]);
  });

  it('is whom the door noted, where the answer shows people without their ids', () => {
    expect(peopleIn(showing({ members: [{ masked: '王*' }, { masked: '*' }] }, [anna, null]))).toEqual([anna]);
  });
});
