// Compiles apps/, libs/ and day/ into dist/ when their sources are not the ones dist/ was made from. Imports node: only.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { Refusal } from './refusal.mjs';

const STAMP = '.built-from';

/**
 * @param {string} root the project's folder
 * @param {{ say?: (line: string) => void, signal?: AbortSignal }} [options]
 * @throws {Refusal} when the sources do not compile
 */
export async function ensureBuild(root, { say = console.log, signal } = {}) {
  const stamp = join(root, 'dist', STAMP);
  const wanted = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new Refusal(`The build is stale and ${root} cannot be written: run "npm run build" as its owner.`);
  }
  say('building …');
  // Beside dist/ and then in its place: a start that is killed here, or another one, never sees half a build.
  const draft = join(root, `.dist-${process.pid}`);
  const swc = join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const args = [swc, 'apps', 'libs', 'day', '-d', draft, '--ignore', '**/*.spec.ts', '--quiet'];
  try {
    const { code, output } = await run(process.execPath, args, { cwd: root, signal });
    signal?.throwIfAborted();
    if (code !== 0) throw new Refusal(`The sources do not compile:\n${output.trim()}`);
    writeFileSync(join(draft, STAMP), wanted);
    rmSync(join(root, 'dist'), { recursive: true, force: true });
    renameSync(draft, join(root, 'dist'));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Changes with every byte of a source and with the compiler. */
function fingerprint(root) {
  const hash = createHash('sha256');
  const files = ['apps', 'libs', 'day'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts'))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
  );
  for (const file of [join(root, '.swcrc'), join(root, 'node_modules/@swc/core/package.json'), ...files.sort()]) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function run(program, args, options) {
  return new Promise((done) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => done({ code: 1, output: error.message }));
    child.once('close', (code) => done({ code, output }));
  });
}
