import { LabRegister, ReportDesk } from '#journey/lab';
import { Journal } from '#platform/journal';
import { openFront, type Front } from '../../support/house.js';
import { layAcceptedTubes, layWay, type Way } from '../../support/lab.js';
import { account, layStreet, type Street } from '../../support/street.js';

let front: Front;
let street: Street;
let way: Way;

beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 3);
  way = await layWay(front);
});
afterAll(() => front.close());

const ndjson = { 'content-type': 'application/x-ndjson' };
const upload = (body: string | Uint8Array) => front.send('lab', 'POST', '/lab/reports', body, ndjson);
const read = (id: string) => front.send('lab', 'GET', `/lab/reports/${id}`);

function row(barcode: string, outcome = 'negative', testedAt = new Date()): string {
  return JSON.stringify({ barcode, outcome, testedAt: testedAt.toISOString() });
}
function file(rows: string[], declared = rows.length): string {
  return [JSON.stringify({ file: 'plate.jsonl', rows: declared }), ...rows, ''].join('\n');
}
async function refusal(body: string | Uint8Array): Promise<{ line: number; code: string }[]> {
  const { status, body: given } = await upload(body);
  expect([status, given.state]).toEqual([202, 'refused']);
  const report = await read(given.id as string);
  return (report.body.errors as { line: number; code: string }[]).map(({ line, code }) => ({ line, code }));
}
async function outcomesOf(
  prefix: string,
): Promise<{ barcode: string; version: number; outcome: string; state: string }[]> {
  return front.database.query(
    `SELECT barcode, version, outcome, state FROM lab.tube_outcome WHERE barcode LIKE $1 ORDER BY barcode, version`,
    [`${prefix}%`],
  );
}

