import { CallQueue, type Call } from './call-queue.js';

const asOf = '2026-03-01T09:10:00+08:00';

function called(label: string, at: string, station = 1): Call {
  return { lane: 'general', station, labels: [label], at: `2026-03-01T09:${at}+08:00` };
}

function labelsOf(queue: CallQueue): string[] {
  const labels = [];
  for (let call = queue.next(); call !== undefined; call = queue.next()) labels.push(...call.labels);
  return labels;
}

describe('the calls of a board', () => {
  it('are spoken in the order in which they were made, each once', () => {
    const queue = new CallQueue();
    queue.take({ asOf, calls: [] });
    const first = called('A001', '09:50');
    const later = [called('A003', '09:58', 2), called('A002', '09:55'), first];
    queue.take({ asOf, calls: later });
    queue.take({ asOf, calls: later });
    expect(labelsOf(queue)).toEqual(['A001', 'A002', 'A003']);
  });

  it('are not spoken when they were made before the screen was there, or too long ago', () => {
    const queue = new CallQueue();
    queue.take({ asOf, calls: [called('A001', '09:50')] });
    queue.take({ asOf, calls: [called('A003', '09:50'), called('A002', '08:59'), called('A001', '09:50')] });
    expect(labelsOf(queue)).toEqual(['A003']);
  });

  it('are spoken again when the same number is called again', () => {
    const queue = new CallQueue();
    queue.take({ asOf, calls: [] });
    queue.take({ asOf, calls: [called('A001', '09:30')] });
    queue.take({ asOf, calls: [called('A001', '09:55'), called('A001', '09:30')] });
    expect(labelsOf(queue)).toEqual(['A001', 'A001']);
  });
});
