import { Module } from '@nestjs/common';
import { QueueModule } from '#journey/queue';

/** The HTTP door of the room `queue`. */
@Module({ imports: [QueueModule], controllers: [] })
export class QueueDoor {}
