import { correctionTransitions, needsSecondPerson, tubesOf, type CorrectionState } from './correction-rules.js';

describe('a correction', () => {
  it('can come to each of its states, and does not change once it has ended', () => {
    const reached = new Set<CorrectionState>(['proposed']);
    for (const state of reached) correctionTransitions[state].forEach((next) => reached.add(next));
    expect([...reached].sort()).toEqual(Object.keys(correctionTransitions).sort());
    for (const end of ['applied', 'refused', 'withdrawn'] as const) expect(correctionTransitions[end]).toEqual([]);
  });

  it('needs a second person as soon as one tube is closed or somebody in it may have an answer', () => {
    expect(needsSecondPerson([{ state: 'open' }, { state: 'open' }], false)).toBe(false);
    expect(needsSecondPerson([{ state: 'open' }, { state: 'sealed' }], false)).toBe(true);
    expect(needsSecondPerson([{ state: 'discarded' }], false)).toBe(true);
    expect(needsSecondPerson([{ state: 'open' }], true)).toBe(true);
  });

  it('locks its tubes in the order of their barcodes, each once', () => {
    expect(tubesOf({ kind: 'move-swab', tube: 'T9', swabId: 's', toTube: 'T1' })).toEqual(['T1', 'T9']);
    expect(tubesOf({ kind: 'swap-tubes', tube: 'T1', withTube: 'T1' })).toEqual(['T1']);
    expect(tubesOf({ kind: 'recode-tube', tube: 'T1', toCode: 'T2' })).toEqual(['T1']);
  });
});
