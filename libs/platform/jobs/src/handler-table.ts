import type { ErrandHandler } from './errand-handler.js';

/** The errand book and the handlers do not fit together; the process must not start. */
export class HandlersDoNotFit extends Error {}

/**
 * The handler of each job.
 * @param routes topic → the jobs it asks for
 * @throws HandlersDoNotFit naming each job without a handler, each handler without a job and each job with two handlers.
 */
export function handlerTable(
  routes: Readonly<Record<string, readonly string[]>>,
  handlers: readonly ErrandHandler[],
): ReadonlyMap<string, ErrandHandler> {
  const jobs = new Set(Object.values(routes).flat());
  const table = new Map(handlers.map((handler) => [handler.job, handler]));
  const faults = [
    ...[...jobs].filter((job) => !table.has(job)).map((job) => `the job ${job} has no handler`),
    ...[...table.keys()].filter((job) => !jobs.has(job)).map((job) => `no event asks for the job ${job}`),
    ...handlers
      .filter((handler) => table.get(handler.job) !== handler)
      .map(({ job }) => `the job ${job} has two handlers`),
  ];
  if (faults.length > 0) throw new HandlersDoNotFit(`The errand book does not fit its handlers: ${faults.join('; ')}.`);
  return table;
}
