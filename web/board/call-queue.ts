import type { BoardFrame } from './board-frame.js';

export type Call = BoardFrame['calls'][number];

/** A call longer ago than this is shown and no longer spoken: whoever it was for has gone in, or is missed. */
const spokenWithinMs = 60_000;

/** The calls that are still to be spoken, one after the other: they never talk over each other and none is spoken twice. */
export class CallQueue {
  private known: ReadonlySet<string> | undefined;
  private waiting: Call[] = [];

  /** Takes the calls of a new picture. Those that the very first picture shows are old news. */
  take(frame: Pick<BoardFrame, 'calls' | 'asOf'>): void {
    const { known } = this;
    this.known = new Set(frame.calls.map(keyOf));
    if (known === undefined) return;
    const fresh = frame.calls.filter((call) => !known.has(keyOf(call)) && isRecent(call, frame.asOf));
    this.waiting.push(...fresh.reverse());
  }

  next(): Call | undefined {
    return this.waiting.shift();
  }

  /** When many tables call at once each is said once, so that the last of them does not wait for minutes. */
  get isBusy(): boolean {
    return this.waiting.length > 2;
  }
}

export function keyOf({ lane, station, at, labels }: Call): string {
  return `${at} ${lane} ${station} ${labels.join(' ')}`;
}

function isRecent(call: Call, asOf: string): boolean {
  return Date.parse(asOf) - Date.parse(call.at) < spokenWithinMs;
}
