import type { PoolClient } from 'pg';
import { Bench } from '../faults/bench/bench.js';
import { House } from '../faults/bench/house.js';
import { check } from '../faults/check/checker.js';
import { readTables, type Evidence } from '../faults/check/evidence.js';
import { sameEnd } from '../faults/check/final-state.js';
import { Field, type Round } from '../faults/load/field.js';
import type { HistoryLine } from '../faults/load/history.js';
import { runLoad } from '../faults/load/l1.js';

/** A bug as it would look from outside: what it would leave in the tables, or in what people were told. */
interface PlantedBug {
  name: string;
  /** The promise that it breaks. */
  breaks: string;
  tables?: string[];
  told?: (evidence: Evidence) => void;
}

/** Some swab that counts, in a sealed tube; a different one on each call. */
const someSwab = (n = 0) =>
  `(SELECT s.id FROM sampling.swab s JOIN sampling.tube t ON t.barcode = s.tube_barcode
     WHERE s.round_id = :round AND t.state = 'sealed' AND s.voided_at IS NULL AND t.filled > 2 AND s.place = 2
     ORDER BY s.id OFFSET ${n} LIMIT 1)`;
const someTube = `(SELECT barcode FROM sampling.tube WHERE round_id = :round AND state = 'sealed' AND filled > 2 ORDER BY barcode LIMIT 1)`;
const noPlaceRule = 'ALTER TABLE sampling.swab DROP CONSTRAINT swab_tube_barcode_place_round_id_key';
const copyOf = (row: string, changes: string) =>
  `INSERT INTO sampling.swab SELECT (jsonb_populate_record(s, ${changes})).* FROM sampling.swab s WHERE s.id = ${row}`;
const attendanceOf = (row: string, changes: string) =>
  `INSERT INTO sampling.attendance SELECT (jsonb_populate_record(a, ${changes})).* FROM sampling.attendance a WHERE a.swab_id = ${row}`;

const firstOk = (lines: HistoryLine[], op: string) => lines.find((line) => line.op === op && line.kind === 'ok')!;
const invokeOf = (lines: HistoryLine[], { attempt }: HistoryLine) =>
  lines.find((line) => line.kind === 'invoke' && line.attempt === attempt)!;

