import { register } from 'prom-client';
import { AccountDesk, AccountRegister, Sessions, SignIn, SignInHelp, type Role, type SignedIn } from '#platform/access';
import { FixedClock } from '#platform/clock';
import { DomainError } from '#platform/errors';
import { openHouse, testPassword, type House } from '../../support/house.js';

const minute = 60_000;
const clock = new FixedClock(new Date('2026-03-01T07:00:00Z'));
let house: House;
beforeAll(async () => {
  house = await openHouse([], {
    clock,
    // As little work a password as there is, so that ten thousand can be tried.
    environment: { SHIHE_PASSWORD_KIB: '8', SHIHE_SIGN_IN_ADDRESS_TRIES: '100' },
  });
});
afterAll(() => house.close());
beforeEach(() => clock.moveBy(60 * minute));

let number = 0;
async function somebody(role: Role = 'scanner'): Promise<{ id: string; username: string }> {
  number += 1;
  const username = `${role}.${number}`;
  return house.get(AccountRegister).add({ username, role, displayName: username, password: testPassword });
}

/** An address that nobody else guesses from. */
let host = 0;
function elsewhere(): string {
  host += 1;
  return `203.${(host >> 16) & 255}.${(host >> 8) & 255}.${host & 255}`;
}

interface Try {
  address?: string;
  device?: string | undefined;
}

