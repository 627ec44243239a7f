export { CampaignModule } from './campaign.module.js';
export { RoundDesk, type Round, type RoundPlan } from './round-desk.service.js';
export { ExemptionDesk, type Exemption, type ExemptionRequest } from './exemption-desk.service.js';
export { HomeVisitBook } from './home-visit-book.service.js';
export { poolClasses, type PoolClass, type PoolClassCapacity, type PoolRule } from './pool-policy.js';
export { parseRoundSettings, roundSettings, type RoundSettings } from './round-settings.js';
export { roundTransitions, type RoundState } from './round-states.js';
export * from './campaign.errors.js';
export * from './campaign.events.js';
