import { useCount, useLength, useMoment } from '../times.js';
import { useDayWords } from './day-words.js';
import { forecastOf, type Forecast } from './forecast.js';
import type { Coverage, Progress, Round } from './round-data.js';

export function forecastFor(round: Round, coverage: Coverage, progress: Progress): Forecast {
  const working = progress.sites.reduce((sum, site) => sum + site.working, 0);
  const tables = progress.sites.reduce((sum, site) => sum + site.tables, 0);
  return forecastOf({
    remaining: coverage.total.should - coverage.total.sampled,
    peopleLastHour: progress.sites.reduce((sum, site) => sum + site.peopleLastHour, 0),
    working,
    idle: Math.max(tables - working, 0),
    now: new Date(progress.asOf),
    deadline: new Date(round.deadline),
  });
}

/** Are we going to make it, and what to do if not. */
export function ForecastPanel({ round, coverage, progress }: { round: Round; coverage: Coverage; progress: Progress }) {
  const words = useDayWords();
  const count = useCount();
  const { title, mood, isReckoned } = useForecastTitle(round, coverage, progress);
  const forecast = forecastFor(round, coverage, progress);
  const working = progress.sites.reduce((sum, site) => sum + site.working, 0);
  const pace = progress.sites.reduce((sum, site) => sum + site.peopleLastHour, 0);
  return (
    <section className={`forecast panel ${mood}`} aria-labelledby="forecast">
      <h2 id="forecast">{words('forecast')}</h2>
      <p className="verdict">
        <span className="mark" aria-hidden="true">
          {mood === 'bad' ? '!' : mood === 'good' ? '✓' : '?'}
        </span>
        {title}
      </p>
      <ForecastRemedy forecast={forecast} progress={progress} />
      {isReckoned && forecast.kind !== 'done' && (
        <p className="quiet-text">
          {words('forecastBasis', { remaining: count(forecast.remaining), pace: count(pace), tables: working })}
        </p>
      )}
    </section>
  );
}

export function useForecastTitle(round: Round, coverage: Coverage, progress: Progress) {
  const words = useDayWords();
  const moment = useMoment();
  const length = useLength();
  const count = useCount();
  const forecast = forecastFor(round, coverage, progress);
  switch (forecast.kind) {
    case 'done':
      return { title: words('forecastDone'), mood: 'good', isReckoned: false } as const;
    case 'no-pace':
      return { title: words('forecastNoPace'), mood: 'unsure', isReckoned: false } as const;
    case 'on-time': {
      const values = { finish: moment(forecast.finish), spare: length(forecast.minutesSpare) };
      return { title: words('forecastOnTime', values), mood: 'good', isReckoned: true } as const;
    }
    case 'late': {
      const title =
        forecast.moreTables === null
          ? words('forecastPast', { remaining: count(forecast.remaining) })
          : words('forecastLate', { finish: moment(forecast.finish), late: length(forecast.minutesLate) });
      return { title, mood: 'bad', isReckoned: true } as const;
    }
  }
}

/** What would make it in time: how many tables, where, and how many of them stand ready. */
export function ForecastRemedy({ forecast, progress }: { forecast: Forecast; progress: Progress }) {
  const words = useDayWords();
  const count = useCount();
  if (forecast.kind === 'done') return <p className="remedy">{words('forecastDoneHint')}</p>;
  if (forecast.kind === 'no-pace') {
    return <p className="remedy">{words('forecastNoPaceHint', { remaining: count(forecast.remaining) })}</p>;
  }
  if (forecast.kind === 'on-time') return null;
  if (forecast.moreTables === null) return <p className="remedy">{words('extend')}</p>;
  const [slowest] = [...progress.sites]
    .filter(({ state, waitP90 }) => state === 'open' && waitP90 !== null)
    .sort((a, b) => (b.waitP90 ?? 0) - (a.waitP90 ?? 0));
  return (
    <p className="remedy">
      <strong>{words('openTables', { count: forecast.moreTables })}</strong>{' '}
      {forecast.idle > 0 && words('openTablesIdle', { idle: Math.min(forecast.idle, forecast.moreTables) })}{' '}
      {slowest !== undefined && words('openTablesWhere', { site: slowest.name })}
    </p>
  );
}
