import { Injectable } from '@nestjs/common';
import { parseRoundSettings } from '#journey/campaign';
import { hashOfResidents, ResidentCodeDesk, WorkingLedger, type WorkingResident } from '#journey/community';
import { SiteRegister, thumbprintOf, type SigningDevice } from '#journey/site';
import { Transactions } from '#platform/database';
import { Journal } from '#platform/journal';
import { WorkingSetRead } from './offline.events.js';
import {
  WorkingSetRepository,
  type WorkingExemption,
  type WorkingRound,
  type WorkingStaff,
  type WorkingTube,
} from './working-set.repository.js';

/** What does not concern residents; it comes with the first part. */
export interface WorkingHead {
  site: {
    id: string;
    code: string;
    name: string;
    areaCode: string;
    timeZone: string;
    settings: Record<string, unknown>;
  };
  /** 32 bytes in base64url: HMAC-SHA-256 over `document` or `code`, NUL and the value; the first 12 bytes find a resident. */
  blindKey: string;
  codeKeys: { keyId: string; publicKey: string }[];
  rounds: WorkingRound[];
  stations: { id: string; number: number; lane: string }[];
  staff: WorkingStaff[];
  tubes: WorkingTube[];
  exemptions: WorkingExemption[];
  /** The names of the buildings in which somebody is visited at home. */
  buildings: { code: string; name: string }[];
}

export interface WorkingPart {
  /** To be handed in as `since` the next time, once all parts have arrived. */
  version: string;
  /** False when only what has changed since is told. */
  whole: boolean;
  head: WorkingHead | null;
  residents: WorkingResident[];
  /** To be forgotten: moved away, or never of this device's area. */
  gone: string[];
  /** SHA-256 of the residents of this part as JSON, base64url. */
  sha256: string;
  /** To be handed in as `after` for the next part; null at the end. */
  next: string | null;
}

const residentsInPart = 2_000;
const tubesAtMost = 2_000;
const exemptionsAtMost = 20_000;
const buildingsAtMost = 5_000;

/**
 * What a device takes along to work without a network, in parts that can be fetched one by one after a cut. It goes to
 * the device alone that asks for it with its own signature, and that it was given away is in the journal.
 */
@Injectable()
export class WorkingSet {
  constructor(
    private readonly transactions: Transactions,
    private readonly sites: SiteRegister,
    private readonly ledger: WorkingLedger,
    private readonly codes: ResidentCodeDesk,
    private readonly repository: WorkingSetRepository,
    private readonly journal: Journal,
  ) {}

  /**
   * One part. Ask with what the part before said: `after` its `next`, `version` its own. What changes meanwhile is told
   * the next time, for a version never runs ahead of what was read.
   * @param actorId who holds the device
   */
  async part(
    device: SigningDevice,
    asked: { since?: string | undefined; after?: string | undefined; version?: string | undefined },
    actorId: string,
  ): Promise<WorkingPart> {
    const site = await this.sites.find(device.siteId);
    const key = this.ledger.keyOf(device.id, thumbprintOf(device));
    const { version, from } = await this.ledger.stand(asked.since);
    const isFirst = asked.after === undefined;
    const { residents, next } = await this.ledger.page(site.areaCode, from, asked.after, residentsInPart, key);
    const gone = isFirst && from !== null ? await this.ledger.elsewhere(site.areaCode, from) : [];
    const head = isFirst ? await this.head(device, key) : null;
    const told = asked.version ?? version;
    await this.transactions.run((tx) =>
      this.journal.record(tx, WorkingSetRead, {
        actorId,
        siteId: site.id,
        subject: `device:${device.id}`,
        payload: { deviceId: device.id, version: told, areaCode: site.areaCode, residents: residents.length },
      }),
    );
    return { version: told, whole: from === null, head, residents, gone, sha256: hashOfResidents(residents), next };
  }

  private async head(device: SigningDevice, key: Buffer): Promise<WorkingHead> {
    const { id, code, name, areaCode, timeZone, settings } = await this.sites.find(device.siteId);
    const rounds = (await this.repository.rounds(areaCode, device.roundId)).map((round) => ({
      ...round,
      settings: parseRoundSettings(round.settings),
    }));
    const roundIds = rounds.map((round) => round.id);
    return {
      site: { id, code, name, areaCode, timeZone, settings },
      blindKey: key.toString('base64url'),
      codeKeys: [this.codes.publicKey()],
      rounds,
      stations: await this.repository.stations(id),
      staff: await this.repository.staff(id),
      tubes: await this.repository.tubes(id, roundIds, tubesAtMost),
      exemptions: await this.repository.exemptions(areaCode, roundIds, exemptionsAtMost),
      buildings: await this.repository.visitedBuildings(areaCode, buildingsAtMost),
    };
  }
}
