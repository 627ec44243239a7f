import { createHmac } from 'node:crypto';
import { AccountRegister, administrators, roles, type Role } from '#platform/access';
import { FixedClock } from '#platform/clock';
import { openFront, testPassword, type Front } from '../../support/house.js';

const clock = new FixedClock(new Date('2026-03-01T07:00:00Z'));
let front: Front;
beforeAll(async () => {
  front = await openFront(
    { SHIHE_SECOND_FACTOR: 'on', SHIHE_SECOND_FACTOR_ROLES: 'organiser', SHIHE_SIGN_IN_FREE_TRIES: '10' },
    clock,
  );
});
afterAll(() => front.close());
beforeEach(() => clock.moveBy(15 * 60_000));

interface Answer {
  status: number;
  body: any;
}

let number = 0;
async function somebody(role: Role): Promise<{ id: string; username: string }> {
  number += 1;
  const username = `${role}.${number}`;
  return front.get(AccountRegister).add({ username, role, displayName: username, password: testPassword });
}

function as(token: string, method: string, path: string, body?: unknown): Promise<Answer> {
  return front.send(undefined, method, path, body, { authorization: `Bearer ${token}` });
}

function signIn(username: string, code?: string, password = testPassword): Promise<Answer> {
  return front.send(undefined, 'POST', '/sessions', { username, password, ...(code === undefined ? {} : { code }) });
}

