import { useEffect, useEffectEvent, useId, useRef, useState, useSyncExternalStore } from 'react';
import { LanguageSwitch } from '../every-page/look/language-switch.js';
import type { NewerPage } from '../every-page/offline/keep-offline.js';
import { useWedge } from '../every-page/scan/use-wedge.js';
import { CameraReader } from './camera-reader.js';
import type { KeyRing } from './key-ring.js';
import { readProof, type ProofReading } from './read-proof.js';
import { useMoments, Verdict } from './verdict.js';
import { useWords } from './words.js';

interface VerifyPageProps {
  ring: KeyRing;
  /** Takes a newer build of the page over; undefined while there is none. */
  newer: NewerPage | undefined;
}

/** For a guard at a checkpoint: scan, look, next. Nothing of it is kept. */
export function VerifyPage({ ring, newer }: VerifyPageProps) {
  const words = useWords();
  const { reading, judge, clear } = useJudge(ring);
  useWedge((code) => void judge(code));
  return (
    <>
      <main className="verify">
        <div className="head">
          <h1>{words('title')}</h1>
          <LanguageSwitch />
        </div>
        {!isSecureContext && <p className="wrong">{words('insecure')}</p>}
        {reading === undefined ? <p className="hint">{words('hint')}</p> : <Verdict reading={reading} onNext={clear} />}
        <CameraReader onCode={(code) => void judge(code)} />
        <TypedCode onCode={(code) => void judge(code)} />
        <Readiness ring={ring} />
        {newer !== undefined && (
          <p className="newer">
            {words('newer')}{' '}
            <button type="button" onClick={newer}>
              {words('takeOver')}
            </button>
          </p>
        )}
      </main>
    </>
  );
}

/** Nobody's name stays on a phone that was laid aside. */
const shownForMs = 60_000;

/** Judges the last code that came, and once more when its key was fetched meanwhile. */
function useJudge(ring: KeyRing) {
  const [reading, setReading] = useState<ProofReading>();
  const shown = useRef('');
  const judge = async (code: string) => {
    // Over plain http browsers hash nothing; the page says so.
    if (!isSecureContext) return;
    shown.current = code;
    let found = await readProof(code, ring.keys, new Date());
    if (found.kind === 'unknown-key') {
      setReading(found);
      await ring.renew();
      found = await readProof(code, ring.keys, new Date());
    }
    // Somebody else may stand here by now.
    if (shown.current !== code) return;
    setReading(found);
    if ('vibrate' in navigator) navigator.vibrate(found.kind === 'valid' ? 80 : [120, 80, 120]);
  };
  const again = useEffectEvent(async () => {
    await ring.renew();
    if (shown.current !== '') setReading(await readProof(shown.current, ring.keys, new Date()));
  });
  const clear = () => {
    shown.current = '';
    setReading(undefined);
  };
  const leave = useEffectEvent(clear);
  useEffect(() => {
    const ask = () => void again();
    ask();
    addEventListener('online', ask);
    return () => removeEventListener('online', ask);
  }, []);
  useEffect(() => {
    if (reading === undefined) return undefined;
    const timer = setTimeout(leave, shownForMs);
    return () => clearTimeout(timer);
  }, [reading]);
  return { reading, judge, clear };
}

function TypedCode({ onCode }: { onCode: (code: string) => void }) {
  const words = useWords();
  const field = useId();
  const [typed, setTyped] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === '') return;
        onCode(typed);
        setTyped('');
      }}
    >
      <label htmlFor={field}>{words('type')}</label>
      <div className="typed">
        <input
          id={field}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <button type="submit">{words('check')}</button>
      </div>
    </form>
  );
}

function Readiness({ ring }: { ring: KeyRing }) {
  const words = useWords();
  const written = useMoments();
  const { fetchedAt } = useSyncExternalStore(ring.subscribe, ring.current);
  return (
    <footer>
      {fetchedAt === null ? (
        <p className="wrong" role="status">
          {words('keysMissing')}
        </p>
      ) : (
        <p role="status" className="ready">
          <b>{words('ready')}</b> · {words('readyHint', { time: written(new Date(fetchedAt)) })}
        </p>
      )}
      <p>{words('privacy')}</p>
    </footer>
  );
}
