import { Injectable, Logger } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Clock } from '#platform/clock';
import { Settings } from '#platform/config';
import { Transactions } from '#platform/database';
import type { ScheduledWork } from '#platform/jobs';
import { JournalVerifier } from '#platform/journal';
import type { LedgerFinding, RowFinding } from './ledgers/ledger-finding.js';
import { JournalRedactor } from './purge/journal-redactor.service.js';
import { vouchedIn, vouchingOf } from './purge/vouched-in.js';
import { VerificationRepository } from './verification.repository.js';

const findingsNow = new Gauge({
  name: 'shihe_journal_findings',
  help: 'Rows of the journal that the last verification found changed, taken out or slipped in',
});

/** Findings that are written down one by one at most; a journal with more of them is read with npm run verify-journal. */
const most = 1_000;

/** Verifies the whole journal every hour and writes down for the auditor what it found. */
@Injectable()
export class JournalVerify implements ScheduledWork {
  readonly name = 'journal.verify';
  readonly everySeconds = 3_600;
  private readonly log = new Logger(JournalVerify.name);
  private ofLedgers: readonly LedgerFinding[] = [];

  constructor(
    private readonly verifier: JournalVerifier,
    private readonly redactor: JournalRedactor,
    private readonly verifications: VerificationRepository,
    private readonly transactions: Transactions,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Verifies at once, and from now on writes down beside the journal's findings what was found in the ledgers. */
  async note(ofLedgers: readonly LedgerFinding[]): Promise<void> {
    this.ofLedgers = ofLedgers;
    await this.run();
  }

  async run(): Promise<void> {
    const startedAt = this.clock.now();
    const vouched = await vouchedIn(this.settings, this.redactor);
    const verification = await this.verifier.verify(undefined, vouchingOf(vouched));
    const { findings } = verification;
    findingsNow.set(findings.length);
    if (findings.length > 0) this.log.error(`the journal is not as it was sealed: ${findings.length} findings`);
    const rows = this.ofLedgers.map(rowFinding);
    const kept = { ...verification, findings: [...rows.slice(0, most), ...findings.slice(0, most)] };
    await this.transactions.run((tx) => this.verifications.add(tx, startedAt, kept));
  }
}

/** What was found of a row, among what was found of entries. */
function rowFinding({ kind, ledger, row, columns, by }: LedgerFinding): RowFinding {
  return { kind: `row-${kind}`, chain: ledger, seq: null, entryId: row, recordedAt: null, columns, by };
}
