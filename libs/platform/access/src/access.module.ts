import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccessRepository } from './access.repository.js';
import { AccountRegister } from './account-register.service.js';
import { ScopeRegister } from './scope-register.service.js';
import { ScopeRepository } from './scope.repository.js';
import { Sessions } from './sessions.service.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [AccessRepository, AccountRegister, ScopeRegister, ScopeRepository, Sessions],
  exports: [AccountRegister, ScopeRegister, Sessions, DiscoveryModule],
})
export class AccessModule {}
