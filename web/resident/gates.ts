import type { RoundResult } from './house-answers.js';

/** The seven gates between the swab and the answer, in their order. */
const gates = ['sampled', 'sealed', 'sent', 'received', 'testing', 'review', 'answered'] as const;
export type Gate = (typeof gates)[number];

export interface GateShown {
  gate: Gate;
  /** `spared`: only some have to pass it, and this swab had not to. */
  state: 'done' | 'now' | 'ahead' | 'spared';
  at: string | null;
}

/** How far a swab has come. Empty where nothing is on its way: not sampled yet, or exempt. */
export function gatesOf(round: RoundResult): GateShown[] {
  if (round.gate === 'not-sampled' || round.gate === 'exempt') return [];
  const isAnswered = round.gate === 'negative' || round.gate === 'positive';
  const needsReview = round.gate === 'under-review' || round.gate === 'resample';
  const testedAt = round.answer?.testedAt ?? null;
  const times: Record<Gate, string | null> = {
    sampled: round.sampledAt,
    sealed: round.sealedAt,
    sent: round.sentAt,
    received: round.receivedAt,
    testing: isAnswered || needsReview ? testedAt : null,
    review: needsReview ? (round.answer?.publishedAt ?? null) : null,
    answered: isAnswered ? (round.answer?.publishedAt ?? null) : null,
  };
  // A tube may reach the laboratory without every signature on its way: the last gate that is known counts.
  const passed = isAnswered ? gates.length : needsReview ? 5 : reached(times);
  return gates.map((gate, place) => ({ gate, at: times[gate], state: stateOf(gate, place, passed, isAnswered) }));
}

function stateOf(gate: Gate, place: number, passed: number, isAnswered: boolean): GateShown['state'] {
  if (gate === 'review' && isAnswered) return 'spared';
  if (place < passed) return 'done';
  return place === passed ? 'now' : 'ahead';
}

/** How many gates lie behind, of those before the laboratory has said something. */
function reached(times: Record<Gate, string | null>): number {
  if (times.received !== null) return 4;
  if (times.sent !== null) return 2;
  return times.sealed !== null ? 2 : 1;
}

/** What comes next for the person; each is said in words of its own. */
export type Next = 'seal' | 'transport' | 'receipt' | 'answer' | 'none';

export function nextOf(round: RoundResult): Next {
  const now = gatesOf(round).find(({ state }) => state === 'now')?.gate;
  if (now === 'sealed') return 'seal';
  if (now === 'sent') return round.sentAt === null ? 'transport' : 'receipt';
  return now === 'testing' ? 'answer' : 'none';
}
