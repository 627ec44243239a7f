import { readFileSync } from 'node:fs';
import type { HistoryLine } from '../load/history.js';
import type { LabFile } from '../load/road.js';

export interface TubeRow {
  barcode: string;
  station_id: string;
  shift_id: string;
  pool_class: string;
  capacity: number;
  filled: number;
  /** Swabs in it for which it had no place: taken over from a device that could not ask. */
  surplus: number;
  state: string;
  counted_swabs: number | null;
  sealed_at: Date | null;
  /** Filled by a device without a network: its seal is older than what the house knows of its swabs. */
  by_device: boolean;
}
export interface SwabRow {
  id: string;
  tube_barcode: string;
  place: number;
  resident_id: string;
  occasion: number;
  purpose: string;
  scanned_at: Date;
  sampled_at: Date;
  recorded_at: Date;
  voided_at: Date | null;
}
export interface AttendanceRow {
  resident_id: string;
  occasion: number;
  purpose: string;
  swab_id: string;
  tube_barcode: string;
  voided_at: Date | null;
}
export interface TicketRow {
  id: string;
  site_id: string;
  business_day: string;
  lane: string;
  number: number;
  party_size: number;
  state: string;
  call_id: string | null;
  station_id: string | null;
}
export interface CallRow {
  id: string;
  station_id: string;
  ticket_ids: string[];
}
export interface BoxRow {
  code: string;
  state: string;
  leg: number;
  counted_tubes: number | null;
  holder_id: string | null;
}
export interface PackingRow {
  barcode: string;
  box_code: string;
}
export interface LegRow {
  box_code: string;
  leg: number;
  kind: string;
  given_by: string | null;
  taken_by: string;
}
export interface ReceiptRow {
  box_code: string;
  accepted: number;
  rejected: number;
  missing: number;
  tubes: number;
}
export interface LabTubeRow {
  barcode: string;
  box_code: string | null;
  accepted: boolean;
}
export interface ReportRow {
  id: string;
  sha256: string;
  state: string;
  rows: number;
  current_rows: number;
  repeated_rows: number;
  held_rows: number;
  kept_rows: number;
}
export interface OutcomeRow {
  barcode: string;
  version: number;
  outcome: string;
  state: string;
}
export interface AnswerRow {
  resident_id: string;
  version: number;
  status: string;
  cause: string;
  tube_barcode: string | null;
  swab_id: string | null;
  sampled_at: Date | null;
  current: boolean;
}
export interface OrderRow {
  resident_id: string;
  kind: string;
  cause_barcode: string;
  state: string;
}
export interface NoticeRow {
  resident_id: string;
  version: number;
  channel: string;
  state: string;
}
export interface ErrandRow {
  entry_id: string;
  job: string;
  state: string;
  attempts: number;
  last_error: string | null;
}
export interface CoverageRow {
  area_code: string;
  should: number;
  sampled: number;
  tested: number;
  negative: number;
  positive: number;
  under_review: number;
  resample: number;
}
export interface RosterRow {
  resident_id: string;
  area_code: string;
}
export interface DutyRow {
  person_id: string;
  from: number;
  until: number;
}
export interface LinkRow {
  chain: string;
  links: number;
  last: number;
}

/** The sequence of one run of a device, and what its books say. */
export interface DeviceRow {
  device_id: string;
  highest: number;
  missing: number;
}
export interface BookRow {
  device_id: string;
  arrived: number;
  repeated: number;
  received: number;
  accepted: number;
  exceptions: number;
  refused: number;
  /** Receipts that there are, and those of them that were not accepted and have no case. */
  receipts: number;
  without_case: number;
}
export interface BatchRow {
  device_id: string;
  counter: number;
  fault: string | null;
}
export interface CaseRow {
  id: string;
  kind: string;
  state: string;
  resolution: string | null;
  owner_role: string | null;
  deadline: Date | null;
}
export interface EndingRow {
  id: string;
  kind: string;
  state: string;
}
/** How often the journal says that an account was shown a person. */
export interface ReadingRow {
  account_id: string;
  resident_id: string;
  times: number;
}

