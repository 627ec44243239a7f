import { uuidv7 } from 'uuidv7';
import { ResidentCodeDesk, ResidentRegister } from '#journey/community';
import { Acts, type Entry } from '../../support/acts.js';
import { layDevice, type SignedBatch, type TestDevice } from '../../support/device.js';
import { openFront, type Front } from '../../support/house.js';
import { account, layStreet, type Street } from '../../support/street.js';
import { laySite, layTube } from '../../support/tubes.js';

let front: Front;
let street: Street;
let people: { madeBy: string; enrolledBy: string; approvedBy: string };
let tubes = 0;
let persons = 0;

beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 300);
  people = {
    madeBy: await account(front.database, 'sitelead'),
    enrolledBy: street.scannerId,
    approvedBy: await account(front.database, 'organiser'),
  };
});
afterAll(() => front.close());

const newDevice = () => layDevice(front.database, street.siteId, people);
const newTube = () => `OFF-${String((tubes += 1)).padStart(5, '0')}`;
const person = () => street.residents[(persons += 1)]!;

/** The acts of one device; a swab of nobody in particular is one of the next person. */
class TableActs extends Acts {
  override swab(tube: string, resident: object = { id: person().id }, more: object = {}): Entry {
    return super.swab(tube, resident, more);
  }
}
const acts = () => new TableActs(street);

const send = (batch: SignedBatch, headers: Record<string, string> = {}) =>
  front.send(undefined, 'POST', '/device-batches', batch, headers);

async function sent(device: TestDevice, entries: object[], given = {}) {
  const answer = await send(await device.batch(entries, given));
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  return answer.body as {
    counter: number;
    fault: string | null;
    repeated: number;
    entries: { seq: number; id: string; outcome: string; rules: string[]; place: number | null }[];
    holes: [number, number][];
    skewSeconds: number | null;
  };
}

const outcomesOf = (answer: { entries: { outcome: string }[] }) => answer.entries.map(({ outcome }) => outcome);
const rulesOf = (answer: { entries: { rules: string[] }[] }) => answer.entries.map(({ rules }) => rules.join());
const booksOf = async (device: TestDevice): Promise<Record<string, number>> =>
  (await front.send('sitelead', 'GET', `/devices/${device.id}/books`)).body;
const swabsIn = (tube: string) =>
  front.database.query(
    'SELECT id, place, resident_id, occasion, actor_id, sampled_at FROM sampling.swab WHERE tube_barcode = $1 ORDER BY place',
    [tube],
  );
const casesOf = (device: TestDevice) =>
  front.database.query<Record<'kind' | 'subject' | 'act_id' | 'owner_role' | 'state', string>>(
    'SELECT kind, subject, act_id, owner_role, state, details FROM sampling.exception WHERE device_id = $1 ORDER BY raised_at, id',
    [device.id],
  );
const tubeOf = async (tube: string) => (await front.send('organiser', 'GET', `/tubes/${tube}`)).body;

async function balanced(device: TestDevice) {
  const books = await booksOf(device);
  expect(books.received).toBe(books.accepted! + books.exceptions! + books.refused!);
  expect(books.arrived).toBe(books.received! + books.repeated!);
  expect(books.balances).toBe(true);
  const wrong = await front.database.query('SELECT * FROM sampling.device_book_difference');
  expect(wrong).toEqual([]);
  return books;
}

