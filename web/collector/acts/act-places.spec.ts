import type { Act } from './act.js';
import { ActPlaces, actsIn, lineOf, NotKept, stillNeeded, unionOf, type ActPlace } from './act-places.js';

function act(seq: number, id = `a${seq}`): Act {
  const entry = { kind: 'void', seq, id, at: '2026-01-01T00:00:00Z', actorId: 'p', swabId: 's', reason: 'r' } as const;
  return { seq, bootId: 'b', entry, aside: {} };
}

class Drawer implements ActPlace {
  isFull = false;
  constructor(readonly acts: Act[] = []) {}
  readAll = () => Promise.resolve([...this.acts]);
  keepOnly = (acts: readonly Act[]) => {
    this.acts.splice(0, this.acts.length, ...acts);
    return Promise.resolve();
  };
  rehearse = () => Promise.resolve();
  append = (acts: readonly Act[]) => {
    if (this.isFull) return Promise.reject(new Error('full'));
    this.acts.push(...acts);
    return Promise.resolve();
  };
}

describe('acts in two places', () => {
  it('are the union of both, each once and in order, and each place has all of them afterwards', async () => {
    const [database, file] = [new Drawer([act(1), act(3)]), new Drawer([act(2), act(1)])];
    const { acts, healed } = await new ActPlaces([database, file]).recover();
    expect(acts.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(healed).toBe(2);
    expect(unionOf([database.acts]).length).toBe(3);
    expect(unionOf([file.acts]).length).toBe(3);
  });

  it('are kept as long as one place takes them, and that is said', async () => {
    const [database, file] = [new Drawer(), new Drawer()];
    const places = new ActPlaces([database, file]);
    expect(await places.append(act(1))).toBe(2);
    file.isFull = true;
    expect(await places.append(act(2))).toBe(1);
    database.isFull = true;
    await expect(places.append(act(3))).rejects.toBeInstanceOf(NotKept);
  });

  it('are forgotten a day after the house has answered, and no sooner', () => {
    const acts = [act(1), act(2), act(3)];
    const day = Date.parse('2026-01-01T12:00:00Z');
    const kept = (given: { answered: number[]; before: number }) =>
      stillNeeded(acts, { ...given, answered: new Set(given.answered), openTube: undefined }).map(({ seq }) => seq);
    expect(kept({ answered: [1, 3], before: day })).toEqual([2]);
    expect(kept({ answered: [1, 2, 3], before: 0 })).toEqual([1, 2, 3]);
  });

  it('are read from a file whose last line was cut off', () => {
    const text = lineOf(act(1)) + lineOf(act(2)).slice(0, 20);
    expect(actsIn(text).map(({ seq }) => seq)).toEqual([1]);
    // Whoever writes on begins with a line of its own.
    expect(actsIn(`${text}\n${lineOf(act(3))}`).map(({ seq }) => seq)).toEqual([1, 3]);
  });
});
