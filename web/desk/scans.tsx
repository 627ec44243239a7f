import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useLanguage } from '../every-page/language-context.js';
import type { Speaker, Words } from '../every-page/language.js';
import { ScanLine, type Scan, type Verdict } from './scan-line.js';
import { VerdictSign, type VerdictTone } from '../every-page/verdict/verdict-sign.js';
import { sound } from '../every-page/verdict/verdict-sound.js';
import { useWords } from './words.js';

/** A line of scans for as long as this place is open. It goes on judging as it began: another box is another line. */
export function useScanLine(judge: (code: string) => Promise<Verdict>): ScanLine {
  const [line] = useState(() => new ScanLine(judge, ({ verdict }) => verdict && sound(verdict.tone)));
  useEffect(() => {
    line.start();
    return () => line.stop();
  }, [line]);
  return line;
}

interface ScansProps {
  line: ScanLine;
  /** Speaks the words of the verdicts. */
  say: Speaker<Words>;
  /** What is to be done while nothing was scanned. */
  idle: ReactNode;
}

/** The latest verdict, big; those before it in a quiet list; what still waits. */
export function Scans({ line, say, idle }: ScansProps) {
  const words = useWords();
  const language = useLanguage();
  const told = ({ word, values, why }: Verdict) => (why === undefined ? say(word, values) : why[language]);
  const { scans, waiting, isStuck } = useSyncExternalStore(line.subscribe, line.current);
  useEffect(() => {
    if (waiting === 0) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [waiting]);
  // While the house cannot be reached, the tube in the hand is the one that waits: no older verdict stands over it.
  const latest = isStuck ? scans[0] : scans.find(({ verdict }) => verdict !== undefined);
  return (
    <>
      {isStuck && (
        <p className="offline" role="alert">
          <b>{words('offline')}</b> {words('offlineScans', { count: waiting })}
        </p>
      )}
      <div className={`verdict tone-${latest === undefined ? 'idle' : toneOf(latest)}`} role="status">
        {latest === undefined ? (
          idle
        ) : (
          <Told
            code={latest.code}
            tone={toneOf(latest)}
            text={latest.verdict === undefined ? words('keptWaiting') : told(latest.verdict)}
          />
        )}
      </div>
      {scans.length > 0 && (
        <section className="last-scans" aria-label={words('lastScans')}>
          <ol>
            {scans.slice(0, 8).map((scan) => (
              <li key={scan.nth} className={`tone-${toneOf(scan)}`}>
                <VerdictSign tone={toneOf(scan)} />
                <code>{scan.code}</code>
                <span>{scan.verdict === undefined ? words('waiting') : told(scan.verdict)}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function toneOf({ verdict }: Scan): VerdictTone | 'waiting' {
  return verdict?.tone ?? 'waiting';
}

function Told({ code, tone, text }: { code: string; tone: VerdictTone | 'waiting'; text: string }) {
  return (
    <>
      <VerdictSign tone={tone} />
      <div>
        <strong>{text}</strong>
        <code>{code}</code>
      </div>
    </>
  );
}
