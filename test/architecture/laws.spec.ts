import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = process.cwd();
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** A small house in which every law is broken once: file → its text. */
const planted: Record<string, string> = {
  'libs/platform/errors/src/index.ts': `export const plain = 1;\n`,
  'libs/platform/errors/src/secret.ts': `export const secret = 1;\n`,
  'libs/platform/clock/src/index.ts': `export { room } from '#journey/queue';\n`,
  'libs/platform/vault/src/index.ts': `export { app } from '../../../../apps/site-api/src/app.js';\n`,
  'libs/journey/queue/src/index.ts': `export const room = 1;\n`,
  'libs/journey/queue/src/early.service.ts': `export { late } from '#journey/results';\n`,
  'libs/journey/queue/src/burglar.service.ts': `export { secret } from '../../../platform/errors/src/secret.js';\n`,
  'libs/journey/queue/src/mirror.service.ts': `export { room } from './index.js';\n`,
  'libs/journey/queue/src/cellar.service.ts': `import pg from 'pg';\nexport const client = pg.Client;\n`,
  'libs/journey/queue/src/waiter.service.ts': `import { io } from 'socket.io';\nexport const socket = io;\n`,
  'libs/journey/queue/src/impure.ts': `import { Injectable } from '@nestjs/common';\nexport const impure = Injectable;\n`,
  'libs/journey/queue/src/circle-a.ts': `import { b } from './circle-b.js';\nexport const a = (): number => b();\n`,
  'libs/journey/queue/src/circle-b.ts': `import { a } from './circle-a.js';\nexport const b = (): number => a();\n`,
  'libs/journey/queue/src/orphan.ts': `export const nobody = 1;\n`,
  'libs/journey/results/src/index.ts': `export const late = 1;\n`,
  'apps/site-api/src/app.ts': `import { display } from '../../queue-display/src/display.js';\nexport const app = display;\n`,
  'apps/queue-display/src/display.ts': `export const display = 1;\n`,
  'day/src/day.ts': `import { room } from '#journey/queue';\nexport const day = room;\n`,
};

interface Violation {
  from: string;
  rule: { name: string };
}

function violationsOf(folder: string): Violation[] {
  const args = [cruiser, 'apps', 'libs', 'day', '--config', 'architecture/laws.mjs', '--output-type', 'json'];
  let output: string;
  try {
    output = execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 });
  } catch (error) {
    // It ends with the number of violations as its exit code; the report is there all the same.
    output = (error as { stdout: string }).stdout;
  }
  return (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations;
}

describe('the laws between rooms', () => {
  let folder: string;
  let found: string[];

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'shihe-laws-')));
    for (const name of ['architecture', 'package.json', 'tsconfig.json']) {
      cpSync(join(root, name), join(folder, name), { recursive: true });
    }
    symlinkSync(realpathSync(join(root, 'node_modules')), join(folder, 'node_modules'));
    for (const [path, text] of Object.entries(planted)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    found = violationsOf(folder).map(({ from, rule }) => `${from}: ${rule.name}`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['a room that looks ahead', 'libs/journey/queue/src/early.service.ts: queue-never-looks-ahead'],
    ['somebody who climbs in by the window', 'libs/journey/queue/src/burglar.service.ts: enter-by-the-door'],
    ['a room that goes out by its own door', 'libs/journey/queue/src/mirror.service.ts: never-use-your-own-door'],
    ['plumbing that tells the story', 'libs/platform/clock/src/index.ts: platform-knows-no-story'],
    ['a library that knows an app', 'libs/platform/vault/src/index.ts: rooms-do-not-know-apps'],
    ['an app that knows another app', 'apps/site-api/src/app.ts: apps-are-strangers'],
    ['a day that uses more than the public doors', 'day/src/day.ts: the-day-uses-public-doors-alone'],
    ['SQL outside the cellar', 'libs/journey/queue/src/cellar.service.ts: sql-stays-in-the-cellar'],
    [
      'a room that knows how it is called',
      'libs/journey/queue/src/waiter.service.ts: a-room-does-not-know-how-it-is-called',
    ],
    ['a pure file that is not', 'libs/journey/queue/src/impure.ts: pure-files-stay-pure'],
    ['files that go round in a circle', 'libs/journey/queue/src/circle-a.ts: no-circles'],
    ['a file that nobody uses', 'libs/journey/queue/src/orphan.ts: no-orphans'],
  ])('catch %s', (_, violation) => {
    expect(found).toContain(violation);
  });
});
