import { uuidv7 } from 'uuidv7';
import type { Table } from '../../../day/src/ground.js';
import type { Person } from '../../../day/src/people.js';
import type { SeededDice } from '../seeded-dice.js';
import type { Device } from './device.js';
import type { History, HistoryLine } from './history.js';
import type { SealedTube } from './road.js';
import type { Member } from './table.js';

export interface PdaWork {
  /** Its number in the books of devices, and its next signed batch as it is sent. */
  pda: { id: string; batch: (entries: unknown[]) => string };
  roundId: string;
  table: Table;
  dice: SeededDice;
  history: History;
  next: () => Person | undefined;
  barcode: () => string;
}

interface Said {
  seq: number;
  outcome: string;
  place: number | null;
}

interface Entry {
  seq: number;
  id: string;
  kind: string;
  line?: HistoryLine;
  answer?: (said: Said) => Record<string, unknown>;
}

/** A device without a network: fills a tube by itself and brings home afterwards what it did, in one signed batch. */
export class Pda {
  private seq = 0;
  private counter = 0;

  constructor(
    private readonly device: Device,
    private readonly work: PdaWork,
  ) {}

  /** @returns the tube that it filled, once the house has taken it over */
  async bringHome(): Promise<SealedTube | undefined> {
    const { roundId, table, dice, next } = this.work;
    const people: Person[] = [];
    for (let left = dice.between(2, 5); left > 0; left -= 1) {
      const person = next();
      if (person === undefined) break;
      people.push(person);
    }
    // The day may be over: then no tube was opened, and nobody waits for an answer about one.
    if (people.length === 0) return undefined;
    const tube = this.work.barcode();
    const { stationId, siteId } = table;
    const opening = { tube, roundId, stationId, poolClass: '10' };
    const told = { barcode: tube, roundId, stationId, poolClass: '10', capacity: 10 };
    const entries = [
      this.did('open-tube', opening, { op: 'open-tube', key: tube, asked: { ...opening, barcode: tube } }, () => told),
    ];
    const members: Member[] = [];
    for (const person of people) {
      const id = uuidv7();
      members.push({ swabId: id, residentId: person.id });
      const asked = { tube, resident: person.id, roundId };
      const body = { tube, resident: { id: person.id } };
      entries.push(this.did('swab', body, { op: 'swab', key: id, asked }, ({ place }) => ({ tube, place }), id));
    }
    const count = members.length;
    const seal = { tube, countedSwabs: count, reason: 'last-in-line' };
    const sealed = { filled: count, countedSwabs: count };
    entries.push(this.did('seal', seal, { op: 'seal', key: tube, asked: seal }, () => sealed));
    // Nobody can read it: it becomes a case and holds up nothing.
    if (this.counter % 2 === 0) entries.push(this.did('swab', { tube: '\u0000', resident: {} }));
    entries.push(this.did('note', { text: '交班' }));
    const said = await this.send(entries);
    const isTaken = said.get(entries[0]?.seq ?? 0) === 'accepted';
    return isTaken ? { barcode: tube, siteId, poolClass: '10', members } : undefined;
  }

  private did(
    kind: string,
    body: object,
    act?: { op: string; key: string; asked: Record<string, unknown> },
    answer?: (said: Said) => Record<string, unknown>,
    id = uuidv7(),
  ): Entry & Record<string, unknown> {
    this.seq += 1;
    const { history, table, pda } = this.work;
    const entry = { seq: this.seq, id, kind, at: this.device.now(), actorId: table.scanner.id, ...body };
    if (act === undefined || answer === undefined) return entry;
    // Each act is a line of the history of its own: what the batch says of it is its answer.
    const line = history.invoke(act.op, act.key, pda.id, entry, act.asked);
    return Object.defineProperties(entry, { line: { value: line }, answer: { value: answer } });
  }

  private async send(entries: readonly Entry[]): Promise<Map<number, string>> {
    const { pda, history } = this.work;
    this.counter += 1;
    const sent = await this.device.act({
      op: 'batch',
      key: `${pda.id}/${this.counter}`,
      method: 'POST',
      path: '/device-batches',
      body: pda.batch([...entries]),
      asked: { acts: entries.length },
      keep: ({ entries: told }: { entries: Said[] }) => ({
        said: told.map((one) => [one.seq, one.outcome, one.place]),
      }),
    });
    const said = new Map<number, Said>();
    if (sent.kind === 'ok') {
      for (const [seq, outcome, place] of sent.answer.said as [number, string, number | null][]) {
        said.set(seq, { seq, outcome, place });
      }
    }
    for (const { seq, line, answer } of entries) {
      if (line === undefined || answer === undefined) continue;
      const one = said.get(seq);
      if (one === undefined) history.end(line, 'info', { code: sent.kind });
      else if (one.outcome === 'accepted') history.end(line, 'ok', { answer: answer(one), status: 200 });
      else history.end(line, 'fail', { code: one.outcome, status: 200 });
    }
    return new Map([...said].map(([seq, { outcome }]) => [seq, outcome]));
  }
}
