// `npm run purge -- --rounds <id,id> --dry-run`         says what would be destroyed
// `npm run purge -- --through 2026-11-30 --security zhang --auditor li`   ends an epidemic, signed by two people
// `npm run purge`                                       goes on with one that was cut off
// `npm run purge -- hold <round|all> --reason "…" --security zhang --auditor li`, `… lift <hold> …`   legal holds
// `npm run purge -- verify <certificate.json>`
// Works as the owner of DATABASE_URL, else on the PostgreSQL of the data folder, which it starts for the time. Passwords
// are asked for, or read from SHIHE_SECURITY_PASSWORD and _CODE, SHIHE_AUDITOR_PASSWORD and _CODE.
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { ensureBuild } from './support/build.mjs';
import { openDataFolder } from './support/data-folder.mjs';
import { startEmbeddedPostgres } from './support/embedded-postgres.mjs';
import { explain, Refusal } from './support/refusal.mjs';

const root = dirname(import.meta.dirname);
const options = {
  rounds: { type: 'string' },
  through: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  k: { type: 'string', default: '10' },
  out: { type: 'string' },
  reason: { type: 'string' },
  security: { type: 'string' },
  auditor: { type: 'string' },
};

try {
  const { values, positionals } = read();
  const dataDir = resolve(process.env.SHIHE_DATA_DIR || join(root, '.shihe'));
  const keysFile = process.env.SHIHE_KEYS_FILE || join(dataDir, 'keys.json');
  await ensureBuild(root);
  const house = await import('../dist/apps/job-runner/src/purge.js');
  const say = (line) => console.log(line);
  const [act, what] = positionals;
  const security = () => credentials('security', values.security);
  const auditor = () => credentials('auditor', values.auditor);
  try {
    if (act === 'verify') {
      if (!house.verifyCertificate(what ?? '', process.env.SHIHE_KEYS_FILE, say)) process.exitCode = 1;
    } else {
      await withDatabase(dataDir, async (url) => {
        const environment = { ...process.env, DATABASE_URL: url, SHIHE_DATA_DIR: dataDir, SHIHE_KEYS_FILE: keysFile };
        if (act === 'hold') {
          if (!what || !values.reason) throw new Refusal('Say what is held and why: hold <round|all> --reason "…".');
          const by = [await security(), await auditor()];
          const hold = { roundId: what === 'all' ? null : what, reason: values.reason, by };
          await house.placeHold(hold, environment, say);
        } else if (act === 'lift') {
          await house.liftHold(what ?? '', [await security(), await auditor()], environment, say);
        } else await house.purge({ ...orderOf(values, dataDir), security, auditor }, environment, say);
      });
    }
  } catch (error) {
    throw error instanceof house.PurgeRefused ? new Refusal(error.message) : error;
  }
} catch (error) {
  explain(error);
  process.exitCode = 1;
}

function read() {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new Refusal(error.message);
  }
}

function orderOf(values, dataDir) {
  const k = Number(values.k);
  if (!Number.isInteger(k) || k < 2 || k > 1000) throw new Refusal('--k is a whole number from 2 to 1000.');
  const through = values.through === undefined ? undefined : new Date(values.through);
  if (Number.isNaN(through?.getTime())) throw new Refusal('--through is a day or a moment, for example 2026-11-30.');
  const rounds = values.rounds?.split(',').map((id) => id.trim());
  return { rounds, through, k, dryRun: values['dry-run'], folder: values.out ?? join(dataDir, 'certificates') };
}

async function withDatabase(dataDir, work) {
  if (process.env.DATABASE_URL) return work(process.env.DATABASE_URL);
  const folder = openDataFolder(dataDir);
  try {
    const server = await startEmbeddedPostgres({
      dataDir: folder.database,
      durable: true,
      logFile: join(folder.logs, 'postgresql.log'),
    });
    try {
      return await work(server.url);
    } finally {
      await server.stop();
    }
  } finally {
    folder.release();
  }
}

async function credentials(part, username) {
  const given = process.env[`SHIHE_${part.toUpperCase()}_PASSWORD`];
  if (!username) throw new Refusal(`Say who signs as ${part}: --${part} <username>.`);
  const password = given ?? (await ask(`Password of ${username} (${part}): `));
  const code =
    process.env[`SHIHE_${part.toUpperCase()}_CODE`] ?? (given ? '' : await ask('Code of the second factor: '));
  return { username, password, code: code.trim() || undefined };
}

/** Without showing what is typed. */
async function ask(question) {
  if (!process.stdin.isTTY) throw new Refusal('Nobody can be asked for a password here: set the variables for it.');
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const write = process.stdout.write.bind(process.stdout);
  write(question);
  process.stdout.write = () => true;
  try {
    return await lines.question('');
  } finally {
    process.stdout.write = write;
    write('\n');
    lines.close();
  }
}
