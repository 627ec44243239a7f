import { PackingBench } from '#journey/transport';
import { Journal } from '#platform/journal';
import { openFront, type Front } from '../../support/house.js';
import { layStreet, type Street } from '../../support/street.js';
import { layTube } from '../../support/tubes.js';

let front: Front;
let street: Street;

beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 6);
});
afterAll(() => front.close());

function pack(code: string, barcodes: string[]) {
  return front.send('packer', 'POST', `/boxes/${code}/tubes`, { barcodes });
}
function remove(code: string, barcode: string, reason = '放错箱') {
  return front.send('packer', 'PUT', `/boxes/${code}/tubes/${barcode}/removal`, { reason });
}
function seal(code: string, countedTubes: number) {
  return front.send('packer', 'PUT', `/boxes/${code}/seal`, { countedTubes });
}
const contents = async (code: string) =>
  ((await front.send('packer', 'GET', `/boxes/${code}`)).body.contents as { barcode: string }[]).map(
    ({ barcode }) => barcode,
  );
/** An open box with `count` tubes in it. */
async function boxOf(code: string, count: number): Promise<string[]> {
  await front.send('packer', 'POST', '/boxes', { code, siteId: street.siteId });
  const barcodes = Array.from({ length: count }, (_, n) => `${code}-${n}`);
  for (const barcode of barcodes) await layTube(front.database, street, barcode, []);
  if (count > 0) await pack(code, barcodes);
  return barcodes;
}

describe('a tube that was put into the wrong box', () => {
  it('is taken out once, however often it is said, and what happened stays on record', async () => {
    await boxOf('U1', 3);
    await boxOf('U1-right', 0);
    const answers = await Promise.all(Array.from({ length: 5 }, () => remove('U1', 'U1-0')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers[0]!.body).toMatchObject({
      tubes: 2,
      removals: [{ barcode: 'U1-0', reason: '放错箱', removedBy: 'packer', removedAt: expect.any(String) }],
    });
    const events = await front.database.query(
      `SELECT 1 FROM journal.entry WHERE topic = 'transport.tube-unpacked' AND subject = 'box:U1'`,
    );
    expect(events).toHaveLength(1);
    expect((await pack('U1-right', ['U1-0'])).status).toBe(200);
    expect((await seal('U1', 2)).status).toBe(200);
    expect((await remove('U1', 'U1-0')).status).toBe(200);
    expect([await contents('U1'), await contents('U1-right')]).toEqual([['U1-1', 'U1-2'], ['U1-0']]);
  });

  it('cannot be taken out of a box that is sealed, nor out of one in which it is not', async () => {
    await boxOf('U2', 2);
    expect((await remove('U2', 'U1-0')).body.code).toBe('tube-is-not-in-box');
    expect((await remove('U2', 'NO-SUCH')).body.code).toBe('tube-is-not-in-box');
    expect((await remove('NO-BOX', 'U2-0')).body.code).toBe('unknown-box');
    await seal('U2', 2);
    expect((await remove('U2', 'U2-0')).body.code).toBe('box-is-closed');
    expect((await remove('U2', 'NO-SUCH')).body.code).toBe('box-is-closed');
    expect(await contents('U2')).toEqual(['U2-0', 'U2-1']);
  });

  it('may be put back and taken out again, each on record', async () => {
    await boxOf('U3', 1);
    await remove('U3', 'U3-0');
    await pack('U3', ['U3-0']);
    expect(await contents('U3')).toEqual(['U3-0']);
    const { body } = await remove('U3', 'U3-0', '又放错了');
    expect(body.removals).toMatchObject([{ reason: '放错箱' }, { reason: '又放错了' }]);
  });

  it('is either sealed in or taken out when both happen at once, and the seal says the right number', async () => {
    for (let n = 0; n < 5; n += 1) {
      const code = `U4-${n}`;
      const [first] = await boxOf(code, 2);
      const [removed, sealed] = await Promise.all([remove(code, first!), seal(code, 2)]);
      expect([removed.status, sealed.status].sort()).toEqual([200, 409]);
      expect(await contents(code)).toHaveLength(sealed.status === 200 ? 2 : 1);
    }
  });

  it('is in one box only while ten boxes reach for it and it is being taken out', async () => {
    await boxOf('U5', 1);
    const codes = Array.from({ length: 10 }, (_, n) => `U5-B${n}`);
    for (const code of codes) await boxOf(code, 0);
    await Promise.all([remove('U5', 'U5-0'), ...codes.map((code) => pack(code, ['U5-0']))]);
    const holders = await Promise.all(codes.map(contents));
    expect(holders.filter((inside) => inside.length > 0).length).toBeLessThanOrEqual(1);
    const [current] = await front.database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM transport.packing WHERE barcode = 'U5-0' AND removed_at IS NULL`,
    );
    expect(current?.n).toBeLessThanOrEqual(1);
  });

  it('stays in its box when the act is stopped half-way', async () => {
    await boxOf('U6', 1);
    const journal = front.get(Journal);
    const record = journal.record.bind(journal);
    journal.record = () => Promise.reject(new Error('the power went out'));
    try {
      await expect(front.get(PackingBench).remove('U6', 'U6-0', 'x', street.scannerId)).rejects.toThrow('power');
    } finally {
      journal.record = record;
    }
    expect(await contents('U6')).toEqual(['U6-0']);
  });

  it('asks for a reason in words and lets only packers do it', async () => {
    await boxOf('U7', 1);
    for (const body of [{}, { reason: ' ' }, { reason: 'x', more: 1 }]) {
      expect((await front.send('packer', 'PUT', '/boxes/U7/tubes/U7-0/removal', body)).status).toBe(400);
    }
    const courier = await front.send('courier', 'PUT', '/boxes/U7/tubes/U7-0/removal', { reason: 'x' });
    expect(courier.status).toBe(403);
  });
});
