import type { ReactNode } from 'react';
import { useLanguage } from '../every-page/language-context.js';
import type { ProofReading, ProofShown } from './read-proof.js';
import { useWords } from './words.js';

/** Colour, shape and word together: nobody has to tell green from red in the sun. */
const marks: Record<ProofReading['kind'], { tone: 'good' | 'warn' | 'bad'; shape: ReactNode }> = {
  valid: { tone: 'good', shape: <path d="M14 34l12 12 24-28" /> },
  expired: { tone: 'warn', shape: <path d="M32 14v20l12 8M32 6a26 26 0 1 0 .1 0z" /> },
  'clock-is-wrong': { tone: 'warn', shape: <path d="M32 14v20l12 8M32 6a26 26 0 1 0 .1 0z" /> },
  'unknown-key': { tone: 'warn', shape: <path d="M32 10v27m0 8v8" /> },
  'resident-code': { tone: 'warn', shape: <path d="M32 10v27m0 8v8" /> },
  'not-valid': { tone: 'bad', shape: <path d="M16 16l32 32m0-32L16 48" /> },
};

/** The whole width says one thing; below it what has to be compared with the person. */
export function Verdict({ reading, onNext }: { reading: ProofReading; onNext: () => void }) {
  const words = useWords();
  const { tone, shape } = marks[reading.kind];
  return (
    <section className={`verdict ${tone}`} role="alert">
      <svg viewBox="0 0 64 64" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="7">
        {shape}
      </svg>
      <h2>{words(reading.kind)}</h2>
      <p>{words(`${reading.kind}Hint`)}</p>
      {'proof' in reading && <Shown proof={reading.proof} judgedAt={reading.judgedAt} />}
      <button type="button" onClick={onNext}>
        {words('next')}
      </button>
    </section>
  );
}

function Shown({ proof, judgedAt }: { proof: ProofShown; judgedAt: Date }) {
  const words = useWords();
  const written = useMoments();
  const hours = Math.floor((judgedAt.getTime() - proof.sampledAt.getTime()) / 3_600_000);
  return (
    <dl>
      <div className="compare">
        <dt>{words('name')}</dt>
        <dd>{proof.maskedName}</dd>
      </div>
      <div className="compare">
        <dt>{words('document')}</dt>
        <dd>{proof.documentEnding}</dd>
      </div>
      <div>
        <dt>{words('sampled')}</dt>
        <dd>
          {written(proof.sampledAt)} <small>{hours < 1 ? words('justNow') : words('hoursAgo', { hours })}</small>
        </dd>
      </div>
      <div>
        <dt>{words('until')}</dt>
        <dd>{written(proof.validUntil)}</dd>
      </div>
    </dl>
  );
}

/** How a day and time are written for whoever reads the page, where they read it. */
export function useMoments(): (moment: Date) => string {
  const language = useLanguage();
  const format = new Intl.DateTimeFormat(language, {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (moment) => format.format(moment);
}
