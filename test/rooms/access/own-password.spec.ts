import { AccountRegister, type Role } from '#platform/access';
import { createSiteApi } from '../../../apps/site-api/src/create-site-api.js';
import { openFront, testPassword, type Front } from '../../support/house.js';

let front: Front;
beforeAll(async () => {
  front = await openFront({ SHIHE_SIGN_IN_PAUSE_SECONDS: '0' });
});
afterAll(() => front.close());

let number = 0;
async function somebody(role: Role = 'scanner'): Promise<{ id: string; username: string; token: string }> {
  number += 1;
  const username = `${role}.${number}`;
  const account = { username, role, displayName: `display-${number}`, password: testPassword };
  const { id } = await front.get(AccountRegister).add(account);
  return { id, username, token: (await signIn(username)).body.token };
}

const signIn = (username: string, password = testPassword) =>
  front.send(undefined, 'POST', '/sessions', { username, password });
const change = (token: string, current: string, password: string) =>
  front.send(undefined, 'PUT', '/own-password', { current, password }, { authorization: `Bearer ${token}` });
const believed = async (token: string) =>
  (
    await front.send(undefined, 'GET', '/resident-code-keys', undefined, {
      authorization: `Bearer ${token}`,
    })
  ).status === 200;
const changes = async (id: string) =>
  front.database.query<{ payload: object; actor_id: string }>(
    `SELECT payload, actor_id FROM journal.entry WHERE subject = $1 AND topic = 'access.password-changed'`,
    [`account:${id}`],
  );

const next = 'tea kettle 4 green';

describe('one’s own password', () => {
  it('is changed by whoever knows the current one; all other sessions end at once, this one goes on', async () => {
    const { id, username, token } = await somebody();
    const elsewhere = (await signIn(username)).body.token as string;
    expect((await change(token, testPassword, next)).status).toBe(204);
    expect([await believed(token), await believed(elsewhere)]).toEqual([true, false]);
    expect((await signIn(username)).status).toBe(401);
    expect((await signIn(username, next)).status).toBe(201);
    expect(await changes(id)).toEqual([{ payload: { accountId: id, sessionsEnded: 1 }, actor_id: id }]);
  });

  it('can be changed by an administrator too, whose password nobody else may set', async () => {
    const { username, token } = await somebody('auditor');
    expect((await change(token, testPassword, next)).status).toBe(204);
    expect((await signIn(username, next)).status).toBe(201);
  });

  it('is changed once when it is said twice, and by three at once', async () => {
    const { id, token } = await somebody();
    const answers = await Promise.all([1, 2, 3].map(() => change(token, testPassword, next)));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect((await change(token, testPassword, next)).status).toBe(204);
    expect(await changes(id)).toHaveLength(1);
  });

  it('is one of two when two are chosen at once, and the other is told so', async () => {
    const { id, username, token } = await somebody();
    const other = 'a goat on the roof 7';
    const answers = await Promise.all([change(token, testPassword, next), change(token, testPassword, other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 403]);
    const opens = [(await signIn(username, next)).status, (await signIn(username, other)).status];
    expect(opens.sort()).toEqual([201, 401]);
    expect(await changes(id)).toHaveLength(1);
  });

  it('is one of two in two processes as well, where the one cannot wait for the other', async () => {
    const second = await createSiteApi(front.settings);
    await second.listen(0, '127.0.0.1');
    const url = `${(await second.getUrl()).replace('[::1]', '127.0.0.1')}/api/v1/own-password`;
    try {
      for (let game = 0; game < 5; game += 1) {
        const { id, token } = await somebody();
        const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
        const body = JSON.stringify({ current: testPassword, password: 'a goat on the roof 7' });
        const both = [change(token, testPassword, next), fetch(url, { method: 'PUT', headers, body })];
        expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([204, 403]);
        expect(await changes(id)).toHaveLength(1);
      }
    } finally {
      await second.close();
    }
  });

  it('stays as it was, and nobody is signed out, when the journal cannot be written', async () => {
    const { username, token } = await somebody();
    const elsewhere = (await signIn(username)).body.token as string;
    await front.database.query(
      `ALTER TABLE journal.entry ADD CONSTRAINT full_disk CHECK (topic <> 'access.password-changed') NOT VALID`,
    );
    try {
      expect((await change(token, testPassword, next)).status).toBe(503);
    } finally {
      await front.database.query('ALTER TABLE journal.entry DROP CONSTRAINT full_disk');
    }
    expect(await believed(elsewhere)).toBe(true);
    expect((await signIn(username)).status).toBe(201);
  });

  it('is refused when it is weak, the same, or the current one is not known', async () => {
    const { id, username, token } = await somebody();
    const weak = await change(token, testPassword, 'Password1234');
    expect([weak.status, weak.body.code, weak.body.weakness]).toEqual([409, 'password-is-weak', 'common']);
    expect((await change(token, testPassword, `${username}-and-more`)).body.weakness).toBe('named');
    const same = await change(token, testPassword, testPassword);
    expect([same.status, same.body.code]).toEqual([409, 'password-is-same']);
    const wrong = await change(token, 'not-the-password', next);
    expect([wrong.status, wrong.body.code]).toEqual([403, 'current-password-wrong']);
    expect(await changes(id)).toEqual([]);
    expect((await signIn(username)).status).toBe(201);
  });

  it('is guessed ten times at most, by twenty at once, and signing in is not closed by that', async () => {
    const { id, username, token } = await somebody();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => change(token, `guess-number-${n}`, next)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 403)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    const right = await change(token, testPassword, next);
    expect([right.status, right.body.code]).toEqual([429, 'too-many-password-tries']);
    expect((await signIn(username)).status).toBe(201);
    expect((await front.send('security', 'PUT', `/accounts/${id}/unlocking`)).status).toBeLessThan(300);
    expect((await change(token, testPassword, next)).status).toBe(204);
  });

  it('can be changed while somebody elsewhere guesses the name', async () => {
    const { username, token } = await somebody();
    for (let n = 0; n < 12; n += 1) await signIn(username, `guess-number-${n}`);
    expect((await change(token, testPassword, next)).status).toBe(204);
  });
});
