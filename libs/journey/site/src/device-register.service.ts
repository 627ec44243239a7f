import { Inject, Injectable } from '@nestjs/common';
import { createHash, createPublicKey, randomInt, timingSafeEqual } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { RoundNotFound } from '#journey/campaign';
import { Clock } from '#platform/clock';
import { bodyHash, canonicalText, isConstraint, Transactions, type Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { KEYS, type Keys } from '#platform/vault';
import { readDeviceCertificate, signDeviceCertificate } from './device-certificate.js';
import { isSignedBy, keyObjectOf, type DeviceKey } from './device-key.js';
import { DeviceRepository, type DeviceRow } from './device.repository.js';
import {
  DeviceCertificateExpired,
  DeviceIsRevoked,
  DeviceKeyRefused,
  DeviceKeyTaken,
  DeviceNotApproved,
  DeviceNotFound,
  DeviceSignatureWrong,
  EnrolmentCodeRefused,
  SecondPersonNeeded,
} from './device.errors.js';
import { DeviceApproved, DeviceEnrolled, DeviceRenewed, DeviceRevoked, EnrolmentMade } from './device.events.js';
import { SiteActIdTaken } from './site.errors.js';
import { SiteRegister } from './site-register.service.js';

export type DeviceState = 'waiting' | 'approved' | 'expired' | 'revoked';

export interface Device extends DeviceRow {
  state: DeviceState;
  /** Null until it is approved. */
  certificate: string | null;
}

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

/** Which devices may speak for a site: enrolled with a one-time code, approved by a second person, revocable at once. */
@Injectable()
export class DeviceRegister {
  constructor(
    private readonly transactions: Transactions,
    private readonly devices: DeviceRepository,
    private readonly sites: SiteRegister,
    private readonly journal: Journal,
    private readonly clock: Clock,
    @Inject(KEYS) private readonly keys: Pick<Keys, 'codeSigning'>,
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
      return this.same(device, hash);
    });
  }

  /**
   * Lets a device in, by somebody who neither made its code nor enrolled it. Said twice it is once.
   * @throws DeviceNotFound, SecondPersonNeeded, DeviceIsRevoked
   */
  async approve(id: string, by: string): Promise<Device> {
    try {
      return await this.transactions.run(async (tx) => {
        const before = await this.found(id, tx);
        if (before.revokedAt !== null) throw new DeviceIsRevoked();
        const { settings } = await this.sites.find(before.siteId, tx);
        const fresh = await this.devices.approve(tx, id, by, this.clock.now(), settings.deviceCertificateDays);
        const device = this.deviceOf(await this.found(id, tx));
        if (fresh) await this.note(tx, DeviceApproved, device, by);
        return device;
      });
    } catch (error) {
      if (isConstraint(error, 'device_second_person')) throw new SecondPersonNeeded();
      throw error;
    }
  }

  /** A certificate that runs anew from now. @throws DeviceNotFound, DeviceNotApproved, DeviceIsRevoked */
  async renew(id: string, by: string): Promise<Device> {
    return this.transactions.run(async (tx) => {
      const before = await this.found(id, tx);
      const { settings } = await this.sites.find(before.siteId, tx);
      const renewed = await this.devices.renew(tx, id, this.clock.now(), settings.deviceCertificateDays);
      const device = this.deviceOf(await this.found(id, tx));
      if (device.revokedAt !== null) throw new DeviceIsRevoked();
      if (!renewed) throw new DeviceNotApproved();
      await this.note(tx, DeviceRenewed, device, by);
      return device;
    });
  }

  /**
   * From the next request on nothing is taken from this device unasked: what it brings is held for a decision. Said twice
   * it is once. @throws DeviceNotFound
   */
  async revoke(id: string, reason: string, by: string): Promise<Device> {
    return this.transactions.run(async (tx) => {
      const fresh = await this.devices.revoke(tx, id, by, this.clock.now(), reason);
      const device = this.deviceOf(await this.found(id, tx));
      if (fresh) {
        const { siteId, roundId } = device;
        const payload = { deviceId: id, siteId, roundId, reason };
        await this.journal.record(tx, DeviceRevoked, { actorId: by, siteId, subject: `device:${id}`, payload });
      }
      return device;
    });
  }

  /** @throws DeviceNotFound */
  async find(id: string, tx?: Tx): Promise<Device> {
    return this.deviceOf(await this.found(id, tx));
  }

  /** The latest first. @throws SiteNotFound */
  async ofSite(siteId: string): Promise<Device[]> {
    await this.sites.reach(siteId);
    return (await this.devices.ofSite(siteId)).map((row) => this.deviceOf(row));
  }

  /**
   * The device that signed this text and may speak now. It is read anew each time, so a revocation counts at once.
   * @throws DeviceNotFound, DeviceNotApproved, DeviceIsRevoked, DeviceCertificateExpired, DeviceSignatureWrong
   */
  async speaking(id: string, text: string, signature: string, tx?: Tx): Promise<Device> {
    const device = await this.signing(id, text, signature, tx);
    switch (device.state) {
      case 'waiting':
        throw new DeviceNotApproved();
      case 'revoked':
        throw new DeviceIsRevoked();
      case 'expired':
        throw new DeviceCertificateExpired();
      case 'approved':
        return device;
    }
  }

  /** The device that signed this text, whether it may speak now or not. @throws DeviceNotFound, DeviceSignatureWrong */
  async signing(id: string, text: string, signature: string, tx?: Tx): Promise<Device> {
    const device = await this.find(id, tx);
    if (!isSignedBy(device, text, signature)) throw new DeviceSignatureWrong();
    return device;
  }

  /** A certificate that a device shows must be its own. @throws DeviceSignatureWrong */
  assertOwn(device: Device, certificate: string | undefined): void {
    if (certificate === undefined) return;
    const claims = readDeviceCertificate(certificate, createPublicKey(this.keys.codeSigning));
    if (claims?.device !== device.id || claims.x !== device.x || claims.y !== device.y)
      throw new DeviceSignatureWrong();
  }

  private async found(id: string, tx?: Tx): Promise<DeviceRow> {
    const row = await this.devices.device(id, tx);
    if (row === undefined) throw new DeviceNotFound();
    return row;
  }

  private same(row: DeviceRow, hash: Buffer): Device {
    if (!row.bodyHash.equals(hash)) throw new DeviceKeyTaken();
    return this.deviceOf(row);
  }

  private deviceOf(row: DeviceRow): Device {
    return { ...row, state: stateOf(row, this.clock.now()), certificate: this.certificateOf(row) };
  }

  private certificateOf(row: DeviceRow): string | null {
    const { notBefore, notAfter } = row;
    if (notBefore === null || notAfter === null || row.revokedAt !== null) return null;
    const seconds = (at: Date) => Math.floor(at.getTime() / 1_000);
    return signDeviceCertificate(
      {
        device: row.id,
        x: row.x,
        y: row.y,
        site: row.siteId,
        round: row.roundId,
        notBefore: seconds(notBefore),
        notAfter: seconds(notAfter),
      },
      this.keys.codeSigning,
    );
  }

  private async note(
    tx: Tx,
    event: typeof DeviceApproved | typeof DeviceRenewed,
    device: Device,
    by: string,
  ): Promise<void> {
    const { id, siteId, roundId, notAfter } = device;
    await this.journal.record(tx, event, {
      actorId: by,
      siteId,
      subject: `device:${id}`,
      payload: { deviceId: id, siteId, roundId, notAfter: notAfter?.toISOString() ?? '' },
    });
  }
}

function stateOf(row: DeviceRow, now: Date): DeviceState {
  if (row.revokedAt !== null) return 'revoked';
  if (row.notBefore === null || row.notAfter === null) return 'waiting';
  return now < row.notAfter ? 'approved' : 'expired';
}

function hashOf(enrolmentId: string, code: string): Buffer {
  return createHash('sha256').update(`${enrolmentId}\u0000${code}`).digest();
}
