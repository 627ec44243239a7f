import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuseExampleSecrets } from './example-secrets.js';

let folder: string;
let keys: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shihe-secrets-'));
  keys = join(folder, 'keys.json');
  write(randomBytes(32));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(key: Buffer): void {
  writeFileSync(keys, JSON.stringify({ wrapping: [{ id: 'a', key: key.toString('base64') }] }), { mode: 0o600 });
}

const earnest = {
  NODE_ENV: 'production',
  DATABASE_URL: `postgresql://shihe:${randomBytes(24).toString('hex')}@db/shihe`,
};
const start = (environment: Record<string, string | undefined>) => () =>
  refuseExampleSecrets({ ...earnest, ...environment }, keys);

describe('outside the demonstration', () => {
  it('a house with secrets of its own starts', () => {
    expect(start({})).not.toThrow();
    expect(start({ REDIS_URL: 'redis://127.0.0.1:6379', DATABASE_URL: 'postgresql://shihe@db/shihe' })).not.toThrow();
  });

  it.each([
    ['DATABASE_URL', 'postgresql://shihe:shihe@db/shihe'],
    ['DATABASE_URL', 'postgres://postgres:Postgres@db/shihe'],
    ['DISPLAY_DATABASE_URL', 'postgresql://shihe_display:changeme@db/shihe'],
    ['DATABASE_URL', 'postgresql://zhang:zhang@db/shihe'],
    ['REDIS_URL', 'redis://:redis@redis:6379'],
    ['REDIS_URL', 'rediss://default:%70assword@redis:6379'],
    ['ANY_OTHER_URL', 'postgresql://a:123456@db/b'],
  ])('%s with an example password keeps it from starting', (variable, value) => {
    expect(start({ [variable]: value })).toThrow(new RegExp(`${variable} holds an example password: set one`, 'u'));
    expect(start({ [variable]: value, SHIHE_DEMO: 'off' })).toThrow();
    expect(start({ [variable]: value, SHIHE_DEMO: 'maybe' })).toThrow();
  });

  it('the refusal does not repeat the secret', () => {
    expect(start({ DATABASE_URL: 'postgresql://u:letmein@db/shihe' })).toThrow(/^(?!.*letmein)/u);
  });

  it.each([0o640, 0o604, 0o660, 0o644])('a keys file that others may read (%i) keeps it from starting', (mode) => {
    chmodSync(keys, mode);
    expect(start({})).toThrow('chmod 600');
  });

  it('a keys file for its owner only is taken, also one that may only be read', () => {
    chmodSync(keys, 0o400);
    expect(start({})).not.toThrow();
  });

  it.each([Buffer.alloc(32), Buffer.alloc(32, 'ab'), Buffer.from('change-this-key-before-you-start')])(
    'a keys file with keys as examples have them keeps it from starting',
    (key) => {
      write(key);
      expect(start({})).toThrow('example keys');
    },
  );
});

describe('the demonstration, and a developer’s house', () => {
  it.each([{ SHIHE_DEMO: 'true' }, { SHIHE_DEMO: 'on' }, { NODE_ENV: 'development' }, { NODE_ENV: undefined }])(
    'starts with whatever it is given: %o',
    (environment) => {
      chmodSync(keys, 0o644);
      expect(start({ DATABASE_URL: 'postgresql://shihe:shihe@db/shihe', ...environment })).not.toThrow();
    },
  );
});
