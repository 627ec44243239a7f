import type { Act } from './acts/act.js';
import { ActPlaces, type ActPlace } from './acts/act-places.js';
import type { WorkingHead, WorkingRound } from './ground/ground.js';
import type { People } from './ground/people.js';
import { rehearse, tableOfRehearsal } from './rehearsal.js';
import type { Rests } from './work.js';

/** Counts what it is given to keep, and what only to rehearse. */
class Drawer implements ActPlace {
  readonly kept: Act[] = [];
  readonly rehearsed: Act[] = [];
  readAll = () => Promise.resolve(this.kept);
  keepOnly = () => Promise.resolve();
  append = (acts: readonly Act[]) => Promise.resolve(void this.kept.push(...acts));
  rehearse = (acts: readonly Act[]) => Promise.resolve(void this.rehearsed.push(...acts));
}

function shift(poolClass: string, capacity: number) {
  const looked: string[] = [];
  const round = {
    id: 'round',
    settings: { barcodePattern: '^[0-9]{12}$' },
    poolClasses: [{ poolClass, capacity }],
    poolRules: [],
  } as unknown as WorkingRound;
  const rests = {
    duty: {
      ...{ round, poolClass, stationId: 's', actorId: 'me', name: '我', with: null, stationNumber: 1 },
      since: '2026-01-01T00:00:00Z',
    },
    head: { tubes: [] } as unknown as WorkingHead,
    people: {
      rehearse: () => Promise.reject(new Error('nobody has come yet')),
      byIdNumber: (number: string) => {
        looked.push(number);
        return Promise.resolve({ shown: { idNumber: number }, key: number, masked: '0*', isExempt: false });
      },
    } as unknown as People,
  } satisfies Rests;
  const places = [new Drawer(), new Drawer()];
  return { rests, places, looked, work: tableOfRehearsal(rests, new ActPlaces(places), () => undefined) };
}

describe('the rehearsal of a shift', () => {
  it('scans a tube and people whom nobody is, whatever the tubes of the round look like, and keeps nothing', async () => {
    const { rests, places, looked, work } = shift('10', 10);
    await rehearse(rests, work, () => true);
    expect(work.table.open?.places).toHaveLength(3);
    expect(work.verdict).toMatchObject({ tone: 'right', word: 'sampled', isThin: false });
    expect(looked.every((number) => number.startsWith('00'))).toBe(true);
    for (const place of places) {
      expect(place.rehearsed.map(({ entry }) => entry.kind)).toEqual(['open-tube', 'swab', 'swab', 'swab']);
      expect(place.kept).toEqual([]);
    }
  });

  it('ends by itself where a tube holds one person', async () => {
    const { rests, places, work } = shift('single', 1);
    await rehearse(rests, work, () => true);
    expect(work.verdict).toMatchObject({ tone: 'sealed', word: 'tubeFull' });
    expect(places[0]?.kept).toEqual([]);
  });

  it('is over after a while, though a place does not answer', async () => {
    const { rests, places, work } = shift('10', 10);
    places[1]!.rehearse = () => new Promise(() => undefined);
    await rehearse(rests, work, () => true, 20);
    expect(work.verdict).toBeUndefined();
    expect(places[0]?.rehearsed).toHaveLength(1);
  });

  it('stops before the next scan once somebody really scans', async () => {
    const { rests, places, work } = shift('10', 10);
    let asked = 0;
    await rehearse(rests, work, () => (asked += 1) <= 2);
    expect(places[0]?.rehearsed).toHaveLength(2);
  });
});
