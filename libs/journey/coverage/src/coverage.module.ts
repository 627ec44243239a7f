import { Module } from '@nestjs/common';
import { CampaignModule } from '#journey/campaign';
import { CoverageLedger } from './coverage-ledger.service.js';
import { CoverageRecountRepository } from './coverage-recount.repository.js';
import { CoverageRecount } from './coverage-recount.service.js';
import { CoverageRepository } from './coverage.repository.js';
import { ProgressRepository } from './progress.repository.js';
import { ProgressReader } from './round-progress.service.js';

/** How much of each area is done, who is missing, where the tubes are and how fast the sites work. */
@Module({
  imports: [CampaignModule],
  providers: [
    CoverageRepository,
    CoverageRecountRepository,
    ProgressRepository,
    CoverageLedger,
    CoverageRecount,
    ProgressReader,
  ],
  exports: [CoverageLedger, CoverageRecount, ProgressReader],
})
export class CoverageModule {}
