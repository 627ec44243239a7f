// A day without a network, as twenty devices bring it home: a fifth of the acts sent twice, one person in twenty on two
// devices, one tube in a hundred on two devices, everything shuffled, and one act that nobody can read. Used by the
// figures and by the faults.
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';

const tubeActs = 12;
export const actsInBatch = 500;

/**
 * A small stream of chance, seeded, so that a run can be had again.
 * @param {number} seed
 */
export function rollOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * @typedef {object} OfflineDevice
 * @property {string} actorId
 * @property {string} roundId
 * @property {string} stationId
 * @property {(entries: unknown[]) => string} batch the next of its signed batches, as it is sent
 */

/**
 * What these devices did, in signed batches, and what must be found of it. Devices are taken in pairs: the second of a
 * pair meets people and tubes of the first.
 * @param {object} order
 * @param {OfflineDevice[]} order.devices
 * @param {number} order.acts of each device
 * @param {() => number} order.roll
 * @param {(n: number) => string} order.personOf the id of the nth person; so many as there are acts
 * @param {(device: number, tube: number) => string} order.barcodeOf
 * @returns {{ sending: string[][], expected: { received: number, swabs: number, twice: number, shared: number, poisoned: number, refused: number } }}
 */
export function offlineDay({ devices, acts, roll, personOf, barcodeOf }) {
  const tubesEach = Math.floor((acts - 1) / tubeActs);
  const expected = {
    received: devices.length * acts,
    swabs: devices.length * tubesEach * 10,
    twice: 0,
    shared: 0,
    poisoned: 1,
    refused: 1,
  };
  const poisoned = Math.floor(roll() * devices.length);
  const sending = devices.map((device, d) => {
    const { actorId, roundId, stationId } = device;
    let seq = 0;
    const at = new Date().toISOString();
    const act = (kind, more) => ({ seq: (seq += 1), id: uuidv7(), kind, at, actorId, ...more });
    const entries = [];
    for (let t = 0; t < tubesEach; t += 1) {
      // The first tubes are those that the device before this one has as well, and nobody has three of.
      const isShared = d % 2 === 1 && t < Math.floor(tubesEach * 0.02);
      if (isShared) expected.shared += 1;
      const tube = barcodeOf(isShared ? d - 1 : d, t);
      entries.push(act('open-tube', { tube, roundId, stationId, poolClass: '10' }));
      for (let p = 0; p < 10; p += 1) {
        // Somebody who went to two tables: their other swab is on the device before this one.
        const isTwice = d % 2 === 1 && roll() < 0.1;
        if (isTwice) expected.twice += 1;
        entries.push(act('swab', { tube, resident: { id: personOf((isTwice ? d - 1 : d) * acts + t * 10 + p) } }));
      }
      entries.push(act('seal', { tube, countedSwabs: 10 }));
    }
    // Nobody can read it, and it must not hold up what lies behind it.
    if (d === poisoned) entries.push(act('swab', { tube: '\u0000', resident: { id: [] }, at: 'NaN' }));
    while (entries.length < acts) entries.push(act('note', { text: '交班' }));
    const again = entries.filter(() => roll() < 0.2);
    const all = shuffled([...entries, ...again], roll);
    const batches = [];
    for (let n = 0; n < all.length; n += actsInBatch) {
      const body = device.batch(all.slice(n, n + actsInBatch));
      batches.push(body);
      // The answer was lost on the way: the whole batch comes again.
      if (roll() < 0.05) batches.push(body);
    }
    return batches;
  });
  return { sending, expected };
}

function shuffled(list, roll) {
  for (let n = list.length - 1; n > 0; n -= 1) {
    const other = Math.floor(roll() * (n + 1));
    [list[n], list[other]] = [list[other], list[n]];
  }
  return list;
}

/**
 * What there is of an offline day in a round: the books, the cases, and what must not be.
 * @param {(sql: string, values?: unknown[]) => Promise<Record<string, any>[]>} sql
 * @param {string} roundId
 * @param {string[]} devices
 * @returns {Promise<Record<string, number>>}
 */
