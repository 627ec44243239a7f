import type { z } from 'zod';
import type { Tx } from '#platform/database';

/**
 * Does the work that an event asked for. It runs inside the transaction that also marks the errand as done, so its
 * effect happens exactly once however often the queue delivers it; a `DomainError` ends the errand as dead, anything
 * else is tried again. It reads the truth by the ids in the payload.
 */
export interface ErrandHandler<Payload = unknown> {
  /** The job's name as in the table of routes ("results.reconcile-report"). */
  readonly job: string;
  readonly payload: z.ZodType<Payload>;
  handle(tx: Tx, payload: Payload): Promise<void>;
}
