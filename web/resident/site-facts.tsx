import { clockTime } from '../every-page/clock-time.js';
import type { Site } from './house-answers.js';
import { useWords } from './words.js';

type Mood = 'clear' | 'busy' | 'crowded' | 'resting' | 'unknown';

/** One shape for each status: colour alone says nothing to some. */
const shapes: Record<Mood, string> = {
  clear: 'M50 6a44 44 0 1 0 0 88a44 44 0 1 0 0-88z',
  busy: 'M50 6L96 90H4z',
  crowded: 'M8 8h84v84H8z',
  resting: 'M50 4L96 50L50 96L4 50z',
  unknown: 'M10 42h80v16H10z',
};

/** How full the site is, or that it does not sample now, as word, shape and colour. */
export function SiteStatus({ site }: { site: Site }) {
  const words = useWords();
  const mood: Mood = site.state === 'open' ? (site.status ?? 'unknown') : 'resting';
  const word = site.state === 'open' ? (`status_${mood}` as const) : (`state_${site.state}` as const);
  return (
    <span className={`site-status ${mood}`}>
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <path d={shapes[mood]} fill="currentColor" />
      </svg>
      {words(word)}
    </span>
  );
}

/** The wait as a range, or why there is none. */
export function SiteWait({ site }: { site: Site }) {
  const words = useWords();
  if (!isOpen(site)) return null;
  // The mark beside the name has said that the wait is not known: it is not said twice.
  if (site.waitingPeople > 0 && site.wait === null && site.status === null) {
    return (
      <p className="site-wait">
        <b>{words('peopleWaiting', { count: site.waitingPeople })}</b>
      </p>
    );
  }
  const range =
    site.waitingPeople === 0
      ? words('noQueue')
      : site.wait === null
        ? words('waitUnknown')
        : words('minutes', { from: site.wait.fromMinutes, to: site.wait.toMinutes });
  return (
    <p className="site-wait">
      <b>{range}</b>
      {site.waitingPeople > 0 && <span>{words('peopleWaiting', { count: site.waitingPeople })}</span>}
    </p>
  );
}

/** The opening hours that matter now: of the session that runs, or of the next one. */
export function SiteHours({ site }: { site: Site }) {
  const words = useWords();
  const { sessions, timeZone } = site;
  if (sessions.length === 0) return <>{words('hoursUnknown')}</>;
  const now = new Date().toISOString();
  const session = sessions.find(({ closesAt }) => closesAt > now);
  if (session === undefined) return <>{words('hoursOver')}</>;
  const [from, to, time] = [session.opensAt, session.closesAt, session.lastEntryAt].map((at) =>
    clockTime(at, timeZone),
  ) as [string, string, string];
  return (
    <>
      {words('hours', { from, to })} · {words('lastEntry', { time })}
    </>
  );
}

/** A way in the unit that people think in. */
export function Way({ metres }: { metres: number }) {
  const words = useWords();
  const way =
    metres < 950
      ? words('metres', { count: Math.max(50, Math.round(metres / 50) * 50) })
      : words('kilometres', { count: Number((metres / 1_000).toFixed(1)) });
  return <>{words('away', { way })}</>;
}

/** Whether it samples now, as far as the list knows. */
export function isOpen(site: Site): boolean {
  return site.state === 'open' && site.status !== 'resting';
}
