import { outcomes, outcomeTransitions, type Outcome, type OutcomeState } from './outcome.js';
import type { ReportRow } from './report-format.js';
import { judgedRows, rowErrors, type KnownOutcomes, type ReceivedTube } from './report-rules.js';

const noon = new Date('2026-03-01T12:00:00+08:00');
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);
const row = (outcome: Outcome, testedAt = noon): ReportRow => ({ line: 1, barcode: 'T1', outcome, testedAt });
const tube: ReceivedTube = {
  labCode: 'LAB1',
  accepted: true,
  receivedAt: minutes(-60),
  toleratedSkew: 5 * 60_000,
  isReviewed: true,
};

describe('the rows of a report', () => {
  it.each([
    [minutes(-64), []],
    [minutes(-66), ['tested-before-received']],
    [minutes(4), []],
    [minutes(6), ['tested-in-the-future']],
  ])('may be tested from the receipt until now, give or take what clocks differ (%s)', (testedAt, codes) => {
    const errors = rowErrors([row('negative', testedAt)], new Map([['T1', tube]]), 'LAB1', noon);
    expect(errors.map(({ code }) => code)).toEqual(codes);
  });

  it('are about tubes that this very laboratory accepted', () => {
    const at = (known: ReceivedTube | undefined) =>
      rowErrors([row('negative')], new Map(known ? [['T1', known]] : []), 'LAB1', noon).map(({ code }) => code);
    expect(at(undefined)).toEqual(['tube-not-received']);
    expect(at({ ...tube, labCode: 'LAB2' })).toEqual(['tube-not-received']);
    expect(at({ ...tube, accepted: false })).toEqual(['tube-rejected']);
  });

  it('never replace an outcome that counts already, whichever way they differ', () => {
    for (const current of outcomes) {
      for (const outcome of outcomes) {
        const known: KnownOutcomes = { current, held: [], lastVersion: 3 };
        const [judged] = judgedRows([row(outcome)], new Map([['T1', known]]));
        expect(judged).toMatchObject(
          outcome === current ? { verdict: 'repeated', version: undefined } : { verdict: 'held', version: 4 },
        );
      }
    }
  });

  it('make the first outcome current and a contradiction that waits already no second time', () => {
    expect(judgedRows([row('positive')], new Map())).toMatchObject([{ verdict: 'current', version: 1 }]);
    const waiting: KnownOutcomes = { current: 'negative', held: ['positive'], lastVersion: 2 };
    expect(judgedRows([row('positive')], new Map([['T1', waiting]]))).toMatchObject([{ verdict: 'repeated' }]);
  });
});

describe('the states of an outcome', () => {
  it('can all be reached from a first outcome or a held one', () => {
    const reached = new Set<OutcomeState>(['current', 'held']);
    for (const state of reached) for (const next of Object.values(outcomeTransitions[state])) reached.add(next);
    expect([...reached].sort()).toEqual(Object.keys(outcomeTransitions).sort());
  });
});
