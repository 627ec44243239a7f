import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A folder of one test's own, with three free ports: what `npm start` needs to run beside everything else. */
export interface Place {
  readonly dataDir: string;
  readonly ports: { SITE_API_PORT: string; QUEUE_DISPLAY_PORT: string; JOB_RUNNER_PORT: string };
  remove(): void;
}

export async function somePlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'shihe-start-'));
  // Root's database server runs as nobody and must be able to walk through.
  chmodSync(folder, 0o711);
  const [site, display, jobs] = await freePorts(3);
  return {
    dataDir: join(folder, 'data'),
    ports: { SITE_API_PORT: site!, QUEUE_DISPLAY_PORT: display!, JOB_RUNNER_PORT: jobs! },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** One run of bin/start.mjs and what it said. */
export class StartedShihe {
  output = '';
  readonly exitCode: Promise<number | null>;
  private readonly child: ChildProcess;

  constructor(place: Place, environment: Record<string, string> = {}) {
    this.child = spawn(process.execPath, ['bin/start.mjs'], {
      env: { ...plainEnvironment(), ...place.ports, SHIHE_DATA_DIR: place.dataDir, SHIHE_DEMO: 'off', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const hear = (chunk: Buffer) => (this.output += chunk.toString());
    this.child.stdout!.on('data', hear);
    this.child.stderr!.on('data', hear);
    this.exitCode = new Promise((done) => this.child.once('close', done));
  }

  /** Waits for the table that says what to open; throws what was said instead. */
  async ready(): Promise<void> {
    while (!this.output.includes('is ready')) {
      if (this.child.exitCode !== null) throw new Error(`It did not start: ${this.output}`);
      await sleep(50);
    }
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  async stop(): Promise<number | null> {
    this.signal('SIGINT');
    return this.exitCode;
  }

  /** The refusals it printed, one a line. */
  refusals(): string[] {
    return this.output.split('\n').filter((line) => line.startsWith('✗ '));
  }
}

/** Every living process that belongs to a data folder, by its command line or its environment. Linux only. */
export function processesOf(dataDir: string): { pid: number; command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => `${text(pid, 'cmdline')}${text(pid, 'environ')}`.includes(dataDir))
    .map((pid) => ({ pid: Number(pid), command: text(pid, 'cmdline').replaceAll('\0', ' ') }));
}

function text(pid: string, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return '';
  }
}

/** The database's own address of an embedded server, from its credentials. */
export function embeddedDatabaseUrl(dataDir: string): string {
  const file = join(dataDir, 'postgresql', 'shihe-credentials.json');
  if (!existsSync(file)) throw new Error(`There is no database in ${dataDir}`);
  const { shihe, port } = JSON.parse(readFileSync(file, 'utf8')) as { shihe: string; port: number };
  return `postgresql://shihe:${shihe}@127.0.0.1:${port}/shihe`;
}

/** Ports that nobody listens on at this moment; all taken at once, so that they differ. */
async function freePorts(count: number): Promise<string[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      return server;
    }),
  );
  const ports = servers.map((server) => String((server.address() as AddressInfo).port));
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

/** Without what the tests, npm or a developer's shell say about databases. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const others = /^(SHIHE_|DATABASE_|DISPLAY_|REDIS_|npm_|NODE_OPTIONS|NODE_ENV|JEST_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !others.test(name)));
}
