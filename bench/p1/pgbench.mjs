// The baseline: pgbench calling the plain function of baseline.sql.
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** @throws when there is none, saying what to install. */
export function findPgbench() {
  const debian = '/usr/lib/postgresql';
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...(existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : []),
  ];
  const found = folders.map((folder) => join(folder, 'pgbench')).find((path) => existsSync(path));
  if (found === undefined)
    throw new Error('pgbench was not found. It comes with PostgreSQL: apt-get install postgresql-contrib');
  return found;
}

/** Swabs a second; `clients` connections, `firstPerson` on, each in its own stretch of people. */
export async function runPgbench(ground, { clients, seconds, firstPerson, stride }) {
  const script = join(ground.folder, 'swab.sql');
  writeFileSync(script, `\\set i :i + 1\nSELECT baseline.record_swab(${firstPerson} + :client_id * ${stride} + :i);\n`);
  const { stdout } = await promisify(execFile)(findPgbench(), [
    '-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds), '-D', 'i=-1', '-f', script,
    ground.databaseUrl,
  ]); // prettier-ignore
  const perSecond = /tps = ([\d.]+)/.exec(stdout)?.[1];
  if (perSecond === undefined || /failed: [1-9]/.test(stdout)) throw new Error('pgbench did not end well');
  return Number(perSecond);
}
