import { Inject, Injectable } from '@nestjs/common';
import { createPublicKey } from 'node:crypto';
import { Clock } from '#platform/clock';
import { isConstraint, Transactions, type Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { KEYS, type Keys } from '#platform/vault';
import { readDeviceCertificate, signDeviceCertificate } from './device-certificate.js';
import { isSignedBy } from './device-key.js';
import { DeviceRepository, type DeviceRow } from './device.repository.js';
import {
  DeviceCertificateExpired,
  DeviceIsRevoked,
  DeviceNotApproved,
  DeviceNotFound,
  DeviceSignatureWrong,
  SecondPersonNeeded,
} from './device.errors.js';
import { DeviceApproved, DeviceRenewed, DeviceRevoked } from './device.events.js';
import { SiteRegister } from './site-register.service.js';
import { parseSiteSettings, type SiteSettings } from './site-settings.js';

export type DeviceState = 'waiting' | 'approved' | 'expired' | 'revoked';

/** A device that signed something. */
export interface SigningDevice extends DeviceRow {
  state: DeviceState;
}

/** The same with what its site has set: whoever hears it needs both, and asks once. */
export interface DeviceAtSite extends SigningDevice {
  siteSettings: SiteSettings;
}

export interface Device extends SigningDevice {
  /** Null until it is approved. */
  certificate: string | null;
}

/** Which devices may speak for a site: approved by a second person, renewed in time, revocable at once. */
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
  async speaking(id: string, text: string, signature: string, tx?: Tx): Promise<SigningDevice> {
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
  async signing(id: string, text: string, signature: string, tx?: Tx): Promise<DeviceAtSite> {
    const row = await this.devices.deviceAtSite(id, tx);
    if (row === undefined) throw new DeviceNotFound();
    if (!isSignedBy(row, text, signature)) throw new DeviceSignatureWrong();
    const siteSettings = parseSiteSettings(row.siteSettings);
    return { ...row, siteSettings, state: stateOf(row, this.clock.now()) };
  }

  /** A certificate that a device shows must be its own. @throws DeviceSignatureWrong */
  assertOwn(device: SigningDevice, certificate: string | undefined): void {
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
