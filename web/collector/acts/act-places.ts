import type { Act } from './act.js';

/** A place in which acts are kept: the database of the browser, a file. */
export interface ActPlace {
  readAll(): Promise<Act[]>;
  /** Settles once they outlive the browser. */
  append(acts: readonly Act[]): Promise<void>;
  /** Does what it does to append them, and keeps nothing. */
  rehearse(acts: readonly Act[]): Promise<void>;
  /** Keeps these alone. */
  keepOnly(acts: readonly Act[]): Promise<void>;
}

/** No place took it: it has not happened, as far as this device can tell tomorrow. */
export class NotKept extends Error {}

export interface Recovered {
  acts: Act[];
  /** How many acts one place had and another had not: the browser was ended between two writes. */
  healed: number;
}

/**
 * Keeps every act in each place. What one of them loses the others still have; what a browser that was killed had written
 * to one of them only is written to the others when it opens again.
 */
export class ActPlaces {
  constructor(private readonly places: readonly ActPlace[]) {}

  get count(): number {
    return this.places.length;
  }

  /** The same places, for what is only rehearsed: each does its work and keeps nothing. */
  get rehearsing(): ActPlaces {
    return new ActPlaces(this.places.map(inRehearsal));
  }

  /** Everything that any place has, in order. */
  async recover(): Promise<Recovered> {
    const held = await Promise.all(this.places.map((place) => place.readAll()));
    const acts = unionOf(held);
    let healed = 0;
    for (const [n, place] of this.places.entries()) {
      const known = new Set(held[n]?.map(({ entry }) => entry.id));
      const missing = acts.filter(({ entry }) => !known.has(entry.id));
      if (missing.length === 0) continue;
      healed += missing.length;
      await place.append(missing);
    }
    return { acts, healed };
  }

  /** Forgets what the house has had for long: a device that lies about at night holds nobody's day. */
  async keepOnly(acts: readonly Act[]): Promise<void> {
    for (const place of this.places) await place.keepOnly(acts);
  }

  /**
   * @returns in how many places it lies now
   * @throws NotKept
   */
  async append(act: Act): Promise<number> {
    const results = await Promise.allSettled(this.places.map((place) => place.append([act])));
    const kept = results.filter(({ status }) => status === 'fulfilled').length;
    if (kept === 0) throw new NotKept();
    return kept;
  }
}

function inRehearsal(place: ActPlace): ActPlace {
  const rehearse = (acts: readonly Act[]) => place.rehearse(acts);
  return { readAll: () => Promise.resolve([]), append: rehearse, keepOnly: rehearse, rehearse };
}

/** What the house had answered before this moment is not needed here any more, unless its tube still stands open. */
export function stillNeeded(
  acts: readonly Act[],
  given: { answered: ReadonlySet<number>; before: number; openTube: string | undefined },
): Act[] {
  const { answered, before, openTube } = given;
  return acts.filter(
    ({ seq, entry }) =>
      !answered.has(seq) || Date.parse(entry.at) >= before || ('tube' in entry && entry.tube === openTube),
  );
}

/** Each act once, by its id, in the order of the sequence. */
export function unionOf(held: readonly (readonly Act[])[]): Act[] {
  const byId = new Map<string, Act>();
  for (const act of held.flat()) if (!byId.has(act.entry.id)) byId.set(act.entry.id, act);
  return [...byId.values()].sort((a, b) => a.seq - b.seq);
}

/** One act on one line of the file. */
export function lineOf(act: Act): string {
  return `${JSON.stringify(act)}\n`;
}

/** What stands in a file of acts. A line that the end of the browser cut off was never acknowledged. */
export function actsIn(text: string): Act[] {
  return text.split('\n').flatMap((line) => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line) as Act];
    } catch {
      return [];
    }
  });
}
