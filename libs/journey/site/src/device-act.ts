import type { z } from 'zod';
import type { Json } from '#platform/errors';
import type { Tx } from '#platform/database';

/** One thing that was done at a table and is told afterwards. It has happened: a handler keeps it, whatever it breaks. */
export interface DeviceAct<Body> {
  /** Its number in the device's own sequence since it was started: the order in which things happened. */
  seq: number;
  /** Under which it is stored: the id that the device made, or another one where that belongs to another act. */
  id: string;
  /** What the device’s clock said, as it was written. */
  at: string;
  /** When it happened, as far as that clock can be believed. */
  takenAt: Date;
  actorId: string;
  body: Body;
}

/** A rule that an act breaks. `details` hold ids, codes and counts; `raw` may name a person and is sealed. */
export interface BrokenRule {
  rule: string;
  subject: string;
  details?: Record<string, Json>;
  raw?: string | undefined;
  roundId?: string | null;
  /** One case about the subject, however many acts are part of it. */
  once?: boolean;
}

/** What became of an act: with no broken rule it is accepted, else it is an exception. */
export interface ActResult {
  broken: readonly BrokenRule[];
  place?: number | null;
}

/** Who speaks: a device of a site, in one run of its sequence (`lineId`). */
export interface ActContext {
  deviceId: string;
  siteId: string;
  roundId: string | null;
  lineId: number;
}

/**
 * What a room does with one kind of act that devices report. Acts about one thing are handed over in the order in which
 * they happened: of one wave first the lower phase, and a wave ends before an act that has to come after a later phase.
 */
export interface DeviceActHandler<Body = unknown> {
  readonly kind: string;
  /** The fields of an entry beside seq, id, kind, at and actorId. */
  readonly fields: Readonly<Record<string, z.ZodType>>;
  readonly phase: number;
  /** What it is about ("tube:T1"); "*" is about everything. */
  thingsOf(body: Body): string[];
  /** Inside the transaction of the batch. The results stand in the order of the acts. */
  handle(tx: Tx, acts: readonly DeviceAct<Body>[], context: ActContext): Promise<ActResult[]>;
}
