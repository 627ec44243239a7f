import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccessRepository } from './access.repository.js';
import { AccountRegister } from './account-register.service.js';
import { Sessions } from './sessions.service.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [AccessRepository, AccountRegister, Sessions],
  exports: [AccountRegister, Sessions, DiscoveryModule],
})
export class AccessModule {}
