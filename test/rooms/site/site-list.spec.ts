import { openFront, type Front } from '../../support/house.js';
import { layStreet } from '../../support/street.js';
import { openSite } from '../../support/queue.js';

let front: Front;
beforeAll(async () => {
  // Kept for so long that nothing here can see it read anew.
  front = await openFront({ SHIHE_SITE_LIST_SECONDS: '60' });
  await layStreet(front.database, 1);
  await openSite(front);
});
afterAll(() => front.close());

describe('the public list of sites', () => {
  it('may be kept on the way for some seconds, when everything about people may not', async () => {
    const list = await front.send(undefined, 'GET', '/sites');
    expect([list.status, list.headers.get('cache-control')]).toEqual([200, 'public, max-age=5']);
    expect(list.headers.get('content-type')).toContain('application/json');
    const one = await front.send(undefined, 'GET', `/sites/${list.body.items[0].id}`);
    expect(one.headers.get('cache-control')).toBe('no-store');
    const refused = await front.send(undefined, 'GET', '/sites/x');
    expect([refused.status, refused.headers.get('cache-control')]).toEqual([400, 'no-store']);
  });

  it('costs a crowd one read, and those who have it already nothing at all', async () => {
    const before = await front.send(undefined, 'GET', '/sites');
    await openSite(front);
    const crowd = await Promise.all(Array.from({ length: 40 }, () => front.send(undefined, 'GET', '/sites')));
    expect(new Set(crowd.map(({ headers }) => headers.get('etag')))).toEqual(new Set([before.headers.get('etag')]));
    expect(crowd.every(({ body }) => body.items.length === before.body.items.length)).toBe(true);
    const tag = String(before.headers.get('etag'));
    for (const known of [tag, `W/${tag}`, `"older", ${tag}`, '*']) {
      const answer = await front.send(undefined, 'GET', '/sites', undefined, { 'if-none-match': known });
      expect([answer.status, answer.body, answer.headers.get('etag')]).toEqual([304, '', tag]);
    }
    const other = await front.send(undefined, 'GET', '/sites', undefined, { 'if-none-match': '"older"' });
    expect(other.status).toBe(200);
  });

  it('says nothing but what is listed for it', async () => {
    const { body } = await front.send(undefined, 'GET', '/sites');
    expect(Object.keys(body.items[0]).sort()).toEqual([
      ...['address', 'areaCode', 'code', 'coordinates', 'id', 'name', 'pauseReason', 'serves', 'sessions', 'state'],
      ...['status', 'statusWord', 'timeZone', 'wait', 'waitingPeople', 'waitingTickets'],
    ]);
  });
});