describe('a table that worked without a network', () => {
  it('hands over a whole tube, opened, filled and sealed, without anybody signed in', async () => {
    const [device, a, tube] = [await newDevice(), acts(), newTube()];
    const residents = Array.from({ length: 10 }, person);
    const entries = [a.open(tube), ...residents.map(({ id }) => a.swab(tube, { id })), a.seal(tube, 10)];
    const answer = await sent(device, entries);
    expect(outcomesOf(answer)).toEqual(Array(12).fill('accepted'));
    expect(answer.entries.map(({ place }) => place)).toEqual([null, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, null]);
    expect(await tubeOf(tube)).toMatchObject({ state: 'sealed', filled: 10, countedSwabs: 10 });
    const rows = await swabsIn(tube);
    expect(rows.map(({ resident_id }) => resident_id)).toEqual(residents.map(({ id }) => id));
    expect(new Set(rows.map(({ actor_id }) => actor_id))).toEqual(new Set([street.scannerId]));
    expect(await casesOf(device)).toEqual([]);
    expect(await balanced(device)).toMatchObject({ counter: 1, received: 12, accepted: 12 });
  });

  it('gets the same answer when the same batch is sent again, five times at once', async () => {
    const [device, a, tube] = [await newDevice(), acts(), newTube()];
    const batch = await device.batch([a.open(tube), a.swab(tube), a.swab(tube), { seq: 4, rubbish: true }]);
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(batch)));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body.entries))).size).toBe(1);
    expect(await swabsIn(tube)).toHaveLength(2);
    expect(await balanced(device)).toMatchObject({ arrived: 20, repeated: 16, received: 4, accepted: 3, refused: 1 });
    expect(await casesOf(device)).toHaveLength(1);
  });

  it('may be cut anywhere and send what it likes again: each act is there once, with the answer it had', async () => {
    const [device, a, tube] = [await newDevice(), acts(), newTube()];
    const all = [a.open(tube), ...Array.from({ length: 10 }, () => a.swab(tube)), a.seal(tube, 10)];
    const first = await sent(device, all.slice(0, 7));
    const second = await sent(device, all.slice(3, 12));
    const whole = await sent(device, all);
    expect(whole.repeated).toBe(12);
    expect(whole.entries).toEqual([...first.entries, ...second.entries.slice(4)]);
    expect(await swabsIn(tube)).toHaveLength(10);
    expect(await balanced(device)).toMatchObject({ arrived: 28, received: 12, accepted: 12 });
  });

  it('stores nothing of a batch that stops half-way, and all of it when it comes again', async () => {
    const [device, a, tube] = [await newDevice(), acts(), newTube()];
    const batch = await device.batch([a.open(tube), a.swab(tube), a.seal(tube, 1, { reason: 'deadline' })]);
    await front.database.query(`CREATE FUNCTION sampling.stop() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'stop' USING ERRCODE = '57014'; END $$`);
    await front.database.query(
      'CREATE TRIGGER stop BEFORE UPDATE ON sampling.device_line FOR EACH ROW EXECUTE FUNCTION sampling.stop()',
    );
    expect((await send(batch)).status).toBe(503);
    await front.database.query('DROP FUNCTION sampling.stop() CASCADE');
    expect([await swabsIn(tube), (await booksOf(device)).received]).toEqual([[], 0]);
    expect(outcomesOf((await send(batch)).body)).toEqual(['accepted', 'accepted', 'accepted']);
    await balanced(device);
  });

  it('is the same swab as one that was sent online and whose answer was lost', async () => {
    const [device, a, tube] = [await newDevice(), acts(), newTube()];
    const [opening, swab] = [a.open(tube), a.swab(tube, { id: person().id })];
    const { roundId, stationId } = street;
    await front.send('scanner', 'POST', '/tubes', { barcode: tube, roundId, stationId, poolClass: '10' });
    const { id, resident, at } = swab;
    await front.send('scanner', 'POST', `/tubes/${tube}/swabs`, { id, resident, scannedAt: at });
    expect(outcomesOf(await sent(device, [opening, swab]))).toEqual(['accepted', 'accepted']);
    expect(await swabsIn(tube)).toHaveLength(1);
  });
});

