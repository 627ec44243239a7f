import type { Evidence } from './evidence.js';
import type { Store } from './store.js';
import { groupBy, Judge, type Verdict } from './verdict.js';

/** I6: a tube is in one box, a box goes from hand to hand without a gap. */
export function custodyHasNoGap({ tables, boxes }: Store): Verdict {
  const judge = new Judge('I6', 'a tube is in one box, a box in one hand, without a gap');
  for (const [barcode, list] of groupBy(tables.packings, (row) => row.barcode)) {
    judge.hold(list.length === 1, () => `tube ${barcode} is in ${list.length} boxes`);
  }
  for (const [code, legs] of groupBy(tables.legs, ({ box_code }) => box_code)) {
    const ordered = [...legs].sort((a, b) => a.leg - b.leg);
    judge.hold(
      ordered.every(({ leg }, n) => leg === n + 1),
      () => `box ${code}: handovers ${ordered.map(({ leg }) => leg).join(',')}`,
    );
    for (const [n, { given_by }] of ordered.entries()) {
      const before = ordered[n - 1];
      judge.hold(before === undefined || given_by === null || given_by === before.taken_by, () => {
        return `box ${code}: handover ${n + 1} was given by somebody who did not have it`;
      });
    }
    const box = boxes.get(code);
    judge.hold(box?.leg === ordered.length, () => `box ${code}: leg ${box?.leg}, ${ordered.length} handovers`);
    judge.hold(box?.holder_id === ordered.at(-1)?.taken_by, () => `box ${code} is held by another than who took it`);
  }
  return judge.verdict();
}

/** I10: what was packed arrived, was rejected or is missed; nothing else. */
export function nothingGoesAstray({ tables, boxes }: Store): Verdict {
  const judge = new Judge('I10', 'packed = accepted + rejected + missing');
  const packed = groupBy(tables.packings, ({ box_code }) => box_code);
  for (const { box_code, accepted, rejected, missing, tubes } of tables.receipts) {
    const inBox = packed.get(box_code)?.length ?? 0;
    judge.hold(accepted + rejected + missing === inBox, () => {
      return `box ${box_code}: ${inBox} packed, ${accepted} accepted, ${rejected} rejected, ${missing} missing`;
    });
    judge.hold(tubes === accepted + rejected, () => `box ${box_code}: ${tubes} tubes at the laboratory`);
    judge.hold(boxes.get(box_code)?.counted_tubes === inBox, () => `box ${box_code}: counted otherwise at its seal`);
  }
  return judge.verdict();
}

/** I12: a laboratory's file is there whole and once, or not at all. */
export function filesAreWhole({ files }: Evidence, store: Store): Verdict {
  const judge = new Judge('I12', "a laboratory's file is applied whole, once, or not at all");
  const { reports, outcomes } = store.tables;
  for (const [sha, list] of groupBy(reports, ({ sha256 }) => sha256)) {
    judge.hold(list.length === 1, () => `file ${sha} is there ${list.length} times`);
  }
  const said = groupBy(outcomes, ({ barcode }) => barcode);
  for (const { sha256, rows, acknowledged } of files) {
    const report = store.reports.get(sha256);
    judge.hold(!acknowledged || report?.state === 'applied', () => `file ${sha256} was taken and is not applied`);
    if (report === undefined) continue;
    const isSigned = !rows.some(({ outcome }) => outcome === 'positive') || store.reviews.has(sha256);
    judge.hold(
      report.state !== 'applied' || isSigned,
      () => `file ${sha256} has positives that nobody else signed for`,
    );
    const { current_rows, repeated_rows, held_rows, kept_rows } = report;
    judge.hold(report.rows === rows.length && kept_rows === rows.length, () => {
      return `file ${sha256}: ${rows.length} rows sent, ${report.rows} declared, ${kept_rows} kept`;
    });
    judge.hold(current_rows + repeated_rows + held_rows === rows.length, () => `file ${sha256} lost rows`);
    for (const { barcode, outcome } of rows) {
      judge.hold(
        (said.get(barcode) ?? []).some((row) => row.outcome === outcome),
        () => {
          return `file ${sha256} says ${outcome} of tube ${barcode}, the house does not`;
        },
      );
    }
  }
  return judge.verdict();
}

/** I13: no outcome without a tube that the laboratory accepted, no answer without a swab in that tube. */
export function noResultWithoutSwab({ tables, swabs }: Store): Verdict {
  const judge = new Judge('I13', 'no result without a swab that the laboratory has');
  const accepted = new Set(tables.labTubes.filter((tube) => tube.accepted).map(({ barcode }) => barcode));
  for (const { barcode } of tables.outcomes) {
    judge.hold(accepted.has(barcode), () => `tube ${barcode} has an outcome and no laboratory accepted it`);
  }
  for (const answer of tables.answers) {
    if (answer.cause === 'amendment') continue;
    const swab = swabs.get(answer.swab_id ?? '');
    judge.hold(swab?.resident_id === answer.resident_id && swab.tube_barcode === answer.tube_barcode, () => {
      return `${answer.resident_id} is told ${answer.status} from tube ${answer.tube_barcode} without a swab in it`;
    });
  }
  return judge.verdict();
}

/** I14: one current outcome a tube; a positive or doubtful one is never replaced by a negative by itself. */
export function oneOutcomeATube({ tables }: Store): Verdict {
  const judge = new Judge('I14', 'a tube has one current outcome, never silently milder');
  for (const [barcode, list] of groupBy(tables.outcomes, (row) => row.barcode)) {
    const current = list.filter(({ state }) => state === 'current');
    judge.hold(current.length === 1, () => `tube ${barcode} has ${current.length} current outcomes`);
    const milder = list.some(
      ({ state, outcome }) => state === 'superseded' && (outcome === 'positive' || outcome === 'inconclusive'),
    );
    judge.hold(!milder || current[0]?.outcome !== 'negative', () => `tube ${barcode} was made negative by itself`);
  }
  return judge.verdict();
}
