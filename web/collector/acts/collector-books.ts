import Dexie, { type EntityTable } from 'dexie';
import type { Act } from './act.js';
import type { ActPlace } from './act-places.js';

/** An act with the batch that carries it; 0 as long as none does. */
interface ActRow extends Act {
  counter: number;
}

/** What the house said about an act. */
export interface Answered {
  seq: number;
  outcome: 'accepted' | 'exception' | 'refused' | 'held';
  rules: string[];
  place: number | null;
}

export interface BatchRow {
  counter: number;
  /** What was signed, to be sent as it stands until an answer has come; undefined after that. */
  body: unknown;
  hash: string;
  answered: 0 | 1;
}

/** Somebody of the working set: found by keyed hashes, and sealed. */
export interface ResidentRow {
  id: string;
  document?: string;
  code?: string;
  householdId: string;
  /** Which reading of the working set it came with. */
  reading: string;
  /** 1: is visited at home. */
  visited: 0 | 1;
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

interface Note {
  name: string;
  value: unknown;
}

/** The database of this page: acts, batches, answers, the working set, and what the device is. */
export class CollectorBooks extends Dexie {
  declare acts: EntityTable<ActRow, 'seq'>;
  declare answers: EntityTable<Answered, 'seq'>;
  declare batches: EntityTable<BatchRow, 'counter'>;
  declare residents: EntityTable<ResidentRow, 'id'>;
  declare notes: EntityTable<Note, 'name'>;

  constructor(name = 'shihe-collector') {
    // Strict: a write has settled only once it lies on the disk.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      acts: 'seq, counter',
      answers: 'seq, outcome',
      batches: 'counter, answered',
      residents: 'id, document, code, householdId, visited, reading',
      notes: 'name',
    });
  }

  async note<Value>(name: string): Promise<Value | undefined> {
    return (await this.notes.get(name))?.value as Value | undefined;
  }

  async write(name: string, value: unknown): Promise<void> {
    if (value === undefined) await this.notes.delete(name);
    else await this.notes.put({ name, value });
  }

  /** The acts as one of the places that keep them. */
  get place(): ActPlace {
    return {
      readAll: async () => (await this.acts.orderBy('seq').toArray()).map(actOf),
      append: async (acts) => {
        await this.acts.bulkPut(acts.map((act) => ({ ...act, counter: 0 })));
      },
      rehearse: async (acts) => {
        await this.notes.bulkPut([{ name: 'rehearsal', value: acts }]);
        await this.notes.delete('rehearsal');
      },
      keepOnly: async (acts) => {
        const kept = new Set(acts.map(({ seq }) => seq));
        await this.transaction('rw', this.acts, this.answers, async () => {
          const gone = (await this.acts.toCollection().primaryKeys()).filter((seq) => !kept.has(seq));
          await this.acts.bulkDelete(gone);
          await this.answers.bulkDelete(gone);
        });
      },
    };
  }
}

function actOf({ seq, bootId, entry, aside }: Act): Act {
  return { seq, bootId, entry, aside };
}
