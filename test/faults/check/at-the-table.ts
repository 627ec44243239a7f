import type { Act } from './acts.js';
import type { Store } from './store.js';
import { groupBy, Judge, type Verdict } from './verdict.js';

/** I1: places are 1…n, `filled` counts them, never more than the capacity. */
export function tubesHoldWhatFits({ tables, swabsOf }: Store): Verdict {
  const judge = new Judge('I1', 'a tube holds what fits, places are 1…n');
  for (const { barcode, capacity, filled, surplus } of tables.tubes) {
    const places = (swabsOf.get(barcode) ?? []).map(({ place }) => place).sort((a, b) => a - b);
    judge.hold(filled === places.length, () => `tube ${barcode}: filled ${filled}, ${places.length} swabs`);
    judge.hold(
      places.length <= capacity + surplus,
      () => `tube ${barcode}: ${places.length} swabs, capacity ${capacity}`,
    );
    judge.hold(
      places.every((place, n) => place === n + 1),
      () => `tube ${barcode}: places ${places.join(',')}`,
    );
  }
  return judge.verdict();
}

/** I2: a person gives one screening swab a round, and one an occasion. */
export function onceAPerson({ tables, swabs }: Store): Verdict {
  const judge = new Judge('I2', 'a person is sampled once a round and occasion');
  const counted = tables.swabs.filter(({ voided_at }) => voided_at === null);
  for (const [who, list] of groupBy(counted, (swab) => `${swab.resident_id} ${swab.occasion}`)) {
    judge.hold(
      list.length === 1,
      () => `${who}: ${list.length} swabs in ${list.map((s) => s.tube_barcode).join(', ')}`,
    );
  }
  const screened = counted.filter(({ purpose }) => purpose === 'screening');
  for (const [who, list] of groupBy(screened, (swab) => swab.resident_id)) {
    judge.hold(list.length === 1, () => `${who}: ${list.length} screening swabs`);
  }
  for (const row of tables.attendance) {
    const swab = swabs.get(row.swab_id);
    judge.hold(
      swab?.resident_id === row.resident_id && swab.tube_barcode === row.tube_barcode && swab.occasion === row.occasion,
      () => `attendance of ${row.resident_id}, occasion ${row.occasion}, without its swab ${row.swab_id}`,
    );
  }
  judge.hold(tables.attendance.length === tables.swabs.length, () => {
    return `${tables.attendance.length} attendances, ${tables.swabs.length} swabs`;
  });
  return judge.verdict();
}

/** I3: a sealed tube keeps what it held when it was sealed. */
export function sealedStaysSealed(acts: readonly Act[], { tables, tubes, swabsOf }: Store): Verdict {
  const judge = new Judge('I3', 'a sealed tube does not change');
  for (const { barcode, state, sealed_at, counted_swabs, by_device } of tables.tubes) {
    if (state !== 'sealed' || sealed_at === null) continue;
    const inside = swabsOf.get(barcode) ?? [];
    judge.hold(counted_swabs === inside.length, () => {
      return `tube ${barcode}: ${counted_swabs} counted at the seal, ${inside.length} inside`;
    });
    for (const { id, recorded_at, scanned_at, voided_at } of inside) {
      judge.hold(
        (by_device ? scanned_at : recorded_at) <= sealed_at,
        () => `swab ${id} was recorded after tube ${barcode} was sealed`,
      );
      judge.hold(voided_at === null || voided_at <= sealed_at, () => `swab ${id} was withdrawn after the seal`);
    }
  }
  for (const { key, answers } of acts.filter(({ op, fate }) => op === 'seal' && fate === 'acked')) {
    const tube = tubes.get(key);
    judge.hold(tube?.state === 'sealed', () => `tube ${key} was sealed and is ${tube?.state ?? 'gone'}`);
    judge.hold(tube?.filled === answers[0]?.filled, () => `tube ${key} changed after its seal`);
  }
  return judge.verdict();
}

/** I4: a barcode is one tube, ever, and nothing lies in a tube that is none. */
export function oneTubeABarcode({ tables, tubes }: Store): Verdict {
  const judge = new Judge('I4', 'a barcode is used once');
  for (const [barcode, list] of groupBy(tables.tubes, (tube) => tube.barcode)) {
    judge.hold(list.length === 1, () => `barcode ${barcode} stands for ${list.length} tubes`);
  }
  for (const { id, tube_barcode } of tables.swabs) {
    judge.hold(tubes.has(tube_barcode), () => `swab ${id} lies in ${tube_barcode}, which is no tube`);
  }
  return judge.verdict();
}

/** I7: nobody sits at two tables at once. */
export function oneTableAPerson({ tables }: Store): Verdict {
  const judge = new Judge('I7', 'nobody is at two tables at once');
  for (const [person, list] of groupBy(tables.duties, ({ person_id }) => person_id)) {
    const ordered = [...list].sort((a, b) => a.from - b.from);
    for (const [n, duty] of ordered.entries()) {
      const before = ordered[n - 1];
      judge.hold(before === undefined || before.until <= duty.from, () => `${person} is at two tables at once`);
    }
  }
  return judge.verdict();
}
