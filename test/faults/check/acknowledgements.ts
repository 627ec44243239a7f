import { probes, type Act } from './acts.js';
import type { HistoryLine } from '../load/history.js';
import { reads, type Store } from './store.js';
import { groupBy, Judge, same, type Verdict } from './verdict.js';

/** I8: whatever was acknowledged is stored, and what is stored is what was said. */
export function acknowledgedIsStored(acts: readonly Act[], store: Store): Verdict {
  const judge = new Judge('I8', 'what was acknowledged is stored');
  for (const act of acts) {
    if (act.fate !== 'acked' || reads.has(act.op) || probes.has(act.op)) continue;
    const trace = store.traceOf(act);
    judge.hold(trace !== undefined, () => `${act.op} ${act.key} was acknowledged and is not there`);
    const told = act.answers[0] ?? {};
    for (const [field, value] of Object.entries(trace ?? {})) {
      judge.hold(same(told[field], value), () => {
        return `${act.op} ${act.key}: told ${field} ${JSON.stringify(told[field])}, stored ${JSON.stringify(value)}`;
      });
    }
  }
  return judge.verdict();
}

/** I9: the same act has the same answer however often it is sent; another act under its id changes nothing. */
export function answersNeverChange(acts: readonly Act[], store: Store): Verdict {
  const judge = new Judge('I9', 'the same act has one answer, another body under its id is refused');
  for (const act of acts) {
    if (reads.has(act.op)) continue;
    const [first, ...others] = act.answers;
    for (const other of others) {
      judge.hold(same(first, other), () => {
        return `${act.op} ${act.key} was answered ${JSON.stringify(first)} and then ${JSON.stringify(other)}`;
      });
    }
    if (act.op === 'swab-other-body') {
      judge.hold(act.answers.length === 0, () => `another body under swab ${act.key} was taken`);
      continue;
    }
    // Whoever is refused in words was not stored: also when an earlier attempt went unanswered.
    if (act.refusals.length > 0) {
      judge.hold(store.traceOf(act) === undefined, () => {
        return `${act.op} ${act.key} was refused with ${act.refusals.join(', ')} and is there all the same`;
      });
    }
  }
  return judge.verdict();
}

/** Every act that nobody answered had its effect or had none, and once at most. */
export function unknownIsResolved(
  acts: readonly Act[],
  store: Store,
): { verdict: Verdict; applied: number; notApplied: number } {
  const judge = new Judge('N', 'every unanswered act had its effect once or not at all');
  const copies = groupBy(store.tables.swabs, ({ id }) => id);
  let applied = 0;
  let notApplied = 0;
  for (const act of acts) {
    if (act.fate !== 'unknown' && act.unknown === 0) continue;
    if (reads.has(act.op) || act.op === 'swab-other-body') continue;
    if (store.traceOf(act) === undefined) notApplied += 1;
    else applied += 1;
    judge.hold((copies.get(act.key)?.length ?? 0) <= 1, () => `${act.op} ${act.key} is there more than once`);
  }
  return { verdict: judge.verdict(), applied, notApplied };
}

/** R: what was acknowledged before another act began does not come after it. */
export function realTimeOrder(acts: readonly Act[], store: Store): Verdict {
  const judge = new Judge('R', 'what was acknowledged earlier stands earlier');
  const acked = acts.filter(({ ackedAt, op }) => ackedAt !== undefined && !probes.has(op));
  const inOrder = (list: readonly Act[], placeOf: (act: Act) => number, what: string) => {
    const ordered = [...list].sort((a, b) => placeOf(b) - placeOf(a));
    let earliest: Act | undefined;
    for (const act of ordered) {
      const later = earliest;
      judge.hold(later === undefined || (later.ackedAt ?? 0) >= act.invokedAt, () => {
        return `${what}: ${later?.key} was acknowledged before ${act.key} was sent and stands behind it`;
      });
      if (earliest === undefined || (act.ackedAt ?? 0) < (earliest.ackedAt ?? 0)) earliest = act;
    }
  };
  const swabs = acked.filter(({ op }) => op === 'swab');
  for (const [tube, inTube] of groupBy(swabs, ({ asked }) => String(asked.tube))) {
    inOrder(inTube, (act) => Number(act.answers[0]?.place), `tube ${tube}`);
  }
  const tickets = acked.filter(({ op }) => op === 'ticket');
  for (const [site, ofSite] of groupBy(tickets, ({ asked }) => `${String(asked.siteId)} ${String(asked.lane)}`)) {
    inOrder(ofSite, (act) => Number(act.answers[0]?.number), `queue ${site}`);
  }
  const seals = new Map(acked.filter(({ op }) => op === 'seal').map((act) => [act.key, act.ackedAt ?? 0]));
  for (const act of acts.filter(({ op }) => op.startsWith('swab') && op !== 'swab-other-body')) {
    const sealed = seals.get(String(act.asked.tube));
    if (sealed === undefined || act.invokedAt <= sealed) continue;
    judge.hold(act.fate !== 'acked' && store.traceOf(act) === undefined, () => {
      return `swab ${act.key} went into tube ${String(act.asked.tube)} after its seal was acknowledged`;
    });
  }
  return judge.verdict();
}

/** A house that fails says so as busy; anything else beyond 499 is a failure of its own. */
export function noFailures(lines: readonly HistoryLine[]): Verdict {
  const judge = new Judge('E', 'no answer but 503 says that the house failed');
  for (const { status, op, key, code } of lines) {
    if (status === undefined) continue;
    judge.hold(status < 500 || status === 503, () => `${op} ${key}: ${status} ${code ?? ''}`);
  }
  return judge.verdict();
}
