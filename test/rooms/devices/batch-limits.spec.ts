import { Acts } from '../../support/acts.js';
import { layDevice } from '../../support/device.js';
import { openFront, type Front } from '../../support/house.js';
import { account, layStreet, type Street } from '../../support/street.js';

let front: Front;
let street: Street;
let people: { madeBy: string; enrolledBy: string; approvedBy: string };

beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 1);
  people = {
    madeBy: await account(front.database, 'sitelead'),
    enrolledBy: street.scannerId,
    approvedBy: await account(front.database, 'organiser'),
  };
});
afterAll(() => front.close());

const newDevice = () => layDevice(front.database, street.siteId, people);
const send = (batch: object) => front.send(undefined, 'POST', '/device-batches', batch);
const arrived = async (id: string) => (await front.send('sitelead', 'GET', `/devices/${id}/books`)).body.arrived;

describe('a batch that is more than anybody takes at once', () => {
  it('takes five hundred acts at once, or fewer where the site says so', async () => {
    const [device, a] = [await newDevice(), new Acts(street)];
    const notes = Array.from({ length: 500 }, () => a.entry('note', { text: '下雨' }));
    expect((await send(await device.batch(notes))).body.entries).toHaveLength(500);
    const more = await send(await device.batch([...notes, a.open('OFF-1')]));
    expect([more.status, more.body.code]).toEqual([400, 'invalid-request']);
    await front.database.query(`UPDATE site.site SET settings = '{"batchActsAtMost": 100}' WHERE id = $1`, [
      street.siteId,
    ]);
    const smaller = await send(await device.batch(notes.slice(0, 101)));
    await front.database.query(`UPDATE site.site SET settings = '{}' WHERE id = $1`, [street.siteId]);
    expect([smaller.status, smaller.body.code]).toEqual([413, 'batch-is-too-large']);
  });

  it('is told where a batch is nested deeper than anything that can be meant, and nothing of it is stored', async () => {
    const device = await newDevice();
    const depth = 30_000;
    const nested = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const signed = await device.batch([new Acts(street).entry('note', { text: 'NESTED' })]);
    const answer = await fetch(`${front.url}/device-batches`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(signed).replace('"NESTED"', nested),
    });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'nested-too-deep']);
    expect(await arrived(device.id)).toBe(0);
  });
});
