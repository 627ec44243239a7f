import { uuidv7 } from 'uuidv7';
import { Sessions } from '#platform/access';
import { openFront, type Front } from '../../support/house.js';
import { layStreet, type Street } from '../../support/street.js';
import { layTube } from '../../support/tubes.js';

interface Entry {
  actor_id: string | null;
  site_id: string | null;
  subject: string;
  payload: { what: string; residentIds: string[]; purpose: string; role: string; requestId: string };
}

let front: Front;
let street: Street;
let people: string[];

beforeAll(async () => {
  front = await openFront({ SHIHE_BULK_READING_PEOPLE: '100' });
  street = await layStreet(front.database);
  people = street.residents.map(({ id }) => id);
  await layTube(front.database, street, 'T1', street.residents.slice(0, 4));
});
afterAll(() => front.close());

const journal = (topic = 'access.people-read'): Promise<Entry[]> =>
  front.database.query<Entry>(
    'SELECT actor_id, site_id, subject, payload FROM journal.entry WHERE topic = $1 ORDER BY recorded_at, id',
    [topic],
  );

/** What the journal holds after `act` that it did not hold before. */
async function readingsDuring(act: () => Promise<unknown>): Promise<Entry[]> {
  const before = (await journal()).length;
  await act();
  return (await journal()).slice(before);
}

const idOf = async (username: string): Promise<string> =>
  (await front.database.query<{ id: string }>('SELECT id FROM access.account WHERE username = $1', [username]))[0]!.id;

describe('whoever is shown a resident', () => {
  it('is in the journal: who, as what, whom, by which door', async () => {
    const [entry, ...others] = await readingsDuring(() => front.send('gridworker', 'GET', `/residents/${people[0]}`));
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      actor_id: await idOf('gridworker'),
      subject: `resident:${people[0]}`,
      payload: { what: 'resident', residentIds: [people[0]], purpose: 'GET /api/v1/residents/:id', role: 'gridworker' },
    });
    expect(entry!.payload.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(entry)).not.toContain('王');
  });

  it.each([
    ['a search', 'POST', '/resident-searches', 30],
    ['a list of who is missing', 'GET', '/rounds/:round/missing', 26],
    ['the results of one resident', 'GET', '/residents/:person/results', 1],
    ['the members of a tube', 'GET', '/tubes/T1', 4],
  ])('is there with everybody who stood in %s', async (_, method, path, count) => {
    const full = path.replace(':round', street.roundId).replace(':person', people[1]!);
    const role = path === '/tubes/T1' ? 'packer' : 'organiser';
    let answer = { status: 0 };
    const entries = await readingsDuring(async () => {
      answer = await front.send(role, method, full, method === 'POST' ? { area: '370811013001-01' } : undefined);
    });
    expect(answer.status).toBe(200);
    expect(entries).toHaveLength(1);
    expect(new Set(entries[0]!.payload.residentIds).size).toBe(count);
    expect(people).toEqual(expect.arrayContaining(entries[0]!.payload.residentIds));
    if (path === '/tubes/T1') expect(entries[0]!.site_id).toBe(street.siteId);
  });

  it('is a resident, too, who looks at themselves', async () => {
    const { token } = await front.get(Sessions).openForResident(people[2]!);
    const headers = { authorization: `Bearer ${token}` };
    const entries = await readingsDuring(() =>
      front.send(undefined, 'GET', `/residents/${people[2]}/results`, undefined, headers),
    );
    expect(entries).toMatchObject([{ actor_id: people[2], payload: { role: 'resident', residentIds: [people[2]] } }]);
  });

  it('leaves an entry for each answer, however many ask at once', async () => {
    const entries = await readingsDuring(() =>
      Promise.all(
        Array.from({ length: 40 }, (_, n) => front.send('scanner', 'GET', `/residents/${people[n % people.length]}`)),
      ),
    );
    expect(entries).toHaveLength(40);
    expect(new Set(entries.map(({ payload }) => payload.requestId)).size).toBe(40);
  });

  it('leaves none where nobody was shown', async () => {
    const entries = await readingsDuring(async () => {
      expect((await front.send('gridworker', 'GET', `/residents/${uuidv7()}`)).status).toBe(404);
      expect((await front.send('packer', 'GET', `/residents/${people[0]}`)).status).toBe(403);
      const nobody = await front.send('gridworker', 'POST', '/resident-searches', { phone: '13900000000' });
      expect(nobody.body.items).toEqual([]);
    });
    expect(entries).toEqual([]);
  });
});

describe('when the journal cannot be written', () => {
  afterEach(() => front.database.query('GRANT INSERT ON journal.entry TO shihe_desk'));

  it('nobody is shown anybody, and nothing is counted', async () => {
    const counted = () => front.database.query('SELECT account_id, people FROM access.reading ORDER BY 1');
    const before = await counted();
    await front.database.query('REVOKE INSERT ON journal.entry FROM shihe_desk');
    const entries = await readingsDuring(async () => {
      for (const [role, path] of [
        ['gridworker', `/residents/${people[0]}`],
        ['packer', '/tubes/T1'],
        ['organiser', `/rounds/${street.roundId}/missing`],
      ] as const) {
        const { status, body } = await front.send(role, 'GET', path);
        expect([status, body.code]).toEqual([503, 'reading-not-journalled']);
        expect(JSON.stringify(body)).not.toMatch(/王|masked/);
      }
    });
    expect(entries).toEqual([]);
    expect(await counted()).toEqual(before);
    await front.database.query('GRANT INSERT ON journal.entry TO shihe_desk');
    expect((await front.send('gridworker', 'GET', `/residents/${people[0]}`)).status).toBe(200);
  });
});

describe('whoever reads of very many', () => {
  it('raises one alarm in the hour, however many answers cross the limit at once', async () => {
    const ask = () => front.send('marshal', 'POST', '/resident-searches', { area: '370811013001-01' });
    await Promise.all([ask(), ask(), ask()]);
    expect(await journal('access.bulk-reading')).toEqual([]);
    await Promise.all([ask(), ask(), ask(), ask()]);
    await ask();
    const accountId = await idOf('marshal');
    expect(await journal('access.bulk-reading')).toMatchObject([
      {
        actor_id: accountId,
        subject: `account:${accountId}`,
        payload: { accountId, limit: 100, role: 'marshal', people: 120 },
      },
    ]);
    const { body } = await front.send(undefined, 'GET', '/../../metrics');
    expect(String(body)).toMatch(/shihe_bulk_reading_alarms_total 1/);
  });
});
