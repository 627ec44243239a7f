import { queueKeysOf } from './queue-keys.js';

describe('what the keys of an installation begin with', () => {
  const city = 'postgresql://shihe:secret@db.city:5432/shihe';

  it.each([
    'postgresql://shihe:secret@db.county:5432/shihe',
    'postgresql://shihe:secret@db.city:5433/shihe',
    'postgresql://shihe:secret@db.city:5432/rehearsal',
    'postgresql:///shihe?host=/run/postgresql',
  ])('is another one at %s: errands of one city are not taken by the next', (other) => {
    expect(queueKeysOf(other)).not.toBe(queueKeysOf(city));
  });

  it.each(['postgresql://runner:other@db.city/shihe', 'postgresql://shihe@db.city:5432/shihe?sslmode=require'])(
    'is the same at %s: all runners of a city share the work',
    (same) => {
      expect(queueKeysOf(same)).toBe(queueKeysOf(city));
    },
  );

  it('names the database, and no password', () => {
    expect(queueKeysOf(city)).toMatch(/^shihe-shihe-[0-9a-f]{12}$/);
  });
});
