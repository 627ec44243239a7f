import type { Act } from './acts/act.js';
import { ActPlaces, type ActPlace } from './acts/act-places.js';
import type { WorkingHead, WorkingRound } from './ground/ground.js';
import type { People } from './ground/people.js';
import type { Comer } from './table/judge.js';
import { Table } from './table/table.js';
import { Work } from './work.js';

const round = {
  id: 'round',
  settings: {},
  poolClasses: [{ poolClass: '5', capacity: 5 }],
  poolRules: [],
} as unknown as WorkingRound;
const duty = {
  ...{ round, poolClass: '5', stationId: 's', actorId: 'me', name: '我', with: null, stationNumber: 1 },
  since: '2026-01-01T00:00:00Z',
};
/** Nobody is listed; a database whose connection is lost answers nothing at all. */
class WorkingSet {
  isLost = false;
  byIdNumber = (number: string): Promise<Comer> =>
    this.isLost
      ? Promise.reject(new Error('connection lost'))
      : Promise.resolve({
          shown: { idNumber: number },
          key: number,
          masked: '0*',
          resident: undefined,
          isExempt: false,
        });
}

class Drawer implements ActPlace {
  isFull = false;
  readonly acts: Act[] = [];
  readAll = () => Promise.resolve(this.acts);
  keepOnly = () => Promise.resolve();
  rehearse = () => Promise.resolve();
  append = (acts: readonly Act[]) => {
    if (this.isFull) return Promise.reject(new Error('full'));
    this.acts.push(...acts);
    return Promise.resolve();
  };
}

function sit() {
  const [database, file, table, people] = [new Drawer(), new Drawer(), new Table(), new WorkingSet()];
  let seq = 0;
  const work = new Work({
    ...{ duty, head: { tubes: [] } as unknown as WorkingHead, people: people as unknown as People, table },
    places: new ActPlaces([database, file]),
    bootId: 'boot',
    nextSeq: () => seq + 1,
    kept: () => (seq += 1),
    changed: () => undefined,
  });
  return { work, database, file, table, people };
}

describe('what is done at a table', () => {
  it('is numbered in the order of the scans, however fast they come', async () => {
    const { work, database, file, table } = sit();
    work.scan('TUBE-1');
    work.typeIdNumber('a');
    work.typeIdNumber('b');
    work.typeIdNumber('a');
    await work.settled;
    expect(database.acts.map(({ seq, entry }) => [seq, entry.kind])).toEqual([
      [1, 'open-tube'],
      [2, 'swab'],
      [3, 'swab'],
    ]);
    expect(file.acts).toEqual(database.acts);
    expect(table.open?.places).toHaveLength(2);
    expect(work.verdict).toMatchObject({ tone: 'already', word: 'inThisTube' });
  });

  it('is green when it lies in every place, says so when it lies in one, and is not done when it lies nowhere', async () => {
    const { work, database, file, table } = sit();
    work.scan('TUBE-1');
    await work.settled;
    expect(work.verdict).toMatchObject({ tone: 'right', places: 2, isThin: false });
    file.isFull = true;
    work.typeIdNumber('a');
    await work.settled;
    expect(work.verdict).toMatchObject({ tone: 'right', places: 1, isThin: true });
    database.isFull = true;
    work.typeIdNumber('b');
    await work.settled;
    expect(work.verdict).toMatchObject({ tone: 'wrong', word: 'notKept' });
    expect(table.open?.places).toHaveLength(1);
  });

  it('goes on with the next scan when the database could not look somebody up', async () => {
    const { work, table, people } = sit();
    work.scan('TUBE-1');
    people.isLost = true;
    work.typeIdNumber('a');
    await work.settled;
    expect(work.verdict).toMatchObject({ tone: 'wrong', word: 'notLookedUp', places: 0 });
    expect(table.open?.places).toHaveLength(0);
    people.isLost = false;
    work.typeIdNumber('a');
    await work.settled;
    expect(work.verdict).toMatchObject({ tone: 'right', word: 'sampled' });
  });

  it('can be taken back once, and what is told is that it was', async () => {
    const { work, database, table } = sit();
    work.scan('TUBE-1');
    work.typeIdNumber('a');
    await work.settled;
    work.undo();
    work.undo();
    await work.settled;
    expect(database.acts.map(({ entry }) => entry.kind)).toEqual(['open-tube', 'swab', 'void']);
    expect(table.open?.places).toMatchObject([{ isVoid: true }]);
  });
});
