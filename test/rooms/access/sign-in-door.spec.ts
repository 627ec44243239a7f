import { AccountRegister } from '#platform/access';
import { openFront, testPassword, type Front } from '../../support/house.js';

const limits = { SHIHE_SIGN_IN_ADDRESS_TRIES: '3', SHIHE_SIGN_IN_FREE_TRIES: '10' };
const fronts: Front[] = [];
afterAll(() => Promise.all(fronts.map((front) => front.close())));

async function open(environment: Record<string, string>): Promise<Front> {
  const front = await openFront(environment);
  fronts.push(front);
  return front;
}

async function signIn(front: Front, body: object, clientAddress: string): Promise<{ status: number; body: any }> {
  return front.send(undefined, 'POST', '/sessions', body, { 'x-forwarded-for': clientAddress });
}

async function guessFrom(front: Front, clientAddress: string): Promise<void> {
  for (let n = 0; n < 3; n += 1) await signIn(front, { username: `nobody.${n}`, password: 'x' }, clientAddress);
}

const right = { username: 'scanner', password: testPassword };

describe('the address that somebody signs in from', () => {
  it('is what a trusted proxy says, and the right-most one that is not a proxy of ours', async () => {
    const front = await open({ ...limits, SHIHE_TRUSTED_PROXIES: '127.0.0.1' });
    await guessFrom(front, '203.0.113.7');
    const turnedAway = await signIn(front, right, '203.0.113.7');
    expect([turnedAway.status, turnedAway.body.code]).toEqual([429, 'too-many-wrong-tries']);
    expect((await signIn(front, right, '198.51.100.1, 203.0.113.7')).status).toBe(429);
    expect((await signIn(front, right, '203.0.113.8')).status).toBe(201);
  });

  it('is where the connection comes from when nobody is trusted, whatever is said', async () => {
    const front = await open(limits);
    const { body } = await signIn(front, right, '203.0.113.1');
    await guessFrom(front, '203.0.113.7');
    expect((await signIn(front, right, '203.0.113.8')).status).toBe(429);
    expect((await signIn(front, { ...right, device: body.device }, '203.0.113.8')).status).toBe(201);
  });
});

describe('an account that is held up', () => {
  it('is unlocked, and a device is vouched for, by somebody of security alone', async () => {
    const front = await open({ SHIHE_SIGN_IN_TRIES: '2' });
    const { id } = await front.get(AccountRegister).add({ ...right, role: 'scanner', displayName: 'scanner' });
    const close = async (): Promise<void> => {
      for (let n = 0; n < 2; n += 1) await signIn(front, { ...right, password: 'x' }, '');
      const held = await signIn(front, right, '');
      expect([held.status, held.body.code]).toEqual([401, 'wrong-credentials']);
    };
    await front.tokenOf('security');
    await front.tokenOf('admin');
    await close();
    expect((await front.send('admin', 'PUT', `/accounts/${id}/unlocking`)).status).toBe(403);
    expect((await front.send('security', 'PUT', `/accounts/${id}/unlocking`)).status).toBe(204);
    expect((await signIn(front, right, '')).status).toBe(201);
    await close();
    const vouched = await front.send('security', 'POST', `/accounts/${id}/vouched-devices`);
    expect(vouched.status).toBe(201);
    expect((await signIn(front, { ...right, device: vouched.body.device }, '')).status).toBe(201);
    const nobody = '01900000-0000-7000-8000-000000000000';
    expect((await front.send('security', 'PUT', `/accounts/${nobody}/unlocking`)).status).toBe(404);
    expect((await front.send('security', 'POST', `/accounts/${nobody}/vouched-devices`)).status).toBe(404);
  });
});
