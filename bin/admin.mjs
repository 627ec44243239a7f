// `node bin/admin.mjs zhang "张三"`: adds an administrator, who then adds everybody else. Prints a password once, or
// takes the one in SHIHE_ADMIN_PASSWORD. Works on DATABASE_URL, else on the running PostgreSQL of the data folder.
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { foundDatabase } from './support/found-database.mjs';
import { explain, Refusal } from './support/refusal.mjs';

try {
  const [username = '', displayName = username] = process.argv.slice(2);
  if (!/^[a-z][a-z0-9._-]{1,63}$/.test(username)) {
    throw new Refusal('Say who: node bin/admin.mjs zhang "张三" (the username in small letters, digits, dot, dash).');
  }
  const chosen = process.env.SHIHE_ADMIN_PASSWORD;
  if (chosen !== undefined && chosen.length < 8)
    throw new Refusal('SHIHE_ADMIN_PASSWORD needs eight characters or more.');
  const password = chosen ?? randomBytes(12).toString('base64url');
  await addAdministrator(username, displayName, password);
  console.log(chosen === undefined ? `Added ${username}, password ${password}` : `Added ${username}.`);
} catch (error) {
  explain(error);
  process.exitCode = 1;
}

async function addAdministrator(username, displayName, password) {
  const client = new pg.Client({
    connectionString: foundDatabase(dirname(import.meta.dirname)).url,
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  await client.connect().catch((error) => {
    throw new Refusal(`The database cannot be reached (${error.message}): is Shihe running?`);
  });
  try {
    const added = await client.query(
      `INSERT INTO access.account (id, username, role, display_name, password_hash) VALUES ($1, $2, 'admin', $3, $4)
       ON CONFLICT (username) DO NOTHING`,
      [uuidv7(), username, displayName, await hash(password)],
    );
    if (added.rowCount === 0) throw new Refusal(`The username ${username} is taken: choose another.`);
  } catch (error) {
    if (error.code === '42P01' || error.code === '3F000') {
      throw new Refusal('The database has no schema yet: start Shihe once, or run node db/migrate.mjs.');
    }
    throw error;
  } finally {
    await client.end();
  }
}
