/** Whether the rows of a table are verified against their imprints; if not, why not. */
export type Standing = 'verified' | { readonly notVerified: string };

const working = (why: string): Standing => ({ notVerified: `working table: ${why}` });
const sealed = { notVerified: 'tied into the chains of the journal row by row' } as const;
const keys = { notVerified: 'a key that was changed opens nothing, and the vault says so' } as const;
const purge = { notVerified: 'vouched for by the certificate, which is signed outside the database' } as const;

/**
 * Every table of the house, and whether somebody who changes, takes out or slips in one of its rows by hand is found. A
 * test compares it with the tables of the database and with the ledgers that leave imprints there.
 */
export const ledgerList: Readonly<Record<string, Standing>> = {
  'access.account': 'verified',
  'access.scope': 'verified',
  'access.break_glass': 'verified',
  'access.second_factor': 'verified',
  'access.recovery_code': 'verified',
  'access.session': working('changes with every request; made of an account that is verified, over within hours'),
  'access.known_device': working('only spares its owner the wait after the wrong tries of others'),
  'access.sign_in_gate': working('wrong tries of the last hour'),
  'access.sign_in_alarm': working('when an alarm was last raised'),
  'access.reading': working('counts for an alarm; whom an account was shown is in the journal'),

  'community.area': 'verified',
  'community.household': 'verified',
  'community.resident': 'verified',
  'community.resident_code': 'verified',
  'community.merging': 'verified',
  'community.unmasking': 'verified',
  'community.encounter': working('sight of a person for minutes; whoever was shown them is in the journal'),
  'community.unmasking_ration': working('a lock, and when an alarm was last raised'),
  'community.ledger_import': working('how far a file was read; what it changed is in the residents'),
  'community.ledger_import_error': working('what was wrong with a file'),
  'community.change_epoch': working('one number that devices compare'),

  'campaign.round': 'verified',
  'campaign.round_area': 'verified',
  'campaign.pool_class': 'verified',
  'campaign.pool_rule': 'verified',
  'campaign.exemption': 'verified',
  'campaign.home_visit': working('who is asked to go to whose door now; every change is in the journal'),

  'site.site': 'verified',
  'site.lane': 'verified',
  'site.station': 'verified',
  'site.session': 'verified',
  'site.shift': 'verified',
  'site.duty': 'verified',
  'site.enrolment': 'verified',
  'site.device': 'verified',

  'queue.ticket': working('who waits today; no tube, answer or figure rests on it'),
  'queue.call': working('who was called today'),
  'queue.counter': working('the last number given today'),
  'queue.led_singly': working('follows from the open orders of the results room'),
  'queue.announcement': working('what a board shows today'),
  'queue.board_version': working('a counter for boards'),

  'sampling.tube': 'verified',
  'sampling.swab': 'verified',
  'sampling.attendance': 'verified',
  'sampling.admission': 'verified',
  'sampling.exception': 'verified',
  'sampling.correction': 'verified',
  'sampling.tube_device': 'verified',
  'sampling.device_batch': 'verified',
  'sampling.device_act': 'verified',
  'sampling.device_note': 'verified',
  'sampling.held_batch': 'verified',
  'sampling.device_line': working('which numbers arrived: the same as the receipts say'),
  'sampling.device_book': working('counts of the receipts, compared with them by sampling.device_book_difference'),

  'transport.box': 'verified',
  'transport.packing': 'verified',
  'transport.leg': 'verified',
  'transport.tube_end': 'verified',
  'transport.alarm': 'verified',

  'lab.lab': 'verified',
  'lab.staff': 'verified',
  'lab.receipt': 'verified',
  'lab.receipt_difference': 'verified',
  'lab.tube': 'verified',
  'lab.report': 'verified',
  'lab.report_row': 'verified',
  'lab.tube_outcome': 'verified',
  'lab.report_review': 'verified',

  'results.answer': 'verified',
  'results.recall_order': 'verified',
  'results.amendment': 'verified',
  'results.dossier': working('a lock for each person'),
  'results.notice': working('how far a message has got; what it says is the answer'),

  'journal.entry': sealed,
  'journal.link': sealed,
  'journal.imprint': sealed,
  'journal.ledger': { notVerified: 'an imprint taken by other words than these fits no row' },
  'journal.verification': working('what verifications found; each one finds it again'),
  'journal.redaction': purge,
  'purge.closure': purge,
  'purge.emptied': purge,
  'purge.going': purge,
  'purge.kept_count': purge,
  'purge.legal_hold': { notVerified: 'placed and lifted by the owner with two passwords; the journal has each' },
  'vault.data_key': keys,
  'vault.index_key': keys,
  'vault.pause': keys,
  'vault.rekeying': keys,
  'jobs.errand': working('what is to be done; what was done is in the ledgers'),
  'jobs.schedule': working('when something is due'),
  'jobs.canary': working('that a worker lives'),
};

/** The tables whose rows are verified. */
export const verifiedLedgers: readonly string[] = Object.entries(ledgerList).flatMap(([name, standing]) =>
  standing === 'verified' ? [name] : [],
);
