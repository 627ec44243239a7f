import type { Alarm, Difference, Exception } from '../house.js';
import { lateness, workOf } from './work.js';

const now = Date.parse('2026-03-01T12:00:00Z');
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
const exception = (id: string, raised: number, deadline: number, state = 'open') =>
  ({ id, kind: 'count-differs', subject: 'tube:T1', raisedAt: at(raised), deadline: at(deadline), state, ownerRole: 'sitelead' }) as Exception; // prettier-ignore
const alarm = { id: 'a', kind: 'undispatched', subject: 'B1', since: at(-30), dueAt: at(-10) } as Alarm;
const difference = (barcode: string, kind: 'missing' | 'surplus', takenIn = false, ending: 'lost' | null = null) =>
  ({ receiptId: 'r', boxCode: 'B1', barcode, kind, takenIn, ending, receivedAt: at(-5) }) as Difference;

describe('the list of what does not add up', () => {
  it('puts what is late first, then what has waited longest', () => {
    const work = workOf([exception('new', -1, 60), exception('late', -20, -1)], [alarm], [difference('T9', 'missing')], now); // prettier-ignore
    expect(work.map(({ key }) => key)).toEqual(['alarm:a', 'exception:late', 'difference:r:T9', 'exception:new']);
    expect(work.map(({ subject }) => subject)).toEqual(['box:B1', 'tube:T1', 'tube:T9', 'tube:T1']);
    expect(work.map((one) => lateness(one, now))).toEqual([10, 1, -Infinity, -60]);
  });

  it('leaves out what is settled', () => {
    const settled = [difference('T1', 'missing', false, 'lost'), difference('T2', 'surplus', true)];
    expect(workOf([exception('done', -9, -1, 'resolved')], [], settled, now)).toEqual([]);
  });
});
