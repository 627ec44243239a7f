import { Module } from '@nestjs/common';
import { ResultsModule } from '#journey/results';

/** The HTTP door of the room `results`. */
@Module({ imports: [ResultsModule], controllers: [] })
export class ResultsDoor {}
