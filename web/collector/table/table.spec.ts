import type { Act, Deed, Person } from '../acts/act.js';
import type { Resident, WorkingHead, WorkingRound } from '../ground/ground.js';
import { judgePerson, judgeTube, type Comer, type Post } from './judge.js';
import { compareCount, sealOf } from './sealing.js';
import { Table } from './table.js';

const round: WorkingRound = {
  id: 'round',
  name: '第一轮',
  state: 'open',
  deadline: '2026-01-02T00:00:00Z',
  defaultPoolClass: '5',
  settings: {},
  poolClasses: [
    { poolClass: '5', capacity: 5 },
    { poolClass: 'single', capacity: 1 },
    { poolClass: 'household', capacity: 10 },
  ],
  poolRules: [{ category: 'cold-chain', poolClass: 'single' }],
};
const head = {
  tubes: [
    { barcode: 'OLD', roundId: 'round', stationId: 's', poolClass: '5', capacity: 5, filled: 5, state: 'sealed' },
    {
      barcode: 'LAST-ROUND',
      roundId: 'other',
      stationId: 's',
      poolClass: '5',
      capacity: 5,
      filled: 5,
      state: 'sealed',
    },
    { barcode: 'NEXT-TABLE', roundId: 'round', stationId: 't', poolClass: '5', capacity: 5, filled: 1, state: 'open' },
    { barcode: 'AWAY', roundId: 'round', stationId: 't', poolClass: '5', capacity: 5, filled: 0, state: 'discarded' },
  ],
} as unknown as WorkingHead;
const post = (poolClass = '5'): Post => ({ round, stationId: 's', poolClass });

/** A table and a pen: does what a verdict says. */
class Day {
  readonly table = new Table();
  private seq = 0;
  constructor(private readonly poolClass = '5') {}

  private do(deed: Deed | undefined, person?: Person): string {
    if (deed === undefined) return '';
    this.seq += 1;
    const id = `act-${this.seq}`;
    const done = { seq: this.seq, id, at: new Date(this.seq * 60_000).toISOString(), actorId: 'me' };
    const capacity = round.poolClasses.find(({ poolClass }) => poolClass === this.poolClass)!.capacity;
    const act: Act = {
      seq: this.seq,
      bootId: 'b',
      entry: { ...deed, ...done },
      aside: { capacity, ...(person && { person }) },
    };
    this.table.take(act);
    return id;
  }

  tube(barcode: string) {
    const verdict = judgeTube(barcode, this.table, head, post(this.poolClass));
    this.do(verdict.deed);
    return `${verdict.tone} ${verdict.word}`;
  }

  person(key: string, more: Partial<Resident & { isExempt: boolean }> | null = {}, insist = false) {
    const listed = { id: key, masked: '王*', householdId: `home-${key}`, category: '', singleOnly: false, ...more };
    const resident = more === null ? undefined : (listed as Resident);
    const comer: Comer = { shown: { id: key }, key, masked: '0***1', resident, isExempt: more?.isExempt ?? false };
    const verdict = judgePerson(comer, this.table, post(this.poolClass));
    this.do(verdict.deed ?? (insist ? verdict.insist : undefined), verdict.person);
    return `${verdict.tone} ${verdict.word}`;
  }

  void = (swabId: string) => this.do({ kind: 'void', swabId, reason: 'r' });
  seal = (counted: number) => this.do(sealOf(this.table.open!, counted, 'other'));
}

describe('a tube at a table', () => {
  it('is opened, filled to its last place, and then takes nobody until it is sealed', () => {
    const day = new Day();
    expect(day.person('a')).toBe('wrong noTube');
    expect(day.tube('T1')).toBe('right tubeOpened');
    expect(['a', 'b', 'c', 'd'].map((key) => day.person(key))).toEqual(Array(4).fill('right sampled'));
    expect(day.person('e')).toBe('right sampledLast');
    expect(day.person('f')).toBe('sealed tubeFull');
    expect(day.tube('T1')).toBe('sealed tubeFull');
    expect(day.tube('T2')).toBe('wrong otherTubeOpen');
    day.seal(5);
    expect(day.table.open).toBeUndefined();
    expect(day.tube('T1')).toBe('sealed tubeSealed');
    expect(day.tube('T2')).toBe('right tubeOpened');
    expect(day.tube('T2')).toBe('already tubeOpenAlready');
  });

  it.each([
    ['OLD', 'sealed tubeSealed'],
    ['LAST-ROUND', 'wrong tubeOfOtherRound'],
    ['NEXT-TABLE', 'wrong tubeOpenElsewhere'],
    ['AWAY', 'wrong tubeDiscarded'],
  ])('%s, which the working set knows as used, is %s', (barcode, said) => {
    expect(new Day().tube(barcode)).toBe(said);
  });
});

