import { Module } from '@nestjs/common';
import { CommunityModule } from '#journey/community';

/** The HTTP door of the room `community`. */
@Module({ imports: [CommunityModule], controllers: [] })
export class CommunityDoor {}
