import iconv from 'iconv-lite';
import { Readable } from 'node:stream';
import { CommunityModule, DemonstrationStreet, LedgerIntake, LedgerReader } from '#journey/community';
import { openHouse, type House } from '../../support/house.js';
import { checkCharacterOf } from '../../../libs/journey/community/src/check-digit.js';
import { workbookOf, type TestCell } from '../../support/workbook.js';

let house: House;
beforeAll(async () => {
  house = await openHouse([CommunityModule]);
  await house.get(DemonstrationStreet).load({ residents: 0 });
});
afterAll(() => house.close());

const headings = ['姓名', '身份证号', '手机号', '网格编码', '户号'];
/** People of a test: `first` keeps the tests' people apart. */
const idOf = (number: number) => {
  const seventeen = `009${String(Math.floor(number / 1000)).padStart(3, '0')}19800101${String(number % 1000).padStart(3, '0')}`;
  return seventeen + checkCharacterOf(seventeen);
};
const rowOf = (number: number) => [
  `王${'甲乙丙丁'.charAt(number % 4)}`,
  idOf(number),
  `154${String(number).padStart(8, '0')}`,
  '370811013001-01',
  `${Math.floor(number / 3)}`,
];
const csvOf = (rows: readonly (readonly string[])[]) => [headings, ...rows].map((row) => row.join(',')).join('\n');

async function handIn(content: Buffer | string): Promise<string> {
  return house.get(LedgerIntake).receive(Readable.from([Buffer.from(content)]), null);
}
async function imported(content: Buffer | string) {
  const id = await handIn(content);
  await house.get(LedgerReader).workOff(id);
  return { ...(await house.get(LedgerIntake).progress(id)), id };
}
const errorsOf = async (id: string) =>
  (await house.get(LedgerIntake).errors(id)).errors.map(({ line, code }) => [line, code]);
const refusalOf = (content: Buffer | string) =>
  handIn(content).then(
    () => 'taken',
    (error: unknown) => (error as { code: string }).code,
  );

describe('a ledger is handed in', () => {
  it('good rows are in, bad rows are listed, and the counts add up (5 bad rows in 10,000)', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => rowOf(at));
    rows[10]![1] = '110105194912310021';
    rows[20]![0] = '';
    rows[30]![3] = '370811013001-99';
    rows[40]![2] = '123';
    rows[50]![0] = '=cmd()';
    rows[60] = rows[59]!;
    const outcome = await imported(csvOf(rows));
    expect(outcome).toMatchObject({
      state: 'done',
      counts: { read: 10_000, added: 9_994, changed: 0, unchanged: 0, refused: 5, duplicates: 1 },
      rowErrors: 6,
    });
    expect(await errorsOf(outcome.id)).toEqual([
      [12, 'document-check-digit-is-wrong'],
      [22, 'name-is-missing'],
      [32, 'area-is-unknown'],
      [42, 'phone-number-has-wrong-form'],
      [52, 'cell-formula'],
      [62, 'person-is-in-ledger-twice'],
    ]);
  });

  it('handed in again, in another encoding, nothing changes', async () => {
    const rows = Array.from({ length: 2_500 }, (_, at) => rowOf(100 + at));
    const outcome = await imported(iconv.encode(csvOf(rows), 'gb18030'));
    expect(outcome.counts).toMatchObject({ read: 2_500, added: 0, changed: 0, unchanged: 2_500 });
  });

  it('who moved house or has a new phone is changed, and only they', async () => {
    const rows = Array.from({ length: 300 }, (_, at) => rowOf(200 + at));
    rows[7]![2] = '15499999999';
    rows[8]![3] = '370811013001-02';
    expect((await imported(csvOf(rows))).counts).toMatchObject({ changed: 2, unchanged: 298, added: 0 });
    expect((await imported(csvOf(rows))).counts).toMatchObject({ changed: 0, unchanged: 300 });
  });

  it('a workbook does the same; formula cells and numbers that lost digits are listed', async () => {
    const rows: TestCell[][] = [
      ['阜桥街道居民台账'],
      ['*姓名', '证件号码', '联系电话', '社区', '网格', '楼栋', '备注'],
    ];
    for (let at = 0; at < 50; at += 1)
      rows.push([
        `李${at % 2 === 0 ? '明' : '红'}`,
        idOf(20_000 + at),
        15400000000 + at,
        '粉莲街社区',
        '第2网格',
        '3号楼',
        '',
      ]);
    rows[5]![1] = 370811198001010123;
    rows[6]![0] = { formula: 'A1', value: '李明' };
    const outcome = await imported(workbookOf(rows));
    expect(outcome).toMatchObject({
      state: 'done',
      format: 'xlsx',
      counts: { read: 50, added: 48, refused: 2 },
      ignoredColumns: ['备注'],
    });
    expect(await errorsOf(outcome.id)).toEqual([
      [6, 'cell-lost-digits'],
      [7, 'cell-formula'],
    ]);
  });

  it('what cannot be a ledger is refused at once and nothing is kept', async () => {
    const before = await house.database.query('SELECT id FROM community.ledger_import');
    expect(await refusalOf(Buffer.from(`\uFEFF${csvOf([])}`, 'utf16le'))).toBe('sheet-is-utf16');
    expect(await refusalOf('姓名,手机号\n王,1')).toBe('ledger-column-is-missing');
    expect(await refusalOf('a,b\n1,2')).toBe('ledger-has-no-headings');
    expect(await refusalOf('')).toBe('sheet-is-empty');
    expect(await refusalOf(Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100)]))).toBe(
      'sheet-workbook-is-broken',
    );
    expect(await house.database.query('SELECT id FROM community.ledger_import')).toEqual(before);
  });

  it('a quote that is never closed: the rows before it are in, the rest is named', async () => {
    const content = `${csvOf([rowOf(30_000), rowOf(30_001)])}\n"王,${'x\n'.repeat(70_000)}`;
    const outcome = await imported(content);
    expect(outcome).toMatchObject({
      state: 'refused',
      refusal: { code: 'sheet-csv-is-broken' },
      counts: { read: 2, added: 2 },
    });
  });

  it('a child named before the guardian is tied to them in the end', async () => {
    const content = [
      '姓名,证件类型,证件号码,监护人身份证号,网格编码',
      `王小宝,无证件,,${idOf(31_000)},370811013001-01`,
      `王爸爸,身份证,${idOf(31_000)},,370811013001-01`,
    ].join('\n');
    const { counts } = await imported(content);
    expect(counts).toMatchObject({ added: 2, refused: 0 });
    const [tied] = await house.database.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM community.resident WHERE guardian_id IS NOT NULL',
    );
    expect(tied?.count).toBe(1);
  });
});

