// P2: what devices did without a network, in signed batches of 200 swabs, each with its own receipt, after COMMIT.
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { uuidv7 } from 'uuidv7';
import { runPgbench } from '../p1/pgbench.mjs';
import { startApp } from '../support/app-process.mjs';
import { layDevice, newDevice } from '../support/device.mjs';
import { layGround } from '../support/ground.mjs';
import { dearest } from '../support/profile.mjs';
import { layRound, storedSwabs } from '../support/round.mjs';

const people = 1_000_000;
const actsInBatch = 200;
const devicesAtOnce = 8;
/** Of each device: more than it gets rid of, and in all turns together fewer swabs than there are people. */
const batchesInTurn = 110;
const reach = 4;
const clientsToTry = [8, 32, 128];

const baselineSql = readFileSync(join(import.meta.dirname, '..', 'p1', 'baseline.sql'), 'utf8');
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const counted = (n) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** @param {{ seconds?: number, turns?: number, say?: (line: string) => void, profile?: boolean }} options */
export async function p2({ seconds = 8, turns = 5, say = () => undefined, profile = false } = {}) {
  const ground = await layGround();
  let api;
  try {
    say(`${people} residents, ${people / 10} open tubes`);
    await layRound(ground, people);
    await ground.sql(
      `INSERT INTO access.account (id, username, role, display_name, password_hash) VALUES ($1, 'organiser', 'organiser', 'o', '!')`,
      [counted(3)],
    );
    await ground.sql(baselineSql);
    await ground.sql('ANALYZE');
    const profiler = profile ? ['--cpu-prof', `--cpu-prof-dir=${ground.folder}`] : [];
    api = await startApp('site-api', ground, profiler);
    let used = { plain: 0, ours: 0 };
    const baseline = async (clients, duration) => {
      const stride = Math.floor(100_000 / clients / 10) * 10;
      const perSecond = await runPgbench(ground, { clients, seconds: duration, firstPerson: used.plain, stride });
      used.plain += clients * stride;
      return perSecond;
    };
    const ours = async (duration, batches) => {
      const run = await load(ground, api.port, duration, used.ours, batches);
      used.ours += devicesAtOnce * batches * actsInBatch;
      return run;
    };

    const tried = [];
    for (const clients of clientsToTry) tried.push({ clients, perSecond: await baseline(clients, 3) });
    const { clients } = tried.reduce((best, each) => (each.perSecond > best.perSecond ? each : best));
    await ours(3, 60);
    const before = await storedSwabs(ground);
    const runs = [];
    for (let turn = 0; turn < turns; turn += 1) {
      const plain = await baseline(clients, seconds / 2);
      const batches = await ours(seconds, batchesInTurn);
      runs.push({ plain, batches });
      say(
        `turn ${turn + 1}: pgbench ${Math.round(plain)}/s, in batches ${Math.round(batches.perSecond)}/s, p99 ${batches.p99} ms`,
      );
    }
    const stored = (await storedSwabs(ground)) - before;
    const accepted = runs.reduce((sum, { batches }) => sum + batches.accepted, 0);
    const refused = runs.flatMap(({ batches }) => Object.entries(batches.refusals));
    const [{ wrong }] = await ground.sql('SELECT count(*)::int AS wrong FROM sampling.device_book_difference');
    const value = median(runs.map(({ batches }) => batches.perSecond));
    const base = median(runs.map(({ plain }) => plain));
    // Turn by turn: a machine that is shared drifts by a sixth within minutes, both sides of one turn together.
    const ratio = median(runs.map(({ plain, batches }) => batches.perSecond / plain));
    await api.stop();
    if (profile) for (const { where, share } of dearest(ground.folder)) say(`${String(share).padStart(5)} %  ${where}`);
    return {
      work: `offline acts in signed batches of ${actsInBatch}, ${devicesAtOnce} devices at once`,
      value: Math.round(value),
      unit: 'swabs/s',
      baseline: Math.round(base),
      baselineClients: clients,
      ratio: Number(ratio.toFixed(2)),
      reach,
      p50: median(runs.map(({ batches }) => batches.p50)),
      p99: median(runs.map(({ batches }) => batches.p99)),
      accepted,
      stored,
      refused,
      holds: ratio >= reach && stored === accepted && refused.length === 0 && wrong === 0,
    };
  } finally {
    await api?.stop();
    await ground.close();
  }
}

/** Signs the batches first, so that the devices' own work is not measured, and then sends them. */
async function load(ground, port, seconds, firstPerson, batches) {
  const one = counted(1);
  const devices = [];
  for (let n = 0; n < devicesAtOnce; n += 1) {
    const device = newDevice();
    await layDevice(ground, device, { siteId: one, madeBy: counted(2), enrolledBy: one, approvedBy: counted(3) });
    let seq = 0;
    const start = firstPerson + n * batches * actsInBatch;
    devices.push(
      Array.from({ length: batches }, (_, b) =>
        device.batch(
          Array.from({ length: actsInBatch }, (_, a) => {
            const person = start + b * actsInBatch + a;
            seq += 1;
            const at = new Date().toISOString();
            const tube = `T${Math.floor(person / 10)}`;
            return { seq, id: uuidv7(), kind: 'swab', at, actorId: one, tube, resident: { id: counted(person) } };
          }),
        ),
      ),
    );
  }
  const file = join(ground.folder, 'batches.json');
  writeFileSync(file, JSON.stringify(devices));
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(import.meta.dirname, 'device-load.mjs'),
    JSON.stringify({ port, file, seconds }),
  ]);
  return JSON.parse(stdout);
}