describe('what breaks a rule has happened all the same', () => {
  it('an eleventh swab gets place eleven, and a case that the site lead owns', async () => {
    const [device, a, tube] = [await newDevice(), acts(), newTube()];
    const answer = await sent(device, [
      a.open(tube),
      ...Array.from({ length: 11 }, () => a.swab(tube)),
      a.seal(tube, 11),
    ]);
    expect(answer.entries[11]).toMatchObject({ outcome: 'exception', rules: ['tube-over-capacity'], place: 11 });
    expect(answer.entries[12]).toMatchObject({ outcome: 'accepted' });
    expect(await tubeOf(tube)).toMatchObject({ filled: 11, capacity: 10, state: 'sealed' });
    expect(await casesOf(device)).toMatchObject([
      { kind: 'tube-over-capacity', subject: `tube:${tube}`, owner_role: 'sitelead', act_id: answer.entries[11]!.id },
    ]);
    await balanced(device);
  });

  it('a person who was sampled before is in the second tube as well, and counts once', async () => {
    const [device, a, tube, other, { id }] = [await newDevice(), acts(), newTube(), newTube(), person()];
    await layTube(front.database, street, other, [{ id }], { open: true });
    const answer = await sent(device, [a.open(tube), a.swab(tube, { id }), a.swab(tube, { id })]);
    expect(rulesOf(answer)).toEqual(['', 'person-already-sampled', 'person-already-sampled']);
    expect((await swabsIn(tube)).map(({ occasion }) => occasion)).toEqual([1, 2]);
    const [row] = await front.database.query(
      'SELECT count(*)::int AS rows, bool_and(sampled) AS sampled FROM coverage.person_v1 WHERE resident_id = $1',
      [id],
    );
    expect(row).toEqual({ rows: 1, sampled: true });
  });

  it('one person twice in one batch is in the tube twice, the second time as an exception, and so is whoever comes behind them', async () => {
    const [device, a, tube] = [await newDevice(), acts(), newTube()];
    const twice = { id: person().id };
    const answer = await sent(device, [a.open(tube), a.swab(tube, twice), a.swab(tube, twice), a.swab(tube)]);
    expect(outcomesOf(answer)).toEqual(['accepted', 'accepted', 'exception', 'accepted']);
    expect((await swabsIn(tube)).map(({ place }) => place)).toEqual([1, 2, 3]);
  });

  it('one person on two devices at the same moment is in both tubes, one of them as an exception', async () => {
    const devices = await Promise.all([newDevice(), newDevice(), newDevice()]);
    const [{ id }, codes] = [person(), [newTube(), newTube(), newTube()]];
    const answers = await Promise.all(
      devices.map(async (device, n) => {
        const a = acts();
        return sent(device, [a.open(codes[n]!), a.swab(codes[n]!, { id })]);
      }),
    );
    expect(answers.map((answer) => rulesOf(answer)[1]).sort()).toEqual([
      '',
      'person-already-sampled',
      'person-already-sampled',
    ]);
    for (const code of codes) expect(await swabsIn(code)).toHaveLength(1);
  });

  it('a tube that nobody opened is made from its first swab, and its opening may still come', async () => {
    const [device, a, tube] = [await newDevice(), acts(), newTube()];
    const opening = a.open(tube, { poolClass: '20' });
    const answer = await sent(device, [a.swab(tube), a.swab(tube)]);
    expect(rulesOf(answer)).toEqual(['unknown-tube', '']);
    expect(await tubeOf(tube)).toMatchObject({ filled: 2, poolClass: '10', roundId: street.roundId });
    expect(answer.holes).toEqual([[1, 1]]);
    const later = await sent(device, [opening]);
    expect([outcomesOf(later), later.holes]).toEqual([['accepted'], []]);
    expect(await tubeOf(tube)).toMatchObject({ filled: 2, poolClass: '20', capacity: 20 });
    expect((await casesOf(device)).map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
      'sequence-hole resolved',
      'unknown-tube resolved',
    ]);
  });

  it('a person whom nobody knows has a place in the tube; what was shown lies sealed', async () => {
    const [device, a, tube] = [await newDevice(), acts(), newTube()];
    const answer = await sent(device, [
      a.open(tube),
      a.swab(tube, { idNumber: '001000199001010027' }),
      a.swab(tube, { unreadable: '李四 13800000000' }),
      a.swab(tube, { code: 'SH1.broken' }),
      a.swab(tube, { id: uuidv7() }),
      a.swab(tube),
    ]);
    expect(rulesOf(answer)).toEqual(['', 'unknown-person', 'unreadable-code', 'unreadable-code', 'unknown-person', '']);
    expect((await swabsIn(tube)).map(({ place, resident_id }) => [place, resident_id === null])).toEqual([
      [1, true],
      [2, true],
      [3, true],
      [4, true],
      [5, false],
    ]);
    const { members } = (await tubeOf(tube)) as { members: { masked: string }[] };
    expect(members.map(({ masked }) => masked)).toEqual(['*', '*', '*', '*', '王*']);
    const [row] = await front.database.query<{ text: string }>(
      `SELECT (SELECT string_agg(e::text, '') FROM sampling.exception e) || (SELECT string_agg(j::text, '') FROM journal.entry j)
           || (SELECT string_agg(s::text, '') FROM sampling.swab s) || (SELECT string_agg(r::text, '') FROM sampling.device_act r) AS text`,
    );
    for (const personal of ['0010001990', '李四', '13800000000', 'SH1.broken'])
      expect(row!.text).not.toContain(personal);
  });

  it('a code that has expired since still says who it was; a revoked one is looked into', async () => {
    const [device, a, tube] = [await newDevice(), acts(), newTube()];
    const [expired, revoked] = [person(), person()];
    const codes = front.get(ResidentCodeDesk);
    const [first, second] = [await codes.issue(expired.id, null), await codes.issue(revoked.id, null)];
    await codes.revoke(second.reference, null);
    await front.database.query('UPDATE community.resident_code SET expires_at = issued_at WHERE ref = $1', [
      first.reference,
    ]);
    const answer = await sent(device, [
      a.open(tube),
      a.swab(tube, { code: first.payload }),
      a.swab(tube, { code: second.payload }),
    ]);
    expect(rulesOf(answer)).toEqual(['', '', 'unreadable-code']);
    expect((await swabsIn(tube)).map(({ resident_id }) => resident_id)).toEqual([expired.id, revoked.id]);
  });

  it('knows a person by the number on a document', async () => {
    const [device, a, tube, { id }] = [await newDevice(), acts(), newTube(), person()];
    const idNumber = '001000199001010019';
    const index = front.get(ResidentRegister).documentIndex(idNumber);
    await front.database.query('UPDATE community.resident SET document_index = $2 WHERE id = $1', [id, index]);
    expect(outcomesOf(await sent(device, [a.open(tube), a.swab(tube, { idNumber })]))).toEqual([
      'accepted',
      'accepted',
    ]);
    expect((await swabsIn(tube))[0]!.resident_id).toBe(id);
  });

  it('who should have been sampled singly, and a stranger in a household’s tube, are in the pool they are in', async () => {
    const [device, a, pool, family] = [await newDevice(), acts(), newTube(), newTube()];
    const [single, one, stranger] = [person(), person(), street.residents[290]!];
    await front.database.query('UPDATE community.resident SET single_only = true WHERE id = $1', [single.id]);
    const answer = await sent(device, [
      a.open(pool),
      a.swab(pool, { id: single.id }),
      a.open(family, { poolClass: 'household' }),
      a.swab(family, { id: one.id }),
      a.swab(family, { id: stranger.id }),
    ]);
    expect(rulesOf(answer)).toEqual(['', 'single-only-in-pool', '', '', 'other-household']);
    expect([await swabsIn(pool), await swabsIn(family)].map(({ length }) => length)).toEqual([1, 2]);
  });

  it('a swab of a round that was closed, or in a sealed or discarded tube, is in there', async () => {
    const [device, a, tube, sealed, discarded] = [await newDevice(), acts(), newTube(), newTube(), newTube()];
    await layTube(front.database, street, sealed, [person()]);
    await layTube(front.database, street, discarded, [], { open: true });
    await front.send('scanner', 'PUT', `/tubes/${discarded}/discard`, { reason: '破损' });
    await sent(device, [a.open(tube)]);
    await front.database.query(`UPDATE campaign.round SET state = 'closed' WHERE id = $1`, [street.roundId]);
    const answer = await sent(device, [a.swab(tube), a.swab(sealed), a.swab(discarded)]);
    await front.database.query(`UPDATE campaign.round SET state = 'open' WHERE id = $1`, [street.roundId]);
    expect(rulesOf(answer)).toEqual(
      [
        'round-not-running',
        'round-not-running,tube-not-open',
        'round-not-running,tube-not-open,tube-over-capacity',
      ].map((rules) => expect.stringContaining(rules.split(',')[0]!)),
    );
    expect(answer.entries.map(({ place }) => place)).toEqual([1, 2, 1]);
    expect(
      rulesOf(answer)
        .slice(1)
        .every((rules) => rules.includes('tube-not-open')),
    ).toBe(true);
  });

  it('a tube of another site is out of scope, and whoever is in it is in it', async () => {
    const [device, a, tube] = [await newDevice(), acts(), newTube()];
    const siteId = await laySite(front.database, `S${tube}`, street.buildings[0]);
    await layTube(front.database, street, tube, [], { open: true, siteId });
    const answer = await sent(device, [a.swab(tube), a.seal(tube, 1)]);
    expect(rulesOf(answer)).toEqual(['out-of-scope', 'out-of-scope']);
    expect(await swabsIn(tube)).toHaveLength(1);
    expect(await tubeOf(tube)).toMatchObject({ state: 'open' });
  });

  it('an act in the name of somebody who has nothing to do here is kept, and looked into', async () => {
    const [device, a, tube] = [await newDevice(), acts(), newTube()];
    const answer = await sent(device, [a.open(tube), a.swab(tube, undefined, { actorId: uuidv7() }), a.swab(tube)]);
    expect(rulesOf(answer)).toEqual(['', 'out-of-scope', '']);
    expect(await swabsIn(tube)).toHaveLength(2);
  });

  it('a tube that two devices had in hand is one case, whichever came first', async () => {
    const [one, other, a, b, tube] = [await newDevice(), await newDevice(), acts(), acts(), newTube()];
    await sent(one, [a.open(tube), a.swab(tube)]);
    const answer = await sent(other, [b.open(tube), b.swab(tube), b.swab(tube)]);
    expect(rulesOf(answer)).toEqual(Array(3).fill('two-devices-one-tube'));
    expect(rulesOf(await sent(one, [a.swab(tube)]))).toEqual(['two-devices-one-tube']);
    expect(await swabsIn(tube)).toHaveLength(4);
    const cases = [...(await casesOf(one)), ...(await casesOf(other))];
    expect(cases.filter(({ kind }) => kind === 'two-devices-one-tube')).toHaveLength(1);
  });

  it('a count that differs seals the tube all the same, and settles itself when the missing swabs arrive', async () => {
    const [device, a, tube] = [await newDevice(), acts(), newTube()];
    const opening = a.open(tube);
    const swabs = Array.from({ length: 10 }, () => a.swab(tube));
    const answer = await sent(device, [opening, ...swabs.slice(0, 6), a.seal(tube, 10)]);
    expect(rulesOf(answer).at(-1)).toBe('count-differs');
    expect(await tubeOf(tube)).toMatchObject({ state: 'sealed', filled: 6, countedSwabs: 10 });
    expect(answer.holes).toEqual([[8, 11]]);
    const late = await sent(device, swabs.slice(6));
    expect([rulesOf(late), late.holes]).toEqual([['', '', '', ''], []]);
    expect((await casesOf(device)).map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
      'count-differs resolved',
      'sequence-hole resolved',
    ]);
    expect(rulesOf(await sent(device, [a.swab(tube)]))[0]).toContain('tube-not-open');
  });

  it('a withdrawal lets the person come again; after the seal it is a correction', async () => {
    const [device, a, tube, { id }] = [await newDevice(), acts(), newTube(), person()];
    const opening = a.open(tube);
    const wrong = a.swab(tube, { id });
    const withdrawn = a.void(wrong.id);
    const right = a.swab(tube, { id });
    const answer = await sent(
      device,
      [opening, wrong, withdrawn, right].sort((x, y) => y.seq - x.seq),
    );
    expect(outcomesOf(answer)).toEqual(Array(4).fill('accepted'));
    expect((await swabsIn(tube)).map(({ place }) => place)).toEqual([1, 2]);
    const sealing = a.seal(tube, 2, { reason: 'deadline' });
    expect(rulesOf(await sent(device, [sealing, a.void(right.id), a.void(uuidv7())]))).toEqual([
      '',
      'tube-not-open',
      'act-against-rules',
    ]);
  });

  it('one id for two swabs keeps both swabs', async () => {
    const [device, a, tube] = [await newDevice(), acts(), newTube()];
    const [opening, one, other] = [a.open(tube), a.swab(tube), a.swab(tube)];
    const answer = await sent(device, [opening, one, { ...other, id: one.id }]);
    expect(rulesOf(answer)).toEqual(['', '', 'act-id-clash']);
    expect(await swabsIn(tube)).toHaveLength(2);
    const again = await sent(device, [{ ...other, id: one.id }]);
    expect([again.repeated, (await swabsIn(tube)).length]).toEqual([1, 2]);
    const elsewhere = await newDevice();
    const b = acts();
    expect(rulesOf(await sent(elsewhere, [{ ...b.swab(tube), id: one.id }]))[0]).toContain('act-id-clash');
    expect(await swabsIn(tube)).toHaveLength(3);
    await balanced(device);
  });

  it('a poisoned act is refused alone, whatever is wrong with it, and those behind it go on', async () => {
    const [device, a, tube] = [await newDevice(), acts(), newTube()];
    const poison = [
      null,
      [],
      7,
      'x',
      {},
      a.entry('swab', {}),
      a.entry('dance', {}),
      a.swab(tube, { id: 'nobody' }),
      a.swab('a\u0000b'),
      a.swab(tube, undefined, { at: '1970' }),
      a.swab(tube, undefined, { extra: 1 }),
      a.swab(tube, undefined, { seq: -1 }),
      a.swab('x'.repeat(65)),
      a.seal(tube, 1e9),
    ] as object[];
    const answer = await sent(device, [a.open(tube), ...poison, a.swab(tube)]);
    expect(outcomesOf(answer)).toEqual(['accepted', ...poison.map(() => 'refused'), 'accepted']);
    const cases = await casesOf(device);
    expect(cases.filter(({ kind }) => kind === 'act-not-understood')).toHaveLength(poison.length);
    expect(await balanced(device)).toMatchObject({ accepted: 2, refused: poison.length });
  });

  it('an act that the database cannot store takes none of its neighbours with it', async () => {
    const [device, a, tube, bad] = [await newDevice(), acts(), newTube(), newTube()];
    await front.database.query(`CREATE FUNCTION sampling.poison() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'poison' USING ERRCODE = '22021'; END $$`);
    await front.database.query(
      `CREATE TRIGGER poison BEFORE INSERT ON sampling.tube FOR EACH ROW WHEN (NEW.barcode = '${bad}') EXECUTE FUNCTION sampling.poison()`,
    );
    const answer = await sent(device, [a.open(tube), a.open(bad), a.swab(bad), a.swab(tube)]);
    await front.database.query('DROP FUNCTION sampling.poison() CASCADE');
    expect(outcomesOf(answer)).toEqual(['accepted', 'refused', 'refused', 'accepted']);
    await balanced(device);
  });
});

