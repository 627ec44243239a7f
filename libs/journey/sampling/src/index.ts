export { SamplingModule } from './sampling.module.js';
export { Admissions } from './admissions.service.js';
export { SamplingStation } from './sampling-station.service.js';
export { TubeInspection, type VoidAnswer } from './tube-inspection.service.js';
export { tubeStates, type Tube, type TubeMember, type TubeState } from './tube.repository.js';
export { sealReasons, type SealReason } from './seal-rules.js';
export type { RecordedSwab, SwabAct } from './swab.js';
export { DeviceActHandlers, DeviceIntake, type BatchAnswer, type DeviceBatch } from './device-intake.service.js';
export { HeldBatchDesk } from './held-batch-desk.service.js';
export type { HeldBatch, HeldDecision } from './held-batch.repository.js';
export { heldReasons, heldStates } from './held-states.js';
export * from './held-batch.errors.js';
export { WorkingSet, type WorkingPart } from './working-set.service.js';
export { DeviceBooksDesk } from './device-books-desk.service.js';
export type { DeviceBooks, DeviceHoles } from './device-books.repository.js';
export { NoteActs } from './note-acts.handler.js';
export { OpenTubeActs } from './open-tube-acts.handler.js';
export { SealActs } from './seal-acts.handler.js';
export { SwabActs } from './swab-acts.handler.js';
export { VoidActs } from './void-acts.handler.js';
export { DiscardActs } from './discard-acts.handler.js';
export { ExceptionReadings } from './exception-readings.service.js';
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
export { AttendanceCarrier } from './attendance-carrier.service.js';
export { TubeHistory } from './tube-history.service.js';
export type { TubeMoment } from './tube-history.repository.js';
export { CaseDesk, caseKinds } from './case-desk.service.js';
export type { Candidate } from './case.repository.js';
export * from './case.errors.js';
export { CorrectionDesk } from './correction-desk.service.js';
export { correctionKinds, correctionReasons, correctionStates, type CorrectionReason } from './correction-rules.js';
export type { Correction } from './correction.repository.js';
export * from './correction.errors.js';
export * from './correction.events.js';
export * from './sampling.errors.js';
export * from './sampling.events.js';
export * from './exception.errors.js';
export * from './exception.events.js';
export * from './device-intake.errors.js';
export * from './offline.events.js';
