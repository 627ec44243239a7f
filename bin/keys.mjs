// `npm run keys -- new /safe/place/keys.json`: makes the keys of a new installation. Never writes over a file.
// `npm run keys -- rotate`: a new key for the ledger; the job-runner seals everything anew with it.
// `npm run keys -- rotate-wrapping`: a new key in the keys file, which wraps those in the database.
// `npm run keys -- forget`: destroys what of the keys file is no longer needed; older backups open no longer.
// Works on SHIHE_KEYS_FILE and DATABASE_URL, else on the data folder and its running PostgreSQL.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { writeKeys } from './support/keys.mjs';
import { explain, Refusal } from './support/refusal.mjs';

const acts = ['rotate', 'rotate-wrapping', 'forget'];
const [act = '', file] = process.argv.slice(2);

try {
  if (acts.includes(act)) await renew(act);
  else if (act === 'new' && file !== undefined) make(file);
  else throw new Refusal(`Say what to do: new <file>, ${acts.join(', ')}.`);
} catch (error) {
  explain(error);
  process.exitCode = 1;
}

function make(path) {
  if (existsSync(path)) {
    throw new Refusal(
      `${path} exists already, and the names in a database open only with the keys they were locked with.`,
    );
  }
  writeKeys(resolve(path));
  console.log(`Made ${path}. Keep a copy apart from the database's backups: without it the names stay locked.`);
}

async function renew(what) {
  const root = dirname(import.meta.dirname);
  const { ensureBuild } = await import('./support/build.mjs');
  const { foundDatabase } = await import('./support/found-database.mjs');
  const { url, dataDir } = foundDatabase(root);
  const keysFile = process.env.SHIHE_KEYS_FILE || join(dataDir, 'keys.json');
  await ensureBuild(root);
  const { renewKeys } = await import('../dist/apps/job-runner/src/renew-keys.js');
  const environment = { ...process.env, DATABASE_URL: url, SHIHE_DATA_DIR: dataDir, SHIHE_KEYS_FILE: keysFile };
  await renewKeys(what, environment, (line) => console.log(line)).catch((error) => {
    throw new Refusal(error.message);
  });
}
