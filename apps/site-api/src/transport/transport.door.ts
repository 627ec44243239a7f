import { Module } from '@nestjs/common';
import { TransportModule } from '#journey/transport';

/** The HTTP door of the room `transport`. */
@Module({ imports: [TransportModule], controllers: [] })
export class TransportDoor {}
