export { CommunityModule } from './community.module.js';
export { AreaRegister, type Area, type AreaEntry } from './area-register.service.js';
export { areaLevels, levelOf, liesWithin, lineageOf, parentOf, type AreaLevel } from './area-code.js';
export { DemonstrationStreet, type StreetLoaded } from './demonstration-street.service.js';
export { documentKinds, type DocumentKind, type Sex, type WrittenDocument } from './identity-document.js';
export { Encounters } from './encounters.service.js';
export { LedgerIntake, type ImportProgress } from './ledger-intake.service.js';
export { LedgerLimits } from './ledger-limits.js';
export { LedgerReader } from './ledger-reader.service.js';
export { LedgerTurnover } from './ledger-turnover.service.js';
export { laneKinds, type LaneKind } from './ledger-words.js';
export { maskedName } from './masked-name.js';
export { MergingBook, type MergingRequest } from './merging-book.service.js';
export { mergingStates, type Merging } from './merging.repository.js';
export * from './merging.errors.js';
export { personCategories, type PersonCategory } from './person-category.js';
export { ResidentCodeDesk, type IssuedCode } from './resident-code-desk.service.js';
export { hashOfResidents, WorkingLedger, type WorkingResident } from './working-ledger.service.js';
export {
  presences,
  ResidentRegister,
  type MaskedResident,
  type Presence,
  type Registration,
  type ResidentSearch,
} from './resident-register.service.js';
export {
  AreaIsUnknown,
  DocumentEndingIsWrong,
  LedgerImportIsUnknown,
  LedgerIsTooLarge,
  LedgerIsUnreadable,
  NotUnderstood,
  RegistrationIdIsTaken,
  ResidentCodeIsBlocked,
  ResidentCodeIsRevoked,
  ResidentCodeIsUnknown,
  ResidentIsRegisteredAlready,
  ResidentIsUnknown,
} from './community.errors.js';
export { UnmaskingBook, unmaskingReasons, type UnmaskingReason } from './unmasking-book.service.js';
export { UnmaskingDesk, unmaskableFields } from './unmasking-desk.service.js';
export * from './unmasking.errors.js';
