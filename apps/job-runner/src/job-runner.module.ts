import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { errandBook } from '#journey/errands';
import { QueueDayEnd, QueueModule } from '#journey/queue';
import {
  ReconcileCorrection,
  ReconcileMerging,
  ReconcileReceipt,
  ReconcileReport,
  ReconcileTube,
  ReconcileTubes,
  ResultsModule,
  SendNotices,
} from '#journey/results';
import { TransportClocks, TransportModule } from '#journey/transport';
import { ClockModule } from '#platform/clock';
import { SettingsModule, type Settings } from '#platform/config';
import { DatabaseModule, readLogins } from '#platform/database';
import { JobsModule, type JobsOptions } from '#platform/jobs';
import { JournalModule } from '#platform/journal';
import { LiveModule } from '#platform/live';
import { readKeys, VaultModule } from '#platform/vault';
import { HealthController } from './health.controller.js';
import { Rekey } from './keys/rekey.work.js';
import { JournalDays } from './journal-days.work.js';
import { JournalSeal } from './journal-seal.work.js';
import { ProblemFilter } from './problem.filter.js';
import { LedgerVerify } from './ledgers/ledger-verify.work.js';
import { JournalVerify } from './journal-verify.work.js';
import { RunnerWorksModule } from './runner-works.module.js';

/** Connections for the relay, the sweeper, the schedules and health, beside one a running errand. */
const ownConnections = 4;

@Module({})
export class JobRunnerModule {
  static for(settings: Settings, options: JobsOptions, onSilence: () => void): DynamicModule {
    return {
      module: JobRunnerModule,
      imports: [
        SettingsModule.of(settings),
        ClockModule,
        DatabaseModule.to({
          url: settings.databaseUrl,
          pool: options.concurrency + ownConnections,
          applicationName: 'job-runner',
          logins: readLogins(settings.loginsFile, ['jobs']),
          otherwise: { kind: 'house' },
        }),
        JournalModule.routing(errandBook),
        LiveModule,
        VaultModule.with(readKeys(settings.keysFile)),
        JobsModule.running({
          options,
          routes: errandBook,
          onSilence,
          imports: [QueueModule, TransportModule, ResultsModule, RunnerWorksModule],
          handlers: [
            ReconcileReport,
            ReconcileReceipt,
            ReconcileTube,
            ReconcileTubes,
            ReconcileCorrection,
            ReconcileMerging,
          ],
          works: [
            JournalDays,
            JournalSeal,
            JournalVerify,
            LedgerVerify,
            Rekey,
            QueueDayEnd,
            TransportClocks,
            SendNotices,
          ],
        }),
      ],
      controllers: [HealthController],
      providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
    };
  }
}
