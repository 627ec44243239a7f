import { uuidv7 } from 'uuidv7';
import { ExceptionDesk } from '#journey/sampling';
import { AccountRegister, ScopeRegister, type Role } from '#platform/access';
import { Transactions } from '#platform/database';
import { openFront, testPassword, type Front } from '../../support/house.js';
import { layStreet, type Street } from '../../support/street.js';

let front: Front;
let street: Street;

beforeAll(async () => {
  front = await openFront({ SHIHE_UNMASK_RATION: '3' });
  street = await layStreet(front.database);
});
afterAll(() => front.close());

const raw = JSON.stringify({ seq: 7, kind: 'swab', resident: { idNumber: '00800019700101001X' }, note: '张小明' });

async function exception(given: { raw?: string; details?: Record<string, string> } = { raw }): Promise<string> {
  const id = uuidv7();
  const { siteId } = street;
  const one = { id, kind: 'act-not-understood', siteId, actId: uuidv7(), subject: 'device:1', ...given } as const;
  await front.get(Transactions).run((tx) => front.get(ExceptionDesk).raise(tx, [one]));
  return id;
}

async function somebody(role: Role): Promise<{ id: string; headers: Record<string, string> }> {
  const username = `${role}-${uuidv7().slice(-6)}`;
  const { id } = await front
    .get(AccountRegister)
    .add({ username, role, displayName: username, password: testPassword });
  await front.get(ScopeRegister).put(id, [{ kind: 'all', key: '*' }], null);
  const { body } = await front.send(undefined, 'POST', '/sessions', { username, password: testPassword });
  return { id, headers: { authorization: `Bearer ${body.token}` } };
}

const why = (id = uuidv7()) => ({ id, reason: 'identity-check', text: '核对这位居民的证件' });
const topics = async (id: string) =>
  (
    await front.database.query<{ topic: string }>(
      'SELECT topic FROM journal.entry WHERE subject = $1 ORDER BY recorded_at',
      [`exception:${id}`],
    )
  ).map(({ topic }) => topic.replace('sampling.exception-', ''));

describe('what a device really sent', () => {
  it('is shown masked to the lead of the site, and journalled', async () => {
    const id = await exception();
    const { status, body } = await front.send('sitelead', 'GET', `/exceptions/${id}/reading`);
    expect([status, body.masked]).toEqual([200, true]);
    expect(JSON.parse(body.reading)).toEqual({
      ...{ seq: 7, kind: 's*', resident: { idNumber: '0***1X' }, 'field 4': '张*' },
    });
    expect(await topics(id)).toEqual(['raw-read']);
  });

  it('is shown in clear with a reason, once for the same request, out of the ration for people', async () => {
    const id = await exception();
    const lead = await somebody('sitelead');
    const unmask = (body: object) => front.send(undefined, 'POST', `/exceptions/${id}/unmasking`, body, lead.headers);
    expect((await unmask({ reason: 'identity-check' })).status).toBe(400);
    const request = why();
    const same = await Promise.all([1, 2, 3, 4].map(() => unmask(request)));
    expect(same.map(({ status, body }) => [status, body.reading])).toEqual(Array(4).fill([200, raw]));
    expect(await topics(id)).toEqual(['unmasked']);
    expect((await unmask({ ...request, text: '换了理由再看' })).body.code).toBe('unmasking-id-is-taken');
    const more = await Promise.all([1, 2, 3, 4].map(() => unmask(why())));
    expect(more.map(({ status }) => status).sort()).toEqual([200, 200, 429, 429]);
    expect(await topics(id)).toEqual(['unmasked', 'unmasked', 'unmasked']);
    // A person in clear would be the next of the same ration.
    const person = { ...why(), fields: ['name'] };
    const path = `/residents/${street.residents[0]!.id}/unmasking`;
    expect((await front.send(undefined, 'POST', path, person, lead.headers)).status).toBe(429);
  });

  it('is for its owner, by name or by role, and for no other organiser', async () => {
    const id = await exception();
    const [owner, other] = [await somebody('organiser'), await somebody('organiser')];
    const asks = (who: typeof owner) =>
      front.send(undefined, 'GET', `/exceptions/${id}/reading`, undefined, who.headers);
    expect((await asks(owner)).body.code).toBe('reading-is-the-owners');
    const unmasking = await front.send(undefined, 'POST', `/exceptions/${id}/unmasking`, why(), owner.headers);
    expect(unmasking.body.code).toBe('reading-is-the-owners');
    await front.send('sitelead', 'PUT', `/exceptions/${id}/owner`, { role: 'organiser', accountId: owner.id });
    expect([(await asks(owner)).status, (await asks(other)).status]).toEqual([200, 403]);
    expect((await front.send('scanner', 'GET', `/exceptions/${id}/reading`)).status).toBe(403);
  });

  it('does not leave when the journal cannot be written', async () => {
    const id = await exception();
    await front.database.query(
      `ALTER TABLE journal.entry ADD CONSTRAINT full_disk
         CHECK (topic NOT IN ('sampling.exception-raw-read', 'sampling.exception-unmasked')) NOT VALID`,
    );
    try {
      const masked = await front.send('sitelead', 'GET', `/exceptions/${id}/reading`);
      const clear = await front.send('sitelead', 'POST', `/exceptions/${id}/unmasking`, why());
      expect([masked.status, clear.status]).toEqual([503, 503]);
      expect(JSON.stringify([masked.body, clear.body])).not.toContain('小明');
    } finally {
      await front.database.query('ALTER TABLE journal.entry DROP CONSTRAINT full_disk');
    }
    const counted = await front.database.query('SELECT 1 FROM community.unmasking WHERE about = $1', [
      `exception:${id}`,
    ]);
    expect(counted).toEqual([]);
  });

  it('is said to be missing where nothing was read, and shows the person whom a case names that it was read', async () => {
    const none = await exception({});
    expect((await front.send('sitelead', 'GET', `/exceptions/${none}/reading`)).body.code).toBe('nothing-was-read');
    expect((await front.send('sitelead', 'POST', `/exceptions/${none}/unmasking`, why())).body.code).toBe(
      'nothing-was-read',
    );
    const residentId = street.residents[1]!.id;
    const named = await exception({ raw, details: { residentId } });
    await front.send('sitelead', 'GET', `/exceptions/${named}/reading`);
    const { body } = await front.send('auditor', 'GET', `/residents/${residentId}/journal`);
    const seen = (body.items as { topic: string }[]).map(({ topic }) => topic);
    expect(seen).toEqual(expect.arrayContaining(['sampling.exception-raw-read', 'access.people-read']));
  });
});
