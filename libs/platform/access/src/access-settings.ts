import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Settings, SettingsRefused } from '#platform/config';
import type { Caller, Role } from './caller.js';

const minutes = z.coerce.number().positive().max(1_440);

/** What OWASP asks of Argon2id with two passes. */
const leastPasswordKib = 19_456;

const piece = z.object({
  SHIHE_IDLE_MINUTES: minutes.default(15),
  SHIHE_TABLE_IDLE_MINUTES: minutes.default(240),
  SHIHE_PASSWORD_KIB: z.coerce.number().int().min(8).max(1_048_576).default(leastPasswordKib),
});

/** Who works with other people in front of them and hands at work; a locked screen there stops a queue. */
const atTables: readonly Role[] = ['sitelead', 'marshal', 'scanner', 'collector', 'packer', 'courier'];

/** What an installation has decided about signing in. Times are milliseconds. */
@Injectable()
export class AccessSettings {
  /** A session ends so long after it began, however busy it was. */
  readonly sessionMs: number;
  /** Memory that one password takes to verify, in KiB. */
  readonly passwordKib: number;
  private readonly officeIdleMs: number;
  private readonly tableIdleMs: number;

  /** @throws SettingsRefused naming every variable that is wrong */
  constructor(@Inject(Settings) settings: Settings) {
    const read = settings.read(piece);
    if (!settings.demo && read.SHIHE_PASSWORD_KIB < leastPasswordKib) {
      throw new SettingsRefused(
        `Settings refused. SHIHE_PASSWORD_KIB: outside the demonstration (SHIHE_DEMO) at least ${leastPasswordKib}`,
      );
    }
    this.sessionMs = settings.sessionHours * 3_600_000;
    this.passwordKib = read.SHIHE_PASSWORD_KIB;
    this.officeIdleMs = read.SHIHE_IDLE_MINUTES * 60_000;
    this.tableIdleMs = read.SHIHE_TABLE_IDLE_MINUTES * 60_000;
  }

  /** A session that was not used for so long has ended. */
  idleMs(caller: Caller): number {
    return caller.kind === 'resident' || atTables.includes(caller.role) ? this.tableIdleMs : this.officeIdleMs;
  }
}
