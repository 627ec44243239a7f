import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClockModule } from '#platform/clock';
import { readSettings, SettingsModule } from '#platform/config';
import { DatabaseModule } from '#platform/database';
import { JournalChainModule, JournalVerifier } from '#platform/journal';
import { JournalRedactor } from './purge/journal-redactor.service.js';
import { RedactionRepository } from './purge/redaction.repository.js';
import { vouchedIn } from './purge/vouched-in.js';

@Module({ providers: [JournalRedactor, RedactionRepository] })
class VerifyModule {}

/** Verifies the journal of the database in DATABASE_URL; prints what it found and answers the exit code. */
export async function verifyJournal(environment: Record<string, string | undefined>): Promise<number> {
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
    { logger: false },
  );
  try {
    const vouched = await vouchedIn(settings, app.get(JournalRedactor));
    const { entries, chains, anchors, findings } = await app
      .get(JournalVerifier)
      .verify(undefined, (id) => vouched.entries.has(id));
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
    return count === 0 ? 0 : 1;
  } finally {
    await app.close();
  }
}
