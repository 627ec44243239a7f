import { Qr } from '../../every-page/qr.js';
import type { IssuedCode } from './found.js';
import { useWords } from './words.js';

/** The codes issued since the page was opened, as cards to be cut apart. Gone with the page: nothing of them is kept here. */
export function CodeSheet({
  codes,
  onChange,
}: {
  codes: readonly IssuedCode[];
  onChange: (codes: readonly IssuedCode[]) => void;
}) {
  const words = useWords();
  return (
    <section className="paper code-sheet" aria-labelledby="code-sheet">
      <header className="list-head">
        <h2 id="code-sheet">{words('sheet', { count: codes.length })}</h2>
        <div className="row">
          <button type="button" className="main" onClick={() => print()}>
            {words('print')}
          </button>
          <button type="button" onClick={() => onChange([])}>
            {words('clear')}
          </button>
        </div>
      </header>
      <ul>
        {codes.map(({ person, payload, expiresAt }) => (
          <li key={payload}>
            <h3>{words('cardTitle')}</h3>
            <Qr text={payload} label={person.maskedName} />
            {/* Nothing of the document: its end is what a finder of the card would need to sign in. */}
            <p className="card-name">
              {person.maskedName}
              {person.household !== null && ` · ${words('household', { household: person.household })}`}
            </p>
            <p>{words('cardUntil', { day: dayOf(expiresAt) })}</p>
            <p className="card-hint">{words('cardHint')}</p>
            <button
              type="button"
              className="quiet"
              aria-label={words('takeOff', { name: person.maskedName })}
              onClick={() => onChange(codes.filter((one) => one.payload !== payload))}
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function dayOf(moment: string): string {
  const at = new Date(moment);
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
