import { useState } from 'react';
import { Link } from 'wouter';
import { Empty, Loading, Trouble } from '../../every-page/look/states.js';
import { useAreaWords } from '../../every-page/areas/area-words.js';
import type { Area } from '../../every-page/areas/areas-under.js';
import { useLineage } from '../pick/areas.js';
import { useCount } from '../times.js';
import { AsOf } from './as-of.js';
import { CoverageBars } from './coverage-bars.js';
import { useCoverageWords } from './coverage-words.js';
import { FirstLine } from './first-line.js';
import { useCoverage, type Level, type Round } from './round-data.js';
import { Treemap } from './treemap.js';

const levels: readonly Level[] = ['city', 'district', 'street', 'community', 'grid', 'building'];

/** One area and what lies below it, down to the building; without an area the whole round. */
export function CoverageView({ round, area }: { round: Round; area: string }) {
  const words = useCoverageWords();
  const areaWords = useAreaWords();
  const count = useCount();
  const [level, setLevel] = useState<Level>();
  const [isMap, showMap] = useState(false);
  const within = area === '' ? undefined : area;
  const lineage = useLineage(within);
  const own = lineage.data?.at(-1)?.level;
  const below = levels.filter((one) => own === undefined || levels.indexOf(one) > levels.indexOf(own));
  const shown = level !== undefined && below.includes(level) ? level : undefined;
  const isBuilding = own === 'building';
  const coverage = useCoverage(round.id, within, isBuilding ? undefined : shown);
  const title = lineage.data?.at(-1)?.name ?? words('title');
  if (isBuilding) {
    return (
      <>
        <h1>{title}</h1>
        <Path lineage={lineage.data ?? []} />
        <Empty title={words('noAreas')}>
          <p>{words('noAreasHint')}</p>
          <Link className="button main" href={`/missing/${encodeURIComponent(area)}`}>
            {words('toMissing')}
          </Link>
        </Empty>
      </>
    );
  }
  if (coverage.data === undefined) {
    return coverage.error === null ? (
      <Loading />
    ) : (
      <Trouble error={coverage.error} onTryAgain={() => void coverage.refetch()} />
    );
  }
  const { areas, total } = coverage.data;
  const target = round.settings.coverageTargetPercent;
  return (
    <>
      <h1>{title}</h1>
      <Path lineage={lineage.data ?? []} />
      <AsOf of={coverage} />
      <FirstLine key={area} coverage={coverage.data} progress={undefined} />
      <div className="tools">
        <label>
          {words('level')}
          <select value={coverage.data.level} onChange={({ target: { value } }) => setLevel(value as Level)}>
            {below.map((one) => (
              <option key={one} value={one}>
                {areaWords(one)}
              </option>
            ))}
          </select>
        </label>
        <div className="choice" role="group" aria-label={words('how')}>
          <button type="button" aria-pressed={!isMap} onClick={() => showMap(false)}>
            {words('asBars')}
          </button>
          <button type="button" aria-pressed={isMap} onClick={() => showMap(true)}>
            {words('asMap')}
          </button>
        </div>
        <Link className="button main" href={area === '' ? '/missing' : `/missing/${encodeURIComponent(area)}`}>
          {words('toMissing')} · {words('people', { count: count(total.should - total.sampled) })}
        </Link>
      </div>
      {areas.length === 0 ? (
        <Empty title={words('noAreas')}>
          <p>{words('noAreasHint')}</p>
        </Empty>
      ) : isMap ? (
        <Treemap areas={areas} target={target} />
      ) : (
        <CoverageBars
          key={`${area} ${coverage.data.level}`}
          title={`${areaWords(coverage.data.level)} · ${words('lowestFirst')}`}
          areas={areas}
          target={target}
        />
      )}
    </>
  );
}

/** From the whole round down to here; each step leads back up. */
export function Path({ lineage, to = 'coverage' }: { lineage: readonly Area[]; to?: 'coverage' | 'missing' }) {
  const words = useCoverageWords();
  if (lineage.length === 0) return null;
  return (
    <nav className="path" aria-label={words('whereAmI')}>
      <ol>
        <li>
          <Link href={`/${to}`}>{words('everywhere')}</Link>
        </li>
        {lineage.map(({ code, name }, at) => (
          <li key={code}>
            {at === lineage.length - 1 ? (
              <span aria-current="location">{name}</span>
            ) : (
              <Link href={`/${to}/${encodeURIComponent(code)}`}>{name}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
