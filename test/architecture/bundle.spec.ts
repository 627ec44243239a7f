import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const packages = join(import.meta.dirname, '..', '..', 'node_modules');
let root: string;
let build: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shihe-bundle-'));
  build = join(root, '.draft');
  symlinkSync(packages, join(root, 'node_modules'));
  lay('package.json', JSON.stringify({ imports: { '#journey/*': { default: './dist/libs/journey/*/src/index.js' } } }));
  for (const file of ['queue-display/src/main', 'job-runner/src/main', 'site-api/src/demonstration']) {
    compiled(`apps/${file}`, '');
  }
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

describe('the one file of an app', () => {
  it('runs without the files that it was made from, and its errors name the TypeScript', () => {
    compiled('libs/journey/queue/src/index', 'export function call() {\n  throw new Error("nobody waits");\n}\n');
    compiled('apps/site-api/src/main', "import { call } from '#journey/queue';\ncall();\n");
    expect(bundled()).toBe('');
    for (const folder of ['apps', 'libs']) rmSync(join(build, folder), { recursive: true });
    const run = spawnSync(process.execPath, ['--enable-source-maps', join(build, 'bundles', 'site-api.js')]);
    expect(run.stderr.toString()).toMatch(/nobody waits[^]*libs\/journey\/queue\/src\/index\.ts:2/u);
  });

  it('is refused when a module of ours imports what is not there', () => {
    compiled('apps/site-api/src/main', "import './gate.js';\n");
    expect(bundled()).toMatch(/gate\.js/u);
    compiled('apps/site-api/src/main', "import 'a-package-nobody-installed';\n");
    expect(bundled()).toMatch(/site-api imports what is not there[^]*nobody-installed/u);
  });
});

/** What the bundler complains of, in a process of its own: its machine code does not know the realm of Jest. */
function bundled(): string {
  const door = new URL('../../bin/support/bundle.mjs', import.meta.url).href;
  const script = `const { bundleApps } = await import(${JSON.stringify(door)});
    await bundleApps(...${JSON.stringify([root, build])}).catch(({ message }) => console.error(message));`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script]).stderr.toString();
}

/** A module as the compiler leaves it: code, and a map line by line to the TypeScript. */
function compiled(path: string, code: string): void {
  const mappings = code
    .replaceAll(/[^\n]/gu, '')
    .split('')
    .map((_line, n) => (n === 0 ? 'AAAA' : 'AACA'))
    .join(';');
  lay(join('.draft', `${path}.js`), code);
  lay(
    join('.draft', `${path}.js.map`),
    JSON.stringify({ version: 3, sources: [join(root, `${path}.ts`)], names: [], mappings }),
  );
}

function lay(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
