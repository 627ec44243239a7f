/**
 * The errand book: what happened → the work it asks of later rooms. An event that is not listed here is a fact of the
 * journal and nothing more. The job-runner does not start when a job has no handler or a handler no job.
 */
export const errandBook = {} as const satisfies Readonly<Record<string, readonly string[]>>;
