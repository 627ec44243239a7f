import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, DiscoveryModule } from '@nestjs/core';
import { BoardModule } from '#journey/queue';
import { SettingsModule, type Settings } from '#platform/config';
import { DatabaseModule } from '#platform/database';
import { BoardController } from './board/board.controller.js';
import { BoardGateway } from './board/board.gateway.js';
import { BoardPictures } from './board/board-pictures.service.js';
import { BoardSignals, BOARD_SIGNALS_URL } from './board/board-signals.service.js';
import { DISPLAY_TEMPO, type DisplayTempo } from './board/display-tempo.js';
import { HealthController } from './front/health.controller.js';
import { MetricsController } from './front/metrics.controller.js';
import { PagesController } from './front/pages.controller.js';
import { DisplayProblemFilter } from './front/problem.filter.js';

/** Connections at most: a handful of boards read at the same moment, never more. */
const pool = 4;

@Module({})
export class QueueDisplayModule {
  static reading(url: string, settings: Settings, tempo: DisplayTempo): DynamicModule {
    return {
      module: QueueDisplayModule,
      imports: [
        DiscoveryModule,
        SettingsModule.of(settings),
        DatabaseModule.to({ url, pool, applicationName: 'queue-display' }),
        BoardModule,
      ],
      controllers: [BoardController, HealthController, MetricsController, PagesController],
      providers: [
        { provide: BOARD_SIGNALS_URL, useValue: url },
        { provide: DISPLAY_TEMPO, useValue: tempo },
        { provide: APP_FILTER, useClass: DisplayProblemFilter },
        BoardPictures,
        BoardSignals,
        BoardGateway,
      ],
    };
  }
}
