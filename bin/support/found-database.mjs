// The database that a script is to work on: DATABASE_URL, else the running PostgreSQL of the data folder.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.mjs';

/**
 * @param {string} root the project's folder
 * @returns {{ url: string, dataDir: string }}
 * @throws {Refusal} when there is none
 */
export function foundDatabase(root) {
  const dataDir = process.env.SHIHE_DATA_DIR || join(root, '.shihe');
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, dataDir };
  const file = join(dataDir, 'postgresql', 'shihe-credentials.json');
  if (!existsSync(file)) {
    throw new Refusal(`There is no database in ${dataDir}: set DATABASE_URL, or start Shihe first.`);
  }
  const { shihe, port } = JSON.parse(readFileSync(file, 'utf8'));
  return { url: `postgresql://shihe:${shihe}@127.0.0.1:${port}/shihe`, dataDir };
}
