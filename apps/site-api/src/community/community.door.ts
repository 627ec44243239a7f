import { Module } from '@nestjs/common';
import { CommunityModule } from '#journey/community';
import { AreasController } from './areas.controller.js';
import { LedgerBodies } from './ledger-bodies.js';
import { LedgerClock } from './ledger-clock.js';
import { LedgerImportsController } from './ledger-imports.controller.js';
import { ResidentCodesController } from './resident-codes.controller.js';
import { ResidentsController } from './residents.controller.js';

/** The HTTP door of the room `community`. */
@Module({
  imports: [CommunityModule],
  controllers: [AreasController, LedgerImportsController, ResidentCodesController, ResidentsController],
  providers: [LedgerBodies, LedgerClock],
})
export class CommunityDoor {}
