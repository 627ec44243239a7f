import { Both } from './bilingual.js';

/** Numbers that were called while nobody came, with what their holders have to do. */
export function Missed({ labels }: { labels: string[] }) {
  return (
    <section className="missed">
      <h3>
        <Both word="missed" />
      </h3>
      <p className="labels">{labels.length === 0 ? <Both word="nobodyMissed" /> : labels.join('  ')}</p>
      {labels.length > 0 && (
        <p className="rule">
          <Both word="missedRule" />
        </p>
      )}
    </section>
  );
}
