import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { indexAlgorithm } from './algorithms.js';
import type { DataKeys } from './data-keys.service.js';
import { associatedWith, keyIdOf, openEnvelope, sealEnvelope, type Place } from './envelope.js';
import type { KeyRing, Purpose } from './key-ring.js';

/** How often a process looks which keys there are; a new key is used only after everybody has looked. */
export const lookEverySeconds = 5;

/**
 * Seals personal data under the data key of its purpose and opens it again: AES-256-GCM, a random nonce for each value,
 * bound to table, column, row and purpose. `blindIndex` makes the keyed hash by which a value can be found again,
 * equality only.
 */
export class Vault implements OnApplicationBootstrap, OnApplicationShutdown {
  private looking: NodeJS.Timeout | undefined;

  /** @param source where the ring's keys come from; without one they stay as they are */
  constructor(
    private readonly ring: KeyRing,
    private readonly index: Buffer,
    private readonly source?: DataKeys,
  ) {}

  /** Not before the house stands: of one whose start is cut short nobody would stop the clock. */
  onApplicationBootstrap(): void {
    if (this.source === undefined) return;
    // A database that is away is no reason to stop: what is in the ring goes on opening.
    this.looking = setInterval(() => void this.lookAgain().catch(() => undefined), lookEverySeconds * 1_000).unref();
  }

  /** @throws KeyIsNotHere when the purpose has no key yet; see `prepare` */
  seal(text: string, place: Place, purpose: Purpose = 'ledger'): Buffer {
    const { id, key } = this.ring.sealingFor(purpose);
    return sealEnvelope(key, id, Buffer.from(text, 'utf8'), associatedWith(place, undefined, purpose));
  }

  /** @throws when the envelope was changed, moved to another place, or its key is not here */
  open(envelope: Buffer, place: Place): string {
    const { key, purpose } = this.ring.opening(envelope);
    return openEnvelope(key, envelope, associatedWith(place, envelope, purpose)).toString('utf8');
  }

  /** Makes sure that there is a key for this purpose. Call it before a transaction that seals with it, not inside. */
  async prepare(purpose: Purpose): Promise<void> {
    if (this.ring.sealsFor(purpose)) return;
    await this.source?.ensure(purpose);
    await this.lookAgain();
  }

  /** Looks for keys that another process made a moment ago, where one of these envelopes needs one. */
  async recognise(envelopes: readonly (Buffer | null)[]): Promise<void> {
    if (envelopes.some((envelope) => envelope !== null && !this.ring.has(keyIdOf(envelope)))) await this.lookAgain();
  }

  async lookAgain(): Promise<void> {
    if (this.source !== undefined) this.ring.take(await this.source.living());
  }

  /** HMAC-SHA-256 over kind and value. The value must be in its normal form already. */
  blindIndex(kind: string, value: string): Buffer {
    return indexAlgorithm.hash(this.index, `${kind}\u0000${value}`);
  }

  onApplicationShutdown(): void {
    clearInterval(this.looking);
  }
}
