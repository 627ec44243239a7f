// npm run build: what an image or a server without development packages is made from.
import { dirname } from 'node:path';
import { ensureBuild } from './support/build.mjs';
import { explain } from './support/refusal.mjs';

try {
  await ensureBuild(dirname(import.meta.dirname));
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
