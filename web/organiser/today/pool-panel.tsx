import { useDayWords } from './day-words.js';
import { poolAdviceOf } from './pool-advice.js';
import type { Progress, Round } from './round-data.js';

/** Whether another number of people in a tube would take fewer tests, by what came out so far. */
export function PoolPanel({ round, progress }: { round: Round; progress: Progress }) {
  const words = useDayWords();
  const capacities = round.poolClasses.filter((one) => one.class !== 'household').map(({ capacity }) => capacity);
  const now = round.poolClasses.find((one) => one.class === round.defaultPoolClass)?.capacity;
  const advice = poolAdviceOf(progress.pools, capacities);
  const [best] = advice?.options ?? [];
  const current = advice?.options.find(({ capacity }) => capacity === now);
  const tests = (one: { testsPerHundred: number }) => Math.round(one.testsPerHundred);
  return (
    <section className="pool panel" aria-labelledby="pool">
      <h2 id="pool">{words('pool')}</h2>
      {advice === undefined || best === undefined ? (
        <p>{words('poolFew')}</p>
      ) : (
        <>
          <p>
            {best.capacity === 1
              ? words('poolSingle')
              : current === undefined || tests(current) <= tests(best)
                ? words('poolKeep', { best: current?.capacity ?? best.capacity, tests: tests(current ?? best) })
                : words('poolBetter', {
                    best: best.capacity,
                    tests: tests(best),
                    now: current.capacity,
                    current: tests(current),
                  })}
          </p>
          <p className="quiet-text">
            {words(advice.isUpperBound ? 'poolBasisUpper' : 'poolBasis', {
              rate: Math.max(1, Math.round(advice.prevalence * 10_000)),
            })}
          </p>
        </>
      )}
    </section>
  );
}
