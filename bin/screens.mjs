// npm run screens: pictures of every page in its main states, from the browser tests, into docs/screens/.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureBuild } from './support/build.mjs';
import { ensurePages } from './support/pages.mjs';
import { explain } from './support/refusal.mjs';

const root = dirname(import.meta.dirname);
const folder = join(root, 'docs', 'screens');
try {
  await ensureBuild(root);
  await ensurePages(root);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const words = ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning', jest, '--selectProjects', 'browser'];
  const { status } = spawnSync(process.execPath, words, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SHIHE_SCREENS: folder },
  });
  process.exitCode = status ?? 1;
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
