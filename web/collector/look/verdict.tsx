import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useLanguage } from '../../every-page/language-context.js';
import { useWords } from '../words.js';
import type { Shown, Work } from '../work.js';
import { readPreferences } from './preferences.js';
import { say, tell } from './tell.js';
import { VerdictSaid } from './verdict-said.js';

/** Long enough to be seen from the corner of an eye, short enough for the next person. */
const rightShowsMs = 1_400;

/** The whole screen says what a scan came to. What is right goes by itself and is in nobody's way. */
export function VerdictScreen(props: { work: Work; isHeard: boolean; onSeal: () => void }) {
  const { work, isHeard, onSeal } = props;
  const speak = useWords();
  const language = useLanguage();
  const { verdict } = work;
  const [passed, setPassed] = useState(0);
  const text = verdict && speak(verdict.word, verdict.values);

  const tellOnce = useEffectEvent((shown: Shown) => {
    if (!isHeard || !readPreferences().sound) return;
    tell(shown.tone);
    if (text !== undefined) say(text, language);
  });
  const n = verdict?.n ?? 0;
  const stays = verdict !== undefined && (verdict.tone !== 'right' || verdict.hint === 'notListed' || verdict.isThin);
  useEffect(() => {
    if (verdict !== undefined) tellOnce(verdict);
    const timer = setTimeout(() => setPassed(n), rightShowsMs);
    return () => clearTimeout(timer);
    // A verdict is told once, whatever is drawn anew meanwhile.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [n]);

  const stayed = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Whoever works by keys goes on with Enter; a scanner's own Enter presses nothing.
    if (stays) stayed.current?.focus();
  }, [n, stays]);

  if (verdict === undefined || text === undefined || (!stays && passed === n)) return null;
  const isFull = verdict.word === 'tubeFull' || verdict.word === 'otherTubeOpen';
  return (
    <section
      className={`verdict ${verdict.tone} ${stays ? 'stays' : 'passes'}${verdict.isThin ? ' thin' : ''}`}
      data-n={n}
    >
      <div role={verdict.tone === 'right' ? 'status' : 'alert'}>
        <VerdictSaid verdict={verdict} />
      </div>
      {stays && (
        <div className="verdict-actions">
          {verdict.insist !== undefined && (
            <button type="button" onClick={() => work.insist()}>
              {speak('sampleAnyway')}
            </button>
          )}
          {isFull && (
            <button
              type="button"
              onClick={() => {
                work.dismiss();
                onSeal();
              }}
            >
              {speak('seal')}
            </button>
          )}
          <button ref={stayed} type="button" className="main" onClick={() => work.dismiss()}>
            {speak('dismiss')}
          </button>
        </div>
      )}
    </section>
  );
}
