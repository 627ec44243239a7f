import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccessSettings } from './access-settings.js';
import { AccountDesk } from './account-desk.service.js';
import { AccountRegister } from './account-register.service.js';
import { AccountRepository } from './account.repository.js';
import { BreakGlassRepository } from './break-glass.repository.js';
import { BreakGlass } from './break-glass.service.js';
import { ExampleAccounts } from './example-accounts.service.js';
import { KnownDeviceRepository } from './known-device.repository.js';
import { OwnPassword } from './own-password.service.js';
import { PasswordChecks } from './password-checks.service.js';
import { Passwords } from './passwords.service.js';
import { ScopeRegister } from './scope-register.service.js';
import { ScopeRepository } from './scope.repository.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { SecondFactors } from './second-factors.service.js';
import { SessionRepository } from './session.repository.js';
import { Sessions } from './sessions.service.js';
import { SignInGateRepository } from './sign-in-gate.repository.js';
import { SignInGates } from './sign-in-gates.service.js';
import { SignInHelp } from './sign-in-help.service.js';
import { Signatures } from './signatures.service.js';
import { SignIn } from './sign-in.service.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    AccessSettings,
    AccountDesk,
    AccountRegister,
    AccountRepository,
    BreakGlass,
    BreakGlassRepository,
    ExampleAccounts,
    KnownDeviceRepository,
    OwnPassword,
    PasswordChecks,
    Passwords,
    ScopeRegister,
    ScopeRepository,
    SecondFactorRepository,
    SecondFactors,
    SessionRepository,
    Sessions,
    SignIn,
    SignInGateRepository,
    SignInGates,
    SignInHelp,
    Signatures,
  ],
  exports: [
    AccountDesk,
    AccountRegister,
    BreakGlass,
    ExampleAccounts,
    OwnPassword,
    ScopeRegister,
    SecondFactors,
    Sessions,
    SignIn,
    SignInHelp,
    Signatures,
    DiscoveryModule,
  ],
})
export class AccessModule {}
