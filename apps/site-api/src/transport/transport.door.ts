import { Module } from '@nestjs/common';
import { LabModule } from '#journey/lab';
import { TransportModule } from '#journey/transport';
import { AlarmsController } from './alarms.controller.js';
import { BoxesController } from './boxes.controller.js';
import { HandoversController } from './handovers.controller.js';
import { TubeLossesController } from './tube-losses.controller.js';

/** The HTTP door of the room `transport`; it asks `lab` for which laboratory a member of its staff signs. */
@Module({
  imports: [TransportModule, LabModule],
  controllers: [BoxesController, HandoversController, TubeLossesController, AlarmsController],
})
export class TransportDoor {}
