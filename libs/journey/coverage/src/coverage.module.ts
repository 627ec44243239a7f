import { Module } from '@nestjs/common';
import { CoverageLedger } from './coverage-ledger.service.js';
import { CoverageRecountRepository } from './coverage-recount.repository.js';
import { CoverageRecount } from './coverage-recount.service.js';
import { CoverageRepository } from './coverage.repository.js';

/** How much of each area is done, who is missing. */
@Module({
  providers: [CoverageRepository, CoverageRecountRepository, CoverageLedger, CoverageRecount],
  exports: [CoverageLedger, CoverageRecount],
})
export class CoverageModule {}
