import type { ExceptionKind } from './exception-kinds.js';

/** How sampling.keep_swabs and adopt_tubes call a broken rule → the exception that it is. */
const kindOf: Readonly<Record<string, ExceptionKind>> = {
  'out-of-scope': 'out-of-scope',
  'unknown-tube': 'unknown-tube',
  'tube-sealed': 'tube-not-open',
  'tube-discarded': 'tube-not-open',
  'round-closed': 'round-not-running',
  'unknown-resident': 'unknown-person',
  'already-sampled': 'person-already-sampled',
  'single-only': 'single-only-in-pool',
  'other-household': 'other-household',
  'tube-full': 'tube-over-capacity',
};

export function exceptionOf(breach: string): ExceptionKind {
  return kindOf[breach] ?? 'act-against-rules';
}
