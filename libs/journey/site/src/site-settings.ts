import { z } from 'zod';

/** What a site may set differently from other sites; each has the default of common practice. */
export const siteSettings = z.strictObject({
  /** A pair should change after so many minutes, and must be relieved after so many. */
  changeAfterMinutes: z.int().min(10).max(1_440).default(120),
  relieveAfterMinutes: z.int().min(10).max(1_440).default(240),
  /** The last ticket is given so many minutes before a session ends, where the session says nothing itself. */
  lastEntryMinutes: z.int().min(0).max(240).default(30),
  /** Somebody who missed the call and returns is called after this many tickets. */
  returnBehind: z.int().min(0).max(100).default(3),
  /** People at most in one call, and in one party. */
  callAtMost: z.int().min(1).max(50).default(20),
  partyAtMost: z.int().min(1).max(50).default(10),
  /** The pace of a lane is measured over so many minutes; a longer gap between two calls is a lull, not slowness. */
  paceWindowMinutes: z.int().min(5).max(240).default(30),
  lullMinutes: z.int().min(1).max(120).default(10),
  /** Who misses their swab is shown swabs of nobody taken so many minutes before and after. */
  caseWindowMinutes: z.int().min(5).max(1_440).default(120),
  /** An exception should be resolved within so many minutes: before the tubes that it touches have reached the laboratory. */
  resolveExceptionsWithinMinutes: z.int().min(5).max(10_080).default(240),
  /** A device's certificate runs so many days; its one-time code so many minutes and bears so many tries. */
  deviceCertificateDays: z.int().min(1).max(14).default(14),
  enrolmentCodeMinutes: z.int().min(1).max(10).default(10),
  enrolmentTries: z.int().min(1).max(5).default(5),
  /** Acts in one batch of a device. */
  batchActsAtMost: z.int().min(1).max(500).default(500),
  /** Batches of a device that may not speak, waiting for somebody's decision. */
  heldBatchesAtMost: z.int().min(1).max(10_000).default(500),
  /** A device's clock may be off by so much before what it says is put right and the device is flagged. */
  deviceClockToleranceMinutes: z.int().min(0).max(1_440).default(5),
  /** A device that was not heard of for so many minutes counts as offline. */
  silentDeviceMinutes: z.int().min(1).max(1_440).default(15),
});

export type SiteSettings = z.output<typeof siteSettings>;

/** Fills in the defaults. @throws ZodError when something in it is not a setting. */
export function parseSiteSettings(settings: unknown): SiteSettings {
  return siteSettings.parse(settings ?? {});
}
