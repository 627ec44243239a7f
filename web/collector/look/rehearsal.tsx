import { useEffect, useState } from 'react';
import type { Shown } from '../work.js';
import { VerdictSaid } from './verdict-said.js';

const nobody: Omit<Shown, 'n'> = {
  tone: 'right',
  word: 'sampled',
  values: { name: '0123456789*', place: 10 },
  capacity: 10,
  deed: { kind: 'swab', tube: '', resident: { id: '' }, roundId: '', stationId: '', poolClass: '' },
  places: 2,
  isThin: false,
};
const framesUntilDrawn = 2;

/** Draws a verdict once, unseen and unheard: its letters and signs are at hand when somebody waits for the first one. */
export function Rehearsal() {
  const [frames, setFrames] = useState(0);
  useEffect(() => {
    if (frames === framesUntilDrawn) return;
    const frame = requestAnimationFrame(() => setFrames(frames + 1));
    return () => cancelAnimationFrame(frame);
  }, [frames]);
  if (frames === framesUntilDrawn) return null;
  return (
    <div className="rehearsal" aria-hidden="true">
      <VerdictSaid verdict={nobody} />
    </div>
  );
}
