import { uuidv7 } from 'uuidv7';
import { LabCounter, LabRegister, type NewReceipt } from '#journey/lab';
import { Journal } from '#platform/journal';
import { openFront, type Front } from '../../support/house.js';
import { carryBox, layWay, type Way } from '../../support/lab.js';
import { account, layStreet, type Street } from '../../support/street.js';
import { layTube } from '../../support/tubes.js';

let front: Front;
let street: Street;
let way: Way;

beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 3);
  way = await layWay(front);
});
afterAll(() => front.close());

async function boxAtLab(code: string, count: number): Promise<string[]> {
  const barcodes = Array.from({ length: count }, (_, n) => `${code}-T${n}`);
  for (const barcode of barcodes) await layTube(front.database, street, barcode, []);
  await carryBox(front, street, way, code, barcodes);
  return barcodes;
}
const record = (receipt: NewReceipt) => front.send('lab', 'POST', '/lab/receipts', receipt);

describe('the counter of a laboratory', () => {
  it('records a box once, however often and at once it is sent', async () => {
    const [a, b, c] = (await boxAtLab('R1', 3)) as [string, string, string];
    const receipt = { id: uuidv7(), boxCode: 'R1', accepted: [a, b], rejected: [{ barcode: c, reason: '漏液' }] };
    const answers = await Promise.all(Array.from({ length: 6 }, () => record(receipt)));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers[0]!.body).toMatchObject({ accepted: 2, rejected: 1, missing: [], surplus: [] });
    expect((await record({ ...receipt, id: undefined, accepted: [b, a] })).body.id).toBe(receipt.id);
    expect((await record({ ...receipt, accepted: [a] })).body.code).toBe('box-is-recorded-already');
    expect((await front.send('organiser', 'GET', `/lab/receipts/${receipt.id}`)).status).toBe(200);
    const topics = await front.database.query<{ topic: string }>(
      `SELECT topic FROM journal.entry WHERE subject = 'box:R1' AND topic LIKE 'lab.%' ORDER BY topic`,
    );
    expect(topics.map(({ topic }) => topic)).toEqual(['lab.tubes-received', 'lab.tubes-rejected']);
    await boxAtLab('R1b', 1);
    expect((await record({ id: receipt.id, boxCode: 'R1b', accepted: [], rejected: [] })).body.code).toBe(
      'receipt-id-taken',
    );
  });

  it('records what is missing and what is too much, and takes in only sealed tubes that nobody else has', async () => {
    const [came, gone] = (await boxAtLab('R2', 2)) as [string, string];
    const [known] = (await boxAtLab('R2x', 1)) as [string];
    await record({ boxCode: 'R2x', accepted: [known], rejected: [] });
    await layTube(front.database, street, 'R2-never', []);
    await layTube(front.database, street, 'R2-open', [], { open: true });
    await layTube(front.database, street, 'R2-lost', []);
    await front.send('packer', 'PUT', '/tubes/R2-lost/loss', { reason: '丢失' });
    const accepted = [came, 'R2-never', 'R2-open', 'R2-lost', 'R2-none', known];
    const answer = await record({ boxCode: 'R2', accepted, rejected: [] });
    expect(answer.body).toMatchObject({
      accepted: 2,
      missing: [{ barcode: gone, cause: 'not-in-box' }],
      surplus: [
        { barcode: 'R2-lost', cause: 'declared-lost', takenIn: false },
        { barcode: 'R2-never', cause: 'never-boxed', takenIn: true },
        { barcode: 'R2-none', cause: 'unknown-tube', takenIn: false },
        { barcode: 'R2-open', cause: 'not-sealed', takenIn: false },
        { barcode: known, cause: 'already-received', takenIn: false },
      ],
    });
    expect((await front.send('courier', 'PUT', `/tubes/${came}/loss`, { reason: '丢失' })).body.code).toBe(
      'tube-is-at-lab',
    );
    expect((await front.send('courier', 'PUT', `/tubes/${gone}/loss`, { reason: '丢失' })).status).toBe(200);
  });

  it('gives a tube to one laboratory only when two boxes are recorded at once', async () => {
    await boxAtLab('R3', 1);
    await boxAtLab('R4', 1);
    await layTube(front.database, street, 'R34', []);
    const answers = await Promise.all([
      record({ boxCode: 'R3', accepted: ['R3-T0', 'R34'], rejected: [] }),
      record({ boxCode: 'R4', accepted: ['R4-T0', 'R34'], rejected: [] }),
    ]);
    const causes = answers.map(({ body }) => String(body.surplus[0].cause)).sort();
    expect(causes).toEqual(['already-received', 'never-boxed']);
  });

  it('refuses a box that was not handed over, that is unknown, or that another laboratory has', async () => {
    expect((await record({ boxCode: 'R-none', accepted: [], rejected: [] })).body.code).toBe('unknown-box');
    await front.send('packer', 'POST', '/boxes', { code: 'R5', siteId: street.siteId });
    expect((await record({ boxCode: 'R5', accepted: [], rejected: [] })).body.code).toBe('box-is-not-received');
    const labs = front.get(LabRegister);
    await labs.put('LAB2', '第二实验室', null);
    const other = await account(front.database, 'lab2', 'lab');
    await labs.assign(other, 'LAB2', null);
    await boxAtLab('R6', 1);
    const wrong = front.get(LabCounter).record({ boxCode: 'R6', accepted: ['R6-T0'], rejected: [] }, other);
    await expect(wrong).rejects.toMatchObject({ code: 'box-is-at-another-lab' });
    await expect(labs.assign(other, 'LAB1', null)).rejects.toMatchObject({ code: 'lab-is-not-for-account' });
    const nobody = await account(front.database, 'lab3', 'lab');
    await expect(labs.labOf(nobody)).rejects.toMatchObject({ code: 'not-of-a-lab' });
  });

  it('refuses a tube that is listed twice, and bad input in words', async () => {
    const twice = await record({
      boxCode: 'R6',
      accepted: ['R6-T0'],
      rejected: [{ barcode: 'R6-T0', reason: '破损' }],
    });
    expect([twice.status, twice.body.code, twice.body.barcodes]).toEqual([400, 'tube-listed-twice', ['R6-T0']]);
    for (const body of [
      {},
      { boxCode: 'R6' },
      { boxCode: 'R6', accepted: 'x', rejected: [] },
      { boxCode: 'R6', accepted: ['\u0000'], rejected: [] },
    ]) {
      expect((await front.send('lab', 'POST', '/lab/receipts', body)).status).toBe(400);
    }
    expect((await front.send('courier', 'POST', '/lab/receipts', {})).status).toBe(403);
  });

  it('leaves nothing half-received when it is stopped half-way', async () => {
    const [tube] = (await boxAtLab('R7', 1)) as [string];
    const journal = front.get(Journal);
    const write = journal.record.bind(journal);
    journal.record = () => Promise.reject(new Error('the power went out'));
    try {
      const half = front.get(LabCounter).record({ boxCode: 'R7', accepted: [tube], rejected: [] }, way.lab);
      await expect(half).rejects.toThrow('power');
    } finally {
      journal.record = write;
    }
    expect(await front.database.query('SELECT 1 FROM lab.tube WHERE barcode = $1', [tube])).toHaveLength(0);
    expect((await record({ boxCode: 'R7', accepted: [tube], rejected: [] })).body.accepted).toBe(1);
  });
});
