#!/usr/bin/env node
// `npm run day`: a simulated test day through the public doors. It plays against the server on the configured ports if
// one answers, else it brings up its own in a temporary folder and takes it away again.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureBuild } from './support/build.mjs';
import { Installation } from './support/installation.mjs';
import { freePort } from './support/ports.mjs';

const root = dirname(import.meta.dirname);

/** @param {(line: string) => void} say */
async function findHouse(say) {
  const { SITE_API_PORT = '3000', QUEUE_DISPLAY_PORT = '3001', SHIHE_DEMO_PASSWORD = 'shihe-demo' } = process.env;
  const siteApi = `http://127.0.0.1:${SITE_API_PORT}`;
  const answers = await fetch(`${siteApi}/health/ready`).catch(() => undefined);
  if (answers?.ok) {
    say(`playing against ${siteApi}`);
    const queueDisplay = `http://127.0.0.1:${QUEUE_DISPLAY_PORT}`;
    return { siteApi, queueDisplay, password: SHIHE_DEMO_PASSWORD, close: async () => undefined };
  }
  return ownHouse(say);
}

async function ownHouse(say) {
  const folder = mkdtempSync(join(tmpdir(), 'shihe-day-'));
  // Root's database server runs as nobody and must be able to walk through: else its files lie elsewhere and stay there.
  chmodSync(folder, 0o711);
  const dataDir = join(folder, 'data');
  const ports = [await freePort(), await freePort(), await freePort()].map(String);
  const environment = {
    ...process.env,
    SITE_API_PORT: ports[0],
    QUEUE_DISPLAY_PORT: ports[1],
    JOB_RUNNER_PORT: ports[2],
    SHIHE_DEMO: 'on',
    SHIHE_DEMO_PASSWORD: 'shihe-demo',
    SHIHE_DEMO_RESIDENTS: process.env.SHIHE_DEMO_RESIDENTS ?? '0',
  };
  say('nobody answers on the configured ports: bringing up a house of our own');
  const installation = await Installation.open({ root, dataDir, environment, say });
  const stop = () => void installation.close(true).then(() => process.exit(130));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return {
    siteApi: `http://127.0.0.1:${ports[0]}`,
    queueDisplay: `http://127.0.0.1:${ports[1]}`,
    password: 'shihe-demo',
    async close() {
      await installation.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

await ensureBuild(root, { say: (line) => process.stderr.write(`${line}\n`) });
const { main } = await import('../dist/day/src/main.js');
process.exitCode = await main(process.argv.slice(2), findHouse);