describe('the chain and the sequence of a device', () => {
  it('shows a copy that works beside it, and keeps what both did', async () => {
    const [device, a, b, tube, other] = [await newDevice(), acts(), acts(), newTube(), newTube()];
    const first = await device.batch([a.open(tube), a.swab(tube)]);
    await send(first);
    const content = { ...first, entries: [b.open(other), b.swab(other)], signature: undefined };
    const copy = { ...content, signature: await device.sign(content) };
    const { body } = await send(copy);
    expect([body.fault, rulesOf(body)]).toEqual(['counter-taken', ['', '']]);
    expect(await swabsIn(other)).toHaveLength(1);
    expect(await casesOf(device)).toMatchObject([{ kind: 'device-cloned', owner_role: 'security' }]);
    expect((await sent(device, [a.swab(tube)])).fault).toBeNull();
    expect((await send(first)).body).toMatchObject({ fault: null, repeated: 2 });
    await balanced(device);
  });

  it('finds holes, shows them, and closes them when the missing acts arrive', async () => {
    const [device, a, tube] = [await newDevice(), acts(), newTube()];
    const all = [a.open(tube), ...Array.from({ length: 9 }, () => a.swab(tube))];
    const answer = await sent(device, [all[0]!, all[3]!, all[4]!, all[8]!]);
    expect(answer.holes).toEqual([
      [2, 3],
      [6, 8],
    ]);
    const { body } = await front.send('sitelead', 'GET', `/devices/${device.id}/holes`);
    expect(body.runs).toEqual([
      {
        bootId: device.bootId,
        seen: 4,
        highest: 9,
        missing: 5,
        holes: [
          [2, 3],
          [6, 8],
        ],
      },
    ]);
    expect((await casesOf(device)).map(({ kind, state }) => [kind, state])).toEqual([['sequence-hole', 'open']]);
    expect((await sent(device, [all[9]!, all[7]!, all[6]!, all[5]!, all[2]!, all[1]!])).holes).toEqual([]);
    expect((await casesOf(device)).map(({ kind, state }) => [kind, state])).toEqual([['sequence-hole', 'resolved']]);
  });

  it('is listed at its site with its last contact, its counter and how much is missing', async () => {
    const [device, a, tube] = [await newDevice(), acts(), newTube()];
    const [opening, , swab] = [a.open(tube), a.swab(tube), a.swab(tube)];
    await sent(device, [opening, swab]);
    const { body } = await front.send('sitelead', 'GET', `/sites/${street.siteId}/devices`);
    const listed = (body.devices as { id: string }[]).find(({ id }) => id === device.id);
    expect(listed).toMatchObject({ state: 'approved', counter: 1, missing: 1, lastContactAt: expect.any(String) });
    expect(JSON.stringify(body)).not.toContain('SD1.');
  });

  it('puts a wrong clock right, flags it, and never takes it for the order', async () => {
    const [device, a, tube] = [await newDevice(), acts(), newTube()];
    const years = (n: number) => new Date(Date.now() + n * 31_536_000_000).toISOString();
    const entries = [a.open(tube, { at: years(-56) }), a.swab(tube, undefined, { at: years(-56) })];
    const { body } = await send(await device.batch(entries), { 'x-device-time': years(-56) });
    expect(outcomesOf(body)).toEqual(['accepted', 'accepted']);
    expect(Math.abs(body.skewSeconds - 56 * 31_536_000)).toBeLessThan(60);
    const [swab] = await swabsIn(tube);
    expect(Math.abs((swab!.sampled_at as Date).getTime() - Date.now())).toBeLessThan(60_000);
    expect((await casesOf(device)).map(({ kind }) => kind)).toEqual(['clock-skew']);
  });

  it('believes a clock that is right about what happened hours ago', async () => {
    const [device, a, tube] = [await newDevice(), acts(), newTube()];
    await front.database.query(`UPDATE campaign.round SET opened_at = now() - interval '9 hours' WHERE id = $1`, [
      street.roundId,
    ]);
    const at = new Date(Date.now() - 8 * 3_600_000).toISOString();
    await send(await device.batch([a.open(tube, { at }), a.swab(tube, undefined, { at })]), {
      'x-device-time': new Date().toISOString(),
    });
    expect((await swabsIn(tube))[0]!.sampled_at).toEqual(new Date(at));
    expect(await casesOf(device)).toEqual([]);
  });

  it('is taken from nobody else: another key, a bent batch, a stranger', async () => {
    const [device, other, a, tube] = [await newDevice(), await newDevice(), acts(), newTube()];
    const batch = await device.batch([a.open(tube)]);
    const codeOf = async (sending: object) => {
      const { status, body } = await send(sending as SignedBatch);
      return [status, body.code];
    };
    expect(await codeOf({ ...batch, counter: 2 })).toEqual([401, 'device-signature-wrong']);
    expect(await codeOf({ ...batch, deviceId: other.id })).toEqual([401, 'device-signature-wrong']);
    expect(await codeOf({ ...batch, deviceId: uuidv7() })).toEqual([404, 'device-not-found']);
    expect(await codeOf({ ...batch, more: 1 })).toEqual([400, 'invalid-request']);
    const foreign = await device.batch([a.open(tube)], { certificate: 'SD1.x.y' });
    expect(await codeOf(foreign)).toEqual([401, 'device-signature-wrong']);
    expect((await booksOf(device)).arrived).toBe(0);
  });
});
