import { VerdictSign } from '../../every-page/verdict/verdict-sign.js';
import { useWords } from '../words.js';
import type { Shown } from '../work.js';

const names = { right: 'ok', already: 'alreadyWord', wrong: 'wrongWord', sealed: 'sealedWord' } as const;

/** A verdict in words and numbers, to be read at arm's length. */
export function VerdictSaid({ verdict }: { verdict: Omit<Shown, 'n'> }) {
  const words = useWords();
  return (
    <>
      <VerdictSign tone={verdict.tone} />
      <p className="verdict-word">{words(names[verdict.tone])}</p>
      <p className="verdict-text">{words(verdict.word, verdict.values)}</p>
      {verdict.deed?.kind === 'swab' && (
        <p className="verdict-place" aria-hidden="true">
          {verdict.values?.place}
          <span>/{verdict.capacity}</span>
        </p>
      )}
      {verdict.hint !== undefined && <p className="verdict-hint">{words(verdict.hint)}</p>}
      {verdict.deed !== undefined && <p className="verdict-kept">{words(verdict.places > 1 ? 'kept' : 'keptOnce')}</p>}
    </>
  );
}
