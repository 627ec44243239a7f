import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Settings, SettingsRefused } from '#platform/config';
import { administrators, roles, type Caller, type Role } from './caller.js';

const minutes = z.coerce.number().positive().max(1_440);

const count = z.coerce.number().int().min(1).max(10_000);

/** What OWASP asks of Argon2id with two passes. */
const leastPasswordKib = 19_456;

const piece = z.object({
  SHIHE_IDLE_MINUTES: minutes.default(15),
  SHIHE_TABLE_IDLE_MINUTES: minutes.default(240),
  SHIHE_SIGN_IN_WINDOW_MINUTES: minutes.default(15),
  SHIHE_SIGN_IN_TRIES: count.default(10),
  SHIHE_SIGN_IN_FREE_TRIES: count.default(3),
  SHIHE_SIGN_IN_PAUSE_SECONDS: z.coerce.number().min(0).max(60).default(1),
  SHIHE_SIGN_IN_ADDRESS_TRIES: count.default(100),
  SHIHE_SIGN_IN_ALARM_NAMES: count.default(50),
  SHIHE_SIGN_IN_ALARM_ADDRESSES: count.default(50),
  SHIHE_GLASS_WAIT_MINUTES: minutes.default(30),
  SHIHE_DEVICE_DAYS: z.coerce.number().positive().max(400).default(90),
  SHIHE_SECOND_FACTOR: z.enum(['on', 'off']).default('on'),
  SHIHE_SECOND_FACTOR_ROLES: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((role) => role.trim())
        .filter((role) => role !== ''),
    )
    .pipe(z.array(z.enum(roles))),
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
  /** Wrong tries are counted over so long. */
  readonly gateWindowMs: number;
  /** Wrong tries at most for a name, or for a known device; how many cost no time, and what the next one costs. */
  readonly gateRule: { limit: number; free: number; pauseSeconds: number };
  /** Wrong tries at most from an address. */
  readonly addressTries: number;
  /** From so many names or addresses wrong tries are an alarm. */
  readonly alarmNames: number;
  readonly alarmAddresses: number;
  /** So long a request to see more waits for its second person. */
  readonly glassWaitMs: number;
  /** So long after the last sign-in on it a device is no longer known. */
  readonly deviceMs: number;
  private readonly secondFactorRoles: readonly Role[];
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
    if (!settings.demo && read.SHIHE_SECOND_FACTOR === 'off') {
      throw new SettingsRefused(
        'Settings refused. SHIHE_SECOND_FACTOR: off only in the demonstration (SHIHE_DEMO); administrators need one',
      );
    }
    this.secondFactorRoles =
      read.SHIHE_SECOND_FACTOR === 'off' ? [] : [...administrators, ...read.SHIHE_SECOND_FACTOR_ROLES];
    this.sessionMs = settings.sessionHours * 3_600_000;
    this.passwordKib = read.SHIHE_PASSWORD_KIB;
    this.gateWindowMs = read.SHIHE_SIGN_IN_WINDOW_MINUTES * 60_000;
    this.gateRule = {
      limit: read.SHIHE_SIGN_IN_TRIES,
      free: read.SHIHE_SIGN_IN_FREE_TRIES,
      pauseSeconds: read.SHIHE_SIGN_IN_PAUSE_SECONDS,
    };
    this.addressTries = read.SHIHE_SIGN_IN_ADDRESS_TRIES;
    this.alarmNames = read.SHIHE_SIGN_IN_ALARM_NAMES;
    this.alarmAddresses = read.SHIHE_SIGN_IN_ALARM_ADDRESSES;
    this.glassWaitMs = read.SHIHE_GLASS_WAIT_MINUTES * 60_000;
    this.deviceMs = read.SHIHE_DEVICE_DAYS * 86_400_000;
    this.officeIdleMs = read.SHIHE_IDLE_MINUTES * 60_000;
    this.tableIdleMs = read.SHIHE_TABLE_IDLE_MINUTES * 60_000;
  }

  /** The three administrators always, unless a demonstration has switched it off. */
  needsSecondFactor(role: Role): boolean {
    return this.secondFactorRoles.includes(role);
  }

  /** A session that was not used for so long has ended. */
  idleMs(caller: Caller): number {
    return caller.kind === 'resident' || atTables.includes(caller.role) ? this.tableIdleMs : this.officeIdleMs;
  }
}
