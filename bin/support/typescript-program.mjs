// Runs a TypeScript program of test/ on a fresh build of the apps, ends with it, and takes it along when it is ended.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { whenNpmDies } from './processes.mjs';

const root = dirname(dirname(import.meta.dirname));

/** @param {string} program below the project's folder */
export async function runTypescript(program) {
  await ensureBuild(root, { say: (line) => process.stderr.write(`${line}\n`) });
  const hooks = ['leave-with-parent', 'typescript'].map(
    (name) => `--import=${new URL(`./${name}.mjs`, import.meta.url).href}`,
  );
  const child = spawn(process.execPath, [...hooks, join(root, program), ...process.argv.slice(2)], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  process.on('SIGINT', () => child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  whenNpmDies(() => child.kill('SIGTERM'));
  process.exitCode = await new Promise((done) => child.once('exit', (code) => done(code ?? 1)));
}
