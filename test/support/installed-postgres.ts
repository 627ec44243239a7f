import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../../bin/support/ports.mjs';
import { serverUser } from '../../bin/support/postgres-binaries.mjs';
import { guardProcess } from '../../bin/support/processes.mjs';

/** A PostgreSQL of this machine, with the programs for its backups that the one from npm comes without. */
export interface InstalledPostgres {
  /** As the owner `shihe`, to the database of that name. */
  url: string;
  folder: string;
  /** Everything as SQL, in plain text. */
  dump(): string;
  /** Makes a database of that name from a dump. @returns its address */
  restore(dump: string, name: string): string;
  stop(): Promise<void>;
}

/** Where an installed PostgreSQL has initdb, postgres, pg_dump and psql together; undefined where there is none. */
export function installedPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  const programs = ['initdb', 'postgres', 'pg_dump', 'psql'];
  return folders.find((folder) => programs.every((program) => existsSync(join(folder, program))));
}

/** A server of a test's own below `parent`, which everybody may walk through. */
export async function openInstalledPostgres(programs: string, parent: string): Promise<InstalledPostgres> {
  const folder = join(parent, 'installed-postgresql');
  const user = serverUser();
  const port = await freePort();
  mkdirSync(folder, { mode: 0o700 });
  chmodSync(parent, 0o711);
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const run = (program: string, words: string[], input?: string): string => {
    const { status, stdout, stderr } = spawnSync(join(programs, program), words, {
      encoding: 'utf8',
      cwd: '/',
      maxBuffer: 2 ** 30,
      ...(program === 'initdb' ? user : {}),
      ...(input === undefined ? {} : { input }),
    });
    if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${stderr.slice(0, 2_000)}`);
    return stdout;
  };
  run('initdb', ['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync']);
  const settings = {
    port, listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: 200,
    // As docs/operations.md asks for: what a statement holds stays out of the server's own log.
    log_error_verbosity: 'terse', log_min_error_statement: 'panic', log_parameter_max_length_on_error: 0,
    logging_collector: 'on', log_directory: 'log',
  }; // prettier-ignore
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(programs, 'postgres'), ['-D', folder, ...words], { ...user, cwd: '/', stdio: 'ignore' });
  const guard = guardProcess(server.pid ?? 0, 'INT');
  const ended = new Promise((done) => server.once('exit', done));
  const url = (name: string, owner = 'shihe') => `postgresql://${owner}@127.0.0.1:${port}/${name}`;
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url('postgres', 'postgres') });
    try {
      await client.connect();
      await client.query('CREATE ROLE shihe LOGIN CREATEROLE');
      await client.query('CREATE DATABASE shihe OWNER shihe');
      break;
    } catch (error) {
      if (attempt === 300 || server.exitCode !== null) throw error;
      await pause(100);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return {
    url: url('shihe'),
    folder,
    dump: () => run('pg_dump', ['-d', url('shihe', 'postgres')]),
    restore(dump, name) {
      run('psql', ['-qX', '-d', url('postgres', 'postgres'), '-c', `CREATE DATABASE ${name} OWNER shihe`]);
      run('psql', ['-qX', '-v', 'ON_ERROR_STOP=1', '-d', url(name, 'postgres')], dump);
      return url(name);
    },
    async stop() {
      server.kill('SIGINT');
      await ended;
      await guard.dismiss();
    },
  };
}