export async function offlineBooks(sql, roundId, devices) {
  const [books] = await sql(
    `SELECT sum(arrived)::int AS arrived, sum(received)::int AS received, sum(accepted)::int AS accepted,
            sum(exceptions)::int AS exceptions, sum(refused)::int AS refused
       FROM sampling.device_book WHERE device_id = ANY ($1)`,
    [devices],
  );
  const [found] = await sql(
    `SELECT (SELECT count(*)::int FROM sampling.device_book_difference WHERE device_id = ANY ($2)) AS differences,
            (SELECT count(*)::int FROM sampling.swab WHERE round_id = $1) AS swabs,
            (SELECT count(*)::int FROM sampling.device_line l, unnest(int8multirange(int8range(1, upper(l.seen))) - l.seen) AS hole
              WHERE device_id = ANY ($2)) AS holes,
            count(*) FILTER (WHERE kind = 'person-already-sampled')::int AS twice,
            count(*) FILTER (WHERE kind = 'two-devices-one-tube')::int AS shared,
            count(*) FILTER (WHERE kind = 'act-not-understood')::int AS poisoned,
            count(*) FILTER (WHERE owner_role IS NULL OR deadline IS NULL)::int AS unowned,
            count(*) FILTER (WHERE state = 'open' AND kind IN ('unknown-tube', 'sequence-hole'))::int AS unsettled,
            (SELECT count(*)::int FROM sampling.device_act a JOIN sampling.device_line l ON l.id = a.line_id
              WHERE l.device_id = ANY ($2) AND a.outcome <> 'accepted' AND NOT EXISTS (
                SELECT 1 FROM sampling.exception e WHERE e.device_id = l.device_id AND e.kind = ANY (a.rules))) AS "withoutCase",
            (SELECT count(*)::int FROM sampling.tube t WHERE t.round_id = $1 AND t.filled <>
               (SELECT count(*) FROM sampling.swab s WHERE s.round_id = t.round_id AND s.tube_barcode = t.barcode)) AS miscounted
       FROM sampling.exception WHERE device_id = ANY ($2)`,
    [roundId, devices],
  );
  return { ...books, ...found };
}

/**
 * Every way in which these books are not what was to be expected, in words.
 * @param {Record<string, number>} found
 * @param {Record<string, number>} expected
 */
export function booksTroubles(found, expected) {
  const wanted = { ...expected, differences: 0, holes: 0, unowned: 0, unsettled: 0, withoutCase: 0, miscounted: 0 };
  const troubles = Object.entries(wanted)
    .filter(([name, count]) => found[name] !== count)
    .map(([name, count]) => `${name}: ${found[name]}, expected ${count}`);
  const { received, accepted, exceptions, refused } = found;
  if (received !== accepted + exceptions + refused)
    troubles.push(`${received} received, ${accepted} + ${exceptions} + ${refused}`);
  return troubles;
}

/**
 * Sends one device's batches in their order over one line, each until it is answered.
 * @param {number} port
 * @param {string[]} batches
 * @returns {Promise<string[]>} what was not answered well
 */
export async function handIn(port, batches) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const troubles = [];
  for (const body of batches) {
    for (let attempt = 1; ; attempt += 1) {
      // A line that breaks is an answer that was lost: the batch comes again.
      const lost = { status: 503, text: 'lost' };
      const { status, text } = await post(port, agent, body).catch(() => lost);
      if (status === 200) break;
      if (status !== 503 || attempt === 20) {
        troubles.push(`${status} ${text.slice(0, 200)}`);
        break;
      }
      await pause(200 * attempt);
    }
  }
  agent.destroy();
  return troubles;
}

function post(port, agent, body) {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const path = '/api/v1/device-batches';
    const asked = request({ port, host: '127.0.0.1', agent, method: 'POST', path, headers }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode, text: Buffer.concat(parts).toString() }));
      answer.on('error', reject);
      answer.on('aborted', () => reject(new Error('cut')));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
