import { Module } from '@nestjs/common';
import { DeviceEnrolment } from './device-enrolment.service.js';
import { DeviceRegister } from './device-register.service.js';
import { DeviceRepository } from './device.repository.js';
import { ShiftRoster } from './shift-roster.service.js';
import { ShiftRepository } from './shift.repository.js';
import { SiteChanges } from './site-changes.service.js';
import { SiteRegister } from './site-register.service.js';
import { SiteRepository } from './site.repository.js';

@Module({
  providers: [
    SiteRepository,
    ShiftRepository,
    DeviceRepository,
    SiteRegister,
    SiteChanges,
    ShiftRoster,
    DeviceRegister,
    DeviceEnrolment,
  ],
  exports: [SiteRegister, SiteChanges, ShiftRoster, DeviceRegister, DeviceEnrolment],
})
export class SiteModule {}
