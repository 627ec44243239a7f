import { Module } from '@nestjs/common';
import { QueueModule, TicketCallActs } from '#journey/queue';
import {
  DeviceActHandlers,
  DiscardActs,
  NoteActs,
  OpenTubeActs,
  SamplingModule,
  SealActs,
  SwabActs,
  VoidActs,
} from '#journey/sampling';
import { SiteModule, type DeviceActHandler } from '#journey/site';
import { PackActs, TransportModule } from '#journey/transport';
import { BatchesController } from './batches.controller.js';
import { DevicesController } from './devices.controller.js';
import { HeldBatchesController } from './held-batches.controller.js';
import { WorkingSetController } from './working-set.controller.js';

/** What each room does with the acts of devices: here they meet, so that no room has to look ahead. */
const kept = [OpenTubeActs, SwabActs, VoidActs, SealActs, DiscardActs, NoteActs, PackActs, TicketCallActs];

/** What devices call, and what is decided about them. */
@Module({
  imports: [SiteModule, QueueModule, SamplingModule, TransportModule],
  controllers: [DevicesController, BatchesController, HeldBatchesController, WorkingSetController],
  providers: [
    {
      provide: DeviceActHandlers,
      inject: kept,
      useFactory: (...handlers: DeviceActHandler[]) => new DeviceActHandlers(handlers),
    },
  ],
})
export class DevicesDoor {}
