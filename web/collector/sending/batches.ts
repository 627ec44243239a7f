import { answerOf, type House } from '../../every-page/house.js';
import type { CollectorBooks } from '../acts/collector-books.js';
import { sha256 } from '../device/bytes.js';
import { canonicalText } from '../device/canonical-text.js';
import { keyText, signText } from '../device/device-key.js';
import type { EnrolledDevice } from '../device/enrolled-device.js';
import type { BatchContent, SenderParts, SignedBatch } from './sender.js';

type BatchBody = Parameters<typeof postBody>[1];

/** The house answers within this, or counts as away. */
const patienceMs = 30_000;

/** The batches of a real device: signed with its key, chained, kept before they are sent. */
export function batchesOf(
  books: CollectorBooks,
  house: House,
  self: () => { device: EnrolledDevice; bootId: string } | undefined,
  most: () => number,
): SenderParts {
  return {
    most,
    next: (limit) => nextBatch(books, self(), limit),
    post: (body) => postBody(house, body as BatchBody),
    async answered({ counter }, answers) {
      await books.transaction('rw', books.answers, books.batches, async () => {
        await books.answers.bulkPut([...answers]);
        await books.batches.update(counter, { answered: 1, body: undefined });
      });
    },
    async dropped({ counter }) {
      await books.transaction('rw', books.acts, books.batches, async () => {
        await books.acts.where('counter').equals(counter).modify({ counter: 0 });
        await books.batches.delete(counter);
      });
    },
    after(ms, then) {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
  };
}

async function nextBatch(
  books: CollectorBooks,
  self: { device: EnrolledDevice; bootId: string } | undefined,
  limit: number,
): Promise<SignedBatch | undefined> {
  // Before somebody has approved the device, whatever it sent would only be held.
  if (self === undefined || self.device.state === 'asked' || self.device.state === 'waiting') return undefined;
  const { device, bootId } = self;
  const waiting = await books.batches.where('answered').equals(0).first();
  if (waiting !== undefined) {
    const { counter, body } = waiting;
    const acts = await books.acts.where('counter').equals(counter).sortBy('seq');
    return { counter, body, seqs: acts.map(({ seq }) => seq) };
  }
  const rows = await books.acts.where('counter').equals(0).limit(limit).sortBy('seq');
  if (rows.length === 0) return undefined;
  const before = await books.batches.orderBy('counter').last();
  const content: BatchContent = {
    deviceId: device.id,
    bootId,
    counter: (before?.counter ?? 0) + 1,
    previousHash: before?.hash ?? (await sha256(keyText(device.key))),
    ...(device.certificate === null ? {} : { certificate: device.certificate }),
    entries: rows.map(({ entry }) => entry),
  };
  const text = canonicalText(content);
  const [hash, signature] = await Promise.all([sha256(text), signText(device.key, text)]);
  const { counter } = content;
  const body = { ...content, signature };
  const seqs = rows.map(({ seq }) => seq);
  await books.transaction('rw', books.acts, books.batches, async () => {
    await books.batches.add({ counter, body, hash, answered: 0 });
    await books.acts.where('seq').anyOf(seqs).modify({ counter });
  });
  return { counter, body, seqs };
}

async function postBody(house: House, body: BatchContent & { signature: string }) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), patienceMs);
  try {
    return await answerOf(
      house.POST('/api/v1/device-batches', {
        body: { ...body, entries: [...body.entries] },
        headers: { 'x-device-time': new Date().toISOString() },
        signal: patience.signal,
      }),
    );
  } finally {
    clearTimeout(timer);
  }
}
