import { Module } from '@nestjs/common';
import { CampaignRepository } from './campaign.repository.js';
import { ExemptionDesk } from './exemption-desk.service.js';
import { ExemptionRepository } from './exemption.repository.js';
import { HomeVisitBook } from './home-visit-book.service.js';
import { HomeVisitRepository } from './home-visit.repository.js';
import { RoundDesk } from './round-desk.service.js';

@Module({
  providers: [CampaignRepository, ExemptionRepository, HomeVisitRepository, RoundDesk, ExemptionDesk, HomeVisitBook],
  exports: [RoundDesk, ExemptionDesk, HomeVisitBook],
})
export class CampaignModule {}
