import { Injectable } from '@nestjs/common';
import { siteSettings } from '#journey/site';
import { Transactions, type Tx } from '#platform/database';
import type { Json } from '#platform/errors';
import { CaseRepository, type Candidate } from './case.repository.js';
import { CaseNeedsPlace, CaseNotFound, NothingToDispute, ResidentIsListed } from './case.errors.js';
import { CorrectionDesk } from './correction-desk.service.js';
import type { Correction } from './correction.repository.js';
import { ExceptionNotFound } from './exception.errors.js';
import { ExceptionDesk } from './exception-desk.service.js';
import type { Exception } from './exception.repository.js';
import { UnknownResident, UnknownRound, UnknownTube } from './sampling.errors.js';

export const caseKinds = ['not-listed', 'not-me'] as const;
export type CaseKind = (typeof caseKinds)[number];

export interface CaseRequest {
  id: string;
  kind: CaseKind;
  residentId: string;
  roundId: string;
  /** Where and when they were swabbed, and into which tube, as far as they know. */
  siteId?: string | undefined;
  tube?: string | undefined;
  around?: Date | undefined;
  /** In their own words; sealed. */
  note?: string | undefined;
}

/** How a case ends: the swab becomes theirs, it is taken off them, it is theirs after all, or there was no such swab. */
export type CaseEnd =
  | { outcome: 'bind'; correctionId: string; tube: string; swabId: string; note: string }
  | { outcome: 'unbind'; correctionId: string; note: string }
  | { outcome: 'confirmed' | 'unfounded'; note: string };

const windowMinutes = siteSettings.parse({}).caseWindowMinutes;

/** Where residents, or staff in their name, say that the books are wrong about them, and where that is settled. */
@Injectable()
export class CaseDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: CaseRepository,
    private readonly exceptions: ExceptionDesk,
    private readonly corrections: CorrectionDesk,
  ) {}

  /**
   * Opens a case; it has an owner and a deadline from the start. Said again while it is open it is the same case.
   * @throws UnknownResident, UnknownRound, UnknownTube, CaseNeedsPlace, ResidentIsListed, NothingToDispute
   */
  async open(request: CaseRequest, by: string): Promise<Exception> {
    const { id, kind, residentId, roundId } = request;
    if (!(await this.cases.personInSight(residentId))) throw new UnknownResident();
    const subject = `resident:${residentId}:${roundId}`;
    // Whoever speaks for themselves sees no tube and no site's books: the house looks for them.
    return this.transactions.runAs('jobs', async (tx) => {
      const standing = await this.exceptions.openAbout(tx, subject, kind);
      if (standing !== undefined) return standing;
      const about = kind === 'not-me' ? await this.disputed(tx, request) : await this.missed(tx, request);
      const details: Record<string, Json> = { residentId, ...about.details };
      const { siteId } = about;
      await this.exceptions.raise(tx, [
        {
          id,
          kind,
          siteId,
          roundId,
          subject,
          details,
          raisedBy: by,
          ...(request.note !== undefined && { raw: request.note }),
        },
      ]);
      const opened = await this.exceptions.openAbout(tx, subject, kind);
      if (opened === undefined) throw new CaseNotFound();
      return opened;
    });
  }

  /** Everything about a person, for themselves and for those who may see them. @throws UnknownResident */
  async ofPerson(residentId: string): Promise<Exception[]> {
    if (!(await this.cases.personInSight(residentId))) throw new UnknownResident();
    return this.cases.ofPerson(residentId, 200);
  }

  /** Swabs of nobody that may be the one. @throws CaseNotFound */
  async candidates(caseId: string): Promise<Candidate[]> {
    const { siteId, roundId, details } = await this.find(caseId);
    if (roundId === null) return [];
    return this.cases.candidates(
      { siteId, roundId, tube: textOf(details.tube), around: textOf(details.around), minutes: windowMinutes },
      100,
    );
  }

  /**
   * Settles a case. Where that changes who is in which tube it is a correction, with a second person where one is
   * needed: the case ends when that is applied.
   * @throws CaseNotFound, ExceptionIsResolved, and whatever speaks against the correction
   */
  async settle(
    caseId: string,
    end: CaseEnd,
    by: string,
  ): Promise<{ settled: Exception; correction: Correction | undefined }> {
    const { details } = await this.find(caseId);
    if (end.outcome !== 'bind' && end.outcome !== 'unbind') {
      const resolution = end.outcome === 'confirmed' ? 'accepted' : 'unfounded';
      return {
        settled: await this.exceptions.resolve(caseId, { resolution, note: end.note }, by),
        correction: undefined,
      };
    }
    const residentId = textOf(details.residentId) ?? '';
    const act =
      end.outcome === 'bind'
        ? ({ kind: 'bind', tube: end.tube, swabId: end.swabId, residentId } as const)
        : ({ kind: 'unbind', tube: textOf(details.tube) ?? '', swabId: textOf(details.swabId) ?? '' } as const);
    const reason = end.outcome === 'bind' ? 'person-not-scanned' : 'resident-says-so';
    const request = { id: end.correctionId, act, reason, note: end.note, caseId } as const;
    const correction = await this.corrections.propose(request, by);
    return { settled: await this.find(caseId), correction };
  }

  /** @throws CaseNotFound when it is no case, or out of sight */
  async find(caseId: string): Promise<Exception> {
    const found = await this.exceptions.find(caseId).catch((error: unknown) => {
      throw error instanceof ExceptionNotFound ? new CaseNotFound() : error;
    });
    if (!caseKinds.some((kind) => kind === found.kind)) throw new CaseNotFound();
    return found;
  }

  private async disputed(tx: Tx, { roundId, residentId }: CaseRequest) {
    const swab = await this.cases.lastSwab(tx, roundId, residentId);
    if (swab === undefined) throw new NothingToDispute();
    return { siteId: swab.siteId, details: { tube: swab.tube, swabId: swab.swabId } };
  }

  private async missed(tx: Tx, { roundId, residentId, siteId, tube, around }: CaseRequest) {
    if ((await this.cases.lastSwab(tx, roundId, residentId)) !== undefined) throw new ResidentIsListed();
    const found = tube === undefined ? undefined : await this.cases.tube(tx, tube);
    if (tube !== undefined && found?.roundId !== roundId) throw new UnknownTube(tube);
    const at = found?.siteId ?? siteId;
    if (at === undefined) throw new CaseNeedsPlace();
    const known = await this.cases.siteAndRoundExist(tx, at, roundId);
    if (!known.round) throw new UnknownRound();
    if (!known.site) throw new CaseNeedsPlace();
    const details: Record<string, Json> = {
      ...(tube !== undefined && { tube }),
      ...(around !== undefined && { around: around.toISOString() }),
    };
    return { siteId: at, details };
  }
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
