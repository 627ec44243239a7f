// `node bin/logins.mjs /safe/place/logins.json`: makes the passwords of the database logins. Never writes over a file.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { writePrivately } from './support/keys.mjs';
import { newLogins } from './support/logins.mjs';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Say where the passwords go: node bin/logins.mjs /safe/place/logins.json');
  process.exitCode = 2;
} else if (existsSync(file)) {
  console.error(`${file} exists already. To renew the passwords remove it, make it anew and run node db/migrate.mjs.`);
  process.exitCode = 1;
} else {
  writePrivately(resolve(file), `${JSON.stringify(newLogins(), null, 2)}\n`);
  console.log(`Made ${file}. Give it to node db/migrate.mjs and to the apps as SHIHE_LOGINS_FILE.`);
}
