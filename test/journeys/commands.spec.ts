import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shihe-commands-'));
  expect(run('keys', ['new', keysFile()]).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

const keysFile = () => join(folder, 'keys.json');

/** A command on a database that is not there. */
function run(name: string, words: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`bin/${name}.mjs`, ...words], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: 'postgres://shihe:nobody@127.0.0.1:9/shihe',
      SHIHE_DATA_DIR: folder,
      SHIHE_KEYS_FILE: keysFile(),
    },
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

describe('a command that cannot reach the database', () => {
  it('does not say that the journal was tampered with', () => {
    const { status, said } = run('verify-journal', []);
    expect(status).toBe(2);
    expect(said).toMatch(/✗ Nothing was verified: .*ECONNREFUSED/u);
  });

  it('says why the keys could not be renewed', () => {
    const { status, said } = run('keys', ['rotate']);
    expect(status).not.toBe(0);
    expect(said).toMatch(/✗ .*ECONNREFUSED/u);
  });
});
