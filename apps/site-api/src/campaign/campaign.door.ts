import { Module } from '@nestjs/common';
import { CampaignModule } from '#journey/campaign';

/** The HTTP door of the room `campaign`. */
@Module({ imports: [CampaignModule], controllers: [] })
export class CampaignDoor {}
