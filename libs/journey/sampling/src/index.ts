export { SamplingModule } from './sampling.module.js';
export { Admissions } from './admissions.service.js';
export { SamplingStation } from './sampling-station.service.js';
export { TubeInspection, type VoidAnswer } from './tube-inspection.service.js';
export { tubeStates, type Tube, type TubeMember, type TubeState } from './tube.repository.js';
export { sealReasons, type SealReason } from './seal-rules.js';
export type { RecordedSwab, SwabAct } from './swab.js';
export { ExceptionDesk, type Raising } from './exception-desk.service.js';
export type { Exception } from './exception.repository.js';
export {
  exceptionKinds,
  exceptionStates,
  ownerRoles,
  resolutions,
  type ExceptionKind,
  type OwnerRole,
  type Resolution,
} from './exception-kinds.js';
export { CorrectionDesk } from './correction-desk.service.js';
export { correctionKinds, correctionReasons, correctionStates, type CorrectionReason } from './correction-rules.js';
export type { Correction } from './correction.repository.js';
export * from './correction.errors.js';
export * from './correction.events.js';
export * from './sampling.errors.js';
export * from './sampling.events.js';
export * from './exception.errors.js';
export * from './exception.events.js';
