// Installs what package-lock.json names and node_modules lacks. Imports node: only, for it runs before anything is there.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.mjs';

/**
 * Installs the dependencies when some are missing or have another version than the lock file says.
 * @param {string} root the project's folder
 * @param {{ say?: (line: string) => void, signal?: AbortSignal }} [options]
 * @throws {Refusal} when npm cannot install them
 */
export async function ensureDependencies(root, { say = console.log, signal } = {}) {
  const missing = missingPackages(root);
  if (missing.length === 0) return;
  say(`installing ${missing.length} packages (npm ci, without install scripts) …`);
  const common = ['--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const startedAt = Date.now();
  const patience = setInterval(
    () => say(`… still installing (${Math.round((Date.now() - startedAt) / 1000)} s)`),
    15_000,
  );
  let result = await npm(root, ['ci', ...common], signal);
  if (result.code !== 0 && !signal?.aborted) {
    say('npm ci did not succeed, trying npm install …');
    result = await npm(root, ['install', '--no-package-lock', ...common], signal);
  }
  clearInterval(patience);
  signal?.throwIfAborted();
  const left = result.code === 0 ? missingPackages(root) : missing;
  if (left.length > 0) {
    const said = result.output.match(/(?<=^npm (error|ERR!) )(?!code|syscall|errno|A complete|\s).+/gm) ?? [];
    const why = said.find((line) => line.includes('reason:')) ?? said[0] ?? `${left[0]} is still missing`;
    throw new Refusal(`The packages could not be installed: ${why}. Check the network and run "npm ci" by hand.`);
  }
}

/** Compares the lock file with npm's own record of what lies in node_modules. */
function missingPackages(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== '' && !entry.optional && !entry.devOptional && !entry.link)
    .filter(
      ([path, { version }]) => present[path]?.version !== version || !existsSync(join(root, path, 'package.json')),
    )
    .map(([path]) => path.replace(/^node_modules\//, ''));
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

function npm(root, args, signal) {
  // Inside "npm start" npm says where it lives; else the one on the PATH.
  const { npm_execpath: script } = process.env;
  const [program, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
  return new Promise((done) => {
    const child = spawn(program, [...first, ...args], { cwd: root, signal, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => done({ code: 1, output: `npm error ${error.message}` }));
    child.once('close', (code) => done({ code, output }));
  });
}
