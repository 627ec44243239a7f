import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountRegister, roles, type Role } from '#platform/access';
import { FixedClock } from '#platform/clock';
import { createSiteApi } from '../../../apps/site-api/src/create-site-api.js';
import { openFront, testPassword, type Front } from '../../support/house.js';

let front: Front;
let second: NestFastifyApplication;
let secondUrl: string;
beforeAll(async () => {
  front = await openFront();
  // Its clock stands still: what it has read it would believe for ever, if nobody told it.
  second = await createSiteApi(front.settings, { clock: new FixedClock(new Date()) });
  await second.listen(0, '127.0.0.1');
  secondUrl = `${(await second.getUrl()).replace('[::1]', '127.0.0.1')}/api/v1`;
});
afterAll(async () => {
  await second.close();
  await front.close();
});

let number = 0;
async function somebody(role: Role = 'scanner'): Promise<{ id: string; username: string; role: Role }> {
  number += 1;
  const username = `${role}.${number}`;
  const account = { username, role, displayName: username, password: testPassword };
  return { ...(await front.get(AccountRegister).add(account)), role };
}

async function signIn(username: string, password = testPassword): Promise<{ status: number; token: string }> {
  const { status, body } = await front.send(undefined, 'POST', '/sessions', { username, password });
  return { status, token: body.token };
}

/** Whether a token is believed, at the first and at the second process. */
async function believed(token: string): Promise<[boolean, boolean]> {
  const authorization = `Bearer ${token}`;
  const here = await front.send(undefined, 'GET', '/resident-code-keys', undefined, { authorization });
  const there = await fetch(`${secondUrl}/resident-code-keys`, { headers: { authorization } });
  return [here.status === 200, there.status === 200];
}

/** Asks the second process until it no longer believes the token. */
async function disbelievedThere(token: string): Promise<void> {
  while ((await believed(token))[1]);
}

async function topics(id: string): Promise<string[]> {
  const rows = await front.database.query<{ topic: string }>(
    'SELECT topic FROM journal.entry WHERE subject = $1 ORDER BY recorded_at',
    [`account:${id}`],
  );
  return rows.map(({ topic }) => topic);
}

describe('an account that is disabled', () => {
  it('is out in every process by the signal alone, does not come in again, and comes in when it is enabled', async () => {
    const { id, username } = await somebody();
    const { token } = await signIn(username);
    expect(await believed(token)).toEqual([true, true]);
    const path = `/accounts/${id}`;
    expect((await front.send('security', 'PUT', `${path}/disabling`, { reason: '离岗' })).status).toBe(204);
    expect((await believed(token))[0]).toBe(false);
    await disbelievedThere(token);
    expect((await signIn(username)).status).toBe(401);
    expect((await front.send('security', 'PUT', `${path}/enabling`)).status).toBe(204);
    expect(await believed(token)).toEqual([false, false]);
    expect((await signIn(username)).status).toBe(201);
    expect(await topics(id)).toEqual(['access.account-added', 'access.account-disabled', 'access.account-enabled']);
  });

  it('is disabled once, whoever says so at once and however often', async () => {
    const { id } = await somebody();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => front.send('security', 'PUT', `/accounts/${id}/disabling`, { reason: '离岗' })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(204));
    expect(await topics(id)).toEqual(['access.account-added', 'access.account-disabled']);
  });

  it('stays as it was when the journal cannot be written', async () => {
    const { id, username } = await somebody();
    const { token } = await signIn(username);
    await front.database.query(
      `ALTER TABLE journal.entry ADD CONSTRAINT full_disk CHECK (topic <> 'access.account-disabled') NOT VALID`,
    );
    try {
      const path = `/accounts/${id}/disabling`;
      expect((await front.send('security', 'PUT', path, { reason: '离岗' })).status).toBe(503);
    } finally {
      await front.database.query('ALTER TABLE journal.entry DROP CONSTRAINT full_disk');
    }
    expect(await believed(token)).toEqual([true, true]);
    expect((await signIn(username)).status).toBe(201);
  });

  it('cannot be one’s own, and must be there', async () => {
    const me = (await front.get(AccountRegister).idsByUsername(['security'])).get('security')!;
    const own = await front.send('security', 'PUT', `/accounts/${me}/disabling`, { reason: '离岗' });
    expect([own.status, own.body.code]).toEqual([409, 'not-on-yourself']);
    const nobody = '01900000-0000-7000-8000-000000000000';
    for (const [method, path] of [
      ['PUT', 'enabling'],
      ['PUT', 'disabling'],
      ['DELETE', 'sessions'],
    ] as const) {
      const body = path === 'disabling' ? { reason: '离岗' } : undefined;
      const answer = await front.send('security', method, `/accounts/${nobody}/${path}`, body);
      expect([answer.status, answer.body.code]).toEqual([404, 'account-not-found']);
    }
  });
});

describe('a new password', () => {
  it('ends the old one and every session that was opened with it', async () => {
    const { id, username } = await somebody('courier');
    const { token } = await signIn(username);
    const set = await front.send('admin', 'PUT', `/accounts/${id}/password`, { password: 'another-horse' });
    expect(set.status).toBe(204);
    expect((await believed(token))[0]).toBe(false);
    expect((await signIn(username)).status).toBe(401);
    expect((await signIn(username, 'another-horse')).status).toBe(201);
  });

  it('lets nobody in with the old one who was just being verified', async () => {
    const { id, username } = await somebody('courier');
    const signIns = Array.from({ length: 12 }, () => signIn(username));
    await front.send('admin', 'PUT', `/accounts/${id}/password`, { password: 'another-horse' });
    for (const { status, token } of await Promise.all(signIns)) {
      if (status === 201) expect((await believed(token))[0]).toBe(false);
    }
  });

  it('is not set for another administrator', async () => {
    for (const role of ['admin', 'security', 'auditor'] as const) {
      const { id, username } = await somebody(role);
      const set = await front.send('admin', 'PUT', `/accounts/${id}/password`, { password: 'another-horse' });
      expect([set.status, set.body.code]).toEqual([409, 'password-of-administrator']);
      expect((await signIn(username)).status).toBe(201);
    }
  });
});

describe('the sessions of an account', () => {
  it('end together, everywhere, and the account may sign in again', async () => {
    const { id, username } = await somebody();
    const tokens = [(await signIn(username)).token, (await signIn(username)).token];
    expect((await front.send('security', 'DELETE', `/accounts/${id}/sessions`)).status).toBe(204);
    expect((await front.send('security', 'DELETE', `/accounts/${id}/sessions`)).status).toBe(204);
    for (const token of tokens) expect((await believed(token))[0]).toBe(false);
    expect((await signIn(username)).status).toBe(201);
    expect(await topics(id)).toEqual(['access.account-added', 'access.sessions-ended']);
  });
});

describe('another administrator', () => {
  it('added by a person signs in only after somebody of security has enabled them', async () => {
    for (const role of roles) {
      const username = `new.${role}`;
      const body = { username, role, displayName: username, password: testPassword };
      const added = await front.send('admin', 'POST', '/accounts', body);
      const waits = ['admin', 'security', 'auditor'].includes(role);
      expect([added.status, added.body.disabled]).toEqual([201, waits]);
      expect((await signIn(username)).status).toBe(waits ? 401 : 201);
      await front.send('security', 'PUT', `/accounts/${added.body.id}/enabling`);
      expect((await signIn(username)).status).toBe(201);
    }
  });
});
