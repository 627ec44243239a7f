import { openFront, type Front } from '../../support/house.js';
import { layAcceptedTubes, layWay, type Way } from '../../support/lab.js';
import { layStreet, type Street } from '../../support/street.js';
import { workbookOf } from '../../support/workbook.js';

let front: Front;
let street: Street;
let way: Way;

beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 3);
  way = await layWay(front);
});
afterAll(() => front.close());

const csv = { 'content-type': 'text/csv' };
const xlsx = { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
const head = ['采样管编号', '检测结果', '检测时间'];

function now(): string {
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return clock.format(new Date());
}
const table = (...rows: string[][]) => [head, ...rows].map((row) => row.join(',')).join('\n');
const outcomes = (prefix: string) =>
  front.database.query<{ barcode: string; outcome: string; state: string }>(
    'SELECT barcode, outcome, state FROM lab.tube_outcome WHERE barcode LIKE $1 ORDER BY barcode, version',
    [`${prefix}%`],
  );

describe('a report in a table', () => {
  it('is looked at before anything happens, then applied once, and named as its file was', async () => {
    const [a, b] = (await layAcceptedTubes(front.database, street, way, 'CSV', 2)) as [string, string];
    const file = table([a, '阴性', now()], [b, '阳性', now()]);
    const looked = await front.send('lab', 'POST', '/lab/reports/preview', file, csv);
    expect([looked.status, looked.body]).toMatchObject([
      200,
      { rows: 2, counts: { current: 2, repeated: 0, held: 0 }, outcomes: { positive: 1 }, positives: [b], errors: [], applied: null },
    ]); // prettier-ignore
    expect(await outcomes('CSV')).toEqual([]);
    const name = '<img src=x onerror=alert(1)>.csv';
    const path = `/lab/reports?file=${encodeURIComponent(name)}`;
    const first = await front.send('lab', 'POST', path, file, csv);
    expect([first.status, first.body.state]).toEqual([202, 'applied']);
    const again = await front.send('lab', 'POST', path, file, csv);
    expect(again.body).toEqual(first.body);
    const relooked = await front.send('lab', 'POST', '/lab/reports/preview', file, csv);
    expect(relooked.body).toMatchObject({ counts: { repeated: 2 }, applied: { id: first.body.id as string } });
    const { body: list } = await front.send('lab', 'GET', '/lab/reports');
    expect(list.reports[0]).toMatchObject({ id: first.body.id as string, file: name, rows: 2, state: 'applied' });
    expect((await outcomes('CSV')).map(({ outcome }) => outcome)).toEqual(['negative', 'positive']);
  });

  it('of a workbook says line by line what is wrong, and what contradicts', async () => {
    const [a, b] = (await layAcceptedTubes(front.database, street, way, 'XLS', 2)) as [string, string];
    const book = (...rows: string[][]) => workbookOf([head, ...rows]);
    const wrong = book([a, '阴性', now()], ['XLS-none', '阴性', now()], [b, '大概', now()]);
    const { body } = await front.send('lab', 'POST', '/lab/reports/preview', wrong, xlsx);
    const errors = body.errors as { line: number; code: string }[];
    expect(errors.map(({ line, code }) => [line, code])).toEqual([[3, 'tube-not-received'], [4, 'unknown-outcome']]); // prettier-ignore
    await front.send('lab', 'POST', '/lab/reports', book([a, '阴性', now()]), xlsx);
    const against = await front.send('lab', 'POST', '/lab/reports/preview', book([a, '阳性', now()]), xlsx);
    expect(against.body.contradictions).toEqual([{ barcode: a, line: 2, outcome: 'positive', current: 'negative' }]);
    expect(await outcomes('XLS')).toMatchObject([{ barcode: a, outcome: 'negative', state: 'current' }]);
  });

  it('is refused in words whatever comes', async () => {
    for (const [body, type] of [
      ['', csv],
      ['PK\u0003\u0004x', xlsx],
      [Buffer.alloc(70_000, 0xff), csv],
    ] as const) {
      const { status, body: said } = await front.send('lab', 'POST', '/lab/reports/preview', body, type);
      expect([status, said.errorCount]).toEqual([200, 1]);
    }
    const name = encodeURIComponent('a\u0000b');
    expect((await front.send('lab', 'POST', `/lab/reports?file=${name}`, table(), csv)).status).toBe(400);
    expect((await front.send('organiser', 'POST', '/lab/reports/preview', table(), csv)).status).toBe(403);
  });
});

describe('the receipt of a box', () => {
  it('is found by the box, and its differences tell what became of the tubes', async () => {
    expect((await front.send('lab', 'GET', '/lab/receipts?boxCode=NOBOX')).status).toBe(404);
    const found = await front.send('lab', 'GET', '/lab/receipts?boxCode=CSV-BOX');
    expect(found.body).toMatchObject({ boxCode: 'CSV-BOX', accepted: 2, missing: [], surplus: [] });
    await front.database.query(
      `INSERT INTO lab.receipt_difference (receipt_id, barcode, kind, cause, taken_in)
       VALUES ($1, 'CSV00000', 'missing', 'not-in-box', false)`,
      [found.body.id],
    );
    for (const role of ['lab', 'sitelead', 'organiser'] as const) {
      const { body } = await front.send(role, 'GET', '/lab/differences');
      expect(body.differences).toMatchObject([{ boxCode: 'CSV-BOX', barcode: 'CSV00000', ending: null }]);
    }
  });
});
