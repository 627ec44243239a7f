import { LabRegister } from '#journey/lab';
import { PackingBench } from '#journey/transport';
import { AccountRegister } from '#platform/access';
import { Journal } from '#platform/journal';
import { openFront, type Front } from '../../support/house.js';
import { layStreet, streetCode, type Street } from '../../support/street.js';
import { laySite, layTube } from '../../support/tubes.js';

let front: Front;
let street: Street;

beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 6);
  const labs = front.get(LabRegister);
  await labs.put('LAB1', '第一实验室', null);
  const ids = await front.get(AccountRegister).idsByUsername(['lab']);
  await labs.assign(ids.get('lab')!, 'LAB1', null);
});
afterAll(() => front.close());

function openBox(code: string, more: object = {}) {
  return front.send('packer', 'POST', '/boxes', { code, siteId: street.siteId, ...more });
}
function pack(code: string, barcodes: string[]) {
  return front.send('packer', 'POST', `/boxes/${code}/tubes`, { barcodes });
}
function seal(code: string, countedTubes: number) {
  return front.send('packer', 'PUT', `/boxes/${code}/seal`, { countedTubes });
}
async function tubes(prefix: string, count: number): Promise<string[]> {
  const barcodes = Array.from({ length: count }, (_, n) => `${prefix}-${n}`);
  for (const barcode of barcodes) await layTube(front.database, street, barcode, []);
  return barcodes;
}

