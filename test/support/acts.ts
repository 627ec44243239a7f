import { uuidv7 } from 'uuidv7';
import type { Street } from './street.js';

export interface Entry {
  seq: number;
  id: string;
  kind: string;
  at: string;
  actorId: string;
  [more: string]: unknown;
}

/** The acts of one device since it was started, numbered in the order in which it does them. */
export class Acts {
  private seq = 0;

  constructor(private readonly street: Street) {}

  entry(kind: string, more: object): Entry {
    this.seq += 1;
    const { scannerId: actorId } = this.street;
    return { seq: this.seq, id: uuidv7(), kind, at: new Date().toISOString(), actorId, ...more };
  }

  open(tube: string, more: object = {}): Entry {
    const { roundId, stationId } = this.street;
    return this.entry('open-tube', { tube, roundId, stationId, poolClass: '10', ...more });
  }

  swab(tube: string, resident: object, more: object = {}): Entry {
    return this.entry('swab', { tube, resident, ...more });
  }

  seal(tube: string, countedSwabs: number, more: object = {}): Entry {
    return this.entry('seal', { tube, countedSwabs, ...more });
  }

  void(swabId: string): Entry {
    return this.entry('void', { swabId, reason: '登记错人' });
  }
}
