import { Link } from 'wouter';
import { useCount } from '../times.js';
import { useCoverageWords } from './coverage-words.js';
import type { Coverage } from './round-data.js';
import { useSteady } from './use-steady.js';

export type AreaRow = Coverage['areas'][number];

/** Lowest coverage first; the larger of two that are equal. Areas where nobody should come stand last. */
export function lowestFirst(areas: readonly AreaRow[]): AreaRow[] {
  const share = ({ percent }: AreaRow) => percent.sampledOfShould ?? 101;
  return [...areas].sort((a, b) => share(a) - share(b) || b.should - a.should || (a.code < b.code ? -1 : 1));
}

/** What is still to do until an area counts as done, in people. */
export function peopleToTarget({ should, sampled }: AreaRow, target: number): number {
  return Math.max(0, Math.ceil((should * target) / 100) - sampled);
}

interface Given {
  title: string;
  areas: readonly AreaRow[];
  target: number;
  /** Only so many are shown. */
  most?: number;
}

/** A bar for each area, with the target as a line; a click goes one level down. */
export function CoverageBars({ title, areas, target, most }: Given) {
  const words = useCoverageWords();
  const count = useCount();
  const { rows, sortAnew } = useSteady(lowestFirst(areas), ({ code }) => code);
  return (
    <section className="bars panel" aria-labelledby="bars">
      <header>
        <h2 id="bars">{title}</h2>
        <span className="target-note">{words('targetLine', { target })}</span>
        <button type="button" className="quiet" onClick={sortAnew}>
          {words('resort')}
        </button>
      </header>
      <ul>
        {rows.slice(0, most).map((area) => {
          const percent = area.percent.sampledOfShould;
          const missing = peopleToTarget(area, target);
          return (
            <li key={area.code}>
              <Link href={`/coverage/${encodeURIComponent(area.code)}`} className="bar-name">
                {area.name}
              </Link>
              <span className="bar-percent">{percent === null ? '—' : `${percent} %`}</span>
              <Bar percent={percent ?? 0} target={target} />
              <span className="bar-note">
                {area.should === 0
                  ? words('nobody')
                  : words('row', { sampled: count(area.sampled), should: count(area.should) })}
                {area.should > 0 && ' · '}
                {area.should > 0 && (missing > 0 ? words('left', { count: count(missing) }) : `✓ ${words('reached')}`)}
              </span>
              {area.sampled < area.should && (
                <Link
                  href={`/missing/${encodeURIComponent(area.code)}`}
                  className="bar-missing"
                  aria-label={words('missingOf', { area: area.name })}
                >
                  {words('toMissing')}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export function Bar({ percent, target }: { percent: number; target: number }) {
  return (
    <svg className="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="ground" width="100" height="10" />
      <rect className={percent < target ? 'fill below' : 'fill'} width={Math.min(percent, 100)} height="10" />
      <line className="target" x1={target} x2={target} y1="0" y2="10" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
