export { areInOrder } from './bands.js';
export type { Coordinates } from './coordinates.js';
export { SiteModule } from './site.module.js';
export { SiteRegister } from './site-register.service.js';
export type { Session, SessionPlan, Site, SitePlan, Station } from './site-register.service.js';
export { SiteChanges } from './site-changes.service.js';
export { ShiftRoster, type PairOnDuty, type Shift, type ShiftPlan } from './shift-roster.service.js';
export { lanes, siteKinds, siteStates, type Lane, type LanePrefix, type SiteKind, type SiteState } from './lanes.js';
export { parseSiteSettings, siteSettings, type SiteSettings } from './site-settings.js';
export { DeviceEnrolment, type DeviceRequest } from './device-enrolment.service.js';
export {
  DeviceRegister,
  type Device,
  type DeviceAtSite,
  type DeviceState,
  type SigningDevice,
} from './device-register.service.js';
export type { ActContext, ActResult, BrokenRule, DeviceAct, DeviceActHandler } from './device-act.js';
export { thumbprintOf } from './device-key.js';
export { readDeviceCertificate } from './device-certificate.js';
export type { DutyWarning } from './time-on-duty.js';
export * from './site.errors.js';
export * from './site.events.js';
export * from './device.errors.js';
export * from './device.events.js';
