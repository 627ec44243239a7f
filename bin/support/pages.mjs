// Builds the pages of web/ into web/dist/ when their sources are not the ones it was made from. Imports node: only until the
// packages are installed.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Refusal } from './refusal.mjs';

/** Each is a folder of web/ with an index.html. */
const PAGES = ['board', 'door', 'resident', 'verify', 'collector', 'desk', 'organiser'];
/** These stay on the device and open without a network. */
const OFFLINE = ['resident', 'verify', 'collector'];
/** Not kept where they are of use only with a network: a resident adds somebody by a code, and that asks the house. */
const NOT_KEPT = { resident: /\.wasm$/u };
const STAMP = '.built-from';

/**
 * @param {string} root the project's folder
 * @param {{ say?: (line: string) => void, signal?: AbortSignal }} [options]
 * @throws {Refusal} when the sources do not compile
 */
export async function ensurePages(root, { say = console.log, signal } = {}) {
  const stamp = join(root, 'web', 'dist', STAMP);
  // An image carries the pages and no sources.
  if (existsSync(stamp) && !existsSync(join(root, 'web', 'vite.config.ts'))) return;
  const wanted = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('building the pages …');
  // Beside dist/ and then in its place: nobody is served half a page.
  const draft = join(root, 'web', `.dist-${process.pid}`);
  try {
    for (const page of PAGES) await buildPage(root, page, join(draft, page), wanted.slice(0, 16), signal);
    await pack(draft);
    writeFileSync(join(draft, STAMP), wanted);
    rmSync(join(root, 'web', 'dist'), { recursive: true, force: true });
    renameSync(draft, join(root, 'web', 'dist'));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function buildPage(root, page, outDir, build, signal) {
  signal?.throwIfAborted();
  const vite = await import('vite');
  try {
    await vite.build({
      configFile: join(root, 'web', 'vite.config.ts'),
      mode: page,
      logLevel: 'error',
      define: { __BUILD__: JSON.stringify(build) },
      build: { outDir },
    });
  } catch (error) {
    throw new Refusal(`The page ${page} does not compile:\n${error.message}`);
  }
  // What a page needs to be installed keeps its name: a manifest names its icons itself.
  const install = join(root, 'web', page, 'install');
  if (existsSync(install)) cpSync(install, outDir, { recursive: true });
  if (OFFLINE.includes(page)) writeWorker(root, outDir, build, NOT_KEPT[page]);
  writeFileSync(join(outDir, 'build.json'), `${JSON.stringify({ build })}\n`);
}

/** The worker that keeps the page on the device, with the names of all its files; the first is the page itself. */
function writeWorker(root, outDir, build, notKept) {
  const files = readdirSync(outDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'index.html' && notKept?.test(entry.name) !== true)
    .map((entry) => relative(outDir, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
    .sort();
  const source = readFileSync(join(root, 'web', 'every-page', 'offline', 'worker.js'), 'utf8');
  const given = JSON.stringify({ build, files: ['./', ...files] });
  writeFileSync(join(outDir, 'worker.js'), `self.shiheFiles = ${given};\n${source}`);
}

/** Beside each text the same packed: a phone in a queue has little network. */
async function pack(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|css|html|svg|json|wasm)$/u.test(entry.name)) continue;
    const file = join(entry.parentPath ?? entry.path, entry.name);
    const bytes = readFileSync(file);
    if (bytes.length < 1_024) continue;
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    writeFileSync(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
    writeFileSync(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
  }
}

/** Changes with every byte of a page, of the contract that types it, and of the packages. */
function fingerprint(root) {
  const hash = createHash('sha256');
  const sources = readdirSync(join(root, 'web'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.spec\.tsx?$/u.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !/^web[\\/]\.?dist/u.test(relative(root, file)));
  const others = ['contract/client.d.ts', 'package-lock.json', 'bin/support/pages.mjs'].map((file) => join(root, file));
  for (const file of [...others, ...sources.sort()]) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}
