import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { errandBook } from '#journey/errands';
import { SiteModule } from '#journey/site';
import { AccessGuard, AccessModule } from '#platform/access';
import { ClockModule, SystemClock, type Clock } from '#platform/clock';
import { SettingsModule, type Settings } from '#platform/config';
import { DatabaseModule, readLogins, type Actor } from '#platform/database';
import { JournalModule } from '#platform/journal';
import { LiveModule } from '#platform/live';
import { readKeys, VaultModule } from '#platform/vault';
import { AuditDoor } from './audit/audit.door.js';
import { CampaignDoor } from './campaign/campaign.door.js';
import { CommunityDoor } from './community/community.door.js';
import { CoverageDoor } from './coverage/coverage.door.js';
import { DevicesDoor } from './devices/devices.door.js';
import { AccountsController } from './front/accounts.controller.js';
import { BreakGlassController } from './front/break-glass.controller.js';
import { HealthController } from './front/health.controller.js';
import { MetricsController } from './front/metrics.controller.js';
import { ProblemFilter } from './front/problem.filter.js';
import { ScopesController } from './front/scopes.controller.js';
import { OwnPasswordController } from './front/own-password.controller.js';
import { SecondFactorController } from './front/second-factor.controller.js';
import { SessionsController } from './front/sessions.controller.js';
import { SignInHelpController } from './front/sign-in-help.controller.js';
import { LabDoor } from './lab/lab.door.js';
import { DeskGateway } from './live/desk.gateway.js';
import { DeskSockets, LIVE_LIMITS } from './live/desk-sockets.service.js';
import { HouseSignals } from './live/house-signals.service.js';
import { readLiveLimits } from './live/live-settings.js';
import { QueueDoor } from './queue/queue.door.js';
import { ResultsDoor } from './results/results.door.js';
import { SamplingDoor } from './sampling/sampling.door.js';
import { SiteDoor } from './site/site.door.js';
import { TransportDoor } from './transport/transport.door.js';

/** What a test may give the process instead of the usual. */
export interface Given {
  clock?: Clock | undefined;
  /** Who acts outside of every request; nobody may, except in tests that ask a room directly. */
  otherwise?: Actor | undefined;
}

/** The HTTP door of the whole house: nine rooms behind one guard and one way of saying no. */
@Module({})
export class SiteApiModule {
  static for(settings: Settings, { clock = new SystemClock(), otherwise }: Given): DynamicModule {
    return {
      module: SiteApiModule,
      imports: [
        SettingsModule.of(settings),
        ClockModule.telling(clock),
        DatabaseModule.to({
          url: settings.databaseUrl,
          pool: settings.databasePool,
          waitSeconds: settings.databaseWaitSeconds,
          applicationName: 'site-api',
          logins: readLogins(settings.loginsFile, ['door', 'scan', 'desk', 'reader', 'jobs', 'auditor']),
          ...(otherwise === undefined ? {} : { otherwise }),
        }),
        JournalModule.routing(errandBook),
        LiveModule,
        VaultModule.with(readKeys(settings.keysFile)),
        AccessModule,
        SiteModule,
        AuditDoor,
        CommunityDoor,
        CampaignDoor,
        SiteDoor,
        DevicesDoor,
        QueueDoor,
        SamplingDoor,
        TransportDoor,
        LabDoor,
        ResultsDoor,
        CoverageDoor,
      ],
      controllers: [
        HealthController,
        MetricsController,
        SessionsController,
        AccountsController,
        SignInHelpController,
        OwnPasswordController,
        SecondFactorController,
        ScopesController,
        BreakGlassController,
      ],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: LIVE_LIMITS, useValue: readLiveLimits(settings) },
        DeskSockets,
        DeskGateway,
        HouseSignals,
      ],
    };
  }
}