const bugs: PlantedBug[] = [
  {
    name: 'the unique index on places is gone and a place is given twice',
    breaks: 'I1',
    tables: [noPlaceRule, `UPDATE sampling.swab SET place = 1 WHERE id = ${someSwab()}`],
  },
  {
    name: 'the tube counts fewer swabs than it holds',
    breaks: 'I1',
    tables: [`UPDATE sampling.tube SET filled = filled - 1 WHERE barcode = ${someTube}`],
  },
  {
    name: 'the index on attendance is gone and a person is sampled twice',
    breaks: 'I2',
    tables: [
      `UPDATE sampling.swab SET resident_id = (SELECT resident_id FROM sampling.swab WHERE id = ${someSwab(1)})
        WHERE id = ${someSwab()}`,
    ],
  },
  {
    name: 'a swab goes into a tube that is sealed',
    breaks: 'I3',
    tables: [
      'ALTER TABLE sampling.tube DROP CONSTRAINT tube_filled',
      copyOf(
        someSwab(),
        `jsonb_build_object('id', gen_random_uuid(), 'place', 50, 'recorded_at', now(), 'resident_id', gen_random_uuid())`,
      ),
      `UPDATE sampling.tube SET filled = filled + 1 WHERE barcode = (SELECT tube_barcode FROM sampling.swab WHERE id = ${someSwab()})`,
    ],
  },
  {
    name: 'the index on packing is gone and a tube is in two boxes',
    breaks: 'I6',
    tables: [
      'DROP INDEX transport.packing_current',
      `INSERT INTO transport.packing (barcode, box_code, packed_by)
       SELECT ${someTube}, (SELECT max(box_code) FROM transport.packing p JOIN sampling.tube t USING (barcode)
                             WHERE t.round_id = :round AND p.barcode <> ${someTube}), gen_random_uuid()`,
    ],
  },
  {
    name: 'a swab is acknowledged before COMMIT, and COMMIT does not come',
    breaks: 'I8',
    told({ lines }) {
      const ok = firstOk(lines, 'swab');
      const id = '01900000-0000-7000-8000-000000000000';
      lines.push({ ...invokeOf(lines, ok), key: id, attempt: 1e9 }, { ...ok, key: id, attempt: 1e9 });
    },
  },
  {
    name: 'a swab is lost after its acknowledgement, and its tube closed up without a gap',
    breaks: 'I8',
    tables: [
      `UPDATE sampling.tube SET filled = filled - 1, counted_swabs = counted_swabs - 1
        WHERE barcode = (SELECT tube_barcode FROM sampling.swab WHERE id = ${someSwab()})`,
      `DELETE FROM sampling.attendance WHERE swab_id = ${someSwab()}`,
      `DELETE FROM sampling.swab WHERE id = ${someSwab()}`,
    ],
  },
  {
    name: 'the hash of the body is not compared: another act under the same id is taken',
    breaks: 'I9',
    told({ lines }) {
      const ok = firstOk(lines, 'swab');
      lines.push({ ...invokeOf(lines, ok), op: 'swab-other-body', attempt: 1e9 });
      lines.push({ ...ok, op: 'swab-other-body', attempt: 1e9 });
    },
  },
  {
    name: 'the same swab sent again has another answer',
    breaks: 'I9',
    told({ lines }) {
      const ok = firstOk(lines, 'swab');
      lines.push({ ...ok, answer: { ...ok.answer, place: Number(ok.answer?.place) + 1 } });
    },
  },
  {
    name: "a laboratory's file is applied in part",
    breaks: 'I12',
    tables: [`DELETE FROM lab.report_row WHERE barcode = ${someTube}`],
  },
  {
    name: 'what a laboratory says is positive is applied though nobody else signed for it',
    breaks: 'I12',
    tables: ['DELETE FROM lab.report_review'],
  },
  {
    name: 'a positive tube is made negative by a later file without anybody looking',
    breaks: 'I14',
    tables: [
      `UPDATE lab.tube_outcome SET state = 'superseded', outcome = 'positive' WHERE barcode = ${someTube}`,
      `INSERT INTO lab.tube_outcome SELECT (jsonb_populate_record(o, '{"version": 2, "outcome": "negative", "state": "current"}')).*
         FROM lab.tube_outcome o WHERE barcode = ${someTube}`,
    ],
  },
  {
    name: 'an errand is done twice and calls a person back twice',
    breaks: 'I15',
    tables: [
      'ALTER TABLE results.recall_order DROP CONSTRAINT recall_order_once',
      'DROP INDEX results.recall_order_open',
      `INSERT INTO results.recall_order SELECT (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid()))).*
         FROM results.recall_order o WHERE o.round_id = :round ORDER BY o.id LIMIT 1`,
    ],
  },
  {
    name: 'somebody is told negative from a pool that is not',
    breaks: 'I16',
    tables: [
      `UPDATE results.answer SET status = 'negative', cause = 'negative' WHERE round_id = :round AND current
          AND resident_id = (SELECT min(resident_id::text)::uuid FROM results.answer
                              WHERE round_id = :round AND current AND status = 'under-review')`,
    ],
  },
  {
    name: 'a published answer vanishes from its versions',
    breaks: 'I17',
    tables: [
      `UPDATE results.answer SET version = 2 WHERE round_id = :round AND resident_id NOT IN (
         SELECT resident_id FROM results.answer WHERE round_id = :round AND version = 2)`,
    ],
  },
  {
    name: 'a message leaves twice',
    breaks: 'I18',
    told: ({ sent }) => sent.push(sent[0]!),
  },
  {
    name: 'what a report asks for is forgotten',
    breaks: 'I19',
    tables: [
      `UPDATE jobs.errand SET state = 'enqueued' WHERE entry_id = (SELECT min(entry_id::text)::uuid FROM jobs.errand)`,
    ],
  },
  {
    name: 'a ticket number is given twice',
    breaks: 'I20',
    tables: [
      'ALTER TABLE queue.ticket DROP CONSTRAINT ticket_number',
      `UPDATE queue.ticket SET number = number - 1 WHERE number = 2`,
    ],
  },
  {
    name: 'a board goes back to an older picture',
    breaks: 'I21',
    told: ({ boards }) => boards.find(({ frames }) => frames.length > 1)!.frames.reverse(),
  },
  {
    name: 'a person is counted twice in the coverage',
    breaks: 'I22',
    told({ tables }) {
      tables.coverage[0]!.sampled += 1;
    },
  },
  {
    name: 'a board shows a name',
    breaks: 'I24',
    told: ({ boards }) => Object.assign(boards[0]!.frames.at(-1)!, { passenger: '王伟' }),
  },
  {
    name: 'a link is taken out of the chain of the journal',
    breaks: 'I25',
    tables: [`DELETE FROM journal.link WHERE seq = 1`],
  },
  {
    name: 'an act of a device never arrived and nobody noticed',
    breaks: 'I11',
    tables: [`UPDATE sampling.device_line SET seen = seen - int8multirange(int8range(2, 3))`],
  },
  {
    name: 'a batch was acknowledged, and its last acts are gone together with their receipts',
    breaks: 'I11',
    tables: [`UPDATE sampling.device_line SET seen = int8multirange(int8range(1, 3))`],
  },
  {
    name: 'what a device brought home is in its books and has no receipt',
    breaks: 'I10',
    tables: [`DELETE FROM sampling.device_act WHERE seq = 2`],
  },
  {
    name: 'an exception belongs to nobody',
    breaks: 'I10',
    tables: [
      'ALTER TABLE sampling.exception ALTER COLUMN owner_role DROP NOT NULL',
      `UPDATE sampling.exception SET owner_role = NULL`,
    ],
  },
  {
    name: 'an act that nobody could read vanishes without a case',
    breaks: 'I10',
    tables: [`DELETE FROM sampling.exception WHERE kind = 'act-not-understood'`],
  },
  {
    name: 'somebody is shown a person and the journal does not say so',
    breaks: 'I23',
    tables: [
      `DELETE FROM journal.entry WHERE topic = 'access.people-read' AND payload ->> 'what' = 'results'
          AND recorded_at > (SELECT min(recorded_at) FROM journal.entry WHERE topic = 'access.people-read')`,
    ],
  },
  {
    name: 'a correction was acknowledged as applied and is still only proposed',
    breaks: 'I8',
    tables: [
      `UPDATE sampling.correction SET state = 'proposed', approver_id = NULL, approved_at = NULL, after = NULL, ended_at = NULL
        WHERE state = 'applied'`,
    ],
  },
  {
    name: 'a merging that two people agreed to is forgotten',
    breaks: 'I8',
    tables: [`DELETE FROM community.merging WHERE state = 'applied'`],
  },
  {
    name: 'a swab that was acknowledged earlier stands behind a later one',
    breaks: 'R',
    told({ lines, tables }) {
      // Everything agrees on the wrong order: only the clocks of the devices contradict it.
      const swap: Record<number, number> = { 1: 2, 2: 1 };
      const atTables = new Set(tables.tubes.filter(({ by_device }) => !by_device).map(({ barcode }) => barcode));
      const tube = tables.swabs.find((swab) => swab.place === 2 && atTables.has(swab.tube_barcode))!.tube_barcode;
      for (const swab of tables.swabs) if (swab.tube_barcode === tube) swab.place = swap[swab.place] ?? swab.place;
      for (const { op, kind, answer } of lines) {
        if (op === 'swab' && kind === 'ok' && answer?.tube === tube) {
          answer.place = swap[Number(answer.place)] ?? answer.place;
        }
      }
    },
  },
  {
    name: 'a swab is stored that nobody ever sent',
    breaks: 'M',
    tables: [
      attendanceOf(
        someSwab(),
        `jsonb_build_object('resident_id', '01900000-0000-7000-8000-00000000000a', 'swab_id', '01900000-0000-7000-8000-00000000000b')`,
      ),
      copyOf(
        someSwab(),
        `jsonb_build_object('id', '01900000-0000-7000-8000-00000000000b', 'resident_id', '01900000-0000-7000-8000-00000000000a', 'place', 11)`,
      ),
    ],
  },
];

