import { Injectable, Logger } from '@nestjs/common';
import { Gauge } from 'prom-client';
import type { ScheduledWork } from '#platform/jobs';
import { JournalVerify } from '../journal-verify.work.js';
import { sentenceOf } from './ledger-finding.js';
import { LedgerVerifier } from './ledger-verifier.service.js';

const findingsNow = new Gauge({
  name: 'shihe_ledger_findings',
  help: 'Rows of the ledgers that are not as the house wrote them, as far as was looked up to now',
});

/** Of a run, for ledgers in which nothing happened: a small house is gone through whole each time. */
const secondsForWholeLedgers = 2;
/** Findings that the log names one by one; npm run verify-journal -- --ledgers names all. */
const mostInLog = 50;

/** Looks twice a minute whether a row of the ledgers was changed, taken out or slipped in by hand. */
@Injectable()
export class LedgerVerify implements ScheduledWork {
  readonly name = 'ledgers.verify';
  readonly everySeconds = 30;
  private readonly log = new Logger(LedgerVerify.name);
  private told = '[]';

  constructor(
    private readonly verifier: LedgerVerifier,
    private readonly journal: JournalVerify,
  ) {}

  async run(): Promise<void> {
    const { findings } = await this.verifier.verifyOnward(secondsForWholeLedgers);
    findingsNow.set(findings.length);
    const sentences = findings.map(sentenceOf).sort();
    const now = JSON.stringify(sentences);
    if (now === this.told) return;
    this.told = now;
    if (findings.length > 0) {
      this.log.error(`rows of the ledgers are not as the house wrote them: ${findings.length} findings`);
      for (const sentence of sentences.slice(0, mostInLog)) this.log.error(sentence);
    }
    // For the auditor, who reads what the last verification found.
    await this.journal.note(findings);
  }
}
