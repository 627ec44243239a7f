import { AccountRegister, Sessions, SignIn, type Role } from '#platform/access';
import { FixedClock } from '#platform/clock';
import { openHouse, testPassword, type House } from '../../support/house.js';

const minute = 60_000;
const clock = new FixedClock(new Date('2026-03-01T07:00:00Z'));
let house: House;
beforeAll(async () => {
  house = await openHouse([], { clock });
});
afterAll(() => house.close());

let number = 0;
async function tokenOf(role: Role): Promise<string> {
  number += 1;
  const username = `${role}.${number}`;
  await house.get(AccountRegister).add({ username, role, displayName: username, password: testPassword });
  return (await house.get(SignIn).open({ username, password: testPassword, address: '192.0.2.1' })).token;
}

async function isIn(token: string): Promise<boolean> {
  return (await house.get(Sessions).callerOf(token)) !== undefined;
}

describe('a session', () => {
  it('of an office ends when nobody used it for a quarter of an hour', async () => {
    for (const role of ['admin', 'security', 'auditor', 'organiser', 'gridworker', 'lab'] as const) {
      const token = await tokenOf(role);
      clock.moveBy(14 * minute);
      expect(await isIn(token)).toBe(true);
      clock.moveBy(14 * minute);
      expect(await isIn(token)).toBe(true);
      clock.moveBy(15 * minute);
      expect(await isIn(token)).toBe(false);
      expect(await isIn(token)).toBe(false);
    }
  });

  it('at a table lasts through a quiet afternoon, and twelve hours at most however busy it is', async () => {
    const [busy, quiet] = [await tokenOf('scanner'), await tokenOf('scanner')];
    clock.moveBy(239 * minute);
    expect(await isIn(quiet)).toBe(true);
    for (let minutes = 239; minutes < 12 * 60; minutes += 10) {
      expect(await isIn(busy)).toBe(true);
      clock.moveBy(10 * minute);
    }
    expect([await isIn(busy), await isIn(quiet)]).toEqual([false, false]);
  });

  it('is not kept alive by what the house asks for itself', async () => {
    const token = await tokenOf('organiser');
    for (let n = 0; n < 15; n += 1) {
      clock.moveBy(minute);
      await house.get(Sessions).callerOf(token, false);
    }
    expect(await isIn(token)).toBe(false);
  });

  it('is written down as used once a minute at most, and not while anybody waits', async () => {
    const token = await tokenOf('organiser');
    const began = clock.now();
    const lastSeen = async (): Promise<number> => {
      const [row] = await house.database.query<{ at: Date }>('SELECT max(last_seen_at) AS at FROM access.session');
      return row!.at.getTime();
    };
    clock.moveBy(5 * minute);
    for (let n = 0; n < 50; n += 1) await isIn(token);
    expect(await lastSeen()).toBe(began.getTime());
    await house.get(Sessions).tellLastUses();
    expect(await lastSeen()).toBe(began.getTime() + 5 * minute);
    clock.moveBy(minute / 2);
    await isIn(token);
    await house.get(Sessions).tellLastUses();
    expect(await lastSeen()).toBe(began.getTime() + 5 * minute);
  });
});
