import { useEffect, useState } from 'react';
import { useNow } from '../../every-page/use-now.js';
import type { Collector } from '../collector.js';
import { useWords } from '../words.js';

interface Battery extends EventTarget {
  level: number;
  charging: boolean;
}

/** What is always in sight: the line, what is unsent, where this is, how many today, the battery. */
export function StatusBar({ collector }: { collector: Collector }) {
  const words = useWords();
  const battery = useBattery();
  const isOnline = useOnline();
  const now = useNow(20_000);
  const { unsent, ground, duty, table } = collector;
  const line = lineWord(isOnline, collector.line.line);
  const today = duty === undefined ? 0 : table.swabsSince(duty.actorId, new Date(now).setHours(0, 0, 0, 0));
  return (
    <header className="status">
      <p className={`line ${line}`}>
        <span className="mark" aria-hidden="true" />
        {words(line)}
      </p>
      <p className={unsent > 0 ? 'unsent some' : 'unsent'} data-unsent={unsent}>
        {unsent > 0 ? (
          <>
            <b>{unsent}</b> {words('unsent')}
          </>
        ) : (
          <>✓✓ {words('allSent')}</>
        )}
      </p>
      {battery !== undefined && (
        <p className={battery < 20 ? 'battery low' : 'battery'}>
          <span className="for-readers">{words('battery')} </span>
          {battery}%
        </p>
      )}
      {duty !== undefined && (
        <div className="post">
          <p className="site">{ground?.head.site.name}</p>
          <p>{words('stationNumber', { number: duty.stationNumber })}</p>
          <p className="mine">
            {words('today')} <b data-today={today}>{words('people', { count: today })}</b>
          </p>
        </div>
      )}
    </header>
  );
}

function lineWord(isOnline: boolean, line: Collector['line']['line']) {
  if (!isOnline) return 'offline';
  return ({ unknown: 'notTried', open: 'online', cut: 'serverAway', refused: 'refusedLine' } as const)[line];
}

function useOnline(): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return isOnline;
}

/** In percent; undefined where the browser does not tell. */
function useBattery(): number | undefined {
  const [level, setLevel] = useState<number>();
  useEffect(() => {
    const ask = (navigator as { getBattery?: () => Promise<Battery> }).getBattery?.bind(navigator);
    let battery: Battery | undefined;
    let isOver = false;
    const look = () => setLevel(Math.round((battery?.level ?? 0) * 100));
    void ask?.().then((found) => {
      if (isOver) return;
      battery = found;
      battery.addEventListener('levelchange', look);
      look();
    });
    return () => {
      isOver = true;
      battery?.removeEventListener('levelchange', look);
    };
  }, []);
  return level;
}
