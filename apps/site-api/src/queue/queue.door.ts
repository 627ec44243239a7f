import { Module } from '@nestjs/common';
import { QueueModule } from '#journey/queue';
import { QueueController } from './queue.controller.js';
import { TicketsController } from './tickets.controller.js';

/** The HTTP door of the room `queue`. */
@Module({ imports: [QueueModule], controllers: [TicketsController, QueueController] })
export class QueueDoor {}
