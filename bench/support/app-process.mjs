// One of the built apps as a process of its own, as it runs in use.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { appCommand } from '../../bin/support/app-command.mjs';
import { freePort } from '../../bin/support/ports.mjs';

const root = join(import.meta.dirname, '..', '..');

/**
 * @param {'site-api' | 'queue-display' | 'job-runner'} app
 * @param {{ folder: string, databaseUrl: string, displayUrl: string, keysFile: string, loginsFile: string }} ground
 * @param {string[]} [nodeFlags] for a profiler
 * @param {number} [port] of one that comes back
 */
export async function startApp(app, ground, nodeFlags = [], port = undefined) {
  port ??= await freePort();
  const variable = {
    'site-api': 'SITE_API_PORT',
    'queue-display': 'QUEUE_DISPLAY_PORT',
    'job-runner': 'JOB_RUNNER_PORT',
  };
  const child = spawn(process.execPath, appCommand(root, app, nodeFlags), {
    cwd: root,
    env: {
      ...process.env,
      [variable[app]]: String(port),
      DATABASE_URL: ground.databaseUrl,
      DISPLAY_DATABASE_URL: ground.displayUrl,
      SHIHE_DATA_DIR: ground.folder,
      SHIHE_KEYS_FILE: ground.keysFile,
      SHIHE_LOGINS_FILE: ground.loginsFile,
      SHIHE_LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(join(ground.folder, `${app}.log`));
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; ; attempt += 1) {
    const ready = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (ready?.ok) break;
    if (child.exitCode !== null || attempt > 600) throw new Error(`${app} did not become ready; its log: ${log.path}`);
    await sleep(100);
  }
  return {
    url,
    port,
    pid: child.pid,
    /** @param {NodeJS.Signals} [signal] */
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}
