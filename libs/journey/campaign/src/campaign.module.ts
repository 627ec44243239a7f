import { Module } from '@nestjs/common';
import { CampaignRepository } from './campaign.repository.js';
import { ExemptionDesk } from './exemption-desk.service.js';
import { ExemptionRepository } from './exemption.repository.js';
import { RoundDesk } from './round-desk.service.js';

@Module({
  providers: [CampaignRepository, ExemptionRepository, RoundDesk, ExemptionDesk],
  exports: [RoundDesk, ExemptionDesk],
})
export class CampaignModule {}
