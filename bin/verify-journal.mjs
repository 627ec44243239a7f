// `npm run verify-journal`: reads the whole journal again and says whether a row was changed, taken out or slipped in.
// `npm run verify-journal -- --ledgers`: the rows of the ledgers as well, against the imprints that the house took of them.
// Works on DATABASE_URL, else on the running PostgreSQL of the data folder. Exit code 1 when something is not as it was, 2 when
// nothing could be verified.
import { dirname } from 'node:path';
import { ensureBuild } from './support/build.mjs';
import { foundDatabase } from './support/found-database.mjs';
import { explain, Refusal } from './support/refusal.mjs';

const root = dirname(import.meta.dirname);

try {
  const words = process.argv.slice(2);
  if (words.some((word) => word !== '--ledgers')) throw new Refusal('Say nothing, or --ledgers.');
  const { url, dataDir } = foundDatabase(root);
  await ensureBuild(root);
  const { verifyJournal } = await import('../dist/apps/job-runner/src/verify-journal.js');
  const environment = { ...process.env, DATABASE_URL: url, SHIHE_DATA_DIR: dataDir };
  process.exitCode = await verifyJournal(environment, words.includes('--ledgers')).catch((error) => {
    throw new Refusal(`Nothing was verified: ${error.message || error.code}. Set this right and run it again.`);
  });
} catch (error) {
  explain(error);
  process.exitCode = 2;
}
