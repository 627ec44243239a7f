import { useContext, useEffect, useState } from 'react';
import { Both, FirstLanguage } from './bilingual.js';
import { keyOf, type Call } from './call-queue.js';
import { runsOf } from './spoken.js';

/** How long one of several numbers of a call stands there. */
const turnMs = 2_500;

/** Whom a table calls, as large as the screen allows. Several numbers of one call take turns. */
export function Called({ call, isLit }: { call: Call | undefined; isLit: boolean }) {
  const first = useContext(FirstLanguage);
  if (call === undefined) {
    return (
      <section className="called nobody">
        <h2>
          <Both word="nobodyYet" />
        </h2>
        <p>
          <Both word="nobodyYetHint" />
        </p>
      </section>
    );
  }
  const { labels } = call;
  return (
    <section className={isLit ? 'called lit' : 'called'} aria-live="polite">
      <h2>
        <Both word="nowCalling" />
        {labels.length > 1 && (
          <span className="all">
            {runsOf(labels)
              .map(([a, b]) => (a === b ? a : `${a}–${b}`))
              .join('  ')}
          </span>
        )}
      </h2>
      <InTurn key={keyOf(call)} labels={labels} />
      <svg className="arrow" viewBox="0 0 100 60" aria-hidden="true">
        <path d="M2 22h58V4l38 26-38 26V38H2z" fill="currentColor" />
      </svg>
      {first === 'en' ? (
        <p className="table word-first">
          <Both word="tableShort" />
          <b>{call.station}</b>
        </p>
      ) : (
        <p className="table">
          <b>{call.station}</b>
          <Both word="table" />
        </p>
      )}
    </section>
  );
}

function InTurn({ labels }: { labels: readonly string[] }) {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (labels.length < 2) return;
    const timer = setInterval(() => setTurn((n) => n + 1), turnMs);
    return () => clearInterval(timer);
  }, [labels.length]);
  const label = labels[turn % labels.length] ?? '';
  return (
    <p className="number" data-signs={label.length}>
      {label}
    </p>
  );
}
