import type { Answered } from '../acts/collector-books.js';
import { pauseAfter } from './backoff.js';
import { Sender, type SenderParts, type SignedBatch } from './sender.js';

/** A device with acts 1…n and a house that may be away, forget to answer or refuse. */
class Device implements SenderParts {
  readonly answers = new Map<number, Answered>();
  readonly house = new Set<number>();
  readonly posted: unknown[] = [];
  most = () => 3;
  /** What the next requests come to, in turn. */
  weather: ('away' | 'answer lost' | 'too large' | 'refused')[] = [];
  timers: (() => void)[] = [];
  private waiting: SignedBatch | undefined;
  private counter = 0;

  constructor(private readonly count: number) {}

  next = (most: number) => {
    const left = Array.from({ length: this.count }, (_, n) => n + 1).filter((seq) => !this.answers.has(seq));
    if (this.waiting === undefined && left.length > 0) {
      this.counter += 1;
      const seqs = left.slice(0, most);
      this.waiting = { counter: this.counter, seqs, body: `${this.counter}: ${seqs.join()}` };
    }
    return Promise.resolve(this.waiting);
  };

  post: SenderParts['post'] = (body) => {
    this.posted.push(body);
    const weather = this.weather.shift();
    if (weather === 'away') return Promise.reject(Object.assign(new Error(), { isUnreachable: true }));
    if (weather === 'refused') return Promise.reject(Object.assign(new Error(), { isUnreachable: false, code: 'no' }));
    if (weather === 'too large') return Promise.reject(Object.assign(new Error(), { code: 'batch-is-too-large' }));
    for (const seq of this.waiting!.seqs) this.house.add(seq);
    if (weather === 'answer lost') return Promise.reject(Object.assign(new Error(), { isUnreachable: true }));
    const entries = this.waiting!.seqs.map((seq) => ({ outcome: 'accepted' as const, rules: [], place: seq }));
    return Promise.resolve({ fault: null, entries });
  };

  answered = (_: SignedBatch, answers: readonly Answered[]) => {
    for (const answer of answers) this.answers.set(answer.seq, answer);
    this.waiting = undefined;
    return Promise.resolve();
  };

  dropped = () => {
    this.waiting = undefined;
    this.counter -= 1;
    return Promise.resolve();
  };

  after = (_: number, then: () => void) => {
    this.timers.push(then);
    return () => undefined;
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('what is brought to the house', () => {
  it('goes in batches, each act with its own answer', async () => {
    const device = new Device(7);
    new Sender(device, () => undefined).wake();
    await settled();
    expect(device.posted).toEqual(['1: 1,2,3', '2: 4,5,6', '3: 7']);
    expect([...device.answers.values()].map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('is sent again as it was when the house is away or its answer is lost', async () => {
    const device = new Device(2);
    device.weather = ['away', 'answer lost'];
    const sender = new Sender(device, () => undefined);
    sender.wake();
    await settled();
    expect(sender.state.line).toBe('cut');
    device.timers.pop()!();
    await settled();
    device.timers.pop()!();
    await settled();
    expect(device.posted).toEqual(['1: 1,2', '1: 1,2', '1: 1,2']);
    expect(sender.state.line).toBe('open');
    expect(device.house.size).toBe(2);
  });

  it('goes a moment after it was kept, together with what was kept in that moment', async () => {
    const device = new Device(2);
    const sender = new Sender(device, () => undefined);
    sender.more();
    sender.more();
    await settled();
    expect([device.posted, device.timers.length]).toEqual([[], 1]);
    device.timers.pop()!();
    await settled();
    expect(device.posted).toEqual(['1: 1,2']);
  });

  it('does not knock again for each act while the line is cut, but at once when the network is back', async () => {
    const device = new Device(2);
    device.weather = ['away'];
    const sender = new Sender(device, () => undefined);
    sender.wake();
    await settled();
    sender.more();
    sender.more();
    await settled();
    expect([device.posted.length, device.timers.length]).toEqual([1, 1]);
    sender.wake();
    await settled();
    expect([device.posted.length, device.house.size]).toEqual([2, 2]);
  });

  it('is cut smaller when the site takes less at once', async () => {
    const device = new Device(3);
    device.weather = ['too large'];
    new Sender(device, () => undefined).wake();
    await settled();
    expect(device.posted).toEqual(['1: 1,2,3', '1: 1', '2: 2', '3: 3']);
  });

  it('is over with a house that is older and says less, or newer and says more', async () => {
    const device = new Device(3);
    device.post = () =>
      Promise.resolve({ fault: null, entries: [{ outcome: 'accepted', rules: [], place: 1, more: 1 }] });
    const sender = new Sender(device, () => undefined);
    sender.wake();
    await settled();
    expect([...device.answers.values()].map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(sender.state.line).toBe('open');
  });

  it('waits with what the house refuses as a whole, and says why', async () => {
    const device = new Device(1);
    device.weather = ['refused'];
    const sender = new Sender(device, () => undefined);
    sender.wake();
    await settled();
    expect(sender.state).toMatchObject({ line: 'refused', trouble: { code: 'no' } });
    expect(device.timers).toHaveLength(1);
  });
});

it('waits longer after each failure, up to a minute, and never at one beat with others', () => {
  expect([1, 2, 3, 20].map((failures) => pauseAfter(failures, 1))).toEqual([1_000, 2_000, 4_000, 60_000]);
  expect(pauseAfter(3, 0)).toBe(2_000);
});
