// `npm run contract`: writes contract/openapi.json and the types of its client from the routes as they are.
// `npm run contract -- --check` only says whether both are fresh. Uses a PostgreSQL of its own, never another.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { migrate } from '../db/migrate.mjs';
import { ensureBuild } from './support/build.mjs';
import { startEmbeddedPostgres } from './support/embedded-postgres.mjs';
import { writeKeys } from './support/keys.mjs';
import { ensureLogins } from './support/logins.mjs';
import { explain } from './support/refusal.mjs';

const root = dirname(import.meta.dirname);
const openapi = join(root, 'contract', 'openapi.json');
const client = join(root, 'contract', 'client.d.ts');

try {
  await ensureBuild(root);
  const contract = await presentContract();
  const types = await typesOf(contract);
  const stale = [
    [openapi, contract],
    [client, types],
  ].filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text);
  if (stale.length === 0) console.log('The contract is fresh.');
  else if (process.argv.includes('--check')) {
    console.error(
      `Not fresh: ${stale.map(([file]) => file.slice(root.length + 1)).join(', ')}. Run npm run contract and commit.`,
    );
    process.exitCode = 1;
  } else {
    for (const [file, text] of stale) writeFileSync(file, text);
    console.log(`Written: ${stale.map(([file]) => file.slice(root.length + 1)).join(', ')}.`);
  }
} catch (error) {
  explain(error);
  process.exitCode = 1;
}

async function presentContract() {
  const folder = mkdtempSync(join(tmpdir(), 'shihe-contract-'));
  // Root's database server runs as nobody and must be able to walk through.
  chmodSync(folder, 0o711);
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgresql'), durable: false });
  try {
    const keys = join(folder, 'keys.json');
    writeKeys(keys);
    const logins = ensureLogins(folder);
    await migrate({
      databaseUrl: server.url,
      displayDatabaseUrl: server.displayUrl,
      logins: JSON.parse(readFileSync(logins, 'utf8')),
      durable: false,
    });
    return execFileSync(process.execPath, [join(root, 'dist/apps/site-api/src/contract.js')], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      env: {
        ...process.env,
        DATABASE_URL: server.url,
        SHIHE_DATA_DIR: folder,
        SHIHE_KEYS_FILE: keys,
        SHIHE_LOGINS_FILE: logins,
        REDIS_URL: '',
      },
    });
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function typesOf(contract) {
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  const head = '// Generated from openapi.json by npm run contract; not to be edited.\n';
  return head + astToString(await openapiTS(JSON.parse(contract)));
}
