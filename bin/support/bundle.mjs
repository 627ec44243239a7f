// Puts each app and the packages it uses into one file, dist/bundles/<app>.js: half of an app's start was finding and opening
// two thousand small files, and after a crash a whole queue waits for that start.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { rolldown } from 'rolldown';
import { Refusal } from './refusal.mjs';

const BUNDLES = [
  { name: 'site-api', from: 'site-api/src/main.js' },
  { name: 'queue-display', from: 'queue-display/src/main.js' },
  { name: 'job-runner', from: 'job-runner/src/main.js' },
  // Whoever tries Shihe for the first time waits for it.
  { name: 'demonstration', from: 'site-api/src/demonstration.js' },
];

/** Loaded from where they are installed: they bring machine code, scripts or threads of their own as files. */
const INSTALLED = ['@node-rs/argon2', 'bullmq', 'ioredis', 'pg', 'pino'];

/**
 * @param {string} root the project's folder
 * @param {string} build the folder of the compiled apps/ and libs/; bundles/ is made there
 * @param {AbortSignal} [signal]
 * @throws {Refusal} when a module of ours imports something that is not there
 */
export async function bundleApps(root, build, signal) {
  for (const plan of BUNDLES) {
    signal?.throwIfAborted();
    await bundle(root, build, plan);
  }
}

async function bundle(root, build, { name, from }) {
  const missing = [];
  const modules = await rolldown({
    input: join(build, 'apps', from),
    cwd: root,
    platform: 'node',
    external: (id) => INSTALLED.some((name) => id === name || id.startsWith(`${name}/`)),
    plugins: [compiledHere(root, build)],
    // Packages try for others that they can do without; what we import ourselves has to be there.
    onLog(_level, { code, message }) {
      if (code === 'UNRESOLVED_IMPORT' && !message.includes(' in node_modules/')) missing.push(message);
    },
  });
  try {
    await modules.write({
      file: join(build, 'bundles', `${name}.js`),
      format: 'esm',
      codeSplitting: false,
      sourcemap: true,
      sourcemapExcludeSources: true,
    });
  } finally {
    await modules.close();
  }
  if (missing.length > 0) throw new Refusal(`${name} imports what is not there:\n${missing.join('\n')}`);
}

/** Takes our own modules from the build that is being made, with the maps that lead back to the TypeScript. */
function compiledHere(root, build) {
  const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const doors = Object.entries(imports).map(([name, { default: file }]) => ({
    name: name.replace('*', ''),
    file: (room) => join(build, relative('dist', file.replace('*', room))),
  }));
  return {
    name: 'compiled-here',
    resolveId(source) {
      const door = doors.find(({ name }) => source.startsWith(name));
      return door === undefined ? null : door.file(source.slice(door.name.length));
    },
    async load(id) {
      if (!id.startsWith(build + sep)) return null;
      const [code, map] = await Promise.all([readFile(id, 'utf8'), readFile(`${id}.map`, 'utf8')]);
      return { code, map };
    },
  };
}
