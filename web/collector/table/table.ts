import type { Act, Entry, Person } from '../acts/act.js';

export interface Place {
  swabId: string;
  seq: number;
  person: Person;
  at: string;
  isVoid: boolean;
}

/** A tube that this device has opened. */
export interface Tube {
  barcode: string;
  roundId: string;
  stationId: string;
  poolClass: string;
  capacity: number;
  places: readonly Place[];
  state: 'open' | 'sealed' | 'discarded';
}

/** What stands on the table as far as this device did it: nothing but the acts that it keeps decides that. */
export class Table {
  private readonly tubes = new Map<string, Tube>();
  private readonly tubeOfSwab = new Map<string, string>();
  private readonly swabs = new Map<string, { actorId: string; at: number }>();
  private readonly sampled = new Map<string, { tube: string; at: string }>();
  private openCode: string | undefined;

  take({ entry, aside }: Act): void {
    switch (entry.kind) {
      case 'open-tube':
        this.openTube(entry, aside.capacity ?? 1);
        break;
      case 'swab':
        this.takeSwab(entry, aside.person);
        break;
      case 'void':
        this.voidSwab(entry.swabId);
        break;
      case 'seal':
        this.close(entry.tube, 'sealed');
        break;
      case 'discard-tube':
        this.close(entry.tube, 'discarded');
    }
  }

  get open(): Tube | undefined {
    return this.openCode === undefined ? undefined : this.tubes.get(this.openCode);
  }

  tube(barcode: string): Tube | undefined {
    return this.tubes.get(barcode);
  }

  /** Where and when this device sampled somebody in a round. */
  earlier(roundId: string, person: string): { tube: string; at: string } | undefined {
    return this.sampled.get(`${roundId}/${person}`);
  }

  private openTube(entry: Entry & { kind: 'open-tube' }, capacity: number): void {
    const { tube: barcode, roundId, stationId, poolClass } = entry;
    this.tubes.set(barcode, { barcode, roundId, stationId, poolClass, capacity, places: [], state: 'open' });
    this.openCode = barcode;
  }

  /** How many people somebody has sampled since then. */
  swabsSince(actorId: string, since: number): number {
    let count = 0;
    for (const swab of this.swabs.values()) if (swab.actorId === actorId && swab.at >= since) count += 1;
    return count;
  }

  private takeSwab(entry: Entry & { kind: 'swab' }, person: Person | undefined): void {
    const { id, seq, tube: barcode, roundId, at, actorId } = entry;
    this.swabs.set(id, { actorId, at: Date.parse(at) });
    const tube = this.tubes.get(barcode);
    if (tube === undefined || person === undefined) return;
    this.tubes.set(barcode, { ...tube, places: [...tube.places, { swabId: id, seq, person, at, isVoid: false }] });
    this.tubeOfSwab.set(id, barcode);
    this.sampled.set(`${roundId}/${person.key}`, { tube: barcode, at });
  }

  /** The swab keeps its place; the person may be sampled again. */
  private voidSwab(swabId: string): void {
    this.swabs.delete(swabId);
    const tube = this.tubes.get(this.tubeOfSwab.get(swabId) ?? '');
    const place = tube?.places.find((one) => one.swabId === swabId);
    if (tube === undefined || place === undefined) return;
    const places = tube.places.map((one) => (one === place ? { ...one, isVoid: true } : one));
    this.tubes.set(tube.barcode, { ...tube, places });
    this.sampled.delete(`${tube.roundId}/${place.person.key}`);
  }

  private close(barcode: string, state: 'sealed' | 'discarded'): void {
    const tube = this.tubes.get(barcode);
    if (tube !== undefined) this.tubes.set(barcode, { ...tube, state });
    if (this.openCode === barcode) this.openCode = undefined;
  }
}

export function isFull({ places, capacity }: Tube): boolean {
  return places.length >= capacity;
}

/** How long the oldest swab has been waiting in the open tube. */
export function minutesSinceFirstSwab(tube: Tube, now: number): number {
  const first = tube.places[0];
  return first === undefined ? 0 : Math.max(0, Math.floor((now - Date.parse(first.at)) / 60_000));
}
