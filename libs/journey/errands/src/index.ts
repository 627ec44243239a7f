/**
 * The errand book: what happened → the work it asks of later rooms. An event that is not listed here is a fact of the
 * journal and nothing more. The job-runner does not start when a job has no handler or a handler no job.
 */
export const errandBook = {
  'community.residents-merged': ['results.reconcile-merging'],
  'sampling.correction-applied': ['results.reconcile-correction'],
  'sampling.late-swabs-received': ['results.reconcile-tubes'],
  'transport.tube-lost': ['results.reconcile-tube'],
  'lab.tubes-rejected': ['results.reconcile-receipt'],
  'lab.report-applied': ['results.reconcile-report'],
  'lab.contradiction-applied': ['results.reconcile-tube'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
