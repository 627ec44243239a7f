import { z } from 'zod';
import { inWords } from '#platform/errors';

type Settings = Readonly<Record<string, z.ZodDefault<z.ZodType>>>;
type Changes<Shape extends Settings> = { [Name in keyof Shape]: z.ZodOptional<ReturnType<Shape[Name]['unwrap']>> };

/**
 * What may be sent to change some of these settings. The defaults are left out of it: a setting that is not named stays
 * as it is, and does not go back to what is usual.
 */
export function changesOf<Shape extends Settings>(settings: z.ZodObject<Shape>) {
  const shape = Object.entries(settings.shape).map(([name, setting]) => [name, setting.unwrap().optional()]);
  return z.strictObject(Object.fromEntries(shape) as Changes<Shape>);
}

/** At least one of the fields is named. */
export const namesSomething = [
  (change: object): boolean => Object.values(change).some((value) => value !== undefined),
  inWords('没有要更改的内容，请至少写一项', 'says nothing that should change; name at least one'),
] as const;

/** One field before and after; numbers, words and yes or no. */
export const changedField = z.object({
  field: z.string(),
  from: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  to: z.union([z.string(), z.number(), z.boolean(), z.null()]),
});
export type ChangedField = z.output<typeof changedField>;

/** What differs between two flat records, field by field in the order of their names. */
export function changedFields(
  before: Readonly<Record<string, ChangedField['from']>>,
  after: Readonly<Record<string, ChangedField['to']>>,
): ChangedField[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort()
    .map((field) => ({ field, from: before[field] ?? null, to: after[field] ?? null }))
    .filter(({ from, to }) => from !== to);
}
