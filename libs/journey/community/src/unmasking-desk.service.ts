import { Injectable } from '@nestjs/common';
import { Journal } from '#platform/journal';
import { ResidentIsUnknown } from './community.errors.js';
import { ResidentUnmasked } from './community.events.js';
import { ResidentSealer, type ClearPerson } from './resident-sealer.service.js';
import { UnmaskingBook, type UnmaskingWish } from './unmasking-book.service.js';
import { UnmaskingRepository } from './unmasking.repository.js';

export const unmaskableFields = ['name', 'document', 'phone'] as const;
export type UnmaskableField = (typeof unmaskableFields)[number];

export interface UnmaskingRequest extends UnmaskingWish {
  readonly fields: readonly UnmaskableField[];
}

/**
 * The one way to see somebody's name, document or phone in clear: with a reason, written down before it is answered, and
 * only so often an hour.
 */
@Injectable()
export class UnmaskingDesk {
  constructor(
    private readonly unmaskings: UnmaskingRepository,
    private readonly book: UnmaskingBook,
    private readonly sealer: ResidentSealer,
    private readonly journal: Journal,
  ) {}

  /** @throws ResidentIsUnknown, UnmaskingIdIsTaken, UnmaskingRationIsUsedUp */
  async unmask(residentId: string, request: UnmaskingRequest, accountId: string): Promise<ClearPerson> {
    const sealed = await this.unmaskings.sealed(residentId);
    if (sealed === undefined) throw new ResidentIsUnknown();
    const { id, reason } = request;
    await this.book.allow({ residentId }, request, accountId, async (tx) => {
      await this.journal.record(tx, ResidentUnmasked, {
        actorId: accountId,
        subject: `resident:${residentId}`,
        payload: { residentId, requestId: id, reason, fields: [...request.fields] },
      });
    });
    const fields = new Set(request.fields);
    return this.sealer.openPerson(residentId, {
      name: fields.has('name') ? sealed.name_sealed : null,
      document: fields.has('document') ? sealed.document_sealed : null,
      phone: fields.has('phone') ? sealed.phone_sealed : null,
    });
  }
}
