import { Module } from '@nestjs/common';
import { QueueModule } from '#journey/queue';
import { SiteModule } from '#journey/site';
import { ShiftsController } from './shifts.controller.js';
import { SitesController } from './sites.controller.js';

/** The HTTP door of the room `site`; the list of sites says beside each how long people wait there. */
@Module({ imports: [SiteModule, QueueModule], controllers: [SitesController, ShiftsController] })
export class SiteDoor {}
