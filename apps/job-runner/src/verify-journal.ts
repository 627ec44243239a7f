import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClockModule } from '#platform/clock';
import { readSettings, SettingsModule } from '#platform/config';
import { DatabaseModule } from '#platform/database';
import { JournalChainModule, JournalVerifier } from '#platform/journal';
import { sentenceOf } from './ledgers/ledger-finding.js';
import { LedgerRepository } from './ledgers/ledger.repository.js';
import { LedgerVerifier } from './ledgers/ledger-verifier.service.js';
import { JournalRedactor } from './purge/journal-redactor.service.js';
import { RedactionRepository } from './purge/redaction.repository.js';
import { vouchedIn, vouchingOf } from './purge/vouched-in.js';

@Module({ providers: [JournalRedactor, LedgerRepository, LedgerVerifier, RedactionRepository] })
class VerifyModule {}

/**
 * Verifies the journal of the database in DATABASE_URL; prints what it found and answers the exit code.
 * @param ledgers the rows of the ledgers as well, against the imprints that the house took of them
 */
export async function verifyJournal(environment: Record<string, string | undefined>, ledgers = false): Promise<number> {
  const settings = readSettings(environment);
  const app = await NestFactory.createApplicationContext(
    {
      module: VerifyModule,
      imports: [
        SettingsModule.of(settings),
        ClockModule,
        DatabaseModule.to({ url: settings.databaseUrl, pool: 2, applicationName: 'verify-journal' }),
        JournalChainModule,
      ],
    },
    // Whoever called hears why it could not begin; Nest would end the process without a word.
    { logger: false, abortOnError: false },
  );
  try {
    const vouched = await vouchedIn(settings, app.get(JournalRedactor));
    const { entries, chains, anchors, findings } = await app
      .get(JournalVerifier)
      .verify(undefined, vouchingOf(vouched));
    for (const { kind, chain, seq, entryId, recordedAt } of findings) {
      console.log(
        [`✗ ${kind}`, chain && `chain ${chain}`, seq && `no. ${seq}`, entryId && `entry ${entryId}`, recordedAt]
          .filter(Boolean)
          .join('  '),
      );
    }
    for (const id of vouched.doubtful) console.log(`✗ certificate-doubtful  purge ${id}`);
    const count = findings.length + vouched.doubtful.length;
    const purged = vouched.entries.size === 0 ? '' : `, ${vouched.entries.size} without the people of purged rounds`;
    console.log(
      `${entries} entries in ${chains} chains${purged} compared with ${anchors} heads in ${settings.journalHeadsFile}: ` +
        (count === 0 ? 'all as they were sealed.' : `${count} findings.`),
    );
    const tampered = ledgers ? await verifyLedgers(app.get(LedgerVerifier)) : 0;
    return count + tampered === 0 ? 0 : 1;
  } finally {
    await app.close();
  }
}

/** Prints what is not as the house wrote it; answers how many findings. */
async function verifyLedgers(verifier: LedgerVerifier): Promise<number> {
  const { ledgers, rows, findings } = await verifier.verify();
  for (const finding of findings) console.log(sentenceOf(finding));
  console.log(
    `${rows} rows in ${ledgers} ledgers compared with their imprints: ` +
      (findings.length === 0 ? 'all as the house wrote them.' : `${findings.length} findings.`),
  );
  return findings.length;
}
