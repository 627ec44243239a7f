import type { ReactNode } from 'react';
import { useWords } from '../words.js';

/** Lies over the work: something to look at or to choose from, and the way back where the thumb is. */
export function Sheet(props: { title: string; onBack: () => void; children: ReactNode; className?: string }) {
  const { title, onBack, children, className = '' } = props;
  const words = useWords();
  return (
    <section className="sheet" aria-label={title}>
      <div className={`sheet-body ${className}`}>
        <h2>{title}</h2>
        {children}
      </div>
      <div className="sheet-actions">
        <button type="button" className="main" onClick={onBack}>
          {words('back')}
        </button>
      </div>
    </section>
  );
}
