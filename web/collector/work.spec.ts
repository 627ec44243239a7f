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
const people = {
  byIdNumber: (number: string): Promise<Comer> =>
    Promise.resolve({ shown: { idNumber: number }, key: number, masked: '0*', resident: undefined, isExempt: false }),
} as unknown as People;

class Drawer implements ActPlace {
  isFull = false;
  readonly acts: Act[] = [];
  readAll = () => Promise.resolve(this.acts);
  keepOnly = () => Promise.resolve();
  append = (acts: readonly Act[]) => {
    if (this.isFull) return Promise.reject(new Error('full'));
    this.acts.push(...acts);
    return Promise.resolve();
  };
}

function sit() {
  const [database, file, table] = [new Drawer(), new Drawer(), new Table()];
  let seq = 0;
  const work = new Work({
    ...{ duty, head: { tubes: [] } as unknown as WorkingHead, people, table },
    places: new ActPlaces([database, file]),
    bootId: 'boot',
    nextSeq: () => seq + 1,
    kept: () => (seq += 1),
    changed: () => undefined,
  });
  return { work, database, file, table };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('what is done at a table', () => {
  it('is numbered in the order of the scans, however fast they come', async () => {
    const { work, database, file, table } = sit();
    work.scan('TUBE-1');
    work.typeIdNumber('a');
    work.typeIdNumber('b');
    work.typeIdNumber('a');
    await settled();
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
    await settled();
    expect(work.verdict).toMatchObject({ tone: 'right', places: 2, isThin: false });
    file.isFull = true;
    work.typeIdNumber('a');
    await settled();
    expect(work.verdict).toMatchObject({ tone: 'right', places: 1, isThin: true });
    database.isFull = true;
    work.typeIdNumber('b');
    await settled();
    expect(work.verdict).toMatchObject({ tone: 'wrong', word: 'notKept' });
    expect(table.open?.places).toHaveLength(1);
  });

  it('can be taken back once, and what is told is that it was', async () => {
    const { work, database, table } = sit();
    work.scan('TUBE-1');
    work.typeIdNumber('a');
    await settled();
    work.undo();
    work.undo();
    await settled();
    expect(database.acts.map(({ entry }) => entry.kind)).toEqual(['open-tube', 'swab', 'void']);
    expect(table.open?.places).toMatchObject([{ isVoid: true }]);
  });
});
