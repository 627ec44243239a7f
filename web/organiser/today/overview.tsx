import { Loading, Trouble } from '../../every-page/look/states.js';
import { AsOf } from './as-of.js';
import { CoverageBars } from './coverage-bars.js';
import { useDayWords } from './day-words.js';
import { FirstLine } from './first-line.js';
import { ForecastPanel } from './forecast-panel.js';
import { Funnel } from './funnel.js';
import { PoolPanel } from './pool-panel.js';
import { useCoverage, useProgress, type Round } from './round-data.js';
import { SiteLoad } from './site-load.js';

const lowestShown = 8;

/** Are we going to make it, where is it stuck, what to do now: on one screen. */
export function Overview({ round }: { round: Round }) {
  const words = useDayWords();
  const coverage = useCoverage(round.id);
  const progress = useProgress(round.id);
  const error = coverage.data === undefined ? coverage.error : progress.data === undefined ? progress.error : null;
  if (error !== null) {
    return <Trouble error={error} onTryAgain={() => void Promise.all([coverage.refetch(), progress.refetch()])} />;
  }
  if (coverage.data === undefined || progress.data === undefined) return <Loading />;
  return (
    <>
      <h1>{words('overview')}</h1>
      <AsOf of={coverage} />
      <FirstLine coverage={coverage.data} progress={progress.data} />
      <div className="overview">
        <div>
          <ForecastPanel round={round} coverage={coverage.data} progress={progress.data} />
          <Funnel progress={progress.data} />
        </div>
        <div>
          <CoverageBars
            title={words('lowest')}
            areas={coverage.data.areas}
            target={round.settings.coverageTargetPercent}
            most={lowestShown}
          />
          <PoolPanel round={round} progress={progress.data} />
        </div>
      </div>
      <SiteLoad progress={progress.data} />
    </>
  );
}
