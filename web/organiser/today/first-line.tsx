import { useState } from 'react';
import { useCount } from '../times.js';
import { useDayWords } from './day-words.js';
import type { Coverage, Progress } from './round-data.js';

type Total = Coverage['total'];
type Figure = 'sampled' | 'sent' | 'tested' | 'underReview';

/** How long what was seen is remembered for the trend. */
const rememberedMs = 3_600_000;

/** The totals as this screen saw them during the last hour: what came in since the oldest of them is the trend. */
function useSeen(coverage: Coverage): { total: Total; minutes: number } {
  const [seen, remember] = useState<{ at: number; roundId: string; total: Total }[]>([]);
  const at = Date.parse(coverage.asOf);
  const kept = seen.filter((one) => one.roundId === coverage.roundId && one.at > at - rememberedMs);
  if (kept.at(-1)?.at !== at) remember([...kept, { at, roundId: coverage.roundId, total: coverage.total }]);
  const [oldest = { at, total: coverage.total }] = kept;
  return { total: oldest.total, minutes: Math.round((at - oldest.at) / 60_000) };
}

/** 应检 / 已采 / 已送 / 已检 / 复核中: each with its share of a named whole, and what came in lately. */
export function FirstLine({ coverage, progress }: { coverage: Coverage; progress: Progress | undefined }) {
  const words = useDayWords();
  const count = useCount();
  const { total } = coverage;
  const before = useSeen(coverage);
  const lastHour = progress?.pace.slice(-4).reduce((sum, { people }) => sum + people, 0) ?? 0;
  const since = (figure: Figure): string => {
    const more = total[figure] - before.total[figure];
    return more > 0 && before.minutes > 0
      ? words('sinceOpen', { count: count(more), minutes: before.minutes })
      : words('steady');
  };
  const share = (percent: number | null, of: 'ofShould' | 'ofSampled') => ({
    percent: percent === null ? '—' : `${percent} %`,
    of: words(of),
  });
  return (
    <dl className="first-line">
      <Figure
        name={words('should')}
        value={count(total.should)}
        note={words('shouldHint', { exempt: count(total.exempt) })}
      />
      <Figure
        name={words('sampled')}
        value={count(total.sampled)}
        share={share(total.percent.sampledOfShould, 'ofShould')}
        note={lastHour > 0 ? words('lastHour', { count: count(lastHour) }) : words('steady')}
        curve={progress?.pace.map(({ people }) => people)}
      />
      <Figure
        name={words('sent')}
        value={count(total.sent)}
        share={share(total.percent.sentOfSampled, 'ofSampled')}
        note={since('sent')}
      />
      <Figure
        name={words('tested')}
        value={count(total.tested)}
        share={share(total.percent.testedOfSampled, 'ofSampled')}
        note={since('tested')}
      />
      <Figure
        name={words('underReview')}
        value={count(total.underReview)}
        note={words(total.underReview > 0 ? 'reviewHint' : 'noReview')}
        isHot={total.underReview > 0}
      />
    </dl>
  );
}

interface Shown {
  name: string;
  value: string;
  share?: { percent: string; of: string };
  note: string;
  curve?: number[] | undefined;
  isHot?: boolean;
}

function Figure({ name, value, share, note, curve, isHot = false }: Shown) {
  return (
    <div className={isHot ? 'figure hot' : 'figure'}>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        {share !== undefined && (
          <span className="share">
            <b>{share.percent}</b> {share.of}
          </span>
        )}
        <span className="note">{note}</span>
        {curve !== undefined && <Curve people={curve} />}
      </dd>
    </div>
  );
}

/** People by quarters of an hour; the latest stands out. */
function Curve({ people }: { people: number[] }) {
  const words = useDayWords();
  const most = Math.max(...people, 1);
  const label = words('paceCurve', { last: people.at(-1) ?? 0, most: Math.max(...people, 0) });
  return (
    <svg
      className="curve"
      viewBox={`0 0 ${people.length * 10} 32`}
      role="img"
      aria-label={label}
      preserveAspectRatio="none"
    >
      {people.map((value, at) => {
        const height = Math.max((value / most) * 30, 1);
        return (
          <rect
            key={at}
            x={at * 10 + 1}
            y={32 - height}
            width={8}
            height={height}
            data-latest={at === people.length - 1}
          />
        );
      })}
    </svg>
  );
}
