import { Module, type DynamicModule } from '@nestjs/common';
import { CampaignModule } from '#journey/campaign';
import { CommunityModule } from '#journey/community';
import { errandBook } from '#journey/errands';
import { LabModule } from '#journey/lab';
import { SiteModule } from '#journey/site';
import { AccessModule } from '#platform/access';
import { ClockModule } from '#platform/clock';
import { SettingsModule, type Settings } from '#platform/config';
import { DatabaseModule, readLogins } from '#platform/database';
import { JournalModule } from '#platform/journal';
import { LiveModule } from '#platform/live';
import { readKeys, VaultModule } from '#platform/vault';
import { DemonstrationDay } from './demonstration-day.js';

/** Only the rooms that a demonstration is laid out in; no door. */
@Module({})
export class DemonstrationModule {
  static for(settings: Settings): DynamicModule {
    return {
      module: DemonstrationModule,
      imports: [
        SettingsModule.of(settings),
        ClockModule,
        DatabaseModule.to({
          url: settings.databaseUrl,
          pool: 4,
          applicationName: 'demonstration',
          // Not as the owner: what the owner writes into the ledgers was written by hand.
          logins: readLogins(settings.loginsFile, ['door', 'jobs']),
          otherwise: { kind: 'house' },
        }),
        JournalModule.routing(errandBook),
        LiveModule,
        VaultModule.with(readKeys(settings.keysFile)),
        AccessModule,
        CommunityModule,
        CampaignModule,
        SiteModule,
        LabModule,
      ],
      providers: [DemonstrationDay],
    };
  }
}
