import { redacted, wordsOf } from './redaction.js';

const isPerson = (word: string) => word.startsWith('p');
const isOfRound = (word: string) => ['round-1', 'tube-1'].includes(word);
const redact = (subject: string, payload: unknown) => redacted({ subject, payload }, isPerson, isOfRound);

describe('what a purged round leaves in the journal', () => {
  it('has no person beside the tube, while other tubes of the same batch keep theirs', () => {
    const swabs = [
      ['s1', 'tube-1', 1, 'p1', 'a1'],
      ['s2', 'tube-2', 1, 'p1', 'a1'],
    ];
    expect(redact('site:x', { swabs })).toEqual({
      subject: 'site:x',
      payload: { swabs: [['s1', 'tube-1', 1, 'purged', 'a1'], swabs[1]] },
    });
  });

  it('has no person in an entry that names the round, however deep, nor in its subject', () => {
    expect(redact('resident:p1', { roundId: 'round-1', of: { list: ['p2', 'x'] } })).toEqual({
      subject: 'resident:purged',
      payload: { roundId: 'round-1', of: { list: ['purged', 'x'] } },
    });
    expect(redact('tube:tube-1', { residentId: 'p1', place: 3 })).toEqual({
      subject: 'tube:tube-1',
      payload: { residentId: 'purged', place: 3 },
    });
  });

  it('leaves alone what is said of a person otherwise', () => {
    const entry = { subject: 'resident:p1', payload: { residentId: 'p1', roundId: 'round-2' } };
    expect(redacted(entry, isPerson, isOfRound)).toEqual(entry);
  });

  it('looks at every word that may be an id', () => {
    expect(wordsOf('{"a": ["T0001", "0199-ab"], "b": 1}')).toEqual(['T0001', '0199-ab']);
  });
});