describe('a report of a laboratory', () => {
  it('of ten thousand rows is applied once when it is uploaded five times at once', async () => {
    const tubes = await layAcceptedTubes(front.database, street, way, 'BIG', 10_000);
    const body = file(tubes.map((barcode) => row(barcode)));
    const answers = await Promise.all(Array.from({ length: 5 }, () => upload(body)));
    expect(answers.map(({ status, body: given }) => [status, given.state as string])).toEqual(
      Array(5).fill([202, 'applied']),
    );
    expect(new Set(answers.map(({ body: given }) => given.id as string)).size).toBe(1);
    const report = await read(answers[0]!.body.id as string);
    expect(report.body).toMatchObject({
      rows: 10_000,
      counts: { current: 10_000, repeated: 0, held: 0 },
      errorCount: 0,
    });
    const applied = await front.database.query(`SELECT 1 FROM journal.entry WHERE topic = 'lab.report-applied'`);
    expect(applied).toHaveLength(1);
  });

  it('says of every wrong row what is wrong, before anything of it is applied', async () => {
    const [a, b, c, d, e] = (await layAcceptedTubes(front.database, street, way, 'ERR', 5)) as [string, string, string, string, string]; // prettier-ignore
    await front.database.query(`UPDATE lab.tube SET accepted = false, reject_reason = '漏液' WHERE barcode = $1`, [b]);
    const hour = 3_600_000;
    const errors = await refusal(
      file([
        row(a), row(b), row('ERR-none'), row(a, 'positive'), row(c, 'perhaps'), row(c, 'negative', new Date(Date.now() - hour)),
        row(d, 'negative', new Date(Date.now() + hour)), '{"barcode":', '[]', 'null', `{"__proto__":{"a":1},${row(e).slice(1)}`, row(e),
      ], 11), // prettier-ignore
    );
    expect(errors).toEqual([
      { line: 1, code: 'count-differs' },
      { line: 3, code: 'tube-rejected' },
      { line: 4, code: 'tube-not-received' },
      { line: 5, code: 'duplicate-tube' },
      { line: 6, code: 'unknown-outcome' },
      { line: 7, code: 'tested-before-received' },
      { line: 8, code: 'tested-in-the-future' },
      { line: 9, code: 'broken-json' },
      { line: 10, code: 'wrong-row' },
      { line: 11, code: 'wrong-row' },
      { line: 12, code: 'wrong-row' },
    ]);
    expect(await outcomesOf('ERR')).toEqual([]);
  });

  it('cut off anywhere is refused whole', async () => {
    const tubes = await layAcceptedTubes(front.database, street, way, 'CUT', 20);
    const whole = Buffer.from(file(tubes.map((barcode) => row(barcode))));
    // Without its last line break the file still holds every row: one byte less is whole.
    for (let cut = 1; cut < whole.length - 1; cut += 37) {
      const { body } = await upload(whole.subarray(0, cut));
      expect(body.state).toBe('refused');
    }
    expect(await outcomesOf('CUT')).toEqual([]);
    expect((await upload(whole)).body.state).toBe('applied');
    expect(await outcomesOf('CUT')).toHaveLength(20);
  });

  it('is judged anew when it was refused because its tubes had not been recorded yet', async () => {
    const body = file([row('LATE00000')]);
    expect(await refusal(body)).toEqual([{ line: 2, code: 'tube-not-received' }]);
    await layAcceptedTubes(front.database, street, way, 'LATE', 1);
    const first = await upload(body);
    expect(first.body.state).toBe('applied');
    expect((await upload(body)).body).toEqual(first.body);
  });

  it('comes to the same state in whatever order its files come and however often', async () => {
    const states: string[] = [];
    for (const [n, order] of [
      [0, 1, 2],
      [2, 1, 0, 1],
      [1, 1, 0, 2, 0],
    ].entries()) {
      const prefix = `ORD${n}`;
      const tubes = await layAcceptedTubes(front.database, street, way, prefix, 30);
      const at = new Date();
      const outcome = (k: number) => ['negative', 'positive', 'inconclusive', 'invalid'][k % 4];
      const files = [0, 1, 2].map((part) =>
        file(tubes.map((barcode, k) => [k, row(barcode, outcome(k), at)] as const).filter(([k]) => k % 3 === part || k % 7 === 0).map(([, r]) => r)),
      ); // prettier-ignore
      for (const part of order) expect((await upload(files[part]!)).body.state).toBe('applied');
      states.push(JSON.stringify(await outcomesOf(prefix)).replaceAll(prefix, ''));
    }
    expect(new Set(states).size).toBe(1);
  });

  it('says what it cannot read, refuses what is too large or in another format, and never fails on it', async () => {
    expect(await refusal('')).toEqual([{ line: 1, code: 'no-rows' }]);
    expect(await refusal('\n\n')).toEqual([{ line: 1, code: 'no-rows' }]);
    expect(await refusal(Buffer.from([0xff, 0xfe, 0x0a, 0x00]))).toContainEqual({ line: 1, code: 'broken-encoding' });
    expect(await refusal('{"barcode":"a\\u0000","outcome":"negative","testedAt":"2026-01-01T00:00:00Z"}')).toEqual([
      { line: 1, code: 'wrong-row' },
    ]);
    const json = await front.send('lab', 'POST', '/lab/reports', [{ barcode: 'a' }]);
    expect([json.status, json.body.code]).toEqual([415, 'report-format-unknown']);
    const large = await upload(Buffer.alloc(21 * 1024 * 1024, 0x20));
    expect([large.status, large.body.code]).toEqual([413, 'report-is-too-large']);
    expect((await front.send('scanner', 'POST', '/lab/reports', '', ndjson)).status).toBe(403);
    expect((await read(street.roundId)).body.code).toBe('unknown-report');
  });

  it('is not shown to another laboratory', async () => {
    const [tube] = await layAcceptedTubes(front.database, street, way, 'OWN', 1);
    const { body } = await upload(file([row(tube!)]));
    const labs = front.get(LabRegister);
    await labs.put('LAB9', '第九实验室', null);
    await labs.assign(await account(front.database, 'lab9', 'lab'), 'LAB9', null);
    await expect(front.get(ReportDesk).find(body.id as string, 'LAB9')).rejects.toMatchObject({
      code: 'unknown-report',
    });
    expect((await front.send('organiser', 'GET', `/lab/reports/${String(body.id)}`)).status).toBe(200);
  });

  it('leaves nothing half-applied when it is stopped half-way', async () => {
    const [tube] = await layAcceptedTubes(front.database, street, way, 'HALF', 1);
    const journal = front.get(Journal);
    const write = journal.record.bind(journal);
    journal.record = () => Promise.reject(new Error('the power went out'));
    const bytes = Buffer.from(file([row(tube!)]));
    try {
      await expect(
        front.get(ReportDesk).upload({ bytes, contentType: 'application/x-ndjson' }, way.lab),
      ).rejects.toThrow('power');
    } finally {
      journal.record = write;
    }
    expect(await outcomesOf('HALF')).toEqual([]);
    expect((await upload(bytes)).body.state).toBe('applied');
  });
});

