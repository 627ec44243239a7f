import type { VerdictTone } from '../../every-page/verdict/verdict-sign.js';
import type { Deed, Person, Shown } from '../acts/act.js';
import { capacityOf, isSingleOnly, type Resident, type WorkingHead, type WorkingRound } from '../ground/ground.js';
import type { WordKey } from '../words.js';
import { isFull, type Table, type Tube } from './table.js';

/** What a scan comes to. `tone` is how it is shown and heard: never by colour alone. */
export interface Verdict {
  tone: VerdictTone;
  word: WordKey;
  values?: Record<string, string | number>;
  /** In smaller letters under it: what to do, or what to know. */
  hint?: WordKey;
  /** What is to be kept before any of it is shown. */
  deed?: Deed;
  person?: Person;
  /** Of the tube that the person is in. */
  capacity?: number;
  /** To be done all the same, when whoever works here insists: what happened is to be told, whatever rule it breaks. */
  insist?: Deed;
}

/** Where this table works: what was chosen when the shift began. */
export interface Post {
  round: WorkingRound;
  stationId: string;
  poolClass: string;
}

/** Somebody who was scanned or chosen, and what the working set says of them. */
export interface Comer {
  shown: Shown;
  /** For somebody who is in no working set: a word that is theirs, and what may be shown of it. */
  key: string;
  masked: string;
  resident: Resident | undefined;
  isExempt: boolean;
}

/** A tube was scanned: the code of a new one, or of one that is used up. */
export function judgeTube(barcode: string, table: Table, head: WorkingHead, post: Post): Verdict {
  const { open } = table;
  if (open?.barcode === barcode) {
    return isFull(open)
      ? { tone: 'sealed', word: 'tubeFull', hint: 'sealNow' }
      : { tone: 'already', word: 'tubeOpenAlready', values: { tube: barcode } };
  }
  const mine = table.tube(barcode);
  if (mine?.state === 'sealed') return { tone: 'sealed', word: 'tubeSealed', values: { tube: barcode } };
  if (mine?.state === 'discarded') return { tone: 'wrong', word: 'tubeDiscarded', hint: 'takeAnotherTube' };
  const used = head.tubes.find((tube) => tube.barcode === barcode);
  if (used !== undefined) return judgeUsedTube(used, post);
  if (open !== undefined) {
    return { tone: 'wrong', word: 'otherTubeOpen', values: { tube: open.barcode }, hint: 'sealFirst' };
  }
  const { round, stationId, poolClass } = post;
  return {
    tone: 'right',
    word: 'tubeOpened',
    values: { capacity: capacityOf(round, poolClass) },
    hint: 'nowPeople',
    deed: { kind: 'open-tube', tube: barcode, roundId: round.id, stationId, poolClass },
  };
}

function judgeUsedTube(used: WorkingHead['tubes'][number], post: Post): Verdict {
  const values = { tube: used.barcode };
  if (used.roundId !== post.round.id)
    return { tone: 'wrong', word: 'tubeOfOtherRound', values, hint: 'takeAnotherTube' };
  if (used.state === 'sealed') return { tone: 'sealed', word: 'tubeSealed', values };
  if (used.state === 'discarded') return { tone: 'wrong', word: 'tubeDiscarded', values, hint: 'takeAnotherTube' };
  return { tone: 'wrong', word: 'tubeOpenElsewhere', values, hint: 'takeAnotherTube' };
}

/** Somebody was scanned, typed in or chosen. */
export function judgePerson(comer: Comer, table: Table, post: Post): Verdict {
  const { open } = table;
  const { resident, shown, isExempt } = comer;
  const person: Person = {
    key: resident?.id ?? comer.key,
    masked: resident?.masked ?? comer.masked,
    householdId: resident?.householdId ?? null,
    isListed: resident !== undefined,
  };
  const values = { name: person.masked };
  const earlier = table.earlier(open?.roundId ?? post.round.id, person.key);
  if (open === undefined) {
    if (earlier !== undefined)
      return { tone: 'already', word: 'alreadySampled', values: { ...values, tube: earlier.tube } };
    return { tone: 'wrong', word: 'noTube', hint: 'scanTubeFirst' };
  }
  if (open.places.some((place) => place.person.key === person.key && !place.isVoid)) {
    return { tone: 'already', word: 'inThisTube', values };
  }
  if (isFull(open)) return { tone: 'sealed', word: 'tubeFull', hint: 'sealNow' };
  const deed: Deed = {
    kind: 'swab',
    tube: open.barcode,
    resident: shown,
    roundId: open.roundId,
    stationId: open.stationId,
    poolClass: open.poolClass,
  };
  if (earlier !== undefined) {
    return {
      tone: 'already',
      word: 'alreadySampled',
      values: { ...values, tube: earlier.tube },
      person,
      insist: deed,
    };
  }
  const objection = resident === undefined ? undefined : objectionTo({ resident, isExempt }, open, post.round);
  if (objection !== undefined) return { tone: 'wrong', word: objection, values, person, insist: deed };
  return right(person, open, deed);
}

function objectionTo(
  { resident, isExempt }: { resident: Resident; isExempt: boolean },
  open: Tube,
  round: WorkingRound,
): WordKey | undefined {
  if (isExempt) return 'exempt';
  if (open.poolClass !== 'single' && isSingleOnly(resident, round)) return 'singleOnly';
  if (open.poolClass !== 'household') return undefined;
  const host = open.places.find(({ person }) => person.householdId !== null)?.person.householdId;
  return host !== undefined && host !== resident.householdId ? 'otherHousehold' : undefined;
}

function right(person: Person, open: Tube, deed: Deed): Verdict {
  const place = open.places.length + 1;
  const isLast = place === open.capacity;
  return {
    tone: 'right',
    word: isLast ? 'sampledLast' : 'sampled',
    values: { name: person.masked, place },
    ...(person.isListed ? {} : { hint: 'notListed' as const }),
    deed,
    person,
    capacity: open.capacity,
  };
}
