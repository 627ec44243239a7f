import { Module } from '@nestjs/common';
import { CampaignModule } from '#journey/campaign';
import { ExemptionsController } from './exemptions.controller.js';
import { HomeVisitsController } from './home-visits.controller.js';
import { RoundsController } from './rounds.controller.js';

/** The HTTP door of the room `campaign`. */
@Module({ imports: [CampaignModule], controllers: [RoundsController, ExemptionsController, HomeVisitsController] })
export class CampaignDoor {}
