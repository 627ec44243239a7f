import { Injectable } from '@nestjs/common';
import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { RoundNotFound } from '#journey/campaign';
import { Clock } from '#platform/clock';
import { bodyHash, canonicalText, isConstraint, Transactions, type Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { isSignedBy, keyObjectOf, type DeviceKey } from './device-key.js';
import { DeviceRegister, type Device } from './device-register.service.js';
import { DeviceRepository, type DeviceRow } from './device.repository.js';
import { DeviceKeyRefused, DeviceKeyTaken, EnrolmentCodeRefused } from './device.errors.js';
import { DeviceEnrolled, EnrolmentMade } from './device.events.js';
import { SiteActIdTaken } from './site.errors.js';
import { SiteRegister } from './site-register.service.js';

export interface DeviceRequest {
  id: string;
  enrolmentId: string;
  code: string;
  name: string;
  key: DeviceKey;
  /** By the new key over the canonical text of id and enrolmentId: whoever sends the key also holds it. */
  signature: string;
}

const codeLength = 8;
/** Without letters and digits that look alike on a dusty screen. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** How a device comes into the books: with a one-time code and a key that it made itself. It then waits for approval. */
@Injectable()
export class DeviceEnrolment {
  constructor(
    private readonly transactions: Transactions,
    private readonly devices: DeviceRepository,
    private readonly register: DeviceRegister,
    private readonly sites: SiteRegister,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** A one-time code for one device. It is told once and cannot be read again. @throws SiteNotFound, RoundNotFound, SiteActIdTaken */
  async makeCode(
    plan: { id?: string | undefined; siteId: string; roundId: string | null },
    madeBy: string,
  ): Promise<{ id: string; code: string; expiresAt: Date }> {
    const { id = uuidv7(), siteId, roundId } = plan;
    const { settings } = await this.sites.find(siteId);
    const code = Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('');
    const madeAt = this.clock.now();
    const expiresAt = new Date(madeAt.getTime() + settings.enrolmentCodeMinutes * 60_000);
    const make = async (tx: Tx): Promise<void> => {
      const added = await this.devices.addEnrolment(tx, {
        id,
        siteId,
        roundId,
        codeHash: hashOf(id, code),
        madeBy,
        madeAt,
        expiresAt,
        triesAtMost: settings.enrolmentTries,
        bodyHash: bodyHash({ siteId, roundId }),
      });
      // Even the same request again may not learn the code a second time.
      if (!added) throw new SiteActIdTaken('登记码', 'enrolment code');
      await this.journal.record(tx, EnrolmentMade, {
        actorId: madeBy,
        siteId,
        subject: `enrolment:${id}`,
        payload: { enrolmentId: id, siteId, roundId },
      });
    };
    await this.transactions.run(make).catch((error: unknown) => {
      throw isConstraint(error, 'enrolment_round_id_fkey') ? new RoundNotFound() : error;
    });
    return { id, code, expiresAt };
  }

  /**
   * Enters a device with the code; it waits for approval. The same again is the same device.
   * @throws EnrolmentCodeRefused, DeviceKeyRefused, DeviceKeyTaken
   */
  async enrol(request: DeviceRequest, enrolledBy: string): Promise<Device> {
    const { id, enrolmentId, name, key } = request;
    const hash = bodyHash([id, enrolmentId, name, key, enrolledBy]);
    if (keyObjectOf(key) === undefined || !isSignedBy(key, canonicalText({ id, enrolmentId }), request.signature)) {
      throw new DeviceKeyRefused();
    }
    const known = await this.devices.device(id);
    if (known !== undefined) return this.same(known, hash);
    const now = this.clock.now();
    // A wrong guess is spent although it is refused: the try is committed by itself.
    const enrolment = await this.transactions.run((tx) => this.devices.spendTry(tx, enrolmentId, now));
    const isRight =
      enrolment !== undefined && timingSafeEqual(enrolment.codeHash, hashOf(enrolmentId, request.code.toUpperCase()));
    if (!isRight) {
      const meanwhile = await this.devices.device(id);
      if (meanwhile !== undefined) return this.same(meanwhile, hash);
      throw new EnrolmentCodeRefused();
    }
    return this.transactions.run(async (tx) => {
      const { siteId, roundId, madeBy } = enrolment;
      const row = {
        id,
        siteId,
        roundId,
        name,
        ...key,
        enrolmentId,
        madeBy,
        enrolledBy,
        enrolledAt: now,
        bodyHash: hash,
      };
      const isNew = await this.devices.add(tx, row);
      const device = await this.devices.device(id, tx);
      if (device === undefined) throw new DeviceKeyTaken();
      if (isNew) {
        await this.devices.useEnrolment(tx, enrolmentId, now);
        await this.journal.record(tx, DeviceEnrolled, {
          actorId: enrolledBy,
          siteId,
          subject: `device:${id}`,
          payload: { deviceId: id, siteId, roundId, enrolmentId },
        });
      }
      return this.same(device, hash, tx);
    });
  }

  private same(row: DeviceRow, hash: Buffer, tx?: Tx): Promise<Device> {
    if (!row.bodyHash.equals(hash)) throw new DeviceKeyTaken();
    return this.register.find(row.id, tx);
  }
}

function hashOf(enrolmentId: string, code: string): Buffer {
  return createHash('sha256').update(`${enrolmentId}\u0000${code}`).digest();
}