describe('packing', () => {
  it('opens a box under its own code; the same box five times at once is one box', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => openBox('P1', { labCode: 'LAB1' })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers[0]!.body).toMatchObject({ code: 'P1', state: 'open', tubes: 0, labCode: 'LAB1' });
    const other = await openBox('P1');
    expect([other.status, other.body.code]).toEqual([409, 'box-code-taken']);
  });

  it('refuses a box of an unknown site or for an unknown laboratory', async () => {
    const nowhere = await front.send('packer', 'POST', '/boxes', { code: 'P2', siteId: street.roundId });
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'unknown-site']);
    expect((await openBox('P2', { labCode: 'NOLAB' })).body.code).toBe('unknown-lab');
    expect((await front.send('packer', 'GET', '/boxes/P2')).body.code).toBe('unknown-box');
  });

  it('puts tubes in once, however often and by however many they are scanned', async () => {
    await openBox('P3');
    const barcodes = await tubes('P3', 20);
    const answers = await Promise.all(Array.from({ length: 6 }, () => pack('P3', barcodes)));
    for (const answer of answers) expect(answer).toMatchObject({ status: 200, body: { tubes: 20 } });
  });

  it('never has one tube in two boxes, even when ten boxes reach for it at once', async () => {
    const [barcode] = await tubes('P4', 1);
    const codes = Array.from({ length: 10 }, (_, n) => `P4-B${n}`);
    for (const code of codes) await openBox(code);
    const answers = await Promise.all(codes.map((code) => pack(code, [barcode!])));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.every(({ body }) => body.refused[0].reason === 'in-another-box')).toBe(true);
  });

  it('packs all or nothing and says of each tube what is wrong', async () => {
    await openBox('P5');
    const [good] = await tubes('P5', 1);
    await layTube(front.database, street, 'P5-open', [], { open: true });
    const elsewhere = await laySite(front.database, 'S5', streetCode);
    await layTube(front.database, street, 'P5-far', [], { siteId: elsewhere });
    await layTube(front.database, street, 'P5-lost', []);
    await front.send('packer', 'PUT', '/tubes/P5-lost/loss', { reason: '车祸' });
    await tubes('P5-boxed', 1);
    await openBox('P5-other');
    await pack('P5-other', ['P5-boxed-0']);
    const answer = await pack('P5', [good!, 'P5-open', 'P5-far', 'P5-lost', 'P5-boxed-0', 'P5-none']);
    expect(answer.status).toBe(409);
    expect(answer.body.refused).toEqual([
      { barcode: 'P5-open', reason: 'not-sealed' },
      { barcode: 'P5-far', reason: 'of-another-site' },
      { barcode: 'P5-lost', reason: 'lost' },
      { barcode: 'P5-boxed-0', reason: 'in-another-box', boxCode: 'P5-other' },
      { barcode: 'P5-none', reason: 'unknown-tube' },
    ]);
    expect((await front.send('packer', 'GET', '/boxes/P5')).body.contents).toEqual([]);
  });

  it('compares the counted tubes with the known ones and names both numbers', async () => {
    await openBox('P6');
    expect((await seal('P6', 0)).body.code).toBe('box-is-empty');
    await pack('P6', await tubes('P6', 3));
    const short = await seal('P6', 2);
    expect([short.status, short.body.code]).toEqual([409, 'counted-tubes-differ']);
    expect(short.body.messages['zh-CN']).toMatch(/实物 2 管，系统 3 管/);
    expect(short.body.messages.en).toMatch(/2 tubes.*3/);
    const answers = await Promise.all([seal('P6', 3), seal('P6', 3), seal('P6', 3)]);
    for (const answer of answers) expect(answer).toMatchObject({ status: 200, body: { state: 'sealed' } });
    expect((await seal('P6', 2)).body.code).toBe('box-is-closed');
    const late = await tubes('P6-late', 1);
    expect((await pack('P6', late)).body.code).toBe('box-is-closed');
    expect((await pack('P6', ['P6-0'])).status).toBe(200);
  });

  it('does not count a tube that was lost after it was packed', async () => {
    await openBox('P7');
    await pack('P7', await tubes('P7', 2));
    await front.send('packer', 'PUT', '/tubes/P7-0/loss', { reason: '破损' });
    expect((await seal('P7', 2)).body.code).toBe('counted-tubes-differ');
    expect((await seal('P7', 1)).body).toMatchObject({ state: 'sealed', tubes: 1 });
  });

  it('leaves nothing half-packed when it is stopped half-way', async () => {
    await openBox('P8');
    const barcodes = await tubes('P8', 5);
    const journal = front.get(Journal);
    const record = journal.record.bind(journal);
    journal.record = () => Promise.reject(new Error('the power went out'));
    try {
      await expect(front.get(PackingBench).pack('P8', barcodes, street.scannerId)).rejects.toThrow('power');
    } finally {
      journal.record = record;
    }
    expect((await front.send('packer', 'GET', '/boxes/P8')).body.tubes).toBe(0);
    expect((await pack('P8', barcodes)).body.tubes).toBe(5);
  });

  it('lists boxes a page at a time and refuses a made-up cursor', async () => {
    const open = await front.send('organiser', 'GET', `/boxes?siteId=${street.siteId}&state=sealed`);
    expect(open.body).toMatchObject({ boxes: [{ code: 'P6' }, { code: 'P7' }], next: null });
    expect((await front.send('organiser', 'GET', '/boxes?cursor=nonsense')).body.code).toBe('cursor-refused');
    expect((await front.send('organiser', 'GET', '/boxes?state=flying')).status).toBe(400);
  });

  it('answers bad input in words and never with a failure of its own', async () => {
    const bodies = [{}, { barcodes: [] }, { barcodes: 'x' }, { barcodes: [1] }, { barcodes: ['a\u0000b'] }, { barcodes: Array(201).fill('a') }, { barcodes: ['a'], more: 1 }]; // prettier-ignore
    for (const body of bodies) expect((await front.send('packer', 'POST', '/boxes/P3/tubes', body)).status).toBe(400);
    expect((await front.send('packer', 'PUT', '/boxes/P3/seal', { countedTubes: 1.5 })).status).toBe(400);
    expect((await front.send('packer', 'GET', '/boxes/%00')).status).toBe(400);
    expect((await front.send('scanner', 'POST', '/boxes', { code: 'X', siteId: street.siteId })).status).toBe(403);
  });
});