export interface Tables {
  tubes: TubeRow[];
  swabs: SwabRow[];
  attendance: AttendanceRow[];
  tickets: TicketRow[];
  calls: CallRow[];
  boxes: BoxRow[];
  packings: PackingRow[];
  legs: LegRow[];
  receipts: ReceiptRow[];
  labTubes: LabTubeRow[];
  reports: ReportRow[];
  /** Files for which a second person of the laboratory signed. */
  reviews: { sha256: string }[];
  outcomes: OutcomeRow[];
  answers: AnswerRow[];
  orders: OrderRow[];
  notices: NoticeRow[];
  errands: ErrandRow[];
  coverage: CoverageRow[];
  roster: RosterRow[];
  duties: DutyRow[];
  links: LinkRow[];
  devices: DeviceRow[];
  books: BookRow[];
  batches: BatchRow[];
  cases: CaseRow[];
  corrections: EndingRow[];
  mergings: EndingRow[];
  registered: { id: string }[];
  unmaskings: { id: string }[];
  readings: ReadingRow[];
  /** Swabs that entries of the journal name, one row a mention. */
  journalled: { swab_id: string }[];
  unlinked: { entries: number }[];
}

/** What a board showed: whether it ever went back, its last picture and what the database says. */
export interface BoardEvidence {
  siteId: string;
  frames: Record<string, unknown>[];
  truth: Record<string, unknown>;
}

/** Everything that the checker looks at; plain data, so that a lie can be planted into it. */
export interface Evidence {
  seed: number;
  roundId: string;
  lines: HistoryLine[];
  tables: Tables;
  files: Pick<LabFile, 'sha256' | 'rows' | 'acknowledged'>[];
  /** What the provider of messages was handed, line by line. */
  sent: { roundId: string; residentId: string; version: number; channel: string; status: string }[];
  boards: BoardEvidence[];
}

/** Asks with one statement and gives its rows. */
export type Ask = <Row extends object>(sql: string, parameters?: unknown[]) => Promise<Row[]>;

const ofRound = 'SELECT barcode FROM sampling.tube WHERE round_id = $1';
const boxesOfRound = `SELECT DISTINCT p.box_code FROM transport.packing p WHERE p.barcode IN (${ofRound})`;
const epoch = (value: string) => `extract(epoch FROM ${value})::float8`;

