/**
 * Work that is done again and again, by whichever runner claims it first when it is due. Two runs of one work may
 * overlap when a run takes longer than its interval, so a run must be harmless beside another one.
 */
export interface ScheduledWork {
  /** The name of its row in the schedule ("transport.clocks"). */
  readonly name: string;
  readonly everySeconds: number;
  run(): Promise<void>;
}
