import { z } from 'zod';
import { changedFields, changesOf, namesSomething } from './settings-change.js';

const settings = z.strictObject({
  minutes: z.int().min(1).max(60).default(15),
  isAsked: z.boolean().default(true),
});

describe('a change of settings', () => {
  const change = changesOf(settings);

  it('leaves alone what it does not name, instead of making it usual again', () => {
    expect(change.parse({ minutes: 20 })).toEqual({ minutes: 20 });
    expect(settings.partial().parse({ minutes: 20 })).toEqual({ minutes: 20, isAsked: true });
  });

  it('keeps the limits, and knows no other settings', () => {
    expect(change.safeParse({ minutes: 61 }).success).toBe(false);
    expect(change.safeParse({ seconds: 1 }).success).toBe(false);
  });

  it('names something', () => {
    const something = change.refine(...namesSomething);
    expect(something.safeParse({}).success).toBe(false);
    expect(something.safeParse({ isAsked: false }).success).toBe(true);
  });
});

it('tells what differs, and nothing else', () => {
  expect(changedFields({ name: 'A', minutes: 15, serves: null }, { name: 'B', minutes: 15, serves: '东区' })).toEqual([
    { field: 'name', from: 'A', to: 'B' },
    { field: 'serves', from: null, to: '东区' },
  ]);
});
