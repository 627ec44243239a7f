import type { BoardFrame } from './board-frame.js';
import { Both } from './bilingual.js';

type Mood = 'clear' | 'busy' | 'crowded' | 'resting' | 'unknown';

/** One shape for each status, so that nobody has to tell colours apart. */
const shapes: Record<Mood, string> = {
  clear: 'M50 6a44 44 0 1 0 0 88a44 44 0 1 0 0-88z',
  busy: 'M50 6L96 90H4z',
  crowded: 'M8 8h84v84H8z',
  resting: 'M50 4L96 50L50 96L4 50z',
  unknown: 'M10 42h80v16H10z',
};

/** How full the site is, as a word, a shape and a colour; where it does not sample at the moment, that. */
export function Status({ frame }: { frame: BoardFrame }) {
  const mood: Mood = frame.site.state === 'open' ? (frame.status ?? 'unknown') : 'resting';
  const word = frame.site.state === 'open' ? (`status_${mood}` as const) : (`state_${frame.site.state}` as const);
  return (
    <p className={`status ${mood}`}>
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <path d={shapes[mood]} fill="currentColor" />
      </svg>
      <Both word={word} />
    </p>
  );
}
