/**
 * What becomes of each table when rounds are purged. `$1` are the rounds, `$2` is the moment up to which everything
 * belongs to them; the people who go stand in purge.going.
 */
export type Fate =
  /** Rows for which this holds are destroyed. */
  | { readonly rows: string }
  /** Partitions of the rounds are dropped whole. */
  | { readonly partitions: true }
  /** Columns are emptied where this holds; the rest of the row names nobody. */
  | { readonly empty: readonly string[]; readonly where: string }
  /** Nothing in it leads to a person who was sampled. */
  | { readonly kept: string };

const ofRounds = 't.round_id = ANY ($1::uuid[])';
const ofTheGone = 't.resident_id IN (SELECT resident_id FROM purge.going)';
/** Of devices that have not been heard of since. */
const ofSilentDevices = (device: string) =>
  `NOT EXISTS (SELECT 1 FROM sampling.device_book b WHERE b.device_id = ${device} AND b.last_contact_at > $2::timestamptz)`;
const happenedBefore = (column: string) => `t.${column} <= $2::timestamptz`;

/** Every table of the house. A test demands that none is missing; what comes later and is missing goes by `otherwise`. */
export const purgePlan: Readonly<Record<string, Fate>> = {
  'results.notice': { rows: ofRounds },
  'results.answer': { rows: ofRounds },
  'results.amendment': { rows: `${ofRounds} OR ${ofTheGone}` },
  'results.dossier': { rows: ofRounds },
  'results.recall_order': { rows: ofRounds },
  'sampling.swab': { partitions: true },
  'sampling.attendance': { partitions: true },
  'sampling.admission': { rows: ofRounds },
  'sampling.exception': { rows: `${ofRounds} OR (t.round_id IS NULL AND ${happenedBefore('raised_at')})` },
  'sampling.correction': { rows: ofRounds },
  'sampling.device_note': { rows: happenedBefore('written_at') },
  'sampling.held_batch': { rows: happenedBefore('held_at') },
  // Fingerprints of what devices sent: with enough guesses they say whom an act was about.
  'sampling.device_act': {
    rows: `EXISTS (SELECT 1 FROM sampling.device_line l WHERE l.id = t.line_id AND ${ofSilentDevices('l.device_id')})`,
  },
  'sampling.device_batch': { rows: ofSilentDevices('t.device_id') },
  'sampling.device_book': { rows: ofSilentDevices('t.device_id') },
  'sampling.device_line': { rows: ofSilentDevices('t.device_id') },
  // A code is used once, ever, so the tube's row stays; whose household it was and what was noted goes.
  'sampling.tube': { empty: ['household_id', 'seal_note'], where: ofRounds },
  'lab.report_row': {
    empty: ['note', 'ct'],
    where: 'EXISTS (SELECT 1 FROM sampling.tube b WHERE b.barcode = t.barcode AND b.round_id = ANY ($1::uuid[]))',
  },
  'lab.report': { empty: ['file_name'], where: happenedBefore('uploaded_at') },
  'campaign.exemption': { rows: ofRounds },
  'campaign.home_visit': { rows: `${ofRounds} OR ${ofTheGone}` },
  // Without its areas a round has nobody on its roster.
  'campaign.round_area': { rows: ofRounds },
  'queue.ticket': { rows: `${happenedBefore('issued_at')} OR ${ofTheGone}` },
  'queue.call': {
    rows: `${happenedBefore('called_at')} AND NOT EXISTS (SELECT 1 FROM queue.ticket k WHERE k.call_id = t.id)`,
  },
  'queue.led_singly': { rows: `${happenedBefore('led_at')} OR ${ofTheGone}` },
  'access.session': { rows: ofTheGone },
  'community.resident_code': { rows: ofTheGone },
  'community.unmasking': { rows: `${ofTheGone} OR (t.resident_id IS NULL AND ${happenedBefore('at')})` },
  'community.unmasking_ration': { kept: 'staff' },
  'community.encounter': { rows: `${ofTheGone} OR ${happenedBefore('until')}` },
  'community.ledger_import_error': {
    rows: `EXISTS (SELECT 1 FROM community.ledger_import i WHERE i.id = t.import_id AND i.finished_at <= $2::timestamptz)`,
  },
  'community.ledger_import': { rows: happenedBefore('finished_at') },
  'community.merging': {
    rows: 't.absorbed_id IN (SELECT resident_id FROM purge.going) OR t.survivor_id IN (SELECT resident_id FROM purge.going)',
  },
  'community.resident': { rows: 't.id IN (SELECT resident_id FROM purge.going)' },
  'community.household': {
    rows: 'NOT EXISTS (SELECT 1 FROM community.resident r WHERE r.household_id = t.id)',
  },
  'jobs.errand': { rows: `t.state IN ('done', 'dead') AND ${happenedBefore('recorded_at')}` },

  'journal.entry': { kept: 'ids of people are taken out of what the rounds wrote, the chain is vouched for' },
  'journal.link': { kept: 'digests' },
  'journal.ledger': { kept: 'names nobody' },
  'journal.imprint': { kept: 'forgotten whole at the end, and taken anew of what is left' },
  'access.reading': { kept: 'staff: how many they were shown, never whom' },
  'journal.verification': { kept: 'digests and ids of entries' },
  'journal.redaction': { kept: 'which entries were redacted' },
  'access.account': { kept: 'staff' },
  'access.break_glass': { kept: 'staff' },
  'access.scope': { kept: 'staff' },
  'access.known_device': { kept: 'staff' },
  'access.recovery_code': { kept: 'staff' },
  'access.second_factor': { kept: 'staff; sealed anew' },
  'access.sign_in_alarm': { kept: 'staff' },
  'access.sign_in_gate': { kept: 'staff' },
  'campaign.round': { kept: 'names nobody' },
  'campaign.pool_class': { kept: 'names nobody' },
  'campaign.pool_rule': { kept: 'names nobody' },
  'community.area': { kept: 'names nobody' },
  'community.change_epoch': { kept: 'names nobody' },
  'jobs.schedule': { kept: 'names nobody' },
  'jobs.canary': { kept: 'names nobody' },
  'lab.lab': { kept: 'names nobody' },
  'lab.staff': { kept: 'staff' },
  'lab.report_review': { kept: 'staff, and what a file was' },
  'lab.receipt': { kept: 'tubes; who was in them is gone' },
  'lab.receipt_difference': { kept: 'tubes; who was in them is gone' },
  'lab.tube': { kept: 'tubes; who was in them is gone' },
  'lab.tube_outcome': { kept: 'tubes; who was in them is gone' },
  'purge.closure': { kept: 'the purge itself' },
  'purge.emptied': { kept: 'the purge itself' },
  'purge.going': { kept: 'emptied at the end' },
  'purge.kept_count': { kept: 'figures of k people or more' },
  'purge.legal_hold': { kept: 'staff' },
  'queue.announcement': { kept: 'names nobody' },
  'queue.board_version': { kept: 'names nobody' },
  'queue.counter': { kept: 'names nobody' },
  'sampling.tube_device': { kept: 'tubes and devices' },
  'site.device': { kept: 'devices' },
  'site.duty': { kept: 'staff' },
  'site.enrolment': { kept: 'devices' },
  'site.lane': { kept: 'names nobody' },
  'site.session': { kept: 'names nobody' },
  'site.shift': { kept: 'staff' },
  'site.site': { kept: 'names nobody' },
  'site.station': { kept: 'names nobody' },
  'transport.alarm': { kept: 'tubes and boxes' },
  'transport.box': { kept: 'tubes and boxes' },
  'transport.leg': { kept: 'tubes and boxes' },
  'transport.packing': { kept: 'tubes and boxes' },
  'transport.tube_end': { kept: 'tubes and boxes' },
  'vault.data_key': { kept: 'destroyed by themselves' },
  'vault.index_key': { kept: 'names of keys' },
  'vault.pause': { kept: 'the purge itself' },
  'vault.rekeying': { kept: 'counts' },
};

/** A table that the plan does not know: rows of the rounds and of the people who go. */
export function otherwise(columns: readonly string[]): Fate | undefined {
  const tests = [
    ...(columns.includes('round_id') ? [ofRounds] : []),
    ...(columns.includes('resident_id') ? [ofTheGone] : []),
    ...(columns.includes('residents')
      ? ['EXISTS (SELECT 1 FROM purge.going g WHERE g.resident_id = ANY (t.residents))']
      : []),
  ];
  return tests.length === 0 ? undefined : { rows: tests.join(' OR ') };
}
