import type { Tables } from './evidence.js';
import { groupBy, Judge, same, type Verdict } from './verdict.js';

/** What has become of everybody in a round in the end, in words that do not depend on barcodes, moments or versions. */
function finalState(tables: Tables): Map<string, unknown> {
  const state = new Map<string, unknown>();
  const outcomes = new Map(
    tables.outcomes.filter((row) => row.state === 'current').map(({ barcode, outcome }) => [barcode, outcome]),
  );
  // Somebody whose first swab was withdrawn counts occasions from the second one.
  const counted = tables.swabs.filter(({ voided_at }) => voided_at === null);
  for (const [who, swabs] of groupBy(counted, ({ resident_id }) => resident_id)) {
    const ordered = [...swabs].sort((a, b) => a.occasion - b.occasion);
    state.set(
      `outcomes of ${who}`,
      ordered.map(({ tube_barcode }) => outcomes.get(tube_barcode)),
    );
  }
  for (const { resident_id, status, cause, current } of tables.answers) {
    if (current) state.set(`answer of ${resident_id}`, { status, cause });
  }
  for (const [who, orders] of groupBy(tables.orders, ({ resident_id }) => resident_id)) {
    state.set(
      `orders of ${who}`,
      orders.map((order) => `${order.kind} ${order.state}`).sort((a, b) => (a < b ? -1 : 1)),
    );
  }
  for (const row of tables.coverage) state.set(`coverage of ${row.area_code}`, row);
  return state;
}

/** D: the same day has the same end, in whatever order a laboratory's files come and however often. */
export function sameEnd(one: Tables, other: Tables): Verdict {
  const judge = new Judge('D', "the order and the repetition of a laboratory's files change nothing");
  const [first, second] = [finalState(one), finalState(other)];
  for (const what of new Set([...first.keys(), ...second.keys()])) {
    judge.hold(same(first.get(what), second.get(what)), () => {
      return `${what}: in order ${JSON.stringify(first.get(what))}, shuffled ${JSON.stringify(second.get(what))}`;
    });
  }
  return judge.verdict();
}
