import { useQuery } from '@tanstack/react-query';
import { Loading, Trouble } from '../../every-page/look/states.js';
import { useLanguage } from '../../every-page/language-context.js';
import { useDesk } from '../desk.js';
import { Table, type Column } from '../table.js';
import { useCount, useLength, useMoment } from '../times.js';
import { useDayWords } from './day-words.js';
import { ForecastRemedy, forecastFor, useForecastTitle } from './forecast-panel.js';
import { useCoverage, useProgress, type Coverage, type Progress, type Round } from './round-data.js';
import { useSiteColumns } from './site-columns.js';
import { useWallWords } from './wall-words.js';

type AreaFigures = Coverage['total'] & { code: string; name: string };

/** A sheet of paper outlives its day. */
const made = { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' } as const;

/** A page of paper for the morning meeting: the numbers, by street, where it is stuck, the sites, the recalls. */
export function DayReport({ round }: { round: Round }) {
  const coverage = useCoverage(round.id, undefined, 'street');
  const progress = useProgress(round.id);
  const error = coverage.data === undefined ? coverage.error : progress.data === undefined ? progress.error : null;
  if (error !== null) {
    return <Trouble error={error} onTryAgain={() => void Promise.all([coverage.refetch(), progress.refetch()])} />;
  }
  if (coverage.data === undefined || progress.data === undefined) return <Loading />;
  return <Paper round={round} coverage={coverage.data} progress={progress.data} />;
}

function Paper({ round, coverage, progress }: { round: Round; coverage: Coverage; progress: Progress }) {
  const words = useWallWords();
  const day = useDayWords();
  const moment = useMoment();
  const count = useCount();
  const forecast = useForecastTitle(round, coverage, progress);
  const language = useLanguage();
  const figures = ['should', 'sampled', 'sent', 'tested', 'underReview'] as const;
  const columns: Column<AreaFigures>[] = [
    { head: words('area'), kind: 'name', cell: ({ name }) => name },
    ...figures.map((figure): Column<AreaFigures> => ({
      head: day(figure),
      kind: 'number',
      cell: (area) => count(area[figure]),
    })),
    {
      head: words('percent'),
      kind: 'number',
      cell: ({ percent: { sampledOfShould } }) => (sampledOfShould === null ? '—' : `${sampledOfShould} %`),
    },
  ];
  return (
    <article className="paper">
      <header>
        <h1>{words('report', { round: round.name })}</h1>
        <p>
          {words('window', { from: moment(round.startsAt), to: moment(round.deadline) })} ·{' '}
          {words('printed', { time: new Intl.DateTimeFormat(language, made).format(new Date(coverage.asOf)) })}
        </p>
        <button type="button" className="main" onClick={() => print()}>
          {words('print')}
        </button>
      </header>
      <p className="verdict">{forecast.title}</p>
      <ForecastRemedy forecast={forecastFor(round, coverage, progress)} progress={progress} />
      <section>
        <h2>{words('byArea')}</h2>
        <Table
          label={words('byArea')}
          columns={columns}
          rows={[...coverage.areas, { ...coverage.total, code: '', name: words('sum') }]}
          keyOf={({ code }) => code}
          rowClassOf={({ code }) => (code === '' ? 'sum' : undefined)}
        />
      </section>
      <Stages progress={progress} />
      <Sites progress={progress} />
      <RecallLine roundId={round.id} />
      <p className="signed">{words('signed')}</p>
    </article>
  );
}

function Stages({ progress }: { progress: Progress }) {
  const day = useDayWords();
  const length = useLength();
  return (
    <section>
      <h2>{day('funnel')}</h2>
      <ul className="paper-stages">
        {progress.stages.map(({ stage, tubes, people, late, limitMinutes }) => (
          <li key={stage}>
            {day(`stage_${stage}`)}: {day('tubes', { count: tubes })} · {day('peopleCount', { count: people })}
            {late > 0 &&
              limitMinutes !== null &&
              ` · ⚠ ${day('lateTubes', { count: late, limit: length(limitMinutes) })}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sites({ progress }: { progress: Progress }) {
  const day = useDayWords();
  const { name, load } = useSiteColumns();
  return (
    <section>
      <h2>{day('sites')}</h2>
      <Table label={day('sites')} columns={[name, ...load]} rows={progress.sites} keyOf={({ siteId }) => siteId} />
    </section>
  );
}

/** Orders are counted page by page: there are as many as people in tubes that were not negative. */
function RecallLine({ roundId }: { roundId: string }) {
  const words = useWallWords();
  const { house, ask } = useDesk();
  const counted = useQuery({
    queryKey: ['day', 'recall-counts', roundId],
    queryFn: async () => {
      const counts = { open: 0, late: 0, cleared: 0, confirmed: 0 };
      let cursor: string | undefined;
      do {
        const query = { limit: 200, ...(cursor === undefined ? {} : { cursor }) };
        const page = await ask(house.GET('/api/v1/rounds/{roundId}/recalls', { params: { path: { roundId }, query } }));
        for (const { state, deadline } of page.items) {
          if (state === 'open' || state === 'cleared' || state === 'confirmed') counts[state] += 1;
          if (state === 'open' && Date.parse(deadline) < Date.now()) counts.late += 1;
        }
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      return counts;
    },
  });
  if (counted.data === undefined) return null;
  return (
    <section>
      <h2>{words('recalls')}</h2>
      <p>{words('recallsLine', counted.data)}</p>
    </section>
  );
}
