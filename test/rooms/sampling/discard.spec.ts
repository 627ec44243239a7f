import { uuidv7 } from 'uuidv7';
import { SamplingStation, TubeInspection } from '#journey/sampling';
import { bodyHash } from '#platform/database';
import { Journal } from '#platform/journal';
import { openFront, type Front } from '../../support/house.js';
import { layStreet, type Street } from '../../support/street.js';

let front: Front;
let street: Street;
let tubes = 0;
let next = 0;

beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 40);
});
afterAll(() => front.close());

async function openTube(): Promise<string> {
  tubes += 1;
  const barcode = `D${String(tubes).padStart(4, '0')}`;
  const { roundId, stationId } = street;
  expect((await front.send('scanner', 'POST', '/tubes', { barcode, roundId, stationId, poolClass: '10' })).status).toBe(
    201,
  );
  return barcode;
}
function discard(barcode: string, reason = '开错了') {
  return front.send('scanner', 'PUT', `/tubes/${barcode}/discard`, { reason });
}
function swab(barcode: string) {
  const resident = { id: street.residents[next++]!.id };
  return front.send('scanner', 'POST', `/tubes/${barcode}/swabs`, {
    id: uuidv7(),
    resident,
    scannedAt: new Date().toISOString(),
  });
}
async function stateOf(barcode: string): Promise<string> {
  return (await front.send('scanner', 'GET', `/tubes/${barcode}`)).body.state;
}

describe('a tube that was opened by mistake', () => {
  it('is put away while it is empty, and the same word five times at once is one', async () => {
    const tube = await openTube();
    const answers = await Promise.all(Array.from({ length: 5 }, () => discard(tube)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers[0]!.body).toMatchObject({ state: 'discarded', filled: 0, discardReason: '开错了' });
    const events = await front.database.query(
      `SELECT 1 FROM journal.entry WHERE topic = 'sampling.tube-discarded' AND subject = $1`,
      [`tube:${tube}`],
    );
    expect(events).toHaveLength(1);
    expect((await discard(tube, '另一个原因')).body.code).toBe('tube-is-discarded');
  });

  it('is never used again: not opened, filled, sealed, boxed, lost or received', async () => {
    const tube = await openTube();
    await discard(tube);
    const { roundId, stationId } = street;
    const opened = await front.send('scanner', 'POST', '/tubes', {
      barcode: tube,
      roundId,
      stationId,
      poolClass: '10',
    });
    expect([opened.status, opened.body.code]).toEqual([409, 'tube-is-discarded']);
    expect((await swab(tube)).body.code).toBe('tube-is-discarded');
    const sealed = await front.send('scanner', 'PUT', `/tubes/${tube}/seal`, { countedSwabs: 1, reason: 'other' });
    expect(sealed.body.code).toBe('tube-is-discarded');
    await front.send('packer', 'POST', '/boxes', { code: 'D-BOX', siteId: street.siteId });
    const packed = await front.send('packer', 'POST', '/boxes/D-BOX/tubes', { barcodes: [tube] });
    expect(packed.body.refused).toEqual([{ barcode: tube, reason: 'discarded' }]);
    const lost = await front.send('packer', 'PUT', `/tubes/${tube}/loss`, { reason: '丢了' });
    expect(lost.body.code).toBe('discarded-tube-cannot-be-lost');
    const open = await front.send('scanner', 'GET', `/tubes?stationId=${stationId}`);
    expect(open.body.tubes).not.toContainEqual(expect.objectContaining({ barcode: tube }));
  });

  it('is not put away once a swab is in it, not even when that swab was withdrawn', async () => {
    const tube = await openTube();
    const { body } = await swab(tube);
    expect((await discard(tube)).body.code).toBe('tube-is-not-empty');
    await front.send('scanner', 'PUT', `/tubes/${tube}/swabs/${body.id}/void`, { reason: '扫错人' });
    expect((await discard(tube)).body.code).toBe('tube-is-not-empty');
    await front.send('scanner', 'PUT', `/tubes/${tube}/seal`, { countedSwabs: 1, reason: 'other' });
    expect((await discard(tube)).body.code).toBe('tube-is-sealed');
    expect((await discard('NO-SUCH')).body.code).toBe('unknown-tube');
  });

  it('never loses a swab that comes at the same moment, and a batch with it keeps its other swabs', async () => {
    for (let n = 0; n < 6; n += 1) {
      const [tube, other] = [await openTube(), await openTube()];
      const [put, taken, beside] = await Promise.all([discard(tube), swab(tube), swab(other)]);
      expect(beside.status).toBe(201);
      expect([put.status, taken.status].sort()).toEqual(put.status === 200 ? [200, 409] : [201, 409]);
      expect(await stateOf(tube)).toBe(put.status === 200 ? 'discarded' : 'open');
    }
  });

  it('stays open when the act is stopped half-way, and opened is sealed + discarded + open', async () => {
    const tube = await openTube();
    const journal = front.get(Journal);
    const record = journal.record.bind(journal);
    journal.record = () => Promise.reject(new Error('the power went out'));
    try {
      await expect(front.get(TubeInspection).discard(tube, 'x', street.scannerId)).rejects.toThrow('power');
    } finally {
      journal.record = record;
    }
    expect(await stateOf(tube)).toBe('open');
    await front.get(SamplingStation).swab({
      id: uuidv7(),
      tube,
      resident: { id: street.residents[next++]!.id },
      scannedAt: new Date(),
      actorId: street.scannerId,
      bodyHash: bodyHash(['half-way']),
    });
    const counts = await front.database.query<{ state: string; n: number }>(
      'SELECT state, count(*)::int AS n FROM sampling.tube GROUP BY state',
    );
    expect(counts.reduce((sum, { n }) => sum + n, 0)).toBe(tubes);
  });

  it('asks for a reason, in words, and lets only the table do it', async () => {
    const tube = await openTube();
    for (const body of [{}, { reason: '' }, { reason: ' ' }, { reason: 1 }, { reason: 'x', more: 1 }]) {
      expect((await front.send('scanner', 'PUT', `/tubes/${tube}/discard`, body)).status).toBe(400);
    }
    expect((await front.send('marshal', 'PUT', `/tubes/${tube}/discard`, { reason: 'x' })).status).toBe(403);
    expect(await stateOf(tube)).toBe('open');
  });
});
