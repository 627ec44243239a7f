import { createHash } from 'node:crypto';
import { LabRegister } from '#journey/lab';
import { openFront, type Front } from '../../support/house.js';
import { labMember, layAcceptedTubes, layWay } from '../../support/lab.js';
import { layStreet, type Street } from '../../support/street.js';

let front: Front;
let street: Street;
let tubes: string[];
type Name = 'lab' | 'colleague' | 'stranger' | 'nobodys' | 'scanner';
let people: Record<Name, Awaited<ReturnType<typeof labMember>>>;

beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 1);
  const way = await layWay(front);
  await front.get(LabRegister).put('LAB2', '第二实验室', null);
  people = {
    colleague: await labMember(front, 'colleague', 'LAB1'),
    stranger: await labMember(front, 'stranger', 'LAB2'),
    nobodys: await labMember(front, 'nobodys'),
    lab: (method, path, sent, contentType) =>
      front.send('lab', method, path, sent, contentType === undefined ? {} : { 'content-type': contentType }),
    scanner: (method, path, sent) => front.send('scanner', method, path, sent),
  };
  tubes = await layAcceptedTubes(front.database, street, way, 'REV', 40);
});
afterAll(() => front.close());
beforeEach(() => demands(true));

const ndjson = 'application/x-ndjson';

/** What the round says about it; undefined: nothing at all. */
async function demands(secondPerson: boolean | undefined): Promise<void> {
  const settings = secondPerson === undefined ? {} : { positivesNeedSecondPerson: secondPerson };
  await front.database.query('UPDATE campaign.round SET settings = $1 WHERE id = $2', [settings, street.roundId]);
}

function fileOf(outcomes: string[], note = ''): { text: string; sha256: string; barcodes: string[] } {
  const barcodes = outcomes.map(() => tubes.shift()!);
  const testedAt = new Date().toISOString();
  const rows = outcomes.map((outcome, n) => JSON.stringify({ barcode: barcodes[n], outcome, testedAt, note }));
  const text = [JSON.stringify({ file: 'plate.jsonl', rows: rows.length }), ...rows, ''].join('\n');
  return { text, sha256: createHash('sha256').update(text).digest('hex'), barcodes };
}
const handIn = (text: string, by: Name = 'lab') => people[by]('POST', '/lab/reports', text, ndjson);
const preview = async (text: string) => (await people.lab('POST', '/lab/reports/preview', text, ndjson)).body;
const sign = (sha256: string, by: Name = 'colleague') => people[by]('PUT', `/lab/report-reviews/${sha256}`, {});
const said = (barcodes: string[]) =>
  front.database.query('SELECT outcome FROM lab.tube_outcome WHERE barcode = ANY ($1)', [barcodes]);
const kept = (sha256: string) =>
  front.database.query(`SELECT 1 FROM lab.report WHERE sha256 = decode($1, 'hex')`, [sha256]);

describe('what a laboratory says is positive', () => {
  it.each([[true], [undefined]])(
    'is not entered by one person alone, and nothing is kept of the file (%s)',
    async (setting) => {
      await demands(setting);
      const { text, sha256, barcodes } = fileOf(['negative', 'positive', 'positive']);
      expect(await preview(text)).toMatchObject({ sha256, review: { isNeeded: true, isSigned: false } });
      const refused = await handIn(text);
      expect([refused.status, refused.body.code]).toEqual([409, 'positives-need-second-person']);
      expect((refused.body.messages as { en: string }).en).toContain('2 positive tubes');
      expect(await said(barcodes)).toEqual([]);
      expect(await kept(sha256)).toEqual([]);
    },
  );

  it('counts once a colleague has signed for these very bytes, however often either of them does it', async () => {
    const { text, sha256, barcodes } = fileOf(['positive']);
    const signed = await Promise.all(Array.from({ length: 4 }, () => sign(sha256)));
    expect(new Set(signed.map(({ status, body }) => `${status} ${body.reviewedAt as string}`)).size).toBe(1);
    expect(await preview(text)).toMatchObject({ review: { isNeeded: true, isSigned: true } });
    const entered = await Promise.all([handIn(text), handIn(text), handIn(text)]);
    expect(entered.map(({ status, body }) => [status, body.state as string])).toEqual(Array(3).fill([202, 'applied']));
    expect(await said(barcodes)).toEqual([{ outcome: 'positive' }]);
    expect(await preview(text)).toMatchObject({ review: { isNeeded: false } });
    const noted = await front.database.query(
      `SELECT actor_id FROM journal.entry WHERE topic = 'lab.report-reviewed' AND payload ->> 'sha256' = $1`,
      [sha256],
    );
    expect(noted).toHaveLength(1);
  });

  it('is signed for neither by whoever hands it in nor by another laboratory, and not for another file', async () => {
    const { text, sha256 } = fileOf(['positive']);
    expect((await sign(sha256, 'lab')).status).toBe(200);
    expect((await sign(sha256, 'stranger')).status).toBe(200);
    expect((await sign(createHash('sha256').update(`${text} `).digest('hex'))).status).toBe(200);
    expect(await preview(text)).toMatchObject({ review: { isNeeded: true, isSigned: false } });
    expect((await handIn(text)).body.code).toBe('positives-need-second-person');
    // The one who signed first is now the second person of a colleague who hands it in.
    expect((await handIn(text, 'colleague')).body.state).toBe('applied');
  });

  it('needs nobody else where the round says so, nor where nothing is positive for the first time', async () => {
    const [negative, contradicting] = [fileOf(['negative', 'inconclusive', 'invalid']), fileOf(['negative'])];
    expect(await preview(negative.text)).toMatchObject({ review: { isNeeded: false } });
    expect((await handIn(negative.text)).body.state).toBe('applied');
    expect((await handIn(contradicting.text)).body.state).toBe('applied');
    // A contradiction is held until an organiser has decided: that is two people already.
    const against = contradicting.text.replace('"negative"', '"positive"');
    expect((await handIn(against)).body.state).toBe('applied');
    await demands(false);
    const alone = fileOf(['positive']);
    expect((await handIn(alone.text)).body.state).toBe('applied');
  });

  it('is signed for by people of laboratories, by the whole digest of a file', async () => {
    const { sha256 } = fileOf(['positive']);
    expect((await sign(sha256, 'nobodys')).body.code).toBe('not-of-a-lab');
    expect((await sign(sha256, 'scanner')).status).toBe(403);
    for (const wrong of [sha256.slice(1), `${sha256}0`, 'z'.repeat(64), '%00']) {
      expect((await sign(wrong)).status).toBe(400);
    }
    const large = await sign(sha256.toUpperCase());
    expect([large.status, large.body.sha256]).toEqual([200, sha256]);
  });
});
