import { Module } from '@nestjs/common';
import { CoverageModule } from '#journey/coverage';
import { CoverageController } from './coverage.controller.js';

/** The HTTP door of the room `coverage`. */
@Module({ imports: [CoverageModule], controllers: [CoverageController] })
export class CoverageDoor {}
