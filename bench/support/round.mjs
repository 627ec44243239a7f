// A round that is ready to be scanned into, and the load that scans.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sessionOf } from './ground.mjs';

/** The one account, round, site … of round.sql. */
const one = '00000000-0000-7000-8000-000000000001';

/**
 * Lays a round with so many residents and a tube, already open, for every ten of them.
 * @returns {Promise<string>} the token of a scanner
 */
export async function layRound(ground, people) {
  const sql = readFileSync(join(import.meta.dirname, 'round.sql'), 'utf8');
  await ground.sql(sql.replaceAll(':people', String(people)));
  return sessionOf(ground.sql, one);
}

/**
 * Scans from a process of its own.
 * @param {{ port: number, token: string, connections: number, seconds: number, firstPerson: number, stride: number,
 *   rate?: number }} order each connection scans its own `stride` of people; `rate` in swabs a second, else as fast as it goes
 * @returns {Promise<{ acknowledged: number, refusals: Record<string, number>, perSecond: number, p50: number, p99: number }>}
 */
export async function scan(order) {
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(import.meta.dirname, 'swab-load.mjs'),
    JSON.stringify(order),
  ]);
  return JSON.parse(stdout);
}

/** @returns {Promise<number>} swabs that are stored */
export async function storedSwabs({ sql }) {
  const [row] = await sql('SELECT count(*)::int AS swabs FROM sampling.swab');
  return row.swabs;
}
