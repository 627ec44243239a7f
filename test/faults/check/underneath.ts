import type { Store } from './store.js';
import { groupBy, Judge, type Verdict } from './verdict.js';

/** I19: what a change asks for is done, once; every swab is in the journal, once. */
export function errandsAreDone({ tables }: Store): Verdict {
  const judge = new Judge('I19', 'every errand is done, every change journalled, once');
  for (const { entry_id, job, state, last_error } of tables.errands) {
    judge.hold(state === 'done', () => `${job} of entry ${entry_id} is ${state}: ${last_error ?? 'no error'}`);
  }
  const applied = tables.reports.filter(({ state }) => state === 'applied').length;
  const reconciled = tables.errands.filter(({ job }) => job === 'results.reconcile-report').length;
  judge.hold(applied === reconciled, () => `${applied} reports applied, ${reconciled} errands for them`);
  const mentions = groupBy(tables.journalled, ({ swab_id }) => swab_id);
  for (const { id } of tables.swabs) {
    const count = mentions.get(id)?.length ?? 0;
    judge.hold(count === 1, () => `swab ${id} is in the journal ${count} times`);
  }
  return judge.verdict();
}

/** I25: the journal's chains have no hole and nothing older than a minute is outside of them. */
export function chainsAreWhole({ tables }: Store): Verdict {
  const judge = new Judge('I25', "the journal's chains have no hole");
  for (const { chain, links, last } of tables.links) {
    judge.hold(links === last, () => `chain ${chain}: ${links} links, the last is number ${last}`);
  }
  const outside = tables.unlinked[0]?.entries ?? 0;
  judge.hold(outside === 0, () => `${outside} entries are older than a minute and not sealed`);
  return judge.verdict();
}
