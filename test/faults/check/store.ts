import type { Act } from './acts.js';
import type {
  BoxRow,
  CallRow,
  LegRow,
  PackingRow,
  ReceiptRow,
  ReportRow,
  SwabRow,
  Tables,
  TicketRow,
  TubeRow,
} from './evidence.js';
import { OfficeStore } from './office-store.js';
import { groupBy } from './verdict.js';

/** Answers, from the tables, whether an act had its effect and what it would be told if it were sent again. */
export class Store {
  readonly tubes: ReadonlyMap<string, TubeRow>;
  readonly swabs: ReadonlyMap<string, SwabRow>;
  readonly swabsOf: ReadonlyMap<string, SwabRow[]>;
  readonly tickets: ReadonlyMap<string, TicketRow>;
  readonly calls: ReadonlyMap<string, CallRow>;
  readonly boxes: ReadonlyMap<string, BoxRow>;
  readonly reports: ReadonlyMap<string, ReportRow>;
  readonly reviews: ReadonlySet<string>;
  private readonly office: OfficeStore;
  private readonly packed: ReadonlyMap<string, PackingRow[]>;
  private readonly legs: ReadonlyMap<string, LegRow[]>;
  private readonly receipts: ReadonlyMap<string, ReceiptRow>;

  constructor(readonly tables: Tables) {
    this.tubes = new Map(tables.tubes.map((row) => [row.barcode, row]));
    this.swabs = new Map(tables.swabs.map((row) => [row.id, row]));
    this.swabsOf = groupBy(tables.swabs, ({ tube_barcode }) => tube_barcode);
    this.tickets = new Map(tables.tickets.map((row) => [row.id, row]));
    this.calls = new Map(tables.calls.map((row) => [row.id, row]));
    this.boxes = new Map(tables.boxes.map((row) => [row.code, row]));
    this.reports = new Map(tables.reports.map((row) => [row.sha256, row]));
    this.reviews = new Set(tables.reviews.map(({ sha256 }) => sha256));
    this.office = new OfficeStore(tables);
    this.packed = groupBy(tables.packings, ({ box_code }) => box_code);
    this.legs = groupBy(tables.legs, ({ box_code }) => box_code);
    this.receipts = new Map(tables.receipts.map((row) => [row.box_code, row]));
  }

  /** What is stored of an act: the stable part of its answer; undefined when it has left no trace. */
  traceOf({ op, key, asked }: Pick<Act, 'op' | 'key' | 'asked'>): Record<string, unknown> | undefined {
    switch (op) {
      case 'open-tube': {
        const tube = this.tubes.get(key);
        return (
          tube && { barcode: key, stationId: tube.station_id, poolClass: tube.pool_class, capacity: tube.capacity }
        );
      }
      case 'swab':
      case 'swab-same-person':
      case 'swab-into-full':
      case 'swab-into-sealed': {
        const swab = this.swabs.get(key);
        return swab && { tube: swab.tube_barcode, place: swab.place };
      }
      case 'void': {
        const swab = this.swabs.get(key);
        return swab?.voided_at == null ? undefined : { id: key, place: swab.place };
      }
      case 'seal': {
        const tube = this.tubes.get(key);
        return tube?.state === 'sealed' ? { filled: tube.filled, countedSwabs: tube.counted_swabs } : undefined;
      }
      case 'ticket': {
        const ticket = this.tickets.get(key);
        return ticket && { number: ticket.number, lane: ticket.lane };
      }
      case 'call': {
        const call = this.calls.get(key);
        return call && { tickets: call.ticket_ids };
      }
      case 'serve':
      case 'miss': {
        const state = op === 'serve' ? 'served' : 'missed';
        return this.tickets.get(key)?.state === state ? { state } : undefined;
      }
      default:
        return this.traceOfBox(op, key, asked);
    }
  }

  private traceOfBox(op: string, key: string, asked: Record<string, unknown>): Record<string, unknown> | undefined {
    const box = this.boxes.get(key);
    const legs = (this.legs.get(key) ?? []).map(({ kind }) => kind);
    switch (op) {
      case 'open-box':
        // A box nothing was ever packed into is not read: its opening is known by its packing.
        return box && {};
      case 'pack': {
        const inside = new Set((this.packed.get(key) ?? []).map(({ barcode }) => barcode));
        return (asked.barcodes as string[]).every((barcode) => inside.has(barcode)) ? {} : undefined;
      }
      case 'seal-box':
        return box !== undefined && box.state !== 'open' ? {} : undefined;
      case 'dispatch':
        return legs.includes('dispatch') ? {} : undefined;
      case 'receive':
        return legs.includes('receipt') ? {} : undefined;
      case 'receipt': {
        const receipt = this.receipts.get(key);
        return receipt && { accepted: receipt.accepted, rejected: receipt.rejected };
      }
      case 'report': {
        const report = this.reports.get(key);
        return report && { id: report.id };
      }
      case 'review-report':
        return this.reviews.has(key) ? { sha256: key } : undefined;
      default:
        return this.office.traceOf(op, key);
    }
  }
}

/** Acts that only read leave no trace. */
export const reads = new Set(['read-results', 'read-recalls', 'read-exceptions']);
