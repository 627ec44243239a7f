import { openFront, testPassword, type Front } from '../../support/house.js';

let front: Front;
beforeAll(async () => {
  // Passwords take the work that they take in a real house.
  front = await openFront({ SHIHE_PASSWORD_KIB: '19456' });
});
afterAll(() => front.close());

describe('the front of the house', () => {
  it('signs in a member of staff and out again, at once', async () => {
    const signedIn = await front.send(undefined, 'POST', '/sessions', { username: 'Scanner', password: testPassword });
    expect(signedIn.status).toBe(201);
    expect(signedIn.body.staff.role).toBe('scanner');
    const authorization = { authorization: `Bearer ${signedIn.body.token}` };
    expect((await front.send(undefined, 'DELETE', '/sessions/current', undefined, authorization)).status).toBe(204);
    expect((await front.send(undefined, 'DELETE', '/sessions/current', undefined, authorization)).status).toBe(401);
  });

  it('tells a wrong password and an unknown user in the same words', async () => {
    const wrong = await front.send(undefined, 'POST', '/sessions', { username: 'scanner', password: 'x' });
    const unknown = await front.send(undefined, 'POST', '/sessions', { username: 'nobody', password: 'x' });
    expect(wrong.status).toBe(401);
    expect(wrong.body).toEqual(unknown.body);
    expect(wrong.body.code).toBe('wrong-credentials');
  });

  it('lets those who are signed in work on while two hundred sign in or guess passwords at once', async () => {
    await front.tokenOf('scanner');
    const signIns = Array.from({ length: 200 }, (_, n) =>
      front.send(undefined, 'POST', '/sessions', { username: 'scanner', password: n % 2 ? 'x' : testPassword }),
    );
    expect((await front.send('scanner', 'GET', '/sites')).status).toBe(200);
    const answers = await Promise.all(signIns);
    const turnedAway = answers.filter(({ status }) => status === 503);
    expect(turnedAway.length).toBeGreaterThan(50);
    for (const { body, headers } of turnedAway) {
      expect(body.code).toBe('sign-ins-are-busy');
      expect(headers.get('retry-after')).toBe('2');
    }
    const judged = answers.filter(({ status }) => status !== 503);
    expect(judged.map(({ status }) => status)).toEqual(expect.arrayContaining([201, 401]));
    expect(judged.every(({ status }) => status === 201 || status === 401)).toBe(true);
  });

  it('takes no web form and gives back nothing of what was typed into one', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const typed = '{"username":"scanner","password":"typed-secret"}';
    const answer = await front.send(undefined, 'POST', '/sessions', typed, form);
    expect([answer.status, answer.body.code]).toEqual([415, 'media-type-not-supported']);
    expect(JSON.stringify(answer.body)).not.toContain('typed-secret');
  });

  it('answers in English to whoever asks for it, in Chinese to everybody else', async () => {
    const chinese = await front.send(undefined, 'GET', '/nothing-here');
    const english = await front.send(undefined, 'GET', '/nothing-here', undefined, { 'accept-language': 'en-GB' });
    expect(chinese.body.detail).toBe(chinese.body.messages['zh-CN']);
    expect(english.body.detail).toBe(english.body.messages.en);
    expect(english.headers.get('content-type')).toContain('application/problem+json');
  });

  it('refuses what it cannot read, in words, and never fails on it', async () => {
    const json = { 'content-type': 'application/json' };
    const bodies: [unknown, Record<string, string>, number][] = [
      ['{"username":', json, 400],
      ['{"__proto__":{"role":"admin"},"username":"a","password":"b"}', json, 400],
      [{ username: 'a', password: 'b', role: 'admin' }, json, 400],
      [{ username: 7, password: null }, json, 400],
      [new Uint8Array([0xff, 0xfe, 0x00]), json, 400],
      [{ username: 'a'.repeat(65), password: 'b' }, json, 400],
      [{ username: 'a\u0000b', password: 'b' }, json, 400],
      ['<username/>', { 'content-type': 'text/xml' }, 415],
      [{ username: 'a', password: 'x'.repeat(300_000) }, json, 413],
    ];
    for (const [body, headers, status] of bodies) {
      const answer = await front.send(undefined, 'POST', '/sessions', body, headers);
      expect([answer.status, typeof answer.body.messages?.['zh-CN'], typeof answer.body.code]).toEqual([
        status,
        'string',
        'string',
      ]);
    }
  });
});