async function attempt(username: string, password: string, from: Try = {}): Promise<SignedIn | string> {
  try {
    return await house.get(SignIn).open({ username, password, address: elsewhere(), ...from });
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

async function enters(username: string, from: Try = {}, password = testPassword): Promise<SignedIn> {
  const answer = await attempt(username, password, from);
  if (typeof answer === 'string') throw new Error(`was refused: ${answer}`);
  return answer;
}

/** How many passwords were compared so far: with one that an account has, and with one that nobody has. */
async function compared(): Promise<{ own: number; none: number }> {
  const metric = await register.getSingleMetric('shihe_passwords_compared_total')!.get();
  const of = (what: string): number => metric.values.find(({ labels }) => labels.with === what)?.value ?? 0;
  return { own: of('own'), none: of('none') };
}

/** Ten wrong tries, as slowly as they are let through. */
async function closeTheName(username: string, from: Try = {}): Promise<void> {
  for (let n = 0; n < 10; n += 1) {
    expect(await attempt(username, 'wrong', from)).toBe('wrong-credentials');
    clock.moveBy(70_000);
  }
}

async function entries(topic: string): Promise<{ payload: Record<string, unknown> }[]> {
  return house.database.query('SELECT payload FROM journal.entry WHERE topic = $1 ORDER BY recorded_at', [topic]);
}

describe('somebody who guesses a password', () => {
  it('has ten tries in a quarter of an hour, though they send ten thousand from forty addresses', async () => {
    const { username } = await somebody();
    const before = await compared();
    let judged = 0;
    for (let sent = 0; sent < 10_000; sent += 40) {
      // Fourteen minutes for all of them.
      clock.moveBy((14 * minute) / 250);
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_, n) => attempt(username, 'wrong', { address: `192.0.2.${n}` })),
      );
      judged += answers.filter((answer) => answer === 'wrong-credentials').length;
    }
    const after = await compared();
    expect(after.own - before.own).toBeLessThanOrEqual(10);
    expect(after.own - before.own).toBeGreaterThanOrEqual(8);
    expect(judged).toBeGreaterThanOrEqual(4_000);
    expect(after.own + after.none - before.own - before.none).toBe(judged);
    // The right one is not even compared now, and is told the same.
    expect(await attempt(username, testPassword)).toBe('wrong-credentials');
    clock.moveBy(15 * minute);
    await enters(username);
  }, 240_000);

  it('waits twice as long after each wrong try', async () => {
    const { username } = await somebody();
    const before = await compared();
    for (let n = 0; n < 20; n += 1) await attempt(username, 'wrong');
    expect((await compared()).own - before.own).toBe(3);
    clock.moveBy(999);
    await attempt(username, 'wrong');
    expect((await compared()).own - before.own).toBe(3);
    clock.moveBy(1);
    await attempt(username, 'wrong');
    clock.moveBy(1_999);
    await attempt(username, 'wrong');
    expect((await compared()).own - before.own).toBe(4);
    clock.moveBy(1);
    expect(typeof (await attempt(username, testPassword))).not.toBe('string');
  });

  it('books no more than ten tries however many are sent at once', async () => {
    const { username } = await somebody();
    const other = await openHouseBeside();
    try {
      const before = await compared();
      await Promise.all(
        Array.from({ length: 60 }, (_, n) =>
          (n % 2 ? other : house)
            .get(SignIn)
            .open({ username, password: 'wrong', address: elsewhere() })
            .catch(() => undefined),
        ),
      );
      expect((await compared()).own - before.own).toBeLessThanOrEqual(3);
    } finally {
      await other.close();
    }
  });

  it('is told the same, after the same work, whether the name is unknown, disabled, held up or the password wrong', async () => {
    const [known, disabled, held] = [await somebody(), await somebody(), await somebody()];
    const security = await somebody('security');
    await house.get(AccountDesk).disable(disabled.id, '离岗', security.id);
    await closeTheName(held.username);
    const work: unknown[] = [];
    for (const [username, password] of [
      [known.username, 'wrong'],
      ['nobody.at.all', 'wrong'],
      ['nobody.else', testPassword],
      [disabled.username, testPassword],
      [held.username, testPassword],
    ] as const) {
      const before = await compared();
      const statements = await statementsOf(() => attempt(username, password));
      const after = await compared();
      work.push([statements.answer, statements.sql, after.own + after.none - before.own - before.none]);
    }
    expect(work[0]).toEqual(['wrong-credentials', expect.any(Array), 1]);
    for (const one of work) expect(one).toEqual(work[0]);
  });

  it('from one address is turned away there, whatever name comes next, until a quarter of an hour has passed', async () => {
    const { username } = await somebody();
    const address = '198.51.100.7';
    for (let n = 0; n < 100; n += 1) await attempt(`name.${n}`, 'wrong', { address });
    expect(await attempt(username, testPassword, { address })).toBe('too-many-wrong-tries');
    expect(await attempt('nobody.here', 'x', { address: `::ffff:${address}` })).toBe('too-many-wrong-tries');
    const { device } = await enters(username);
    await enters(username, { address, device });
    clock.moveBy(15 * minute);
    await enters(username, { address });
  });

  it('for many names, or from many addresses, raises one alarm each, in the journal and in the figures', async () => {
    const alarmed = async (): Promise<number> =>
      (await register.getSingleMetric('shihe_sign_in_alarms_total')!.get()).values.reduce(
        (sum, { value }) => sum + value,
        0,
      );
    const [inJournal, inFigures] = [(await entries('access.sign-in-alarm')).length, await alarmed()];
    for (let n = 0; n < 49; n += 1) await attempt(`sprayed.${n}`, 'wrong', { address: `198.51.100.${n % 40}` });
    expect(await alarmed()).toBe(inFigures);
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => attempt(`sprayed.${49 + n}`, 'wrong', { address: '198.51.100.9' })),
    );
    expect(await alarmed()).toBe(inFigures + 1);
    for (let n = 0; n < 60; n += 1) await attempt('sprayed.1', 'wrong');
    expect(await alarmed()).toBe(inFigures + 2);
    const kinds = (await entries('access.sign-in-alarm')).slice(inJournal).map(({ payload }) => payload.kind);
    expect(kinds).toEqual(['names', 'addresses']);
  });
});

