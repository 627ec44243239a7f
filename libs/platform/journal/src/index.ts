export { Journal, type JobRoutes } from './journal.js';
export { JournalModule } from './journal.module.js';
export { defineEvent, type EventDefinition, type JournalEntry } from './event.js';
export { JournalChainModule } from './journal-chain.module.js';
export { JournalSealer } from './journal-sealer.service.js';
export { JournalVerifier, type Finding, type IsVouchedFor, type Verification } from './journal-verifier.service.js';
export { imprintChain, imprintNumberOf, ImprintRepository } from './imprint.repository.js';
