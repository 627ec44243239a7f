import { useEffect, useState, useSyncExternalStore } from 'react';
import { clockTime } from '../every-page/clock-time.js';
import { Qr } from '../every-page/qr.js';
import type { ServerClock } from '../every-page/server-clock.js';
import { useTick } from '../every-page/use-tick.js';
import type { Announcer } from './announcer.js';
import { Both, useWords } from './bilingual.js';
import type { BoardFeed } from './board-feed.js';
import type { BoardFrame } from './board-frame.js';
import { Called } from './called.js';
import type { Caller } from './caller.js';
import { keyOf } from './call-queue.js';
import { Lanes } from './lanes.js';
import { Missed } from './missed.js';
import { Notices } from './notices.js';
import { RecentCalls } from './recent-calls.js';
import { Status } from './status.js';

interface BoardPageProps {
  feed: BoardFeed;
  caller: Caller;
  announcer: Announcer;
  clock: ServerClock;
  /** Where a phone follows this site; null where it cannot. */
  phoneView: string | null;
}

/** One site's board, for people who stand ten metres away. */
export function BoardPage({ feed, caller, announcer, clock, phoneView }: BoardPageProps) {
  const { frame, isSilent } = useSyncExternalStore(feed.subscribe, feed.current);
  const { current, lit } = useSyncExternalStore(caller.subscribe, caller.current);
  useEffect(() => {
    if (frame === undefined) return;
    clock.hear(frame.asOf);
    caller.take(frame);
  }, [frame, caller, clock]);
  useTick(1_000);
  if (frame === undefined) return <Waiting />;
  const now = clock.time() ?? new Date(frame.asOf);
  const shown = current ?? frame.calls[0];
  const notices = frame.announcements.filter(({ expiresAt }) => Date.parse(expiresAt) > now.getTime());
  return (
    <main
      className={[
        'board',
        isSilent && 'stale',
        phoneView === null && 'without-phone',
        notices.length > 0 && 'with-notice',
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <Head frame={frame} now={now} isSilent={isSilent} />
      <Called call={shown} isLit={shown !== undefined && lit.has(keyOf(shown))} />
      <Lanes lanes={frame.lanes} />
      <RecentCalls calls={frame.calls.slice(0, 5)} lit={lit} />
      <Missed labels={frame.missed} />
      <Notices notices={notices} now={now} />
      {phoneView !== null && (
        <aside className="phone">
          <PhoneView address={phoneView} />
        </aside>
      )}
      <Sound announcer={announcer} />
    </main>
  );
}

function Head({ frame, now, isSilent }: { frame: BoardFrame; now: Date; isSilent: boolean }) {
  const words = useWords();
  const { name, serves, timeZone, state, pauseReason } = frame.site;
  const session = frame.sessions.find(({ closesAt }) => Date.parse(closesAt) > now.getTime()) ?? frame.sessions.at(-1);
  return (
    <header>
      <div className="site">
        <h1>{name}</h1>
        <p>
          {state === 'paused' && pauseReason !== null ? (
            <b>{pauseReason}</b>
          ) : (
            serves !== null && words('serves', { whom: serves })
          )}
        </p>
      </div>
      {isSilent ? <Stale frame={frame} /> : <Status frame={frame} />}
      <div className="times">
        <time className="clock">{clockTime(now, timeZone)}</time>
        {session !== undefined && !isSilent && (
          <p>
            {words('hours')} {clockTime(session.opensAt, timeZone)}–{clockTime(session.closesAt, timeZone)} ·{' '}
            {words('lastEntry', { time: clockTime(session.lastEntryAt, timeZone) })}
          </p>
        )}
      </div>
    </header>
  );
}

/** The line is down: the last numbers stay, and nobody is left to believe that they are new. */
function Stale({ frame }: { frame: BoardFrame }) {
  const time = clockTime(frame.asOf, frame.site.timeZone);
  return (
    <section className="stale-banner" role="status">
      <p>
        <Both word="asOf" values={{ time }} />
      </p>
      <p className="hint">
        <Both word="asOfHint" />
      </p>
    </section>
  );
}

function PhoneView({ address }: { address: string }) {
  const words = useWords();
  return (
    <>
      <Qr text={address} label={words('phoneView')} />
      <p>
        <Both word="phoneView" />
      </p>
    </>
  );
}

/** Browsers keep a page silent until somebody has touched it; the board says so instead of being silent. */
function Sound({ announcer }: { announcer: Announcer }) {
  const [isAllowed, setAllowed] = useState(announcer.isAllowed);
  const words = useWords();
  useEffect(() => {
    const allow = () => void announcer.allow().then(() => setAllowed(announcer.isAllowed));
    // Some boxes are set up to allow it without.
    allow();
    addEventListener('pointerdown', allow);
    addEventListener('keydown', allow);
    return () => {
      removeEventListener('pointerdown', allow);
      removeEventListener('keydown', allow);
    };
  }, [announcer]);
  return isAllowed ? null : (
    <button type="button" className="sound">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M3 9v6h4l5 5V4L7 9zM16 9l5 6m0-6l-5 6" fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
      {words('soundOff')}
    </button>
  );
}

function Waiting() {
  return (
    <main className="board alone">
      <p className="spinner" aria-hidden="true" />
      <h1>
        <Both word="connecting" />
      </h1>
    </main>
  );
}
