// `node bin/admin.mjs zhang "张三" security`: adds one of the three administrators (admin unless told), who add everybody
// else. `node bin/admin.mjs --reset zhang`: for an administrator who is locked out; a new password, no second factor, no
// sessions. Prints a password once, or takes the one in SHIHE_ADMIN_PASSWORD. Works on DATABASE_URL, else on the running
// PostgreSQL of the data folder.
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { foundDatabase } from './support/found-database.mjs';
import { explain, Refusal } from './support/refusal.mjs';

const administrators = ['admin', 'security', 'auditor'];

try {
  const [first, ...rest] = process.argv.slice(2);
  const isReset = first === '--reset';
  const [username = '', displayName = username, role = 'admin'] = isReset ? rest : [first, ...rest];
  if (!/^[a-z][a-z0-9._-]{1,63}$/.test(username)) {
    throw new Refusal(
      'Say who: node bin/admin.mjs zhang "张三" security (the username in small letters, digits, dot, dash).',
    );
  }
  if (!administrators.includes(role)) {
    throw new Refusal(`There is no administrator "${role}": say ${administrators.join(', ')}.`);
  }
  const chosen = process.env.SHIHE_ADMIN_PASSWORD;
  if (chosen !== undefined && chosen.length < 8)
    throw new Refusal('SHIHE_ADMIN_PASSWORD needs eight characters or more.');
  const password = chosen ?? randomBytes(12).toString('base64url');
  const done = isReset ? 'Reset' : 'Added';
  await inDatabase((client) =>
    isReset
      ? resetAdministrator(client, username, password)
      : addAdministrator(client, { username, displayName, role, password }),
  );
  console.log(chosen === undefined ? `${done} ${username}, password ${password}` : `${done} ${username}.`);
} catch (error) {
  explain(error);
  process.exitCode = 1;
}

async function addAdministrator(client, { username, displayName, role, password }) {
  const id = uuidv7();
  const added = await client.query(
    `INSERT INTO access.account (id, username, role, display_name, password_hash) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (username) DO NOTHING`,
    [id, username, role, displayName, await hash(password)],
  );
  if (added.rowCount === 0) throw new Refusal(`The username ${username} is taken: choose another.`);
  await record(client, 'access.account-added', id, { accountId: id, role, disabled: false });
}

async function resetAdministrator(client, username, password) {
  const { rows } = await client.query(
    `UPDATE access.account
        SET password_hash = $2, password_set_at = now(), disabled_at = NULL, disabled_by = NULL, disabled_reason = NULL
      WHERE username = $1 AND role = ANY ($3) RETURNING id`,
    [username, await hash(password), administrators],
  );
  if (rows.length === 0) throw new Refusal(`There is no administrator ${username}.`);
  const [{ id }] = rows;
  await client.query(
    `UPDATE access.second_factor SET secret_sealed = NULL, begun_in = NULL, confirmed_at = NULL, confirmed_step = NULL
      WHERE account_id = $1`,
    [id],
  );
  await client.query('UPDATE access.recovery_code SET used_at = now() WHERE account_id = $1 AND used_at IS NULL', [id]);
  await client.query(
    'UPDATE access.known_device SET forgotten_at = now() WHERE account_id = $1 AND forgotten_at IS NULL',
    [id],
  );
  const ended = await client.query(
    'UPDATE access.session SET revoked_at = now() WHERE account_id = $1 AND revoked_at IS NULL',
    [id],
  );
  await client.query(`SELECT pg_notify('live', $1)`, [`sessions:${id}`]);
  await record(client, 'access.administrator-reset', id, { accountId: id, sessionsEnded: ended.rowCount });
}

/** Nobody is signed in here: the journal says that it was done on the server. */
async function record(client, topic, id, payload) {
  await client.query(
    'INSERT INTO journal.entry (id, topic, actor_id, subject, payload) VALUES ($1, $2, NULL, $3, $4)',
    [uuidv7(), topic, `account:${id}`, JSON.stringify(payload)],
  );
}

/** One transaction as the owner of the database. */
async function inDatabase(work) {
  const client = new pg.Client({
    connectionString: foundDatabase(dirname(import.meta.dirname)).url,
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  await client.connect().catch((error) => {
    throw new Refusal(`The database cannot be reached (${error.message}): is Shihe running?`);
  });
  try {
    await client.query('BEGIN');
    await work(client);
    await client.query('COMMIT');
  } catch (error) {
    if (error.code === '42P01' || error.code === '3F000') {
      throw new Refusal('The database has no schema yet: start Shihe once, or run node db/migrate.mjs.');
    }
    throw error;
  } finally {
    await client.end();
  }
}
