// The ground every figure stands on: a durable PostgreSQL of our own in a temporary folder, migrated, with keys.
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ensureLogins } from '../../bin/support/logins.mjs';
import { startEmbeddedPostgres } from '../../bin/support/embedded-postgres.mjs';
import { migrate } from '../../db/migrate.mjs';

/**
 * @returns {Promise<{ folder: string, databaseUrl: string, displayUrl: string, keysFile: string, loginsFile: string,
 *   sql: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>, close: () => Promise<void> }>}
 */
export async function layGround() {
  const folder = mkdtempSync(join(tmpdir(), 'shihe-bench-'));
  // Root's database server runs as nobody and must be able to walk through: else its files lie elsewhere and stay there.
  chmodSync(folder, 0o711);
  const postgres = await startEmbeddedPostgres({
    dataDir: join(folder, 'postgresql'),
    durable: true,
    removeAfterwards: folder,
  });
  const loginsFile = ensureLogins(folder);
  const logins = JSON.parse(readFileSync(loginsFile, 'utf8'));
  await migrate({ databaseUrl: postgres.url, displayDatabaseUrl: postgres.displayUrl, logins });
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  const keysFile = join(folder, 'keys.json');
  const signing = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  const key = () => randomBytes(32).toString('base64');
  writeFileSync(keysFile, JSON.stringify({ vault: key(), index: key(), codeSigning: signing }), { mode: 0o600 });
  return {
    folder,
    databaseUrl: postgres.url,
    displayUrl: postgres.displayUrl,
    keysFile,
    loginsFile,
    sql: async (text, values) => (await client.query(text, values)).rows,
    async close() {
      await client.end();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A session of this account, made without the sign-in door; gives the token. */
export async function sessionOf(sql, accountId) {
  const token = randomBytes(32).toString('base64url');
  await sql(
    `INSERT INTO access.session (token_hash, account_id, expires_at) VALUES ($1, $2, now() + interval '12 hours')`,
    [createHash('sha256').update(token).digest(), accountId],
  );
  return token;
}