const patience = 240_000;
let house: House;
let field: Field;
let bench: Bench;
let round: Round;
let recorded: Evidence;

beforeAll(async () => {
  house = await House.open({
    root: process.cwd(),
    seed: 5,
    environment: { SHIHE_LOG_LEVEL: 'warn' },
    say: () => undefined,
  });
  field = await Field.lay(house, {
    residents: 160,
    stations: 6,
    seed: 5,
    patience: { attemptMs: 15_000, actMs: 60_000 },
  });
  bench = new Bench(house, field, { seed: 5, seconds: 5, rate: 40, times: 1, slack: 10, isFull: false });
  round = await field.openRound('check');
  const load = await runLoad(field, round, { seconds: 5, rate: 40, seed: 5 });
  await bench.rest(60_000);
  recorded = await bench.evidence(round, load);
}, patience);

afterAll(async () => {
  field.leave();
  await house.close();
}, patience);

/** The recorded evidence with a bug in it; what is planted into the tables is taken back afterwards. */
async function planted({ tables, told }: PlantedBug): Promise<Evidence> {
  const evidence = structuredClone(recorded);
  if (tables !== undefined) {
    const client = await house.superuser().connect();
    try {
      await client.query('BEGIN');
      // As a bug in the schema would: no trigger and no foreign key stands in its way.
      await client.query('SET LOCAL session_replication_role = replica');
      for (const sql of tables) await plant(client, sql);
      const ask = async (sql: string, parameters?: unknown[]) => (await client.query(sql, parameters)).rows;
      evidence.tables = await readTables(ask, round.id, round.since, field.since);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  }
  told?.(evidence);
  return evidence;
}

async function plant(client: PoolClient, sql: string): Promise<void> {
  const { rowCount, command } = await client.query(sql.replaceAll(':round', `'${round.id}'`));
  const changes = ['INSERT', 'UPDATE', 'DELETE'].includes(command);
  if (changes && rowCount === 0) throw new Error(`nothing was planted: ${sql}`);
}

describe('the history checker', () => {
  it('finds nothing wrong with a day on which nothing went wrong', () => {
    const { broken, verdicts, acts } = check(recorded);
    expect(broken).toEqual([]);
    expect(verdicts.filter(({ checked }) => checked === 0).map(({ id }) => id)).toEqual(['N']);
    expect(acts.acked).toBeGreaterThan(100);
  });

  it.each(bugs.map((bug) => [bug.name, bug] as const))('notices that %s', async (_, bug) => {
    const { verdicts } = check(await planted(bug));
    const broken = verdicts.filter(({ violations }) => violations.length > 0).map(({ id }) => id);
    expect(broken).toContain(bug.breaks);
  });

  it('finds the end of a day the same as itself', () => {
    expect(sameEnd(recorded.tables, recorded.tables).violations).toEqual([]);
  });

  it('notices that a file which came twice or late changed what somebody is told', async () => {
    const other = await planted({
      name: 'the order of files matters',
      breaks: 'D',
      tables: [
        `UPDATE results.answer SET status = 'resample' WHERE round_id = :round AND current AND resident_id =
           (SELECT min(resident_id::text)::uuid FROM results.answer WHERE round_id = :round AND current AND status = 'negative')`,
      ],
    });
    expect(sameEnd(recorded.tables, other.tables).violations[0]).toMatch(/answer of/);
  });
});
