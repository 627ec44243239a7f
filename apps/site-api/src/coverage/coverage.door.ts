import { Module } from '@nestjs/common';
import { CoverageModule } from '#journey/coverage';

/** The HTTP door of the room `coverage`. */
@Module({ imports: [CoverageModule], controllers: [] })
export class CoverageDoor {}
