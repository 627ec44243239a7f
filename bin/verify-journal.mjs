// `npm run verify-journal`: reads the whole journal again and says whether a row was changed, taken out or slipped in.
// Works on DATABASE_URL, else on the running PostgreSQL of the data folder. Exit code 1 when something is not as it was.
import { dirname } from 'node:path';
import { ensureBuild } from './support/build.mjs';
import { foundDatabase } from './support/found-database.mjs';
import { explain } from './support/refusal.mjs';

const root = dirname(import.meta.dirname);

try {
  const { url, dataDir } = foundDatabase(root);
  await ensureBuild(root);
  const { verifyJournal } = await import('../dist/apps/job-runner/src/verify-journal.js');
  process.exitCode = await verifyJournal({ ...process.env, DATABASE_URL: url, SHIHE_DATA_DIR: dataDir });
} catch (error) {
  explain(error);
  process.exitCode = 2;
}
