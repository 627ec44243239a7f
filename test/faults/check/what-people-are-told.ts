import type { Evidence } from './evidence.js';
import type { Store } from './store.js';
import { groupBy, Judge, same, type Verdict } from './verdict.js';

/** The outcome that counts of each tube. */
function outcomesOf({ tables }: Store): Map<string, string> {
  return new Map(tables.outcomes.filter(({ state }) => state === 'current').map((row) => [row.barcode, row.outcome]));
}

/** I15: each counted member of a tube that was not negative has one order to come back, nobody else has. */
export function everyoneIsCalledBack(store: Store): Verdict {
  const judge = new Judge('I15', 'who was in a tube without a clear result has one order, nobody else');
  const { tables, tubes, swabsOf } = store;
  const expected = new Map<string, number>();
  for (const [barcode, outcome] of outcomesOf(store)) {
    const isPool = tubes.get(barcode)?.pool_class !== 'single';
    if (outcome === 'negative' || (outcome === 'positive' && !isPool)) continue;
    const kind = outcome === 'invalid' ? 'resample' : 'retest';
    for (const { resident_id, voided_at } of swabsOf.get(barcode) ?? []) {
      if (voided_at === null) expected.set(`${resident_id} ${barcode} ${kind}`, 0);
    }
  }
  for (const { resident_id, cause_barcode, kind } of tables.orders) {
    const key = `${resident_id} ${cause_barcode} ${kind}`;
    const count = expected.get(key);
    judge.hold(count !== undefined, () => `an order without a cause: ${key}`);
    if (count !== undefined) expected.set(key, count + 1);
  }
  for (const [key, count] of expected) judge.hold(count === 1, () => `${count} orders for ${key}`);
  return judge.verdict();
}

/** I16: negative comes from a sealed tube that is negative; positive comes from a single tube. */
export function nobodyIsToldWrong(store: Store): Verdict {
  const judge = new Judge('I16', 'nobody is negative from a tube that is not, nor positive from a pool');
  const outcomes = outcomesOf(store);
  for (const { resident_id, status, tube_barcode, current, cause } of store.tables.answers) {
    if (!current || cause === 'amendment') continue;
    const tube = store.tubes.get(tube_barcode ?? '');
    const outcome = outcomes.get(tube_barcode ?? '');
    if (status === 'negative') {
      judge.hold(outcome === 'negative' && tube?.state === 'sealed', () => {
        return `${resident_id} is negative from tube ${tube_barcode}, which is ${outcome ?? 'without an outcome'}`;
      });
    }
    if (status === 'positive') {
      judge.hold(outcome === 'positive' && tube?.pool_class === 'single', () => {
        return `${resident_id} is positive from tube ${tube_barcode} (${tube?.pool_class}, ${outcome})`;
      });
    }
  }
  return judge.verdict();
}

/** I17: versions 1…n, the last of them current. */
export function versionsFollow({ tables }: Store): Verdict {
  const judge = new Judge('I17', 'answers have versions 1…n, the last is current');
  for (const [who, list] of groupBy(tables.answers, ({ resident_id }) => resident_id)) {
    const ordered = [...list].sort((a, b) => a.version - b.version);
    judge.hold(
      ordered.every(({ version }, n) => version === n + 1),
      () => `${who}: versions ${ordered.map(({ version }) => version).join(',')}`,
    );
    judge.hold(
      ordered.every(({ current }, n) => current === (n === ordered.length - 1)),
      () => `${who}: ${ordered.filter(({ current }) => current).length} current answers`,
    );
  }
  return judge.verdict();
}

/** I18: a message leaves once a version and channel; what is said to be sent was sent. */
export function messagesLeaveOnce({ sent }: Evidence, { tables }: Store): Verdict {
  const judge = new Judge('I18', 'a message leaves once a version and channel');
  const keyOf = (row: { version: number; channel: string }, who: string) => `${who} v${row.version} ${row.channel}`;
  const lines = groupBy(sent, (notice) => keyOf(notice, notice.residentId));
  for (const [key, list] of lines) judge.hold(list.length === 1, () => `${list.length} messages for ${key}`);
  const notices = new Map(tables.notices.map((row) => [keyOf(row, row.resident_id), row.state]));
  for (const key of lines.keys()) judge.hold(notices.has(key), () => `a message nobody asked for: ${key}`);
  for (const [key, state] of notices) {
    // Whoever was sending it died: nobody knows whether it left, and nobody sends it again.
    const isSettled = state === 'sent' || state === 'unknown' || state === 'sending';
    judge.hold(isSettled, () => `${key} is ${state} after everything came to rest`);
    judge.hold(state !== 'sent' || lines.has(key), () => `${key} is said to be sent and was not`);
  }
  const told = groupBy(tables.notices, (row) => `${row.resident_id} v${row.version}`);
  for (const { resident_id, version } of tables.answers) {
    judge.hold(told.has(`${resident_id} v${version}`), () => `nobody is told of ${resident_id} v${version}`);
  }
  return judge.verdict();
}

/** I22: coverage is what a recount from the ledger gives. */
export function coverageIsTheRecount(store: Store): Verdict {
  const judge = new Judge('I22', 'coverage = recount from the ledger');
  const { tables } = store;
  const outcomes = outcomesOf(store);
  const counted = tables.swabs.filter(({ voided_at }) => voided_at === null);
  const sampled = new Set(counted.map(({ resident_id }) => resident_id));
  const tested = new Set(counted.filter((swab) => outcomes.has(swab.tube_barcode)).map((swab) => swab.resident_id));
  const status = new Map(tables.answers.filter(({ current }) => current).map((row) => [row.resident_id, row.status]));
  const shown = new Map(tables.coverage.map((row) => [row.area_code, row]));
  const areas = groupBy(tables.roster, ({ area_code }) => area_code);
  for (const [area, people] of areas) {
    const count = (holds: (id: string) => boolean) => people.filter(({ resident_id }) => holds(resident_id)).length;
    const recount = {
      area_code: area,
      should: people.length,
      sampled: count((id) => sampled.has(id)),
      tested: count((id) => tested.has(id)),
      negative: count((id) => status.get(id) === 'negative'),
      positive: count((id) => status.get(id) === 'positive'),
      under_review: count((id) => status.get(id) === 'under-review'),
      resample: count((id) => status.get(id) === 'resample'),
    };
    judge.hold(same(shown.get(area), recount), () => {
      return `${area}: shown ${JSON.stringify(shown.get(area))}, recounted ${JSON.stringify(recount)}`;
    });
  }
  judge.hold(shown.size === areas.size, () => `${shown.size} areas shown, ${areas.size} in the ledger`);
  return judge.verdict();
}
