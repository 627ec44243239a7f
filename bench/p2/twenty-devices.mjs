// F18: twenty devices come back after a day without a network, each with 10,000 acts. The same day is tried with lines that
// are cut by `npm run faults -- --tier full --only F18`.
import { startApp } from '../support/app-process.mjs';
import { layDevice, newDevice } from '../support/device.mjs';
import { layGround } from '../support/ground.mjs';
import { actsInBatch, booksTroubles, handIn, offlineBooks, offlineDay, rollOf } from '../support/offline-day.mjs';
import { layRound } from '../support/round.mjs';

const reachSeconds = 300;
const counted = (n) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const one = counted(1);

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
    const people = { siteId: one, madeBy: counted(2), enrolledBy: one, approvedBy: counted(3) };
    const made = Array.from({ length: devices }, () => newDevice());
    for (const device of made) await layDevice(ground, device, people);
    const { sending, expected } = offlineDay({
      devices: made.map(({ batch }) => ({ batch, actorId: one, roundId: one, stationId: one })),
      acts,
      roll: rollOf(seed),
      personOf: counted,
      barcodeOf: (device, tube) => `T-${device}-${tube}`,
    });
    const began = performance.now();
    const troubles = (await Promise.all(sending.map((batches) => handIn(api.port, batches)))).flat();
    const seconds = (performance.now() - began) / 1_000;
    const found = await offlineBooks(
      ground.sql,
      one,
      made.map(({ id }) => id),
    );
    troubles.push(...booksTroubles(found, expected));
    const open = await ground.sql(
      `SELECT kind, count(*)::int AS cases, min(subject) AS one, min(details::text) AS details FROM sampling.exception WHERE state = 'open' GROUP BY kind ORDER BY kind`,
    );
    await api.stop();
    return {
      work: `${devices} devices × ${acts} acts in batches of ${actsInBatch}, shuffled, with conflicts and repeats`,
      value: Math.round(expected.received / seconds),
      unit: `acts/s (${seconds.toFixed(1)} s)`,
      reach: `${expected.received} conserved in ${reachSeconds} s`,
      p50: '–',
      p99: '–',
      seconds,
      seed,
      ...found,
      open,
      expected,
      troubles: troubles.slice(0, 5),
      holds: troubles.length === 0 && seconds <= reachSeconds,
    };
  } finally {
    await api?.stop();
    await ground.close();
  }
}
