import { Module } from '@nestjs/common';
import { SiteModule } from '#journey/site';
import { ShiftsController } from './shifts.controller.js';
import { SitesController } from './sites.controller.js';

/** The HTTP door of the room `site`. */
@Module({ imports: [SiteModule], controllers: [SitesController, ShiftsController] })
export class SiteDoor {}
