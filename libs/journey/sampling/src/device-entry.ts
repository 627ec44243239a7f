import { z } from 'zod';
import { canonicalMembers, canonicalText, textOf } from '#platform/database';
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

interface Common {
  seq: number;
  id: string;
  kind: string;
  at: string;
  actorId: string;
}

/** The strict schema of each kind of entry. */
export function entrySchemas(
  handlers: Iterable<{ kind: string; fields: Readonly<Record<string, z.ZodType>> }>,
): EntrySchemas {
  return new Map(
    [...handlers].map(({ kind, fields }) => [kind, z.strictObject({ ...common, kind: z.literal(kind), ...fields })]),
  );
}

/** An entry as it came, with its canonical text, as it stands in what the device signed. */
export interface SignedEntry {
  given: unknown;
  text: string;
  /** The text without its number. */
  act: string;
}

/** @throws NestedTooDeep */
export function signedEntry(given: unknown): SignedEntry {
  // One level lies around it: the list of the batch, and the batch.
  if (!isObject(given)) return { given, text: canonicalText(given, 2), act: '' };
  const members = canonicalMembers(given, 2);
  return { given, text: textOf(members), act: textOf(members.filter(({ key }) => key !== 'seq')) };
}

/** Reads one entry by itself. Its words decide its digest, whether it can be understood or not. */
export function readEntry({ given, text, act }: SignedEntry, schemas: EntrySchemas): ReadEntry | UnreadEntry {
  const digest = halfHash(text);
  const { kind, seq: number }: Record<string, unknown> = isObject(given) ? given : {};
  const read = typeof kind === 'string' ? schemas.get(kind)?.safeParse(given) : undefined;
  if (read?.success !== true) {
    const fault = read === undefined ? 'kind' : (read.error.issues[0]?.path.join('.') ?? 'entry');
    const nth = seq.safeParse(number);
    return { ok: false, seq: nth.success ? nth.data : 0, digest, act: digest, fault, raw: text.slice(0, 4_000) };
  }
  const { seq: nth, id, kind: is, at, actorId, ...body } = read.data as Common & Record<string, unknown>;
  return { ok: true, seq: nth, id: id.toLowerCase(), kind: is, at, actorId, body, digest, act: halfHash(act) };
}

/** Half a SHA-256, written as a UUID: short enough for a key, long enough that nobody finds two. */
function halfHash(text: string): string {
  return otherIdOf('', text);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
