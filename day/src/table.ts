import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { Refused } from './api.js';
import type { Dice } from './dice.js';
import type { Table } from './ground.js';
import type { Person } from './people.js';
import type { Records, TubeRecord } from './records.js';

/** A party on its way through the queue. */
export interface Party {
  ticketId: string;
  people: Person[];
}

export interface TableWork {
  roundId: string;
  tag: string;
  wave: number;
  pace: number;
  dice: Dice;
  records: Records;
  parties: Map<string, Party>;
  /** True once nobody will come any more in this wave. */
  isOver: () => boolean;
  onSealed: (tube: TubeRecord) => void;
  onSwab: () => void;
}

const capacities = { '10': 10, '5': 5, single: 1 } as const;

interface CalledTicket {
  id: string;
}

/** Calls people as their lane allows, swabs them into one tube after the other, seals what is full; ends when nobody is left. */
export async function keepTable(table: Table, work: TableWork): Promise<void> {
  const poolClass = table.lane === 'single' ? 'single' : table.lane === 'green' ? '5' : '10';
  let tube: TubeRecord | undefined;
  for (;;) {
    const wasOver = work.isOver();
    const { tickets } = await table.scanner.post<{ tickets: CalledTicket[] }>(`/stations/${table.stationId}/calls`, {
      id: uuidv7(),
      count: capacities[poolClass],
    });
    if (tickets.length === 0) {
      if (wasOver) break;
      await pause(50);
      continue;
    }
    for (const { id } of tickets) {
      const party = work.parties.get(id);
      const note = work.records.tickets.get(id);
      if (party === undefined || note === undefined) throw new Error(`an unknown ticket was called: ${id}`);
      // Whoever was called back comes: the simulated street has nobody who knocks at doors.
      if (work.wave === 0 && work.dice.chance(0.02, 'not there', party.people[0]?.n ?? 0)) {
        await table.scanner.put(`/tickets/${id}/miss`);
        note.state = 'missed';
        continue;
      }
      for (const person of party.people) {
        tube ??= await openTube(table, poolClass, work);
        await swab(table, tube, person, work);
        if (tube.members.length === capacities[poolClass]) {
          await seal(table, tube, work);
          tube = undefined;
        }
      }
      await table.scanner.put(`/tickets/${id}/service`);
      note.state = 'served';
    }
  }
  if (tube !== undefined) await seal(table, tube, work, 'last-in-line');
}

/** Opens the next tube; now and then the pair opens one by mistake first, and discards it. */
async function openTube(table: Table, poolClass: TubeRecord['poolClass'], work: TableWork): Promise<TubeRecord> {
  const { records, roundId, tag, dice } = work;
  const number = records.tubes.length + 1;
  if (dice.chance(0.02, 'opened by mistake', number)) {
    const spoilt = `X${tag}${String(records.discarded.length + 1).padStart(6, '0')}`;
    records.discarded.push(spoilt);
    await table.scanner.post('/tubes', { barcode: spoilt, roundId, stationId: table.stationId, poolClass });
    await table.scanner.put(`/tubes/${spoilt}/discard`, { reason: '误开' });
  }
  const barcode = `D${tag}${String(records.tubes.length + 1).padStart(6, '0')}`;
  const tube: TubeRecord = { barcode, siteId: table.siteId, poolClass, members: [], sealed: false, received: false };
  records.tubes.push(tube);
  await table.scanner.post('/tubes', { barcode, roundId, stationId: table.stationId, poolClass });
  return tube;
}

/** One swab; now and then the device sends it twice, or the pair scans the same person once more. */
async function swab(table: Table, tube: TubeRecord, person: Person, work: TableWork): Promise<void> {
  const { dice, records, wave } = work;
  const act = {
    id: uuidv7(),
    resident: dice.chance(0.3, 'shows document', person.n) ? { idNumber: person.idNumber } : { id: person.id },
    scannedAt: new Date().toISOString(),
  };
  const path = `/tubes/${tube.barcode}/swabs`;
  const send = () => table.scanner.post<{ place: number }>(path, act);
  const answers = dice.chance(0.03, 'sent twice', person.n, wave)
    ? await Promise.all([send(), send()])
    : [await send()];
  const place = tube.members.length + 1;
  if (answers.some((answer) => answer.place !== place)) {
    throw new Error(`tube ${tube.barcode}: place ${place} was expected, the house said ${answers[0]?.place}`);
  }
  records.repeats += answers.length - 1;
  records.swabs += 1;
  records.sampled.add(person.n);
  tube.members.push(person);
  work.onSwab();
  if (place < capacities[tube.poolClass] && dice.chance(0.01, 'scanned again', person.n, wave)) {
    await expectRefusal(() => table.scanner.post(path, { ...act, id: uuidv7() }), 'already-sampled');
    records.refusals += 1;
  }
  if (work.pace > 0) await pause(60_000 / work.pace);
}

async function seal(table: Table, tube: TubeRecord, work: TableWork, reason?: string): Promise<void> {
  const isFull = tube.members.length === capacities[tube.poolClass];
  await table.scanner.put(`/tubes/${tube.barcode}/seal`, {
    countedSwabs: tube.members.length,
    ...(isFull || reason === undefined ? {} : { reason }),
  });
  tube.sealed = true;
  work.onSealed(tube);
}

async function expectRefusal(act: () => Promise<unknown>, code: string): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (error instanceof Refused && error.code === code) return;
    throw error;
  }
  throw new Error(`the house should have refused with ${code}`);
}
