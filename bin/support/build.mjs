// Compiles apps/, libs/ and day/ into dist/, and the apps into a file each, when their sources are not the ones dist/ was made
// from. Imports node: only until the packages are installed.
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
 * @throws {Refusal} when the sources do not compile, or import what is not there
 */
export async function ensureBuild(root, { say = console.log, signal } = {}) {
  const stamp = join(root, 'dist', STAMP);
  // An image carries the build and no sources.
  if (existsSync(stamp) && !existsSync(join(root, 'apps'))) return;
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
    const { bundleApps } = await import('./bundle.mjs');
    await bundleApps(root, draft, signal);
    writeFileSync(join(draft, STAMP), wanted);
    rmSync(join(root, 'dist'), { recursive: true, force: true });
    renameSync(draft, join(root, 'dist'));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Changes with every byte of a source, with the compiler and with the packages. */
function fingerprint(root) {
  const hash = createHash('sha256');
  const files = ['apps', 'libs', 'day'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts'))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
  );
  const tools = ['.swcrc', 'package-lock.json', 'bin/support/bundle.mjs'].map((file) => join(root, file));
  for (const file of [...tools, ...files.sort()]) {
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