describe('a late contradiction', () => {
  const decide = (barcode: string, version: number, decision: string, reason = '复核电话确认') =>
    front.send('organiser', 'PUT', `/lab/contradictions/${barcode}/${version}/decision`, { decision, reason });

  it('is held, upward as well as downward, and said again makes no new version', async () => {
    const [up, down] = (await layAcceptedTubes(front.database, street, way, 'HELD', 2)) as [string, string];
    await upload(file([row(up, 'negative'), row(down, 'positive')]));
    const second = await upload(file([row(up, 'positive'), row(down, 'negative')]));
    await upload(file([row(up, 'positive', new Date(Date.now() - 1_000))]));
    expect((await read(second.body.id as string)).body.counts).toEqual({ current: 0, repeated: 0, held: 2 });
    expect(await outcomesOf('HELD')).toEqual([
      { barcode: up, version: 1, outcome: 'negative', state: 'current' },
      { barcode: up, version: 2, outcome: 'positive', state: 'held' },
      { barcode: down, version: 1, outcome: 'positive', state: 'current' },
      { barcode: down, version: 2, outcome: 'negative', state: 'held' },
    ]);
    const list = await front.send('organiser', 'GET', '/lab/contradictions');
    expect(list.body.contradictions).toMatchObject([
      { barcode: up, version: 2, outcome: 'positive', currentOutcome: 'negative' },
      { barcode: down, version: 2, outcome: 'negative', currentOutcome: 'positive' },
    ]);
  });

  it('is applied or dismissed once, by an organiser, with a reason', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => decide('HELD00000', 2, 'apply')));
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200));
    expect((await decide('HELD00000', 2, 'dismiss')).body.code).toBe('contradiction-is-decided');
    expect((await decide('HELD00001', 2, 'dismiss')).status).toBe(200);
    expect((await decide('HELD00001', 1, 'apply')).body.code).toBe('unknown-contradiction');
    expect((await decide('HELD00001', 9, 'apply')).body.code).toBe('unknown-contradiction');
    expect((await decide('HELD00001', 0, 'apply')).status).toBe(400);
    expect((await outcomesOf('HELD')).map(({ state }) => state)).toEqual([
      'superseded',
      'current',
      'current',
      'dismissed',
    ]);
    const events = await front.database.query(`SELECT 1 FROM journal.entry WHERE topic = 'lab.contradiction-applied'`);
    expect(events).toHaveLength(1);
  });

  it('is not decided by whoever uploaded it', async () => {
    const [tube] = (await layAcceptedTubes(front.database, street, way, 'TWO', 1)) as [string];
    await upload(file([row(tube, 'negative')]));
    await upload(file([row(tube, 'invalid')]));
    const organiser = await account(front.database, 'organiser');
    await front.database.query('UPDATE lab.report SET uploaded_by = $1', [organiser]);
    expect((await decide(tube, 2, 'apply')).body.code).toBe('decision-needs-another-person');
    expect(
      (await front.send('lab', 'PUT', `/lab/contradictions/${tube}/2/decision`, { decision: 'apply', reason: 'x' }))
        .status,
    ).toBe(403);
  });
});
