import { Module } from '@nestjs/common';
import { LabRegister } from './lab-register.service.js';
import { LabRepository } from './lab.repository.js';

/** What the laboratory received and what it says about each tube. */
@Module({
  providers: [LabRepository, LabRegister],
  exports: [LabRegister],
})
export class LabModule {}
