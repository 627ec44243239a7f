import { CommunityModule, DemonstrationStreet } from '#journey/community';
import { openHouse, type House } from '../../support/house.js';

let house: House;
beforeEach(async () => {
  house = await openHouse([CommunityModule]);
});
afterEach(() => house.close());

const counted = async (what: string) => {
  const [row] = await house.database.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${what}`);
  return row?.n;
};

describe('a street of several parts', () => {
  it('is laid out once by two who begin at the same time', async () => {
    const street = house.get(DemonstrationStreet);
    const [one, other] = await Promise.all([street.load({ residents: 2_300 }), street.load({ residents: 2_300 })]);
    expect(one.residentsAdded + other.residentsAdded).toBe(2_300);
    expect(await counted('community.resident')).toBe(2_300);
    expect((await street.load({ residents: 2_300 })).residentsAdded).toBe(0);
  });

  it('is finished by the next start when one was stopped half-way', async () => {
    const street = house.get(DemonstrationStreet);
    await street.load({ residents: 2_300 });
    const whole = await counted('community.resident WHERE guardian_id IS NOT NULL');
    // What a start leaves that died after one part: some of the people, and not the last.
    await house.database.query(
      `DELETE FROM community.resident WHERE guardian_id IS NOT NULL
           OR id IN (SELECT id FROM community.resident ORDER BY id DESC LIMIT 700)`,
    );
    const left = (await counted('community.resident')) ?? 0;
    expect((await street.load({ residents: 2_300 })).residentsAdded).toBe(2_300 - left);
    expect(await counted('community.resident WHERE guardian_id IS NOT NULL')).toBe(whole);
  });
});
