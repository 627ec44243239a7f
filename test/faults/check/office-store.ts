import type { Tables } from './evidence.js';

/** What is stored of the acts of desks and devices, as `Store` says it of those at the tables. */
export class OfficeStore {
  private readonly batches: ReadonlySet<string>;
  private readonly cases: ReadonlyMap<string, Tables['cases'][number]>;
  private readonly corrections: ReadonlyMap<string, Tables['corrections'][number]>;
  private readonly mergings: ReadonlyMap<string, Tables['mergings'][number]>;
  private readonly registered: ReadonlySet<string>;
  private readonly unmaskings: ReadonlySet<string>;

  constructor(tables: Tables) {
    const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));
    this.batches = new Set(tables.batches.map(({ device_id, counter }) => `${device_id}/${counter}`));
    this.cases = byId(tables.cases);
    this.corrections = byId(tables.corrections);
    this.mergings = byId(tables.mergings);
    this.registered = new Set(tables.registered.map(({ id }) => id));
    this.unmaskings = new Set(tables.unmaskings.map(({ id }) => id));
  }

  traceOf(op: string, key: string): Record<string, unknown> | undefined {
    const correction = this.corrections.get(key);
    const found = this.cases.get(key);
    const ended = (state: string) => (correction?.state === state ? { state } : undefined);
    switch (op) {
      case 'batch':
        return this.batches.has(key) ? {} : undefined;
      case 'register':
        return this.registered.has(key) ? {} : undefined;
      case 'unmask':
        return this.unmaskings.has(key) ? {} : undefined;
      case 'propose':
        return correction && { kind: correction.kind };
      case 'approve':
        return ended('applied');
      case 'refuse':
        return ended('refused');
      case 'withdraw':
        return ended('withdrawn');
      case 'propose-merging':
        return this.mergings.has(key) ? {} : undefined;
      case 'approve-merging':
        return this.mergings.get(key)?.state === 'applied' ? { state: 'applied' } : undefined;
      case 'open-case':
        return found && {};
      case 'settle-case':
        return found?.state === 'resolved' ? {} : undefined;
      case 'resolve':
        return found?.state === 'resolved' ? { resolution: found.resolution } : undefined;
      default:
        return undefined;
    }
  }
}
