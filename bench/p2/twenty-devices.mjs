// F18: twenty devices come back after a day without a network, each with 10,000 acts: a fifth of them sent twice, one person
// in twenty on two devices, one tube in a hundred on two devices, everything shuffled and cut every 500 acts.
import { Agent, request } from 'node:http';
import { uuidv7 } from 'uuidv7';
import { startApp } from '../support/app-process.mjs';
import { layDevice, newDevice } from '../support/device.mjs';
import { layGround } from '../support/ground.mjs';
import { layRound } from '../support/round.mjs';

const tubeActs = 12;
const actsInBatch = 500;
const reachSeconds = 300;
const counted = (n) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const one = counted(1);

/** Small and seeded, so that a run can be had again. */
function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(list, roll) {
  for (let n = list.length - 1; n > 0; n -= 1) {
    const other = Math.floor(roll() * (n + 1));
    [list[n], list[other]] = [list[other], list[n]];
  }
  return list;
}

/** @param {{ devices?: number, acts?: number, seed?: number, say?: (line: string) => void }} options */
export async function twentyDevices({ devices = 20, acts = 10_000, seed = 18, say = () => undefined } = {}) {
  const ground = await layGround();
  let api;
  try {
    say(`${devices} devices × ${acts} acts, seed ${seed}`);
    await layRound(ground, devices * acts);
    await ground.sql('TRUNCATE sampling.tube CASCADE');
    await ground.sql(
      `INSERT INTO access.account (id, username, role, display_name, password_hash) VALUES ($1, 'lead', 'sitelead', 'lead', '!')`,
      [counted(3)],
    );
    await ground.sql('ANALYZE');
    api = await startApp('site-api', ground);
    const { sending, twice, shared } = await plan(ground, devices, acts, dice(seed));
    const began = performance.now();
    const troubles = (await Promise.all(sending.map((batches) => hand(api.port, batches)))).flat();
    const seconds = (performance.now() - began) / 1_000;
    const [books] = await ground.sql(
      `SELECT sum(arrived)::int AS arrived, sum(received)::int AS received, sum(accepted)::int AS accepted,
              sum(exceptions)::int AS exceptions, sum(refused)::int AS refused FROM sampling.device_book`,
    );
    const [found] = await ground.sql(
      `SELECT (SELECT count(*)::int FROM sampling.device_book_difference) AS differences,
              (SELECT count(*)::int FROM sampling.swab) AS swabs,
              (SELECT count(*)::int FROM sampling.exception WHERE kind = 'person-already-sampled') AS twice,
              (SELECT count(*)::int FROM sampling.exception WHERE kind = 'two-devices-one-tube') AS shared,
              (SELECT count(*)::int FROM sampling.exception WHERE owner_role IS NULL OR deadline IS NULL) AS unowned,
              (SELECT count(*)::int FROM sampling.exception WHERE state = 'open' AND kind IN ('unknown-tube', 'sequence-hole')) AS unsettled,
              (SELECT count(*)::int FROM sampling.tube t WHERE t.filled <>
                 (SELECT count(*) FROM sampling.swab s WHERE s.round_id = t.round_id AND s.tube_barcode = t.barcode)) AS miscounted`,
    );
    const open = await ground.sql(
      `SELECT kind, count(*)::int AS cases, min(subject) AS one, min(details::text) AS details FROM sampling.exception WHERE state = 'open' GROUP BY kind ORDER BY kind`,
    );
    const sent = devices * acts;
    const swabs = devices * swabsOf(acts);
    const holds =
      troubles.length === 0 && books.received === sent && books.refused === 0 && found.differences === 0 &&
      found.swabs === swabs && found.twice === twice && found.shared === shared && found.unowned === 0 &&
      found.unsettled === 0 && found.miscounted === 0 && seconds <= reachSeconds; // prettier-ignore
    await api.stop();
    return {
      work: `${devices} devices × ${acts} acts in batches of ${actsInBatch}, shuffled, with conflicts and repeats`,
      value: Math.round(sent / seconds),
      unit: `acts/s (${seconds.toFixed(1)} s)`,
      reach: `${sent} conserved in ${reachSeconds} s`,
      p50: '–',
      p99: '–',
      seconds,
      seed,
      ...books,
      ...found,
      open,
      expected: { swabs, twice, shared },
      troubles: troubles.slice(0, 5),
      holds,
    };
  } finally {
    await api?.stop();
    await ground.close();
  }
}

const swabsOf = (acts) => Math.floor(acts / tubeActs) * 10;

async function plan(ground, devices, acts, roll) {
  const tubesEach = Math.floor(acts / tubeActs);
  const sending = [];
  let twice = 0;
  let shared = 0;
  for (let d = 0; d < devices; d += 1) {
    const device = newDevice();
    await layDevice(ground, device, { siteId: one, madeBy: counted(2), enrolledBy: one, approvedBy: counted(3) });
    let seq = 0;
    const at = new Date().toISOString();
    const act = (kind, more) => ({ seq: (seq += 1), id: uuidv7(), kind, at, actorId: one, ...more });
    const entries = [];
    for (let t = 0; t < tubesEach; t += 1) {
      // The first tubes are those that the device before this one has as well, and nobody has three of.
      const isShared = d % 2 === 1 && t < Math.floor(tubesEach * 0.02);
      if (isShared) shared += 1;
      const tube = `T-${isShared ? d - 1 : d}-${t}`;
      entries.push(act('open-tube', { tube, roundId: one, stationId: one, poolClass: '10' }));
      for (let p = 0; p < 10; p += 1) {
        // Somebody who went to two tables: their other swab is on the device before this one.
        const isTwice = d % 2 === 1 && roll() < 0.1;
        if (isTwice) twice += 1;
        const person = (isTwice ? d - 1 : d) * acts + t * 10 + p;
        entries.push(act('swab', { tube, resident: { id: counted(person) } }));
      }
      entries.push(act('seal', { tube, countedSwabs: 10 }));
    }
    while (entries.length < acts) entries.push(act('note', { text: '交班' }));
    const again = entries.filter(() => roll() < 0.2);
    const all = shuffle([...entries, ...again], roll);
    const batches = [];
    for (let n = 0; n < all.length; n += actsInBatch) {
      const body = device.batch(all.slice(n, n + actsInBatch));
      batches.push(body);
      // The answer was lost on the way: the whole batch comes again.
      if (roll() < 0.05) batches.push(body);
    }
    sending.push(batches);
  }
  return { sending, twice, shared };
}

/** Sends one device's batches in their order, each until it is answered. @returns what was not answered well */
async function hand(port, batches) {
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
      await new Promise((resolve) => setTimeout(resolve, 200 * attempt));
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
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