describe('a person at a table', () => {
  it('is sampled once a round, in this tube or in one before it', () => {
    const day = new Day();
    day.tube('T1');
    day.person('a');
    expect(day.person('a')).toBe('already inThisTube');
    day.seal(1);
    expect(day.person('a')).toBe('already alreadySampled');
    day.tube('T2');
    expect(day.person('a')).toBe('already alreadySampled');
    expect(day.person('a', {}, true)).toBe('already alreadySampled');
    expect(day.table.open?.places).toHaveLength(1);
  });

  it('may come again once the registration was withdrawn; the place stays used up', () => {
    const day = new Day();
    day.tube('T1');
    day.person('a');
    day.void('act-2');
    expect(day.table.open?.places).toMatchObject([{ isVoid: true }]);
    expect(day.person('a')).toBe('right sampled');
    expect(day.table.open?.places).toHaveLength(2);
  });

  it('of no list is sampled all the same', () => {
    const day = new Day();
    day.tube('T1');
    expect(day.person('stranger', null)).toBe('right sampled');
    expect(day.table.open?.places[0]?.person).toMatchObject({ isListed: false, masked: '0***1' });
  });

  it('who needs a tube of their own, is exempt, or is of another household, is told so', () => {
    const mixed = new Day();
    mixed.tube('T1');
    expect(mixed.person('a', { singleOnly: true })).toBe('wrong singleOnly');
    expect(mixed.person('b', { category: 'cold-chain' })).toBe('wrong singleOnly');
    expect(mixed.person('c', { isExempt: true })).toBe('wrong exempt');
    const single = new Day('single');
    single.tube('T1');
    expect(single.person('a', { singleOnly: true })).toBe('right sampledLast');
    const household = new Day('household');
    household.tube('T1');
    household.person('a', { householdId: 'h1' });
    expect(household.person('b', { householdId: 'h2' })).toBe('wrong otherHousehold');
    expect(household.person('c', { householdId: 'h1' })).toBe('right sampled');
  });
});

describe('a seal', () => {
  function tubeOf(people: number, poolClass = '5') {
    const day = new Day(poolClass);
    day.tube('T1');
    for (let n = 0; n < people; n += 1) day.person(`p${n}`, { householdId: 'h' });
    return day;
  }

  it('needs the count, and a reason unless the tube is full or a household’s', () => {
    const full = tubeOf(5).table.open!;
    expect(sealOf(full, 5)).toEqual({ kind: 'seal', tube: 'T1', countedSwabs: 5 });
    const part = tubeOf(3).table.open!;
    expect(sealOf(part, 3)).toBeUndefined();
    expect(sealOf(part, 3, 'last-in-line')).toMatchObject({ reason: 'last-in-line' });
    expect(sealOf(tubeOf(2, 'household').table.open!, 2)).toMatchObject({ countedSwabs: 2 });
  });

  it('needs words when another number is in there', () => {
    const full = tubeOf(5).table.open!;
    expect(compareCount(full, 4)).toEqual({ state: 'differs', booked: 5, counted: 4, voided: 0 });
    expect(sealOf(full, 4, 'other')).toBeUndefined();
    expect(sealOf(full, 4, 'other', '掉了一支')).toMatchObject({ reason: 'count-differs', note: '掉了一支' });
  });

  it('knows when a withdrawn registration explains the difference', () => {
    const day = tubeOf(5);
    day.void('act-3');
    expect(compareCount(day.table.open!, 4)).toMatchObject({ state: 'differs', voided: 1 });
  });

  it('is none of an empty tube', () => {
    expect(sealOf(tubeOf(2).table.open!, 0)).toBeUndefined();
  });
});
