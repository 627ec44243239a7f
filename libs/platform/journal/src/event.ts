import type { z } from 'zod';

/**
 * Something that happened, by the name under which the journal keeps it (`sampling.tube-sealed`). `payload` holds ids,
 * codes and counts only. `jobs` names the work that it asks of later rooms.
 */
export interface EventDefinition<Payload> {
  readonly topic: string;
  readonly payload: z.ZodType<Payload>;
}

export function defineEvent<Payload>(topic: string, payload: z.ZodType<Payload>): EventDefinition<Payload> {
  return { topic, payload };
}

export interface JournalEntry<Payload> {
  /** Who did it; null when the system itself did. */
  actorId: string | null;
  siteId?: string | undefined;
  /** What it happened to, as `kind:code` ("tube:T00012"). */
  subject: string;
  payload: Payload;
}
