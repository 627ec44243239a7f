import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { createTestDatabase } from '../support/database.js';
import { embeddedDatabaseUrl, processesOf, somePlace, StartedShihe, type Place } from '../support/started-shihe.js';

const onLinux = process.platform === 'linux' ? it : it.skip;
/** Each start brings up three apps, and the machine may be busy with other specs. */
const patience = 240_000;
let place: Place;
let started: StartedShihe[];

beforeEach(async () => {
  place = await somePlace();
  started = [];
});

afterEach(async () => {
  for (const shihe of started) await shihe.stop();
  place.remove();
}, patience);

function start(environment: Record<string, string> = {}): StartedShihe {
  const shihe = new StartedShihe(place, environment);
  started.push(shihe);
  return shihe;
}

/** Starts, expects a refusal in one line and nothing left behind, and returns the line. */
async function refusal(environment: Record<string, string> = {}): Promise<string> {
  const shihe = start(environment);
  expect(await shihe.exitCode).toBe(1);
  expect(shihe.refusals()).toHaveLength(1);
  expect(shihe.output).not.toContain('    at ');
  if (process.platform === 'linux') expect(processesOf(place.dataDir)).toEqual([]);
  return shihe.refusals()[0]!;
}

async function inDatabase(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: embeddedDatabaseUrl(place.dataDir) });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('npm start', () => {
  onLinux(
    'finds yesterday’s data again, and Ctrl-C leaves no process behind',
    async () => {
      const yesterday = start();
      await yesterday.ready();
      await inDatabase(`CREATE TABLE public.left_behind AS SELECT 'yesterday' AS day`);
      const keys = readFileSync(join(place.dataDir, 'keys.json'), 'utf8');
      expect(await yesterday.stop()).toBe(0);
      expect(processesOf(place.dataDir)).toEqual([]);

      const today = start();
      await today.ready();
      expect(await inDatabase('SELECT day FROM public.left_behind')).toEqual([{ day: 'yesterday' }]);
      expect(readFileSync(join(place.dataDir, 'keys.json'), 'utf8')).toBe(keys);
      expect(await today.stop()).toBe(0);
      expect(processesOf(place.dataDir)).toEqual([]);
    },
    patience,
  );

  onLinux(
    'leaves no process behind when it is killed without a word, and starts again',
    async () => {
      const first = start();
      await first.ready();
      first.signal('SIGKILL');
      await first.exitCode;
      while (processesOf(place.dataDir).length > 0) await new Promise((done) => setTimeout(done, 100));

      const second = start();
      await second.ready();
      expect(await second.stop()).toBe(0);
    },
    patience,
  );

  onLinux(
    'brings back an app and the database when they are killed',
    async () => {
      const shihe = start();
      await shihe.ready();
      const running = processesOf(place.dataDir);
      const boards = running.find(({ command }) => command.includes('queue-display'))!;
      const [postmaster] = readFileSync(join(place.dataDir, 'postgresql', 'postmaster.pid'), 'utf8').split('\n');
      process.kill(boards.pid, 'SIGKILL');
      while (!shihe.output.includes('queue-display is back')) await new Promise((done) => setTimeout(done, 100));
      process.kill(Number(postmaster), 'SIGKILL');
      while (!shihe.output.includes('PostgreSQL is back')) await new Promise((done) => setTimeout(done, 100));
      expect(await inDatabase('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    },
    patience,
  );

  it(
    'refuses a second start in the same data folder and names the first',
    async () => {
      await start().ready();
      const others = await somePlace();
      const second = new StartedShihe({ ...place, ports: others.ports });
      expect(await second.exitCode).toBe(1);
      expect(second.refusals()).toEqual([expect.stringMatching(/Another start \(process \d+\).*SHIHE_DATA_DIR/)]);
      others.remove();
    },
    patience,
  );

  it('says which port is busy and which variable chooses another', async () => {
    const neighbour = await listenOn(Number(place.ports.QUEUE_DISPLAY_PORT));
    try {
      const line = await refusal();
      expect(line).toContain(`Port ${place.ports.QUEUE_DISPLAY_PORT} for queue-display is taken`);
      expect(line).toContain('QUEUE_DISPLAY_PORT=');
    } finally {
      neighbour.close();
    }
  });

  it(
    'does not go on in earnest with what everybody knows of the demonstration, nor with keys that others may read',
    async () => {
      const demonstration = start({ SHIHE_DEMO: 'on', SHIHE_DEMO_RESIDENTS: '0' });
      await demonstration.ready();
      expect(await demonstration.stop()).toBe(0);
      expect(await refusal()).toMatch(/Everybody knows the password of admin/);
      chmodSync(join(place.dataDir, 'keys.json'), 0o644);
      expect(await refusal()).toContain('chmod 600');
      const again = start({ SHIHE_DEMO: 'on', SHIHE_DEMO_RESIDENTS: '0' });
      await again.ready();
      expect(await again.stop()).toBe(0);
    },
    patience,
  );

  it('refuses a data folder that is none', async () => {
    writeFileSync(join(dirname(place.dataDir), 'data'), 'a file');
    expect(await refusal()).toContain('SHIHE_DATA_DIR');
  });

  it('refuses a database that may forget acknowledged scans', async () => {
    const forgetful = await createTestDatabase();
    expect(await refusal({ DATABASE_URL: forgetful.url })).toContain('fsync=on');
    await forgetful.drop();
  });

  it('refuses a database, and a Redis, that nobody answers for', async () => {
    const nobody = `127.0.0.1:${place.ports.JOB_RUNNER_PORT}`;
    expect(await refusal({ DATABASE_URL: `postgresql://shihe:x@${nobody}/shihe` })).toContain('Check DATABASE_URL');
    expect(await refusal({ REDIS_URL: `redis://${nobody}` })).toContain('Check REDIS_URL');
  });
});

async function listenOn(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return server;
}
