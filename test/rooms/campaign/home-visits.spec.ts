import { uuidv7 } from 'uuidv7';
import { HomeVisitBook } from '#journey/campaign';
import { Transactions } from '#platform/database';
import { openFront, type Front } from '../../support/house.js';
import { account, layStreet, type Street } from '../../support/street.js';

let front: Front;
let street: Street;
let gridworker: string;
beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 12);
  gridworker = await account(front.database, 'gridworker');
});
afterAll(() => front.close());

const ask = (body: unknown, role: 'organiser' | 'admin' | 'gridworker' = 'organiser', roundId = street.roundId) =>
  front.send(role, 'PUT', `/rounds/${roundId}/home-visits`, body);
const idsOf = (from: number, to: number): string[] => street.residents.slice(from, to).map(({ id }) => id);
const journalled = () =>
  front.database.query<{ actor_id: string; payload: { visitorId: string | null; residentIds: string[] } }>(
    `SELECT actor_id, payload FROM journal.entry WHERE topic = 'campaign.home-visits-assigned' ORDER BY recorded_at, id`,
  );

describe('home visits', () => {
  it('are asked of one person for many doors; said again it is once, and the journal has what changed', async () => {
    expect(await ask({ residentIds: idsOf(0, 3), visitorId: gridworker })).toMatchObject({
      status: 200,
      body: { changed: 3 },
    });
    expect((await ask({ residentIds: idsOf(0, 3), visitorId: gridworker })).body).toEqual({ changed: 0 });
    expect((await ask({ residentIds: [...idsOf(1, 4), ...idsOf(3, 4)], visitorId: gridworker })).body.changed).toBe(1);
    const entries = await journalled();
    expect(entries.map(({ payload }) => payload.residentIds)).toEqual([idsOf(0, 3).sort(), idsOf(3, 4)]);
    const own = await front.send('gridworker', 'GET', `/rounds/${street.roundId}/missing?visitor=${gridworker}`);
    expect((own.body.residents as { residentId: string }[]).map(({ residentId }) => residentId).sort()).toEqual(
      idsOf(0, 4).sort(),
    );
    expect(own.body.residents[0]).toMatchObject({
      visitor: 'gridworker',
      visitorId: gridworker,
      areaName: '1号楼',
      maskedDocument: '0***************01',
      maskedPhone: null,
    });
    expect((await ask({ residentIds: idsOf(0, 2), visitorId: null })).body).toEqual({ changed: 1 + 1 });
    expect((await ask({ residentIds: idsOf(9, 12), visitorId: null })).body).toEqual({ changed: 0 });
  });

  it('are refused for people, visitors and rounds that are not there, and then for everybody asked for', async () => {
    const before = await front.database.query('SELECT * FROM campaign.home_visit ORDER BY resident_id');
    const asked: [unknown, number, string, string?][] = [
      [{ residentIds: [...idsOf(5, 7), uuidv7()], visitorId: gridworker }, 404, 'resident-not-found'],
      [{ residentIds: idsOf(5, 7), visitorId: uuidv7() }, 404, 'visitor-unknown'],
      [{ residentIds: idsOf(5, 7), visitorId: await account(front.database, 'lab') }, 404, 'visitor-unknown'],
      [{ residentIds: [], visitorId: gridworker }, 400, 'invalid-request'],
      [{ residentIds: idsOf(5, 7), visitorId: gridworker }, 404, 'round-not-found', uuidv7()],
    ];
    for (const [body, status, code, roundId] of asked) {
      const refused = await ask(body, 'organiser', roundId);
      expect([refused.status, refused.body.code]).toEqual([status, code]);
    }
    expect((await ask({ residentIds: idsOf(5, 7), visitorId: gridworker }, 'gridworker')).status).toBe(403);
    expect(await front.database.query('SELECT * FROM campaign.home_visit ORDER BY resident_id')).toEqual(before);
  });

  it('go over to the entry of the ledger that stays, and do not change in a closed round', async () => {
    const [from, into] = [street.residents[7]!.id, street.residents[8]!.id];
    await ask({ residentIds: [from], visitorId: gridworker });
    await front.get(Transactions).runAs('jobs', (tx) => front.get(HomeVisitBook).carry(tx, from, into));
    const held = await front.database.query(
      'SELECT resident_id FROM campaign.home_visit WHERE resident_id = ANY ($1)',
      [[from, into]],
    );
    expect(held).toEqual([{ resident_id: into }]);
    await front.database.query(`UPDATE campaign.round SET state = 'closed' WHERE id = $1`, [street.roundId]);
    expect((await ask({ residentIds: [into], visitorId: null })).body.code).toBe('round-is-closed');
  });
});
