import fc from 'fast-check';
import { wavesOf, type Step } from './act-waves.js';

const open = (tube: string): Step => ({ phase: 1, things: [tube] });
const swab = (tube: string): Step => ({ phase: 2, things: [tube] });
const withdraw: Step = { phase: 3, things: ['*'] };
const seal = (tube: string): Step => ({ phase: 4, things: [tube] });

describe('what a device did, cut into waves', () => {
  it('is one wave where each tube is opened, filled and sealed', () => {
    expect(wavesOf([open('A'), swab('A'), seal('A'), open('B'), swab('B')])).toEqual([[0, 1, 2, 3, 4]]);
  });

  it('begins a new wave with a swab into a tube that was sealed before', () => {
    expect(wavesOf([swab('A'), seal('A'), swab('B'), swab('A')])).toEqual([[0, 1, 2], [3]]);
  });

  it('begins a new wave with the next swab after something was withdrawn', () => {
    expect(wavesOf([swab('A'), withdraw, seal('A'), swab('B')])).toEqual([[0, 1, 2], [3]]);
    expect(wavesOf([seal('A'), withdraw])).toEqual([[0], [1]]);
  });

  it('keeps the order of everything that happened to one thing', () => {
    const step = fc.record({ phase: fc.integer({ min: 0, max: 4 }), things: fc.subarray(['A', 'B', 'C', '*']) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const done = wavesOf(steps).flatMap((wave) =>
          wave.toSorted((a, b) => steps[a]!.phase - steps[b]!.phase || a - b),
        );
        expect(done.toSorted((a, b) => a - b)).toEqual(steps.map((_, n) => n));
        const meet = (a: Step, b: Step) =>
          (a.things.includes('*') && b.things.length > 0) ||
          (b.things.includes('*') && a.things.length > 0) ||
          a.things.some((thing) => b.things.includes(thing));
        done.forEach((later, at) => {
          for (const earlier of done.slice(0, at)) {
            if (meet(steps[earlier]!, steps[later]!) && earlier > later) {
              throw new Error(`${earlier} was done before ${later}`);
            }
          }
        });
      }),
    );
  });
});
