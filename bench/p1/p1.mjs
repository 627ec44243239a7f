// P1: one swab per HTTP request, signed in, validated, journalled, acknowledged after COMMIT, 128 connections.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layGround } from '../support/ground.mjs';
import { layRound, scan, storedSwabs } from '../support/round.mjs';
import { startApp } from '../support/app-process.mjs';
import { dearest } from '../support/profile.mjs';
import { runPgbench } from './pgbench.mjs';

const people = 600_000;
const connections = 128;
const reach = 1.0;
/** pgbench is given the number of clients it does best with, so that the baseline is the strongest one. */
const clientsToTry = [8, 32, 128];

const baselineSql = readFileSync(join(import.meta.dirname, 'baseline.sql'), 'utf8');
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** @param {{ seconds?: number, turns?: number, say?: (line: string) => void, profile?: boolean }} options */
export async function p1({ seconds = 10, turns = 3, say = () => undefined, profile = false } = {}) {
  const ground = await layGround();
  let api;
  try {
    say(`${people} residents, ${people / 10} open tubes`);
    const token = await layRound(ground, people);
    await ground.sql(baselineSql);
    await ground.sql('ANALYZE');
    const profiler = profile ? ['--cpu-prof', `--cpu-prof-dir=${ground.folder}`] : [];
    api = await startApp('site-api', ground, profiler);

    let used = { baseline: 0, ours: 0 };
    const baseline = async (clients, duration) => {
      const stride = Math.floor(100_000 / clients / 10) * 10;
      const perSecond = await runPgbench(ground, { clients, seconds: duration, firstPerson: used.baseline, stride });
      used.baseline += clients * stride;
      return perSecond;
    };
    const ours = async (duration) => {
      const stride = Math.floor((people * 0.9) / (turns + 1) / connections / 10) * 10;
      const run = await scan({ port: api.port, token, connections, seconds: duration, firstPerson: used.ours, stride });
      used.ours += connections * stride;
      return run;
    };

    const tried = [];
    for (const clients of clientsToTry) tried.push({ clients, perSecond: await baseline(clients, 3) });
    const { clients } = tried.reduce((best, each) => (each.perSecond > best.perSecond ? each : best));
    await ours(4);
    const swabsBefore = await storedSwabs(ground);
    const runs = [];
    for (let turn = 0; turn < turns; turn += 1) {
      if (used.baseline + 100_000 > people) used.baseline = await emptyBaseline(ground);
      const plain = await baseline(clients, seconds / 2);
      const http = await ours(seconds);
      runs.push({ plain, http });
      say(
        `turn ${turn + 1}: pgbench ${Math.round(plain)}/s, over HTTP ${Math.round(http.perSecond)}/s, p99 ${http.p99} ms`,
      );
    }
    const stored = (await storedSwabs(ground)) - swabsBefore;
    const acknowledged = runs.reduce((sum, { http }) => sum + http.acknowledged, 0);
    const refused = runs.flatMap(({ http }) => Object.entries(http.refusals));
    const value = median(runs.map(({ http }) => http.perSecond));
    const base = median(runs.map(({ plain }) => plain));
    const ratio = value / base;
    await api.stop();
    if (profile) for (const { where, share } of dearest(ground.folder)) say(`${String(share).padStart(5)} %  ${where}`);
    return {
      work: 'one swab per HTTP request, 128 connections, acknowledged after COMMIT',
      value: Math.round(value),
      unit: 'swabs/s',
      baseline: Math.round(base),
      baselineClients: clients,
      ratio: Number(ratio.toFixed(2)),
      reach,
      p50: median(runs.map(({ http }) => http.p50)),
      p99: median(runs.map(({ http }) => http.p99)),
      acknowledged,
      stored,
      refused,
      holds: ratio >= reach && stored === acknowledged && refused.length === 0,
    };
  } finally {
    await api?.stop();
    await ground.close();
  }
}

async function emptyBaseline({ sql }) {
  await sql('TRUNCATE baseline.swab, baseline.attendance');
  await sql(`UPDATE baseline.tube SET filled = 0, first_swab_at = NULL WHERE filled > 0`);
  await sql('VACUUM ANALYZE baseline.tube');
  return 0;
}