describe('a scanner whose name is being guessed at seven in the morning', () => {
  it('works on, and signs in on the device of yesterday', async () => {
    const { id, username } = await somebody();
    const { token, device } = await enters(username);
    await closeTheName(username);
    expect(await house.get(Sessions).callerOf(token)).toMatchObject({ id });
    expect(await attempt(username, testPassword)).toBe('wrong-credentials');
    await enters(username, { device });
    expect(await entries('access.sign-in-held')).toContainEqual({ payload: { accountId: id, knownDevice: false } });
  });

  it('has ten tries on that device too, and closes it to nobody else', async () => {
    const { username } = await somebody();
    const { device } = await enters(username);
    await closeTheName(username, { device });
    expect(await attempt(username, testPassword, { device })).toBe('wrong-credentials');
    await enters(username);
  });

  it('stands before all who guess, however long their line is', async () => {
    const { username } = await somebody();
    const { device } = await enters(username);
    const guesses = Array.from({ length: 300 }, (_, n) => attempt(`crowd.${n}`, 'wrong'));
    await enters(username, { device });
    expect(await Promise.all(guesses)).toContain('sign-ins-are-busy');
  });

  it('is let in on a new device that somebody of security vouches for, once they know the password', async () => {
    const { id, username } = await somebody();
    const security = await somebody('security');
    await closeTheName(username);
    const vouched = await house.get(SignInHelp).vouchForDevice(id, security.id);
    expect(await attempt(username, 'wrong', { device: vouched.device })).toBe('wrong-credentials');
    const { device } = await enters(username, { device: vouched.device });
    expect(device).toBe(vouched.device);
    clock.moveBy(2 * 60 * minute);
    const late = await house.get(SignInHelp).vouchForDevice(id, security.id);
    clock.moveBy(4 * minute);
    await closeTheName(username);
    expect(await attempt(username, testPassword, { device: late.device })).toBe('wrong-credentials');
    await enters(username, { device });
  });

  it('may try again at once when somebody of security unlocks the account, and doing so twice is as once', async () => {
    const { id, username } = await somebody();
    const security = await somebody('security');
    await closeTheName(username);
    await house.get(SignInHelp).unlock(id, security.id);
    await house.get(SignInHelp).unlock(id, security.id);
    await enters(username);
  });
});

describe('a device', () => {
  it('is known for one account, and for a second one after that one has signed in on it as well', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const { device } = await enters(one.username);
    await closeTheName(other.username);
    expect(await attempt(other.username, testPassword, { device })).toBe('wrong-credentials');
    clock.moveBy(15 * minute);
    expect((await enters(other.username, { device })).device).toBe(device);
    await closeTheName(other.username);
    await enters(other.username, { device });
  });

  it('that brings a token which is not ours is given one of ours', async () => {
    const { username } = await somebody();
    const planted = 'A'.repeat(43);
    const { device } = await enters(username, { device: planted });
    expect(device).not.toBe(planted);
    await closeTheName(username);
    expect(await attempt(username, testPassword, { device: planted })).toBe('wrong-credentials');
  });

  it('is forgotten with a new password and when the account is disabled', async () => {
    const { id, username } = await somebody();
    const security = await somebody('security');
    const { device } = await enters(username);
    await house.get(AccountDesk).setPassword(id, 'another-horse', security.id);
    await closeTheName(username);
    expect(await attempt(username, 'another-horse', { device })).toBe('wrong-credentials');
  });
});

/** What the database was asked of accounts and tries, in its order; the house looks for its keys meanwhile. */
async function statementsOf(work: () => Promise<unknown>): Promise<{ answer: unknown; sql: string[] }> {
  const { source } = house.database;
  const sql: string[] = [];
  const logger = source.logger;
  source.setOptions({
    logger: { ...quiet, logQuery: (query: string) => sql.push(...(query.match(/.*\baccess\.[^]*/u) ?? [])) },
    logging: ['query'],
  });
  try {
    return { answer: await work(), sql };
  } finally {
    source.setOptions({ logger, logging: false });
  }
}

const quiet = {
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};

/** A second process on the same database. */
async function openHouseBeside(): Promise<House> {
  return openHouse([], { clock, beside: house });
}
