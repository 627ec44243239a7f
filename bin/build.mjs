// npm run build: what an image or a server without development packages is made from.
import { dirname } from 'node:path';
import { ensureBuild } from './support/build.mjs';
import { ensurePages } from './support/pages.mjs';
import { explain } from './support/refusal.mjs';

try {
  const root = dirname(import.meta.dirname);
  await ensureBuild(root);
  await ensurePages(root);
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
