import { Module } from '@nestjs/common';
import { SiteModule } from '#journey/site';
import { DevicesController } from './devices.controller.js';

/** What devices call, and what is decided about them. */
@Module({ imports: [SiteModule], controllers: [DevicesController] })
export class DevicesDoor {}
