// `npm run schema`: writes db/schema.sql, the schema as all migrations together leave it, for people to read.
// `npm run schema -- --check` only says whether it is fresh. Uses a PostgreSQL of its own, never another.
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { migrate } from '../db/migrate.mjs';
import { startEmbeddedPostgres } from './support/embedded-postgres.mjs';
import { explain } from './support/refusal.mjs';
import { describeSchema } from './support/schema-text.mjs';

const file = fileURLToPath(new URL('../db/schema.sql', import.meta.url));

try {
  const fresh = await freshSchema();
  const current = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (!process.argv.includes('--check')) {
    writeFileSync(file, fresh);
    console.log(fresh === current ? 'db/schema.sql was fresh.' : 'db/schema.sql is written anew.');
  } else if (fresh === current) {
    console.log('db/schema.sql is fresh.');
  } else {
    console.error('db/schema.sql does not say what the migrations do: run npm run schema and commit it.');
    console.error(firstDifference(current, fresh));
    process.exitCode = 1;
  }
} catch (error) {
  explain(error);
  process.exitCode = 1;
}

async function freshSchema() {
  const folder = mkdtempSync(join(tmpdir(), 'shihe-schema-'));
  // Root's database server runs as nobody and must be able to walk through.
  chmodSync(folder, 0o711);
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, 'postgresql'),
    durable: false,
    removeAfterwards: folder,
  });
  try {
    await migrate({ databaseUrl: server.url, displayDatabaseUrl: server.displayUrl, durable: false });
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    try {
      return await describeSchema(client);
    } finally {
      await client.end();
    }
  } finally {
    await server.stop();
  }
}

function firstDifference(before, after) {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const line = now.findIndex((text, index) => text !== old[index]);
  return `line ${line + 1}:\n  file:       ${old[line] ?? '(ends)'}\n  migrations: ${now[line] ?? '(end)'}`;
}
