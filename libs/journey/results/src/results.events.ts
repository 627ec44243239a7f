import { z } from 'zod';
import { defineEvent } from '#platform/journal';

/** What one reconciliation published in one round. Who got which answer is in the versions themselves. */
export const answersPublished = defineEvent(
  'results.answers-published',
  z.object({
    roundId: z.uuid(),
    cause: z.string(),
    negative: z.int(),
    positive: z.int(),
    underReview: z.int(),
    resample: z.int(),
    withdrawn: z.int(),
    orders: z.int(),
  }),
);

const amendment = z.object({ amendmentId: z.uuid(), roundId: z.uuid(), residentId: z.uuid(), status: z.string() });

export const amendmentProposed = defineEvent('results.amendment-proposed', amendment);
export const amendmentRefused = defineEvent('results.amendment-refused', amendment);
export const amendmentWithdrawn = defineEvent('results.amendment-withdrawn', amendment);

/** The second person agreed; the new version is published. */
export const answerAmended = defineEvent(
  'results.answer-amended',
  z.object({
    amendmentId: z.uuid(),
    roundId: z.uuid(),
    residentId: z.uuid(),
    version: z.int(),
    status: z.string(),
    authorId: z.uuid(),
    approvedBy: z.uuid(),
  }),
);

export const recallAssigned = defineEvent(
  'results.recall-assigned',
  z.object({ orderId: z.uuid(), assigneeId: z.uuid() }),
);
