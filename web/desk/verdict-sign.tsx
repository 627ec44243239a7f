import type { ReactNode } from 'react';
import type { Tone } from './scan-line.js';

/** The shape alone says it, to whoever does not see the colour: round with a tick, square with two bars, octagon with a cross. */
const shapes: Record<Tone | 'waiting', ReactNode> = {
  good: (
    <>
      <circle cx="24" cy="24" r="21" />
      <path d="M14 25l7 7 14-16" />
    </>
  ),
  again: (
    <>
      <rect x="5" y="5" width="38" height="38" rx="8" />
      <path d="M15 19h18M15 29h18" />
    </>
  ),
  wrong: (
    <>
      <path d="M16 3h16l13 13v16L32 45H16L3 32V16z" />
      <path d="M17 17l14 14M31 17L17 31" />
    </>
  ),
  waiting: (
    <>
      <circle cx="24" cy="24" r="21" strokeDasharray="8 6" />
      <path d="M24 14v11l7 5" />
    </>
  ),
};

export function VerdictSign({ tone }: { tone: Tone | 'waiting' }) {
  return (
    <svg className={`sign tone-${tone}`} viewBox="0 0 48 48" aria-hidden="true">
      {shapes[tone]}
    </svg>
  );
}
