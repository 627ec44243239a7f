import { Module, type DynamicModule } from '@nestjs/common';
import { CommunityModule } from '#journey/community';
import { AccessModule } from '#platform/access';
import { ClockModule } from '#platform/clock';
import { SettingsModule, type Settings } from '#platform/config';
import { DatabaseModule } from '#platform/database';
import { JournalChainModule, JournalModule } from '#platform/journal';
import { LiveModule } from '#platform/live';
import { readKeys, VaultModule } from '#platform/vault';
import { RekeyRepository } from '../keys/rekey.repository.js';
import { LedgerRepository } from '../ledgers/ledger.repository.js';
import { LedgerVerifier } from '../ledgers/ledger-verifier.service.js';
import { EmptyingRepository } from './emptying.repository.js';
import { JournalRedactor } from './journal-redactor.service.js';
import { LegalHolds } from './legal-holds.service.js';
import { Leftovers } from './leftovers.service.js';
import { OlderTransactionsRepository } from './older-transactions.repository.js';
import { OlderTransactions } from './older-transactions.service.js';
import { PurgeDesk } from './purge-desk.service.js';
import { PurgeRepository } from './purge.repository.js';
import { PurgeService } from './purge.service.js';
import { RedactionRepository } from './redaction.repository.js';
import { SealedNotes } from './sealed-notes.service.js';

/** A house in which nothing is done but to purge; it works as the owner of the database. */
@Module({})
export class PurgeModule {
  static for(settings: Settings): DynamicModule {
    return {
      module: PurgeModule,
      imports: [
        SettingsModule.of(settings),
        ClockModule,
        DatabaseModule.to({ url: settings.databaseUrl, pool: 3, waitSeconds: 20, applicationName: 'purge' }),
        JournalModule.routing({}),
        JournalChainModule,
        LiveModule,
        VaultModule.with(readKeys(settings.keysFile), { evenPaused: true }),
        AccessModule,
        CommunityModule,
      ],
      providers: [
        EmptyingRepository,
        JournalRedactor,
        LedgerRepository,
        LedgerVerifier,
        LegalHolds,
        Leftovers,
        OlderTransactions,
        OlderTransactionsRepository,
        PurgeDesk,
        PurgeRepository,
        PurgeService,
        RedactionRepository,
        RekeyRepository,
        SealedNotes,
      ],
    };
  }
}
