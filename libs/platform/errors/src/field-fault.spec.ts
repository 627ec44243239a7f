import { z } from 'zod';
import { fieldFault, inWords } from './field-fault.js';

const plan = z
  .strictObject({
    id: z.uuid(),
    name: z.string().min(2).max(5),
    count: z.int().min(1).multipleOf(5),
    kind: z.enum(['day', 'night']),
    who: z.union([z.strictObject({ id: z.uuid() }), z.strictObject({ code: z.string() })]),
    until: z.string().refine((text) => text > '2', inWords('应晚于 2', 'must come after 2')),
    from: z.string().refine((text) => text > '2'),
    words: z.record(z.string().max(2), z.number()),
  })
  .refine((held) => held.name !== held.until, inWords('名称与截止不能相同', 'name and until must differ'));

const right = { id: '01900000-0000-7000-8000-000000000001', name: 'abc', count: 5, kind: 'day', who: { code: 'x' }, until: '3', from: '3', words: {} }; // prettier-ignore

const faultsOf = (given: object) => plan.safeParse({ ...right, ...given }).error!.issues.map(fieldFault);

describe('a broken rule of a request', () => {
  it.each([
    ['type', { name: 7 }],
    ['absence', { name: undefined }],
    ['shortness', { name: 'a' }],
    ['length', { name: 'abcdef' }],
    ['format', { id: 'x' }],
    ['unknown field', { surprise: 1 }],
    ['choice', { kind: 'noon' }],
    ['steps', { count: 7 }],
    ['writing', { who: 1 }],
    ['key', { words: { long: 1 } }],
    ['rule of ours', { until: '1' }],
    ['rule of ours that nobody put in words', { from: '1' }],
    ['rule over several fields', { until: 'abc' }],
  ])('is told in Chinese and in English (%s)', (_, given) => {
    for (const { zh, en } of faultsOf(given)) {
      expect(zh).toMatch(/\p{Script=Han}{2}/u);
      expect(en).toMatch(/^[\p{ASCII}]{4,}$/u);
    }
    expect(faultsOf(given).length).toBeGreaterThan(0);
  });

  it('is told in our own words where we gave some', () => {
    expect(faultsOf({ until: '1' })).toEqual([{ path: 'until', zh: '应晚于 2', en: 'must come after 2' }]);
  });
});
