import type { Alarm, Difference, Exception } from '../house.js';
import type { KindWord } from './kind-words.js';

/** Something that does not add up, whichever book says so. */
export interface Work {
  key: string;
  source: 'exception' | 'alarm' | 'difference';
  kind: KindWord;
  /** What it is about, as the books write it: `tube:T1`, `box:B1`. */
  subject: string;
  boxCode: string | undefined;
  siteId: string;
  since: string;
  dueAt: string | undefined;
  ownerRole: Exception['ownerRole'];
  exception: Exception | undefined;
  difference: Difference | undefined;
}

/** All that is open in one list: what is late first, the latest of it last; then what has waited longest. */
export function workOf(
  exceptions: readonly Exception[],
  alarms: readonly Alarm[],
  differences: readonly Difference[],
  now: number,
): Work[] {
  const all = [
    ...exceptions.filter(({ state }) => state === 'open').map(ofException),
    ...alarms.map(ofAlarm),
    ...differences.filter(isOpen).map(ofDifference),
  ];
  const isLate = (work: Work) => lateness(work, now) > 0;
  return all.sort((a, b) => Number(isLate(b)) - Number(isLate(a)) || Date.parse(a.since) - Date.parse(b.since));
}

/** Minutes by which it is late; negative while there is time, and for what has no deadline. */
export function lateness({ dueAt }: Work, now: number): number {
  return dueAt === undefined ? -Infinity : Math.floor((now - Date.parse(dueAt)) / 60_000);
}

/** A tube that has come or was declared lost since is settled; a surplus one that was taken in needs nobody. */
function isOpen({ kind, takenIn, ending }: Difference): boolean {
  return ending === null && !(kind === 'surplus' && takenIn);
}

function ofException(exception: Exception): Work {
  const { id, kind, subject, siteId, raisedAt, deadline, ownerRole } = exception;
  return {
    ...{ key: `exception:${id}`, source: 'exception', kind, subject, boxCode: undefined, siteId, since: raisedAt },
    ...{ dueAt: deadline, ownerRole, exception, difference: undefined },
  };
}

function ofAlarm({ id, kind, subject, siteId, since, dueAt }: Alarm): Work {
  const book = kind === 'open-tube' || kind === 'unboxed' ? 'tube' : 'box';
  return {
    ...{ key: `alarm:${id}`, source: 'alarm', kind, siteId, since, dueAt },
    ...{ subject: subject.includes(':') ? subject : `${book}:${subject}`, boxCode: undefined, ownerRole: 'sitelead' },
    ...{ exception: undefined, difference: undefined },
  };
}

function ofDifference(difference: Difference): Work {
  const { receiptId, boxCode, siteId, barcode, kind, receivedAt } = difference;
  return {
    ...{ key: `difference:${receiptId}:${barcode}`, source: 'difference', siteId, since: receivedAt, boxCode },
    ...{ kind: kind === 'missing' ? 'missing' : 'surplus-out', subject: `tube:${barcode}`, dueAt: undefined },
    ...{ ownerRole: 'sitelead', exception: undefined, difference },
  };
}
