import { Module } from '@nestjs/common';
import { SiteModule } from '#journey/site';

/** The HTTP door of the room `site`. */
@Module({ imports: [SiteModule], controllers: [] })
export class SiteDoor {}
