export { LabModule } from './lab.module.js';
export { LabRegister } from './lab-register.service.js';
export { LabCounter, type NewReceipt, type Receipt } from './lab-counter.service.js';
export {
  ReportDesk,
  reportContentTypes,
  type HandedIn,
  type Report,
  type ReportPreview,
} from './report-desk.service.js';
export { ReportReviews, type ReportReview } from './report-reviews.service.js';
export { ReportLimits } from './report-limits.js';
export { ContradictionDesk, type Contradiction, type Decided } from './contradiction-desk.service.js';
export { decisions, outcomes, type Decision, type Outcome } from './outcome.js';
export type { ReportFormat, ReportRow, ReadReport, RowError } from './report-format.js';
export type { DifferenceCause, ReceiptDifference } from './receipt-rules.js';
export * from './lab.errors.js';
export * from './report.errors.js';
export { contradictionApplied, reportApplied, tubesReceived, tubesRejected } from './lab.events.js';
