import { useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { Loading, Trouble } from '../../every-page/look/states.js';
import { useLanguage } from '../../every-page/language-context.js';
import { useNow } from '../times.js';
import { AsOf } from './as-of.js';
import { Bar, lowestFirst, type AreaRow } from './coverage-bars.js';
import { FirstLine } from './first-line.js';
import { ForecastPanel } from './forecast-panel.js';
import { Funnel } from './funnel.js';
import { useCoverage, useProgress, type Progress, type Round } from './round-data.js';
import { perTable } from './site-columns.js';
import { byStrain } from './site-load.js';
import { useDayWords } from './day-words.js';
import { useWallWords } from './wall-words.js';

const shown = 8;
/** Nobody asks a wall to sort: it does so by itself, seldom enough to be read in between. */
const sortedEveryMs = 60_000;

/** The same numbers for a room: dark, large, nothing to touch, nothing that turns. */
export function Wall({ round }: { round: Round }) {
  const words = useWallWords();
  const language = useLanguage();
  const now = useNow(1_000);
  const coverage = useCoverage(round.id);
  const progress = useProgress(round.id);
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset['theme'] = 'dark';
    return () => {
      delete dataset['theme'];
    };
  }, []);
  const error = coverage.data === undefined ? coverage.error : progress.data === undefined ? progress.error : null;
  if (error !== null) {
    return <Trouble error={error} onTryAgain={() => void Promise.all([coverage.refetch(), progress.refetch()])} />;
  }
  if (coverage.data === undefined || progress.data === undefined) return <Loading />;
  const clock = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(now);
  return (
    <main className="wall">
      <header>
        <h1>{round.name}</h1>
        <AsOf of={coverage} />
        <time className="wall-clock">{clock}</time>
        <Link href="/overview" className="wall-back">
          {words('back')}
        </Link>
      </header>
      <FirstLine coverage={coverage.data} progress={progress.data} />
      <div className="wall-grid">
        <div>
          <ForecastPanel round={round} coverage={coverage.data} progress={progress.data} />
          <Funnel progress={progress.data} />
        </div>
        <LowestAreas areas={coverage.data.areas} target={round.settings.coverageTargetPercent} />
        <Sites progress={progress.data} />
      </div>
    </main>
  );
}

/** The names that stand there now, anew once a minute. */
function useSeldom<Row>(rows: readonly Row[], nameOf: (row: Row) => string): Row[] {
  const [minute, setMinute] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setMinute((one) => one + 1), sortedEveryMs);
    return () => clearInterval(timer);
  }, []);
  const size = rows.length;
  // eslint-disable-next-line react-hooks/exhaustive-deps -- between two minutes the order is held on purpose
  const names = useMemo(() => rows.slice(0, shown).map(nameOf), [minute, size]);
  return names.flatMap((name) => rows.find((row) => nameOf(row) === name) ?? []);
}

function LowestAreas({ areas, target }: { areas: readonly AreaRow[]; target: number }) {
  const words = useWallWords();
  const rows = useSeldom(lowestFirst(areas), ({ code }) => code);
  return (
    <section className="panel" aria-labelledby="wall-lowest">
      <h2 id="wall-lowest">{words('lowest')}</h2>
      <ol className="wall-rows">
        {rows.map(({ code, name, percent: { sampledOfShould } }) => (
          <li key={code}>
            <span className="wall-name">{name}</span>
            <b>{sampledOfShould === null ? '—' : `${sampledOfShould} %`}</b>
            <Bar percent={sampledOfShould ?? 0} target={target} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Sites({ progress }: { progress: Progress }) {
  const words = useWallWords();
  const day = useDayWords();
  const rows = useSeldom(byStrain(progress.sites), ({ siteId }) => siteId);
  return (
    <section className="panel" aria-labelledby="wall-sites">
      <h2 id="wall-sites">{words('sites')}</h2>
      <ol className="wall-rows">
        {rows.map((site) => (
          <li key={site.siteId}>
            <span className="wall-name">{site.name}</span>
            <b>{perTable(site) === undefined ? '—' : words('rate', { count: perTable(site) ?? 0 })}</b>
            <span className="wall-note">
              <span className={`state-word ${site.state}`}>{day(`state_${site.state}`)}</span>{' '}
              {site.waitP90 === null ? words('noWait') : words('waiting', { minutes: Math.round(site.waitP90) })}
              {' · '}
              {site.lateTubes > 0 ? (
                <span className="late-mark">⚠ {words('lateTubes', { count: site.lateTubes })}</span>
              ) : (
                words('noneLate')
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
