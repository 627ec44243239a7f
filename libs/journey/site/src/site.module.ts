import { Module } from '@nestjs/common';
import { ShiftRoster } from './shift-roster.service.js';
import { ShiftRepository } from './shift.repository.js';
import { SiteRegister } from './site-register.service.js';
import { SiteRepository } from './site.repository.js';

@Module({
  providers: [SiteRepository, ShiftRepository, SiteRegister, ShiftRoster],
  exports: [SiteRegister, ShiftRoster],
})
export class SiteModule {}
