export { administrators, roles, type Caller, type Resident, type Role, type Staff } from './caller.js';
export { Allow, CallerOf, Public, policyOf, type Policy } from './policy.js';
export { AccessGuard } from './access.guard.js';
export { AccessModule } from './access.module.js';
export { routesWithoutPolicy } from './policy-check.js';
export { AccountRegister, type Account, type NewAccount } from './account-register.service.js';
export { ScopeRegister, type Scope } from './scope-register.service.js';
export { Sessions, type OpenedSession } from './sessions.service.js';
export { NotAllowed, NotSignedIn, UsernameTaken, WrongCredentials } from './access.errors.js';
