import { Module } from '@nestjs/common';
import { ResultsModule } from '#journey/results';
import { RecallsController } from './recalls.controller.js';
import { ResidentResultsController } from './resident-results.controller.js';

/** The HTTP door of the room `results`. */
@Module({ imports: [ResultsModule], controllers: [ResidentResultsController, RecallsController] })
export class ResultsDoor {}
