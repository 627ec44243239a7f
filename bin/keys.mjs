// `node bin/keys.mjs /safe/place/keys.json`: makes the keys of a new installation. Never writes over a file.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { writeKeys } from './support/keys.mjs';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Say where the keys go: node bin/keys.mjs /safe/place/keys.json');
  process.exitCode = 2;
} else if (existsSync(file)) {
  console.error(`${file} exists already, and the names in a database open only with the keys they were locked with.`);
  process.exitCode = 1;
} else {
  writeKeys(resolve(file));
  console.log(`Made ${file}. Keep a copy apart from the database's backups: without it the names stay locked.`);
}