/** What the app of a phone shows at this moment, written down a second time from the standard. */
function shown(secret: string, stepsAway = 0): string {
  const bits = Array.from(secret).map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const key = Buffer.from(
    bits
      .join('')
      .match(/.{8}/gu)!
      .map((byte) => parseInt(byte, 2)),
  );
  const counter = Buffer.alloc(8);
  counter.writeUInt32BE(Math.floor(clock.now().getTime() / 30_000) + stepsAway, 4);
  const mac = createHmac('sha1', key).update(counter).digest();
  const at = mac[19]! & 15;
  const value = (mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000;
  return String(value).padStart(6, '0');
}

interface Enrolled {
  id: string;
  username: string;
  token: string;
  secret: string;
  recoveryCodes: string[];
}

async function enrolled(role: Role): Promise<Enrolled> {
  const { id, username } = await somebody(role);
  const { token } = (await signIn(username)).body;
  const { secret } = (await as(token, 'POST', '/second-factor')).body;
  const confirmed = await as(token, 'PUT', '/second-factor/confirmation', { code: shown(secret) });
  expect(confirmed.status).toBe(200);
  clock.moveBy(60_000);
  return { id, username, token, secret, recoveryCodes: confirmed.body.recoveryCodes };
}

async function tokenOf({ username, secret }: Enrolled): Promise<string> {
  clock.moveBy(60_000);
  const { status, body } = await signIn(username, shown(secret));
  expect(status).toBe(201);
  return body.token;
}

describe('an administrator at their first sign-in', () => {
  it('can do nothing at all before a second factor is enrolled, and everything of theirs afterwards', async () => {
    for (const role of [...administrators, 'organiser'] as const) {
      const { username } = await somebody(role);
      const { body } = await signIn(username);
      expect(body.secondFactorNeeded).toBe(true);
      const refused = await as(body.token, 'GET', '/resident-code-keys');
      expect([refused.status, refused.body.code]).toEqual([403, 'second-factor-needed']);
      const { secret } = (await as(body.token, 'POST', '/second-factor')).body;
      await as(body.token, 'PUT', '/second-factor/confirmation', { code: shown(secret) });
      expect((await as(body.token, 'GET', '/resident-code-keys')).status).toBe(200);
    }
    for (const role of roles.filter((one) => ![...administrators, 'organiser'].includes(one))) {
      expect((await signIn((await somebody(role)).username)).body.secondFactorNeeded).toBe(false);
    }
  });

  it('sees the same secret when the answer was lost, and the same recovery codes for the same code', async () => {
    const { id, username } = await somebody('admin');
    const { token } = (await signIn(username)).body;
    const begun = await Promise.all(Array.from({ length: 6 }, () => as(token, 'POST', '/second-factor')));
    expect(new Set(begun.map(({ body }) => body.secret)).size).toBe(1);
    const { secret, address, svg } = begun[0]!.body;
    expect(address).toContain(secret);
    expect(svg).toContain('<svg');
    const code = shown(secret);
    const wrong = await as(token, 'PUT', '/second-factor/confirmation', { code: shown(secret, 5) });
    expect([wrong.status, wrong.body.code]).toEqual([409, 'code-is-wrong']);
    const confirmed = await Promise.all(
      Array.from({ length: 6 }, () => as(token, 'PUT', '/second-factor/confirmation', { code })),
    );
    expect(confirmed.map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect(new Set(confirmed.map(({ body }) => JSON.stringify(body.recoveryCodes))).size).toBe(1);
    clock.moveBy(120_000);
    const later = await as(token, 'PUT', '/second-factor/confirmation', { code: shown(secret) });
    expect([later.status, later.body.code]).toEqual([409, 'second-factor-is-on']);
    expect((await as(token, 'POST', '/second-factor')).body.code).toBe('second-factor-is-on');
    const [row] = await front.database.query<{ row: string }>(
      'SELECT f::text AS row FROM access.second_factor f WHERE account_id = $1',
      [id],
    );
    expect(row!.row).not.toContain(secret);
    expect(row!.row).not.toContain(Buffer.from(secret).toString('hex'));
  });

  it('is given another secret than the one that somebody saw who knew the password before them', async () => {
    const { username } = await somebody('admin');
    const [thief, owner] = [(await signIn(username)).body.token, (await signIn(username)).body.token];
    const stolen = (await as(thief, 'POST', '/second-factor')).body.secret;
    const own = (await as(owner, 'POST', '/second-factor')).body.secret;
    expect(own).not.toBe(stolen);
    const late = await as(thief, 'PUT', '/second-factor/confirmation', { code: shown(own) });
    expect([late.status, late.body.code]).toEqual([409, 'second-factor-not-begun']);
    expect((await as(owner, 'PUT', '/second-factor/confirmation', { code: shown(own) })).status).toBe(200);
    expect((await as(thief, 'GET', '/resident-code-keys')).status).toBe(401);
  });
});

describe('a sign-in with a second factor', () => {
  it('needs the code, and is told nothing else than for a wrong password without it', async () => {
    const one = await enrolled('security');
    const answers = [
      await signIn(one.username),
      await signIn(one.username, shown(one.secret, 4)),
      await signIn(one.username, shown(one.secret), 'wrong-password'),
      await signIn(one.username, 'AAAA-AAAA-AAAA-AAAA'),
      await signIn(one.username, undefined, 'wrong-password'),
    ];
    for (const answer of answers) expect([answer.status, answer.body]).toEqual([401, answers[0]!.body]);
    const { status, body } = await signIn(one.username, shown(one.secret));
    expect([status, body.secondFactorNeeded]).toEqual([201, false]);
    expect((await as(body.token, 'GET', '/resident-code-keys')).status).toBe(200);
  });

  it('takes each code once, however many send it at once, and no older one after it', async () => {
    const one = await enrolled('admin');
    clock.moveBy(120_000);
    const code = shown(one.secret);
    const before = shown(one.secret, -1);
    const answers = await Promise.all(Array.from({ length: 6 }, () => signIn(one.username, code)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await signIn(one.username, code)).status).toBe(401);
    expect((await signIn(one.username, before)).status).toBe(401);
    expect((await signIn(one.username, shown(one.secret, 1))).status).toBe(201);
  });

  it('takes the code that enrolled it only once', async () => {
    const { username } = await somebody('admin');
    const { token } = (await signIn(username)).body;
    const { secret } = (await as(token, 'POST', '/second-factor')).body;
    const code = shown(secret);
    await as(token, 'PUT', '/second-factor/confirmation', { code });
    expect((await signIn(username, code)).status).toBe(401);
  });

  it('is ten guesses in a quarter of an hour, for the code as for the password', async () => {
    const one = await enrolled('auditor');
    for (let n = 0; n < 10; n += 1) expect((await signIn(one.username, '000000')).status).toBe(401);
    clock.moveBy(60_000);
    expect((await signIn(one.username, shown(one.secret))).status).toBe(401);
    clock.moveBy(15 * 60_000);
    expect((await signIn(one.username, shown(one.secret))).status).toBe(201);
  });

  it('takes a recovery code instead, once, however it is typed', async () => {
    const one = await enrolled('security');
    const [first, second] = one.recoveryCodes;
    const answers = await Promise.all(Array.from({ length: 5 }, () => signIn(one.username, first)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await signIn(one.username, second!.toLowerCase().replaceAll('-', ''))).status).toBe(201);
    const other = await enrolled('security');
    expect((await signIn(other.username, one.recoveryCodes[2])).status).toBe(401);
    const used = await front.database.query('SELECT 1 FROM journal.entry WHERE topic = $1 AND subject = $2', [
      'access.recovery-code-used',
      `account:${one.id}`,
    ]);
    expect(used).toHaveLength(2);
  });
});

describe('a second factor that was lost', () => {
  it('is taken away by somebody of security, not by its owner; sessions end and a new one must be enrolled', async () => {
    const [lost, security] = [await enrolled('security'), await enrolled('security')];
    const token = await tokenOf(security);
    const lostToken = await tokenOf(lost);
    const own = await as(token, 'DELETE', `/accounts/${security.id}/second-factor`);
    expect([own.status, own.body.code]).toEqual([409, 'not-on-yourself']);
    for (let n = 0; n < 2; n += 1) {
      expect((await as(token, 'DELETE', `/accounts/${lost.id}/second-factor`)).status).toBe(204);
    }
    expect((await as(lostToken, 'GET', '/resident-code-keys')).status).toBe(401);
    expect((await signIn(lost.username, lost.recoveryCodes[0])).body.secondFactorNeeded).toBe(true);
    const { body } = await signIn(lost.username);
    expect(body.secondFactorNeeded).toBe(true);
    const again = (await as(body.token, 'POST', '/second-factor')).body.secret;
    expect(again).not.toBe(lost.secret);
    const code = shown(again);
    expect((await as(body.token, 'PUT', '/second-factor/confirmation', { code })).status).toBe(200);
    clock.moveBy(60_000);
    expect((await signIn(lost.username, lost.recoveryCodes[1])).status).toBe(401);
    const nobody = '01900000-0000-7000-8000-000000000000';
    expect((await as(token, 'DELETE', `/accounts/${nobody}/second-factor`)).status).toBe(404);
  });
});
