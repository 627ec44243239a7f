import { probes, type Act } from './acts.js';
import type { Evidence } from './evidence.js';
import type { Store } from './store.js';
import { groupBy, Judge, type Verdict } from './verdict.js';

interface ModelSwab {
  id: string;
  tube: string;
  resident: string;
  voided: boolean;
  invokedAt: number;
}

/**
 * What must be stored if exactly those acts had their effect that were acknowledged or left a trace: a small house in
 * memory that knows the rules from docs/field.md, not from the code it is compared with.
 */
export class Model {
  readonly swabs = new Map<string, ModelSwab>();
  readonly tubes = new Map<string, { poolClass: string; sealed: boolean }>();
  readonly tickets = new Map<string, { state: string; partySize: number; lane: string; siteId: string }>();
  readonly boxes = new Map<string, { tubes: Set<string>; steps: Set<string> }>();
  readonly outcomes = new Map<string, string>();

  constructor(acts: readonly Act[], { files }: Evidence, store: Store) {
    const happened = (act: Act) =>
      act.op !== 'swab-other-body' && (act.fate === 'acked' || store.traceOf(act) !== undefined);
    for (const act of [...acts].sort((a, b) => a.invokedAt - b.invokedAt)) if (happened(act)) this.replay(act);
    for (const { sha256, rows, acknowledged } of files) {
      if (!acknowledged && !store.reports.has(sha256)) continue;
      for (const { barcode, outcome } of rows) this.outcomes.set(barcode, outcome);
    }
  }

  /** What each person must have been told, by the rules of pooled testing. */
  answers(): Map<string, string> {
    const answers = new Map<string, string>();
    const ordered = [...this.swabs.values()].sort((a, b) => a.invokedAt - b.invokedAt);
    for (const [resident, swabs] of groupBy(ordered, (swab) => swab.resident)) {
      const facts = swabs
        .map(({ tube, voided }, occasion) => ({
          occasion,
          voided,
          single: this.tubes.get(tube)?.poolClass === 'single',
          outcome: this.tubes.get(tube)?.sealed ? this.outcomes.get(tube) : undefined,
        }))
        .filter(({ voided, outcome }) => !voided && outcome !== undefined);
      const status = statusOf(facts);
      if (status !== undefined) answers.set(resident, status);
    }
    return answers;
  }

  private replay({ op, key, asked, invokedAt }: Act): void {
    const box = this.boxes.get(key);
    if (op === 'open-tube') this.tubes.set(key, { poolClass: String(asked.poolClass), sealed: false });
    else if (op === 'seal') this.tubes.set(key, { poolClass: this.tubes.get(key)?.poolClass ?? '', sealed: true });
    else if (op === 'swab' || probes.has(op)) {
      this.swabs.set(key, {
        id: key,
        tube: String(asked.tube),
        resident: String(asked.resident),
        voided: false,
        invokedAt,
      });
    } else if (op === 'void') {
      const swab = this.swabs.get(key);
      if (swab !== undefined) swab.voided = true;
    } else if (op === 'ticket') {
      const { partySize, lane, siteId } = asked as { partySize: number; lane: string; siteId: string };
      this.tickets.set(key, { state: 'waiting', partySize, lane, siteId });
    } else if (op === 'serve' || op === 'miss') {
      const ticket = this.tickets.get(key);
      if (ticket !== undefined) ticket.state = op === 'serve' ? 'served' : 'missed';
    } else if (op === 'open-box') this.boxes.set(key, { tubes: new Set(), steps: new Set() });
    else if (op === 'pack') for (const barcode of asked.barcodes as string[]) box?.tubes.add(barcode);
    else box?.steps.add(op);
  }
}

interface Fact {
  occasion: number;
  single: boolean;
  outcome: string | undefined;
}

function statusOf(facts: readonly Fact[]): string | undefined {
  const last = facts.at(-1);
  if (last === undefined) return undefined;
  if (facts.some(({ single, outcome }) => single && outcome === 'positive')) return 'positive';
  if (last.outcome === 'invalid') return 'resample';
  const cleared = Math.max(-1, ...facts.filter((f) => f.single && f.outcome === 'negative').map((f) => f.occasion));
  const suspicious = facts.some(
    ({ outcome, occasion }) => (outcome === 'positive' || outcome === 'inconclusive') && occasion > cleared,
  );
  if (suspicious) return 'under-review';
  return last.outcome === 'negative' ? 'negative' : undefined;
}

/** M: the tables hold what the model holds, no more and no less. */
export function tablesEqualModel(model: Model, { tables, tubes, swabs, tickets, boxes }: Store): Verdict {
  const judge = new Judge('M', 'the tables equal a replay of what was acknowledged');
  for (const [id, { tube, resident, voided }] of model.swabs) {
    const row = swabs.get(id);
    judge.hold(row?.tube_barcode === tube && row.resident_id === resident, () => `swab ${id} is not in tube ${tube}`);
    judge.hold(row === undefined || (row.voided_at !== null) === voided, () => `swab ${id}: withdrawn or not?`);
  }
  for (const { id } of tables.swabs) judge.hold(model.swabs.has(id), () => `swab ${id} was never asked for`);
  for (const [barcode, { sealed, poolClass }] of model.tubes) {
    const row = tubes.get(barcode);
    judge.hold(row?.pool_class === poolClass && (row.state === 'sealed') === sealed, () => {
      return `tube ${barcode} should be ${sealed ? 'sealed' : 'open'}, class ${poolClass}; it is ${row?.state ?? 'gone'}`;
    });
  }
  for (const { barcode } of tables.tubes)
    judge.hold(model.tubes.has(barcode), () => `tube ${barcode} was never opened`);
  for (const [id, { state, partySize, lane, siteId }] of model.tickets) {
    const row = tickets.get(id);
    const fits = row?.party_size === partySize && row.lane === lane && row.site_id === siteId;
    judge.hold(fits && (row.state === state || (state === 'waiting' && row.state === 'called')), () => {
      return `ticket ${id} should be ${state}; it is ${row?.state ?? 'gone'}`;
    });
  }
  for (const { id } of tables.tickets) judge.hold(model.tickets.has(id), () => `ticket ${id} was never asked for`);
  const packed = groupBy(tables.packings, ({ box_code }) => box_code);
  for (const [code, { tubes: inside, steps }] of model.boxes) {
    if (inside.size === 0) continue;
    judge.hold((packed.get(code)?.length ?? 0) === inside.size, () => `box ${code} holds another number of tubes`);
    const arrived = boxes.get(code)?.state === 'received';
    judge.hold(arrived === steps.has('receive'), () => `box ${code} is ${boxes.get(code)?.state ?? 'gone'}`);
  }
  const told = new Map(tables.answers.filter(({ current }) => current).map((row) => [row.resident_id, row.status]));
  const expected = model.answers();
  for (const [resident, status] of expected) {
    judge.hold(
      told.get(resident) === status,
      () => `${resident} should be told ${status}, is told ${told.get(resident)}`,
    );
  }
  for (const resident of told.keys())
    judge.hold(expected.has(resident), () => `${resident} is told something for nothing`);
  return judge.verdict();
}
