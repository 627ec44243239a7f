// npm start: a whole Shihe on a machine that has only Node. See docs/operations.md for the variables.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './support/build.mjs';
import { ensureDependencies } from './support/dependencies.mjs';
import { ensurePages } from './support/pages.mjs';
import { checkNode } from './support/node-version.mjs';
import { whenNpmDies } from './support/processes.mjs';
import { explain } from './support/refusal.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const startedAt = performance.now();
const say = (line) => console.log(`  ${line}`);
const opening = new AbortController();
let installation;
let leaving = 0;

/** Ctrl-C once: drain and stop in order. Twice: stop without draining. The database always stops cleanly. */
async function leave() {
  leaving += 1;
  opening.abort();
  // The terminal may be gone with npm.
  process.stdout.on('error', () => undefined);
  if (leaving === 1) console.log('\n  stopping …');
  if (leaving > 2 || installation === undefined) return;
  await installation.close(leaving === 2);
  if (leaving > 1) return;
  say('stopped.');
  process.exit(0);
}

process.on('SIGINT', leave);
process.on('SIGTERM', leave);
process.on('SIGHUP', leave);
whenNpmDies(() => void leave());

try {
  checkNode();
  console.log();
  await ensureDependencies(root, { say, signal: opening.signal });
  await ensureBuild(root, { say, signal: opening.signal });
  await ensurePages(root, { say, signal: opening.signal });
  // Only now are there packages to load.
  const { Installation, isOn } = await import('./support/installation.mjs');
  const { placesToOpen } = await import('./support/places.mjs');
  const { signpost } = await import('./support/signpost.mjs');
  const environment = { ...process.env, SHIHE_DEMO: isOn(process.env.SHIHE_DEMO) ? 'on' : 'off' };
  const opened = await Installation.open({
    root,
    dataDir: process.env.SHIHE_DATA_DIR || join(root, '.shihe'),
    environment,
    say,
    signal: opening.signal,
  });
  installation = opened;
  if (opening.signal.aborted) await opened.close(true);
  opening.signal.throwIfAborted();
  const { addresses, dataDir, logs, settings } = opened;
  const password = isOn(settings.SHIHE_DEMO) ? settings.SHIHE_DEMO_PASSWORD : undefined;
  const places = await placesToOpen(addresses);
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(`\n${signpost({ places, password, dataDir, logs, seconds })}\n`);
} catch (error) {
  if (opening.signal.aborted) {
    say('stopped.');
    process.exit(0);
  }
  explain(error);
  process.exit(1);
}