const questions: Record<keyof Tables, string> = {
  tubes: `SELECT barcode, station_id, shift_id, pool_class, capacity, filled, surplus, state, counted_swabs, sealed_at,
                 EXISTS (SELECT 1 FROM sampling.tube_device d WHERE d.barcode = t.barcode) AS by_device
            FROM sampling.tube t WHERE round_id = $1`,
  swabs: `SELECT id, tube_barcode, place, resident_id, occasion, purpose, scanned_at, sampled_at, recorded_at, voided_at
            FROM sampling.swab WHERE round_id = $1`,
  attendance: `SELECT resident_id, occasion, purpose, swab_id, tube_barcode, voided_at
                 FROM sampling.attendance WHERE round_id = $1`,
  tickets: `SELECT id, site_id, business_day::text, lane, number, party_size, state, call_id, station_id
              FROM queue.ticket WHERE issued_at >= $3`,
  calls: `SELECT id, station_id, ticket_ids FROM queue.call WHERE called_at >= $3`,
  boxes: `SELECT code, state, leg, counted_tubes, holder_id FROM transport.box WHERE code IN (${boxesOfRound})`,
  packings: `SELECT barcode, box_code FROM transport.packing WHERE removed_at IS NULL AND barcode IN (${ofRound})`,
  legs: `SELECT box_code, leg, kind, given_by, taken_by FROM transport.leg WHERE box_code IN (${boxesOfRound})`,
  receipts: `SELECT r.box_code, r.accepted, r.rejected, r.missing,
                    (SELECT count(*)::int FROM lab.tube t WHERE t.receipt_id = r.id) AS tubes
               FROM lab.receipt r WHERE r.box_code IN (${boxesOfRound})`,
  labTubes: `SELECT barcode, box_code, accepted FROM lab.tube WHERE barcode IN (${ofRound})`,
  reports: `SELECT id, encode(sha256, 'hex') AS sha256, state, rows, current_rows, repeated_rows, held_rows,
                   (SELECT count(*)::int FROM lab.report_row w WHERE w.report_id = r.id) AS kept_rows
              FROM lab.report r WHERE uploaded_at >= $2`,
  // Whatever their time: a server whose clock was put back signs in the past.
  reviews: `SELECT encode(sha256, 'hex') AS sha256 FROM lab.report_review`,
  outcomes: `SELECT barcode, version, outcome, state FROM lab.tube_outcome WHERE barcode IN (${ofRound})`,
  answers: `SELECT resident_id, version, status, cause, tube_barcode, swab_id, sampled_at, current
              FROM results.answer WHERE round_id = $1`,
  orders: `SELECT resident_id, kind, cause_barcode, state FROM results.recall_order WHERE round_id = $1`,
  notices: `SELECT resident_id, version, channel, state FROM results.notice WHERE round_id = $1`,
  errands: `SELECT entry_id, job, state, attempts, last_error FROM jobs.errand WHERE recorded_at >= $2`,
  coverage: `SELECT area_code, should, sampled, tested, negative, positive, under_review, resample
               FROM coverage.home_area_v1 WHERE round_id = $1`,
  roster: `SELECT resident_id, area_code FROM campaign.roster WHERE round_id = $1 AND exemption IS NULL`,
  duties: `SELECT person_id, ${epoch('lower(during)')} AS "from", ${epoch("coalesce(upper(during), 'infinity')")} AS until
             FROM site.duty`,
  links: `SELECT chain, count(*)::int AS links, max(seq)::int AS last FROM journal.link GROUP BY chain`,
  devices: `SELECT l.device_id, coalesce(upper(l.seen) - 1, 0)::int AS highest,
                   coalesce((SELECT sum(upper(h) - lower(h)) FROM unnest(int8multirange(int8range(1, upper(l.seen))) - l.seen) AS h), 0)::int AS missing
              FROM sampling.device_line l`,
  books: `SELECT b.device_id, b.arrived::int, b.repeated::int, b.received::int, b.accepted::int, b.exceptions::int, b.refused::int,
                 r.receipts, r.without_case
            FROM sampling.device_book b CROSS JOIN LATERAL (
              SELECT count(*)::int AS receipts, count(*) FILTER (WHERE a.outcome <> 'accepted' AND NOT EXISTS (
                       SELECT 1 FROM sampling.exception e WHERE e.device_id = b.device_id AND e.kind = ANY (a.rules)))::int AS without_case
                FROM sampling.device_act a JOIN sampling.device_line l ON l.id = a.line_id WHERE l.device_id = b.device_id) r`,
  batches: `SELECT device_id, counter::int, fault FROM sampling.device_batch WHERE received_at >= $2`,
  cases: `SELECT id, kind, state, resolution, owner_role, deadline FROM sampling.exception WHERE raised_at >= $3`,
  corrections: `SELECT id, kind, state FROM sampling.correction WHERE proposed_at >= $2`,
  mergings: `SELECT id, reason AS kind, state FROM community.merging WHERE proposed_at >= $2`,
  registered: `SELECT id FROM community.resident WHERE created_at >= $2`,
  unmaskings: `SELECT id FROM community.unmasking WHERE at >= $2`,
  readings: `SELECT e.actor_id AS account_id, one AS resident_id, count(*)::int AS times
               FROM journal.entry e, jsonb_array_elements_text(e.payload -> 'residentIds') AS one
              WHERE e.topic = 'access.people-read' AND e.recorded_at >= $2 GROUP BY 1, 2`,
  journalled: `SELECT swab ->> 0 AS swab_id FROM journal.entry e, jsonb_array_elements(e.payload -> 'swabs') AS swab
                WHERE e.topic = 'sampling.swabs-recorded' AND e.recorded_at >= $2`,
  unlinked: `SELECT count(*)::int AS entries FROM journal.entry e
              WHERE e.recorded_at < clock_timestamp() - interval '1 minute' AND e.recorded_at >= $2 AND NOT EXISTS (
                SELECT 1 FROM journal.link l WHERE l.entry_recorded_at = e.recorded_at AND l.entry_id = e.id)`,
};

/**
 * Reads all tables as they are now, for one round and what happened since it began.
 * @param queueSince since when tickets are known to the histories
 */
export async function readTables(ask: Ask, roundId: string, since: Date, queueSince: Date): Promise<Tables> {
  const tables: Partial<Record<keyof Tables, object[]>> = {};
  const given = [roundId, since, queueSince];
  for (const [name, sql] of Object.entries(questions) as [keyof Tables, string][]) {
    const used: unknown[] = [];
    // PostgreSQL wants the type of each parameter: only those that a question names are given.
    const numbered = sql.replace(/\$(\d)/g, (_, n: string) => {
      const value = given[Number(n) - 1];
      if (!used.includes(value)) used.push(value);
      return `$${used.indexOf(value) + 1}`;
    });
    tables[name] = await ask(numbered, used);
  }
  return tables as unknown as Tables;
}

/** The lines of the notices' file that are about this round. */
export function readSent(file: string, roundId: string): Evidence['sent'] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Evidence['sent'][number])
    .filter((notice) => notice.roundId === roundId);
}
