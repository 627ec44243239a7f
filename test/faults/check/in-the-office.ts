import type { Act } from './acts.js';
import type { Store } from './store.js';
import { groupBy, Judge, type Verdict } from './verdict.js';

/** I10: what a device brought home is accepted, a case or refused, and each case has somebody who sees to it. */
export function booksBalance({ tables }: Store): Verdict {
  const judge = new Judge('I10', 'received = accepted + exceptions + refused, each exception with an owner');
  for (const row of tables.books) {
    const { device_id, arrived, repeated, received, accepted, exceptions, refused, receipts, without_case } = row;
    judge.hold(received === accepted + exceptions + refused && arrived === received + repeated, () => {
      return `device ${device_id}: ${received} received, ${accepted} + ${exceptions} + ${refused}`;
    });
    judge.hold(receipts === received, () => `device ${device_id}: ${received} received, ${receipts} receipts`);
    judge.hold(without_case === 0, () => `device ${device_id}: ${without_case} acts were not accepted and are no case`);
  }
  for (const { id, kind, state, resolution, owner_role, deadline } of tables.cases) {
    judge.hold(owner_role !== null && deadline !== null, () => `${kind} ${id} belongs to nobody`);
    judge.hold((state === 'resolved') === (resolution !== null), () => `${kind} ${id} is ${state} without an end`);
  }
  return judge.verdict();
}

/** I11: nothing is missing in what a device numbered, and its batches follow one another. */
export function nothingIsMissing(acts: readonly Act[], { tables }: Store): Verdict {
  const judge = new Judge('I11', "a device's sequence has no hole");
  for (const { device_id, highest, missing } of tables.devices) {
    judge.hold(missing === 0, () => `device ${device_id}: ${missing} of ${highest} acts are missing`);
  }
  const highest = new Map(tables.devices.map((row) => [row.device_id, row.highest]));
  const taken = acts.filter(({ op, fate }) => op === 'batch' && fate === 'acked');
  for (const [device, batches] of groupBy(taken, ({ key }) => key.split('/')[0] ?? '')) {
    const sent = batches.reduce((sum, { asked }) => sum + Number(asked.acts), 0);
    judge.hold((highest.get(device) ?? 0) >= sent, () => {
      return `device ${device}: ${sent} acts were acknowledged, the last is number ${highest.get(device) ?? 0}`;
    });
  }
  for (const { device_id, counter, fault } of tables.batches) {
    judge.hold(fault === null, () => `device ${device_id}: batch ${counter} is ${fault}`);
  }
  return judge.verdict();
}

/** I23: whoever was shown a person is in the journal, each time. */
export function readingsAreJournalled(acts: readonly Act[], { tables }: Store): Verdict {
  const judge = new Judge('I23', 'whoever was shown a person is in the journal');
  const journalled = new Map(tables.readings.map((row) => [`${row.account_id} ${row.resident_id}`, row.times]));
  for (const { op, key, asked, answers } of acts) {
    const { readerId, residentId = key } = asked as { readerId?: string; residentId?: string };
    if (readerId === undefined || answers.length === 0) continue;
    const times = journalled.get(`${readerId} ${residentId}`) ?? 0;
    judge.hold(times >= answers.length, () => {
      return `${op}: ${readerId} was shown ${residentId} ${answers.length} times, the journal says ${times}`;
    });
  }
  return judge.verdict();
}
