#!/usr/bin/env node
// `npm run bench -- P1 [--json] [--profile]`: measures figures, each as a ratio to a baseline in the same run on the same machine.
import { cpus, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { ensureBuild } from './support/build.mjs';
import { ensurePages } from './support/pages.mjs';

const figures = {
  P1: async (options) => (await import('../bench/p1/p1.mjs')).p1(options),
  P2: async (options) => (await import('../bench/p2/p2.mjs')).p2(options),
  F18: async (options) => (await import('../bench/p2/twenty-devices.mjs')).twentyDevices(options),
  P3: async (options) => (await import('../bench/p3/p3.mjs')).p3(options),
  P5: async (options) => (await import('../bench/p5/p5.mjs')).p5(options),
  P9: async (options) => (await import('../bench/p9/p9.mjs')).p9(options),
  P10: async (options) => (await import('../bench/p10/p10.mjs')).p10(options),
  F28: async (options) => (await import('../bench/p5/boards-drop.mjs')).boardsDrop(options),
};

const words = process.argv.slice(2);
const json = words.includes('--json');
const profile = words.includes('--profile');
const asked = words.filter((word) => !word.startsWith('--'));
const unknown = asked.filter((name) => !(name in figures));
if (asked.length === 0 || unknown.length > 0) {
  console.error(
    `${unknown.length > 0 ? `No such figure: ${unknown.join(', ')}. ` : ''}Figures: ${Object.keys(figures).join(', ')}. Example: npm run bench -- P1 --json`,
  );
  process.exit(2);
}

const say = (line) => process.stderr.write(`${line}\n`);
await ensureBuild(dirname(import.meta.dirname), { say });
if (asked.some((name) => ['P9', 'P10'].includes(name))) await ensurePages(dirname(import.meta.dirname), { say });
const results = {
  machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
};
for (const name of asked) results[name] = await figures[name]({ say, profile });

if (json) console.log(JSON.stringify(results, null, 2));
else {
  console.log(results.machine);
  for (const name of asked) {
    const { work, value, unit, baseline, ratio, reach, p50, p99, holds } = results[name];
    const against = baseline === undefined ? '' : `baseline ${baseline} · ratio ${ratio} · `;
    const waits = p50 === undefined ? '' : `p50 ${p50} ms · p99 ${p99} ms · `;
    console.log(`${name}  ${work}`);
    console.log(`    ${value} ${unit} · ${against}${waits}reach ${reach} · ${holds ? 'holds' : 'DOES NOT HOLD'}`);
  }
}
process.exitCode = asked.every((name) => results[name].holds) ? 0 : 1;
