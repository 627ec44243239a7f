export { DomainError } from './domain-error.js';
export type { ErrorKind, Words, Json } from './domain-error.js';
export { httpStatusOf, problemOf, preferredLanguage } from './problem.js';
export type { Problem } from './problem.js';
export {
  InvalidRequest,
  NotInSight,
  RouteNotFound,
  ServiceBusy,
  UnreadableRequest,
  UnexpectedFailure,
} from './common-errors.js';
export type { FieldFault } from './common-errors.js';
export { fieldFault, inWords } from './field-fault.js';
