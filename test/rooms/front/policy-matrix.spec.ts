import { uuidv7 } from 'uuidv7';
import { roles, Sessions, type Role } from '#platform/access';
import { openFront, type Front } from '../../support/house.js';
import { routesOf, type Route } from '../../support/routes.js';
import { layStreet } from '../../support/street.js';

let front: Front;
let residentToken: string;

beforeAll(async () => {
  front = await openFront();
  const street = await layStreet(front.database);
  residentToken = (await front.get(Sessions).openForResident(street.residents[0]!.id)).token;
});
afterAll(() => front.close());

/** What the guard said: turned away for want of a session, for want of the right, or let through to the room. */
async function verdict(
  route: Route,
  caller: Role | 'resident' | undefined,
): Promise<'no session' | 'not allowed' | 'let in'> {
  const path = route.path.replace(/:\w+/g, () => uuidv7());
  const headers: Record<string, string> = caller === 'resident' ? { authorization: `Bearer ${residentToken}` } : {};
  const role = caller === 'resident' ? undefined : caller;
  const { status, body } = await front.send(role, route.method, path, route.method === 'GET' ? undefined : {}, headers);
  const { code } = (typeof body === 'object' && body !== null ? body : {}) as { code?: string };
  if (status === 401 && code === 'not-signed-in') return 'no session';
  return status === 403 && code === 'not-allowed' ? 'not allowed' : 'let in';
}

describe('who may use which route', () => {
  it('is as declared, for every route and everybody', async () => {
    const wrong: string[] = [];
    const all = routesOf(front);
    expect(all.length).toBeGreaterThan(60);
    for (const route of all) {
      // Signing out ends the session that the other routes are asked with.
      if (route.path === '/sessions/current') continue;
      const { policy } = route;
      for (const caller of [undefined, 'resident', ...roles] as const) {
        const mayEnter = policy.public || (caller !== undefined && policy.allowed.includes(caller));
        const expected = mayEnter ? 'let in' : caller === undefined ? 'no session' : 'not allowed';
        const said = await verdict(route, caller);
        if (said !== expected) wrong.push(`${route.name} for ${caller ?? 'nobody'}: ${said}, declared: ${expected}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('stays closed to tokens that are made up, cut short or of another kind', async () => {
    for (const authorization of [
      'Bearer x',
      `Bearer ${'A'.repeat(43)}`,
      `Bearer ${residentToken.slice(1)}`,
      'Basic YTpi',
      '',
    ]) {
      const answer = await front.send(undefined, 'GET', '/accounts', undefined, { authorization });
      expect([answer.status, answer.body.code]).toEqual([401, 'not-signed-in']);
    }
  });
});
