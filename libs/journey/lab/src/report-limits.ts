/** How much of a report is taken in; another value of the class may be provided in its place. */
export class ReportLimits {
  constructor(
    /** Bytes of one file; it is held in memory until it is applied. */
    readonly uploadBytes = 20 * 1024 * 1024,
    /** Row errors kept with a refused report; the count of all is kept beside them. */
    readonly keptErrors = 10_000,
    /** Minutes a laboratory's clock may differ from ours, where a round does not say. */
    readonly skewMinutes = 5,
  ) {}
}
