import type { CollectorBooks } from '../acts/collector-books.js';
import { base64url, bytesOf, sha256 } from '../device/bytes.js';
import { maskedNumber } from '../codes/id-number.js';
import type { Recognised } from '../codes/recognise.js';
import type { Comer } from '../table/judge.js';
import type { Resident, WorkingHead } from './ground.js';
import type { PeopleVault } from './people-vault.js';

/** Why a code of a person cannot be taken. */
export type CodeFault = 'expired' | 'forged';

/** Who it is that was scanned, as far as the working set can tell: it finds a person by a keyed hash and holds neither code nor number. */
export class People {
  private readonly exempt: ReadonlySet<string>;
  private readonly verifying = new Map<string, Promise<CryptoKey | undefined>>();

  constructor(
    private readonly books: CollectorBooks,
    private readonly vault: PeopleVault,
    private readonly head: WorkingHead,
    private readonly blindKey: CryptoKey,
  ) {
    this.exempt = new Set((head.exemptions ?? []).map(({ roundId, residentId }) => `${roundId}/${residentId}`));
  }

  /** Looks for nobody and opens somebody, as a scan does. */
  async rehearse(): Promise<void> {
    await this.find('document', '');
    await Promise.all(this.head.codeKeys.map(({ keyId }) => this.verifyingKey(keyId)));
    const anybody = await this.books.residents.toCollection().first();
    if (anybody !== undefined) await this.household(anybody.householdId);
  }

  async byIdNumber(number: string, roundId: string): Promise<Comer> {
    const resident = await this.find('document', `id18:${number}`);
    // Whom the house does not find either is at least told by the same word when the number comes again.
    const key = resident?.id ?? `document:${await sha256(number)}`;
    const shown = resident === undefined ? { idNumber: number } : { id: resident.id };
    return this.comer({ shown, key, masked: maskedNumber(number), resident }, roundId);
  }

  async byCode(scanned: Recognised & { kind: 'person-code' }, roundId: string): Promise<Comer> {
    const resident = await this.find('code', scanned.reference);
    // The code itself is told, although the person is known: that it was revoked since, only the house can tell.
    const shown = { code: scanned.code };
    return this.comer({ shown, key: resident?.id ?? `code:${scanned.reference}`, masked: '*', resident }, roundId);
  }

  async byId(id: string, roundId: string): Promise<Comer | undefined> {
    const row = await this.books.residents.get(id);
    const resident = row && (await this.vault.open(row));
    return resident && this.comer({ shown: { id }, key: id, masked: resident.masked, resident }, roundId);
  }

  /** Everybody of a household. */
  async household(id: string): Promise<Resident[]> {
    const rows = await this.books.residents.where('householdId').equals(id).sortBy('id');
    return Promise.all(rows.map((row) => this.vault.open(row)));
  }

  /** Everybody who is visited at home. */
  async visited(): Promise<Resident[]> {
    const rows = await this.books.residents.where('visited').equals(1).toArray();
    return Promise.all(rows.map((row) => this.vault.open(row)));
  }

  /** @param now seconds since 1970 */
  async faultOf(code: Recognised & { kind: 'person-code' }, now: number): Promise<CodeFault | undefined> {
    if (code.expiresAt <= now) return 'expired';
    const key = await this.verifyingKey(code.keyId);
    if (key === undefined) return undefined;
    const isGenuine = await crypto.subtle.verify(
      'Ed25519',
      key,
      bytesOf(code.signature),
      new TextEncoder().encode(code.said),
    );
    return isGenuine ? undefined : 'forged';
  }

  private comer(given: Omit<Comer, 'isExempt'>, roundId: string): Comer {
    return { ...given, isExempt: this.exempt.has(`${roundId}/${given.key}`) };
  }

  private async find(kind: 'document' | 'code', value: string): Promise<Resident | undefined> {
    const text = new TextEncoder().encode(`${kind}\u0000${value}`);
    const hash = new Uint8Array(await crypto.subtle.sign('HMAC', this.blindKey, text));
    const row = await this.books.residents
      .where(kind)
      .equals(base64url(hash.subarray(0, 12)))
      .first();
    return row && this.vault.open(row);
  }

  /** Undefined where the browser does not know this kind of key, or the code was signed with one that is not here. */
  private verifyingKey(keyId: string): Promise<CryptoKey | undefined> {
    const known = this.verifying.get(keyId) ?? this.importKey(keyId);
    this.verifying.set(keyId, known);
    return known;
  }

  private async importKey(keyId: string): Promise<CryptoKey | undefined> {
    const pem = this.head.codeKeys.find((key) => key.keyId === keyId)?.publicKey;
    if (pem === undefined) return undefined;
    const bytes = bytesOf(pem.replaceAll(/-----[A-Z ]+-----|\s/gu, ''));
    try {
      return await crypto.subtle.importKey('spki', bytes, 'Ed25519', false, ['verify']);
    } catch {
      return undefined;
    }
  }
}
