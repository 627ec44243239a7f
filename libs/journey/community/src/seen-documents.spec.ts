import { createHash } from 'node:crypto';
import { SeenDocuments } from './seen-documents.js';

it('remembers the line in which each of many people stood first', () => {
  const seen = new SeenDocuments();
  const index = (person: number) => createHash('sha256').update(String(person)).digest();
  for (let person = 1; person <= 20_000; person += 1) expect(seen.note(index(person), person)).toBeUndefined();
  for (let person = 1; person <= 20_000; person += 997) expect(seen.note(index(person), 99_999)).toBe(person);
});
