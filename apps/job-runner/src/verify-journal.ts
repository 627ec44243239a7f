import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClockModule } from '#platform/clock';
import { readSettings, SettingsModule } from '#platform/config';
import { DatabaseModule } from '#platform/database';
import { JournalChainModule, JournalVerifier } from '#platform/journal';

@Module({})
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
    const { entries, chains, anchors, findings } = await app.get(JournalVerifier).verify();
    for (const { kind, chain, seq, entryId, recordedAt } of findings) {
      console.log(
        [`✗ ${kind}`, chain && `chain ${chain}`, seq && `no. ${seq}`, entryId && `entry ${entryId}`, recordedAt]
          .filter(Boolean)
          .join('  '),
      );
    }
    console.log(
      `${entries} entries in ${chains} chains compared with ${anchors} heads in ${settings.journalHeadsFile}: ` +
        (findings.length === 0 ? 'all as they were sealed.' : `${findings.length} findings.`),
    );
    return findings.length === 0 ? 0 : 1;
  } finally {
    await app.close();
  }
}
