import { z } from 'zod';
import { canonicalText } from '#platform/database';
import { otherIdOf } from './other-id.js';

/** One entry of a batch that could be read. */
export interface ReadEntry {
  ok: true;
  seq: number;
  id: string;
  kind: string;
  at: string;
  actorId: string;
  body: Record<string, unknown>;
  /** Half a SHA-256 of the entry, and of the act without its number, as UUIDs. */
  digest: string;
  act: string;
}

/** One that could not: the acts behind it go on. `seq` is 0 where not even that could be read. */
export interface UnreadEntry {
  ok: false;
  seq: number;
  digest: string;
  act: string;
  /** Where it is wrong, without what stands there. */
  fault: string;
  raw: string;
}

export type EntrySchemas = ReadonlyMap<string, z.ZodType<Record<string, unknown>>>;

const seq = z.int().min(1).max(Number.MAX_SAFE_INTEGER);

/** A device that forgot the time counts from 1970 and is believed to mean it, or nearly. */
const clock = z.iso
  .datetime({ offset: true })
  .max(40)
  .refine((time) => Number(time.slice(0, 4)) >= 1_900 && Number(time.slice(0, 4)) < 2_200, 'year');

const common = { seq, id: z.uuid(), at: clock, actorId: z.uuid() };

/** The strict schema of each kind of entry. */
export function entrySchemas(
  handlers: Iterable<{ kind: string; fields: Readonly<Record<string, z.ZodType>> }>,
): EntrySchemas {
  return new Map(
    [...handlers].map(({ kind, fields }) => [kind, z.strictObject({ ...common, kind: z.literal(kind), ...fields })]),
  );
}

/** Reads one entry by itself. Its words decide its digest, whether it can be understood or not. */
export function readEntry(entry: unknown, schemas: EntrySchemas): ReadEntry | UnreadEntry {
  const text = canonicalText(entry);
  const digest = halfHash(text);
  const given: Record<string, unknown> = isObject(entry) ? entry : {};
  const schema = typeof given.kind === 'string' ? schemas.get(given.kind) : undefined;
  const read = schema?.safeParse(entry);
  if (read?.success !== true) {
    const fault = read === undefined ? 'kind' : (read.error.issues[0]?.path.join('.') ?? 'entry');
    const number = seq.safeParse(given.seq);
    return { ok: false, seq: number.success ? number.data : 0, digest, act: digest, fault, raw: text.slice(0, 4_000) };
  }
  const { seq: nth, id, kind, at, actorId, ...body } = read.data as Record<string, unknown> & typeof common;
  const act = { ...given, seq: undefined };
  return {
    ok: true,
    seq: nth as unknown as number,
    id: (id as unknown as string).toLowerCase(),
    kind: kind as string,
    at: at as unknown as string,
    actorId: actorId as unknown as string,
    body,
    digest,
    act: halfHash(canonicalText(act)),
  };
}

/** Half a SHA-256, written as a UUID: short enough for a key, long enough that nobody finds two. */
function halfHash(text: string): string {
  return otherIdOf('', text);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