describe('a ledger under strain', () => {
  it('the same file handed in twice and read at the same time adds everybody once', async () => {
    const content = csvOf(Array.from({ length: 3_000 }, (_, at) => rowOf(40_000 + at)));
    const ids = await Promise.all([handIn(content), handIn(content), handIn(content)]);
    await Promise.all(ids.map((id) => house.get(LedgerReader).workOff(id)));
    const outcomes = await Promise.all(ids.map((id) => house.get(LedgerIntake).progress(id)));
    expect(outcomes.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    expect(outcomes.reduce((sum, { counts }) => sum + counts.added, 0)).toBe(3_000);
    expect(outcomes.every(({ counts }) => counts.added + counts.unchanged === 3_000)).toBe(true);
  });

  it('one import that two readers go for at once is read once', async () => {
    const id = await handIn(csvOf(Array.from({ length: 2_200 }, (_, at) => rowOf(50_000 + at))));
    await Promise.all([1, 2, 3].map(() => house.get(LedgerReader).workOff(id)));
    expect((await house.get(LedgerIntake).progress(id)).counts).toMatchObject({ read: 2_200, added: 2_200 });
  });

  it('stopped half-way, the next reader goes on and the counts are the same as without the stop', async () => {
    const rows = Array.from({ length: 4_500 }, (_, at) => rowOf(60_000 + at));
    rows[100]![0] = '';
    rows[4_000] = rows[5]!;
    const id = await handIn(csvOf(rows));
    // The third part dies inside its transaction: its residents are written, then the book-keeping fails.
    await house.database.query(`CREATE FUNCTION community.die() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF NEW.read > 2000 THEN RAISE EXCEPTION 'power cut'; END IF; RETURN NEW; END $$`);
    await house.database.query(
      'CREATE TRIGGER die BEFORE UPDATE ON community.ledger_import FOR EACH ROW EXECUTE FUNCTION community.die()',
    );
    await expect(house.get(LedgerReader).workOff(id)).rejects.toThrow('power cut');
    expect(await house.get(LedgerIntake).progress(id)).toMatchObject({
      state: 'reading',
      counts: { read: 2_000, added: 1_999, refused: 1 },
    });
    const [there] = await house.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM community.resident WHERE phone_masked LIKE '154%' AND created_at >= (SELECT created_at FROM community.ledger_import WHERE id = $1)`,
      [id],
    );
    expect(there?.count).toBe(1_999);
    await house.database.query('DROP TRIGGER die ON community.ledger_import');
    await house.get(LedgerReader).workOffAll();
    expect(await house.get(LedgerIntake).progress(id)).toMatchObject({
      state: 'done',
      counts: { read: 4_500, added: 4_498, refused: 1, duplicates: 1, unchanged: 0, changed: 0 },
      rowErrors: 2,
    });
  });

  it('a part that fails again and again ends the import instead of being tried for ever', async () => {
    const id = await handIn(csvOf([rowOf(70_000)]));
    await house.database.query(`CREATE FUNCTION community.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'no'; END $$`);
    await house.database.query(
      'CREATE TRIGGER refuse BEFORE INSERT ON community.resident FOR EACH ROW EXECUTE FUNCTION community.refuse()',
    );
    for (let attempt = 0; attempt < 5; attempt += 1)
      await expect(house.get(LedgerReader).workOff(id)).rejects.toThrow('no');
    await house.database.query('DROP TRIGGER refuse ON community.resident');
    await house.get(LedgerReader).workOff(id);
    expect(await house.get(LedgerIntake).progress(id)).toMatchObject({
      state: 'refused',
      refusal: { code: 'ledger-reading-failed' },
      counts: { read: 0, added: 0 },
    });
  });

  it('nothing personal is stored in clear and the file is gone with its key', async () => {
    const tables = await Promise.all(
      ['resident', 'household', 'ledger_import', 'ledger_import_error'].map((table) =>
        house.database.query(`SELECT t::text AS row FROM community.${table} t`),
      ),
    );
    const text = JSON.stringify(tables);
    for (const secret of ['王甲', '李明', idOf(0), idOf(40_001), '15400000007']) expect(text).not.toContain(secret);
    expect(
      await house.database.query(
        `SELECT id FROM community.ledger_import WHERE state = 'done' AND file_key_sealed IS NOT NULL`,
      ),
    ).toEqual([]);
  });
});
