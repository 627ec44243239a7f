import { Module } from '@nestjs/common';
import { SamplingModule } from '#journey/sampling';

/** The HTTP door of the room `sampling`. */
@Module({ imports: [SamplingModule], controllers: [] })
export class SamplingDoor {}
