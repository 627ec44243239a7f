import { z } from 'zod';
import { defineEvent } from '#platform/journal';

const receipt = z.object({ receiptId: z.uuid() });
const report = z.object({ reportId: z.uuid() });
const lab = z.object({ code: z.string(), name: z.string() });
const version = z.object({ barcode: z.string(), version: z.int().positive() });

export const labAdded = defineEvent('lab.lab-added', lab);
export const labRenamed = defineEvent('lab.lab-renamed', lab);
export const labStaffAssigned = defineEvent(
  'lab.staff-assigned',
  z.object({ accountId: z.uuid(), labCode: z.string() }),
);
export const tubesReceived = defineEvent('lab.tubes-received', receipt);
/** Some tubes of this receipt were rejected: everybody in them has to be sampled again. */
export const tubesRejected = defineEvent('lab.tubes-rejected', receipt);
/** Box and content disagree. */
export const receiptDiffers = defineEvent('lab.receipt-differs', receipt);
/** A second person has signed for what a file says is positive. */
export const reportReviewed = defineEvent('lab.report-reviewed', z.object({ sha256: z.string() }));
export const reportApplied = defineEvent('lab.report-applied', report);
export const reportRefused = defineEvent('lab.report-refused', report);
export const contradictionHeld = defineEvent('lab.contradiction-held', version);
export const contradictionApplied = defineEvent('lab.contradiction-applied', version);
export const contradictionDismissed = defineEvent('lab.contradiction-dismissed', version);
