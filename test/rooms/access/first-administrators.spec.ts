import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { administrators } from '#platform/access';
import { openFront, type Front } from '../../support/house.js';

let front: Front;
beforeAll(async () => {
  front = await openFront();
});
afterAll(() => front.close());

/** Runs the script on the database of this house; what it said. */
function admin(words: string[], password?: string): Promise<{ code: number; said: string }> {
  const env: NodeJS.ProcessEnv = { PATH: process.env.PATH, DATABASE_URL: front.settings.databaseUrl };
  if (password !== undefined) env.SHIHE_ADMIN_PASSWORD = password;
  return new Promise((done) => {
    execFile(process.execPath, [join(process.cwd(), 'bin', 'admin.mjs'), ...words], { env }, (error, out, err) =>
      done({ code: error === null ? 0 : 1, said: `${out}${err}` }),
    );
  });
}

async function signsIn(username: string, password: string): Promise<string | undefined> {
  const { status, body } = await front.send(undefined, 'POST', '/sessions', { username, password });
  return status === 201 ? body.staff.role : undefined;
}

describe('the first three administrators', () => {
  it('are added on the server, and can sign in with the password that is told once', async () => {
    for (const role of administrators) {
      const { code, said } = await admin([`first.${role}`, '张三', role]);
      expect(code).toBe(0);
      expect(await signsIn(`first.${role}`, /password (\S+)/u.exec(said)![1]!)).toBe(role);
      expect((await admin([`first.${role}`, '李四', role])).code).toBe(1);
    }
    for (const words of [['wang', '王五', 'scanner'], ['Wang'], [], ['--reset', 'nobody'], ['--reset', 'scanner']]) {
      expect((await admin(words)).code).toBe(1);
    }
  });

  it('who are locked out get another password there, and are out everywhere', async () => {
    await admin(['zhao', '赵六', 'security'], 'first-password');
    const { body } = await front.send(undefined, 'POST', '/sessions', { username: 'zhao', password: 'first-password' });
    const authorization = `Bearer ${body.token}`;
    expect((await front.send(undefined, 'GET', '/accounts', undefined, { authorization })).status).toBe(200);
    for (let n = 0; n < 2; n += 1) expect((await admin(['--reset', 'zhao'], 'second-password')).code).toBe(0);
    while ((await front.send(undefined, 'GET', '/accounts', undefined, { authorization })).status !== 401);
    expect(await signsIn('zhao', 'first-password')).toBeUndefined();
    expect(await signsIn('zhao', 'second-password')).toBe('security');
  });
});
