import { Injectable } from '@nestjs/common';
import { createHash, createHmac } from 'node:crypto';
import { Vault } from '#platform/vault';
import { ResidentSealer } from './resident-sealer.service.js';
import { WorkingLedgerRepository } from './working-ledger.repository.js';

/** A resident as a device without a network may know them: masked, and found again by what they show. */
export interface WorkingResident {
  id: string;
  masked: string;
  areaCode: string;
  householdId: string;
  category: string;
  lane: 'general' | 'green' | 'single';
  singleOnly: boolean;
  homeVisit: boolean;
  /** Of somebody who is visited at home alone: nobody else's door or age leaves the house. */
  door: string | null;
  birthYear: number | null;
  /** Keyed hashes of the document and of the resident code, 96 bits in base64url: only the device that they are for can make them. */
  document: string | null;
  code: string | null;
}

export interface WorkingPage {
  residents: WorkingResident[];
  /** The id to go on after; null at the end. */
  next: string | null;
}

/** Beyond so many changed rows a device had better begin anew. */
const changesAtMost = 5_000;
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * The part of the ledger that a device takes along. What it holds finds a person by a scanned document or code without
 * holding either: each is hashed with a key of that device alone, which is no help with anything else of the house.
 */
@Injectable()
export class WorkingLedger {
  constructor(
    private readonly ledger: WorkingLedgerRepository,
    private readonly sealer: ResidentSealer,
    private readonly vault: Vault,
  ) {}

  /** The key of one device, 32 bytes. It is made from the house's own, and that cannot be made from it. */
  keyOf(deviceId: string, thumbprint: string): Buffer {
    return this.vault.blindIndex('device-working-set', `${deviceId}\u0000${thumbprint}`);
  }

  /**
   * Where a device stands that begins to read now, and whether it may go on from where it stood before.
   * @param since what it was told as its version the last time
   */
  async stand(since: string | undefined): Promise<{ version: string; from: string | null }> {
    const { epoch, at } = await this.ledger.version();
    const [knownEpoch, from] = since?.split('.') ?? [];
    const mayGoOn =
      knownEpoch === epoch.slice(0, 8) &&
      from !== undefined &&
      BigInt(from) <= BigInt(at) &&
      (await this.ledger.changedSince(from, changesAtMost + 1)) <= changesAtMost;
    return { version: `${epoch.slice(0, 8)}.${at}`, from: mayGoOn ? from : null };
  }

  /** The next residents below the area; with `from` only those that have changed since. */
  async page(
    areaCode: string,
    from: string | null,
    after: string | undefined,
    limit: number,
    key: Buffer,
  ): Promise<WorkingPage> {
    const rows = await this.ledger.page(areaCode, from, after ?? nobody, limit + 1);
    await this.vault.recognise(rows.map(({ documentSealed: sealed }) => (sealed.length === 0 ? null : sealed)));
    const residents = rows.slice(0, limit).map(({ documentSealed, codeRef, ...row }) => {
      const identity = this.sealer.openIdentity(row.id, documentSealed);
      return {
        ...row,
        document: identity === undefined ? null : blind(key, 'document', identity),
        code: codeRef === null ? null : blind(key, 'code', codeRef),
      };
    });
    return { residents, next: rows.length > limit ? (residents.at(-1)?.id ?? null) : null };
  }

  /** Who has changed since and is to be forgotten by a device of this area. */
  elsewhere(areaCode: string, from: string): Promise<string[]> {
    return this.ledger.elsewhere(areaCode, from);
  }
}

function blind(key: Buffer, kind: string, value: string): string {
  return createHmac('sha256', key).update(`${kind}\u0000${value}`).digest().subarray(0, 12).toString('base64url');
}

/** Tells two readings of the same residents apart, and one that was cut. */
export function hashOfResidents(residents: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(residents)).digest('base64url');
}
