import type { Bench } from './bench/bench.js';

/** Something that goes wrong. */
export interface Fault {
  /** As in the plan of faults: F1 … */
  id: string;
  name: string;
  /** Tried on every change, or in the long run only. */
  smoke: boolean;
  needsRedis?: boolean;
  run(bench: Bench): Promise<void>;
}
