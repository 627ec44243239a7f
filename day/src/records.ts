import type { Person } from './people.js';
import type { Outcome } from './truth.js';

export type Purpose = 'screening' | 'retest' | 'resample';

export interface TubeRecord {
  barcode: string;
  siteId: string;
  poolClass: '5' | '10' | 'single';
  members: Person[];
  sealed: boolean;
  box?: string;
  received: boolean;
  outcome?: Outcome;
}

/** What the simulated people wrote down themselves: only what the house acknowledged. Compared with the house at the end. */
export class Records {
  readonly tubes: TubeRecord[] = [];
  /** Barcodes of tubes that were opened by mistake and discarded empty. */
  readonly discarded: string[] = [];
  readonly tickets = new Map<string, { siteId: string; state: 'waiting' | 'served' | 'missed' }>();
  readonly sampled = new Set<number>();
  /** What the house should have told each person in the end. */
  readonly expected = new Map<number, 'negative' | 'positive'>();
  swabs = 0;
  repeats = 0;
  refusals = 0;
  retestOrders = 0;
  resampleOrders = 0;

  /** Everybody who must come back after these tubes were reported. */
  judge(tubes: readonly TubeRecord[]): Map<Person, Purpose> {
    const recalled = new Map<Person, Purpose>();
    for (const { members, outcome, poolClass } of tubes) {
      for (const person of members) {
        if (outcome === 'negative') this.expected.set(person.n, 'negative');
        else if (outcome === 'positive' && poolClass === 'single') this.expected.set(person.n, 'positive');
        else if (outcome === 'invalid') {
          recalled.set(person, 'resample');
          this.resampleOrders += 1;
        } else if (outcome !== undefined) {
          recalled.set(person, 'retest');
          this.retestOrders += 1;
        }
      }
    }
    return recalled;
  }
}
