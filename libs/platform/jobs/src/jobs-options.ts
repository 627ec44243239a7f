import { z } from 'zod';

const seconds = z.coerce.number().positive().max(86_400);

const environment = z.object({
  SHIHE_JOBS_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),
  SHIHE_JOBS_SWEEP_SECONDS: seconds.default(15),
  SHIHE_JOBS_CANARY_SECONDS: seconds.default(10),
  SHIHE_JOBS_SILENCE_SECONDS: seconds.default(60),
  SHIHE_JOBS_SHUTDOWN_SECONDS: seconds.default(10),
});

/** How the errands of this process are carried. Times are milliseconds. */
export interface JobsOptions {
  databaseUrl: string;
  /** BullMQ works in Redis when given, else in PostgreSQL. */
  redisUrl?: string | undefined;
  /** Names this runner among others; its row of the canary. */
  runner: string;
  /** Errands that are worked on at the same time. */
  concurrency: number;
  /** Errands that the relay hands over in one go. */
  batch: number;
  /** How long the relay rests when nothing waits. */
  relayPauseMs: number;
  /** An errand that was handed over so long ago and is not done is handed over again. */
  sweepAfterMs: number;
  canaryEveryMs: number;
  /** A worker that finished nothing for so long is taken for dead. */
  silenceMs: number;
  /** How long running errands may take to finish when the process stops. */
  shutdownMs: number;
  /** Tries of a failing errand in the queue before the sweeper takes over. */
  attempts: number;
  /** The first pause after a failure; it doubles with each further one. */
  backoffMs: number;
  /** Failures after which an errand is given up as dead. A database that is away does not count. */
  deadAfter: number;
}

/** @throws ZodError naming the variable that is wrong. */
export function readJobsOptions(
  env: Record<string, string | undefined>,
  given: Pick<JobsOptions, 'databaseUrl' | 'redisUrl' | 'runner'>,
): JobsOptions {
  const e = environment.parse(env);
  return {
    ...given,
    concurrency: e.SHIHE_JOBS_CONCURRENCY,
    batch: 200,
    relayPauseMs: 200,
    sweepAfterMs: e.SHIHE_JOBS_SWEEP_SECONDS * 1_000,
    canaryEveryMs: e.SHIHE_JOBS_CANARY_SECONDS * 1_000,
    silenceMs: e.SHIHE_JOBS_SILENCE_SECONDS * 1_000,
    shutdownMs: e.SHIHE_JOBS_SHUTDOWN_SECONDS * 1_000,
    attempts: 5,
    backoffMs: 200,
    deadAfter: 25,
  };
}
