import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { Clock } from '#platform/clock';
import { Transactions } from '#platform/database';
import { Journal } from '#platform/journal';
import { KEYS, type Keys } from '#platform/vault';
import {
  DocumentEndingIsWrong,
  ResidentCodeIsBlocked,
  ResidentCodeIsRevoked,
  ResidentCodeIsUnknown,
  ResidentIsUnknown,
  taken,
} from './community.errors.js';
import { ResidentCodeIssued, ResidentCodeRevoked } from './community.events.js';
import { readResidentCode, signResidentCode } from './resident-code.js';
import { ResidentCodeLimits } from './resident-code-limits.js';
import { ResidentCodeRepository } from './resident-code.repository.js';
import { ResidentSealer } from './resident-sealer.service.js';
import { plainNumber } from './written-form.js';

export interface IssuedCode {
  readonly reference: string;
  /** What the QR says. */
  readonly payload: string;
  readonly expiresAt: Date;
}

export interface VerifiedCode {
  readonly reference: string;
  readonly residentId: string;
  readonly maskedName: string;
  readonly expiresAt: Date;
}

/** Issues, checks and revokes resident codes. */
@Injectable()
export class ResidentCodeDesk {
  /** Named after the public key itself, so that devices can hold several. */
  readonly keyId: string;

  constructor(
    private readonly codes: ResidentCodeRepository,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly sealer: ResidentSealer,
    private readonly limits: ResidentCodeLimits,
    @Inject(KEYS) private readonly keys: Keys,
  ) {
    this.keyId = createHash('sha256')
      .update(keys.codeVerifying.export({ type: 'spki', format: 'der' }))
      .digest('base64url')
      .slice(0, 8);
  }

  /** A new code; codes issued before stay valid until they expire or are revoked. @throws ResidentIsUnknown */
  async issue(residentId: string, issuedBy: string | null): Promise<IssuedCode> {
    const reference = randomBytes(12).toString('base64url');
    const issuedAt = Math.floor(this.clock.now().getTime() / 1000);
    const expiresAt = issuedAt + Math.round(this.limits.validDays * 86_400);
    await this.transactions.run(async (tx) => {
      const dates = { issuedAt: new Date(issuedAt * 1000), expiresAt: new Date(expiresAt * 1000) };
      if (!(await this.codes.add(tx, { reference, residentId, issuedBy, ...dates }))) throw new ResidentIsUnknown();
      await this.journal.record(tx, ResidentCodeIssued, {
        actorId: issuedBy,
        subject: `resident:${residentId}`,
        payload: { residentId, reference },
      });
    });
    const payload = signResidentCode({ keyId: this.keyId, reference, issuedAt, expiresAt }, this.keys.codeSigning);
    return { reference, payload, expiresAt: new Date(expiresAt * 1000) };
  }

  /**
   * Whose code this is.
   * @throws NotUnderstood (wrong form, unknown key, wrong signature, expired), ResidentCodeIsUnknown, ResidentCodeIsRevoked
   */
  async verify(payload: string): Promise<VerifiedCode> {
    const now = Math.floor(this.clock.now().getTime() / 1000);
    const claims = taken(readResidentCode(payload, new Map([[this.keyId, this.keys.codeVerifying]]), now), 'code');
    const row = await this.codes.shown(claims.reference);
    if (row === undefined) throw new ResidentCodeIsUnknown();
    if (row.revoked_at !== null) throw new ResidentCodeIsRevoked();
    const { reference } = claims;
    return { reference, residentId: row.resident_id, maskedName: row.masked_name, expiresAt: row.expires_at };
  }

  /**
   * Whose codes these are, by code, for those that are genuine: also those that have expired or were revoked since, for
   * what they were shown for has happened.
   */
  async holdersOf(payloads: readonly string[]): Promise<Map<string, { residentId: string; revoked: boolean }>> {
    const keys = new Map([[this.keyId, this.keys.codeVerifying]]);
    const references = new Map<string, string>();
    for (const payload of new Set(payloads)) {
      const reading = readResidentCode(payload, keys, 0);
      if (reading.ok) references.set(payload, reading.value.reference);
    }
    const rows = new Map((await this.codes.many([...references.values()])).map((row) => [row.ref, row]));
    return new Map(
      [...references].flatMap(([payload, reference]) => {
        const row = rows.get(reference);
        return row === undefined ? [] : [[payload, { residentId: row.resident_id, revoked: row.revoked_at !== null }]];
      }),
    );
  }

  /**
   * Lets a resident in who shows a code and knows how the document ends: a code can be photographed in a queue.
   * @param ending the last four characters of the document's number
   * @throws what `verify` throws, DocumentEndingIsWrong, ResidentCodeIsBlocked
   */
  async admit(payload: string, ending: string): Promise<VerifiedCode> {
    const code = await this.verify(payload);
    const sealed = await this.transactions.runAs('jobs', (tx) =>
      this.codes.spendTry(tx, code.reference, this.limits.tries),
    );
    if (sealed === undefined) throw new ResidentCodeIsBlocked();
    const number = this.sealer.openDocumentNumber(code.residentId, sealed);
    if (plainNumber(ending) !== number.slice(-4)) throw new DocumentEndingIsWrong();
    await this.transactions.runAs('jobs', (tx) => this.codes.giveTriesBack(tx, code.reference));
    return code;
  }

  /** Makes a code useless from now on. Revoking it again changes nothing. @throws ResidentCodeIsUnknown */
  async revoke(reference: string, actorId: string | null): Promise<void> {
    await this.transactions.run(async (tx) => {
      const residentId = await this.codes.revoke(tx, reference, this.clock.now());
      if (residentId !== undefined) {
        await this.journal.record(tx, ResidentCodeRevoked, {
          actorId,
          subject: `resident:${residentId}`,
          payload: { residentId, reference },
        });
      } else if (!(await this.codes.isKnown(tx, reference))) throw new ResidentCodeIsUnknown();
    });
  }

  /** What a device without a signal needs to check codes: the key's id and the public key (SPKI, PEM). */
  publicKey(): { keyId: string; publicKey: string } {
    return { keyId: this.keyId, publicKey: this.keys.codeVerifying.export({ type: 'spki', format: 'pem' }).toString() };
  }
}
