/** How somebody was named: from the working set, by their code, or by their document. */
export type Shown = { id: string } | { code: string } | { idNumber: string };

/** Why a tube is closed before it is full, or with another number of swabs than were registered. */
export type SealReason =
  | 'end-of-session'
  | 'shift-change'
  | 'deadline'
  | 'class-change'
  | 'last-in-line'
  | 'oldest-swab-too-old'
  | 'count-differs'
  | 'other';

interface OpenTube {
  kind: 'open-tube';
  tube: string;
  roundId: string;
  stationId: string;
  poolClass: string;
}
interface TakeSwab {
  kind: 'swab';
  tube: string;
  resident: Shown;
  roundId: string;
  stationId: string;
  poolClass: string;
}
interface SealTube {
  kind: 'seal';
  tube: string;
  countedSwabs: number;
  reason?: SealReason;
  note?: string;
}
interface VoidSwab {
  kind: 'void';
  swabId: string;
  reason: string;
}
interface DiscardTube {
  kind: 'discard-tube';
  tube: string;
  reason: string;
}

/** What was done, before it has a number and a time. The fields are those of the house's entries. */
export type Deed = OpenTube | TakeSwab | SealTube | VoidSwab | DiscardTube;

/** What this device knows of the person or the tube besides; it is not sent. */
export interface Aside {
  capacity?: number;
  person?: Person;
}

/** A person as a table meets them. */
export interface Person {
  /** The resident's id; of somebody who is in no working set a word for what they showed. */
  key: string;
  masked: string;
  householdId: string | null;
  isListed: boolean;
}

interface Done {
  seq: number;
  id: string;
  at: string;
  actorId: string;
}

export type Entry = Deed & Done;

/** One thing that was done, as it is kept on the device: the entry is sent as it stands here. */
export interface Act {
  /** Its number in the sequence of this device. */
  seq: number;
  /** The run of the sequence: as long as the device keeps anything, it is the same. */
  bootId: string;
  entry: Entry;
  aside: Aside;
}
