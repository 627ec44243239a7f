// npm test: everything that can be checked, one summary, and a last line "N passed, N failed, N skipped".
// `npm test -- --selectProjects unit` passes its arguments on to Jest.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './support/build.mjs';
import { ensureDependencies } from './support/dependencies.mjs';
import { checkNode } from './support/node-version.mjs';
import { ensurePages } from './support/pages.mjs';
import { whenNpmDies } from './support/processes.mjs';
import { explain } from './support/refusal.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const tool = (path) => join(root, 'node_modules', path);
const knipConfigs = ['knip.json', 'knip.jsonc', 'knip.ts', 'knip.js', 'knip.config.ts', 'knip.config.js'];

/** Two lanes side by side: the slow one alone, the quick ones after one another. Each check counts as one test. */
const lanes = [
  [{ name: 'lint', args: [tool('eslint/bin/eslint.js'), '.'] }],
  [
    { name: 'format', args: [tool('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'] },
    {
      name: 'import laws',
      args: [
        tool('dependency-cruiser/bin/dependency-cruise.mjs'),
        'apps',
        'libs',
        'day',
        '--config',
        'architecture/laws.mjs',
      ],
      needs: ['architecture/laws.mjs'],
    },
    { name: 'types', args: [tool('typescript/bin/tsc'), '--noEmit', '-p', '.'] },
    { name: 'types of the pages', args: [tool('typescript/bin/tsc'), '--noEmit', '-p', 'web'] },
    { name: 'schema is fresh', args: ['bin/schema.mjs', '--check'], needs: ['db/schema.sql'] },
    { name: 'contract is fresh', args: ['bin/contract.mjs', '--check'], needs: ['bin/contract.mjs'] },
    { name: 'map is fresh', args: ['bin/map.mjs', '--check'], needs: ['ARCHITECTURE.md'] },
    { name: 'unused code', args: [tool('knip/bin/knip.js')], needs: knipConfigs },
  ],
];

const results = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const reasons = [];
const children = new Set();
const leaving = new AbortController();

process.on('SIGINT', () => leave('SIGINT'));
process.on('SIGTERM', () => leave('SIGTERM'));
whenNpmDies(() => leave('SIGTERM'));

function leave(signal) {
  leaving.abort();
  for (const child of children) child.kill(signal);
}

try {
  checkNode();
  await ensureDependencies(root, { signal: leaving.signal });
  await ensureBuild(root, { signal: leaving.signal });
  await ensurePages(root, { signal: leaving.signal });
  await Promise.all(lanes.map(runLane));
  if (!leaving.signal.aborted) await runJest(process.argv.slice(2));
  // With words for Jest somebody wants these specs only.
  if (!leaving.signal.aborted && process.argv.length === 2) await runFaults();
} catch (error) {
  explain(error);
  results.failed += 1;
}
if (leaving.signal.aborted) results.failed += 1;
for (const failure of failures) console.log(`failed: ${failure}`);
for (const reason of reasons) console.log(`skipped: ${reason}`);
console.log(`${results.passed} passed, ${results.failed} failed, ${results.skipped} skipped`);
process.exitCode = results.failed === 0 ? 0 : 1;

async function runLane(checks) {
  for (const check of checks) {
    if (leaving.signal.aborted) return;
    if (check.needs !== undefined && !check.needs.some((file) => existsSync(join(root, file)))) continue;
    const startedAt = performance.now();
    const { code, output } = await run(check.args, 'pipe');
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    results[code === 0 ? 'passed' : 'failed'] += 1;
    if (code !== 0) failures.push(check.name);
    console.log(code === 0 ? `✓ ${check.name} (${seconds} s)` : `✗ ${check.name} (${seconds} s)\n${output.trimEnd()}`);
  }
}

async function runJest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'shihe-jest-'));
  const report = join(folder, 'report.json');
  try {
    const jest = ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning', tool('jest/bin/jest.js')];
    const options = ['--maxWorkers=2', '--passWithNoTests', '--json', `--outputFile=${report}`, ...args];
    const { code } = await run([...jest, ...options], 'show');
    count(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The faults that are tried on every change, alone on the machine: their times mean something then. */
async function runFaults() {
  const { code, output } = await run(['bin/faults.mjs', '--tier', 'smoke'], 'pipe');
  results[code === 0 ? 'passed' : 'failed'] += 1;
  if (code !== 0) failures.push('faults, smoke tier');
  console.log(`${code === 0 ? '✓' : '✗'} ${output.trim()}`);
}

function count(report, code) {
  if (report === undefined) {
    failures.push('Jest ended without a report');
    results.failed += 1;
    return;
  }
  // A file that does not even load has no tests to fail: it counts as one.
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  results.passed += report.numPassedTests;
  results.failed += code !== 0 && failed === 0 ? 1 : failed;
  results.skipped += report.numPendingTests + report.numTodoTests;
  const found = (program) => (process.env.PATH ?? '').split(delimiter).some((path) => existsSync(join(path, program)));
  for (const { name, status, assertionResults } of report.testResults) {
    const file = name.slice(root.length);
    const fallen = assertionResults.filter((result) => result.status === 'failed');
    failures.push(...fallen.map(({ fullName }) => `${fullName} (${file})`));
    if (status === 'failed' && fallen.length === 0) failures.push(`${file} could not be run`);
    const skipped = assertionResults.filter((result) => result.status === 'pending' || result.status === 'todo');
    reasons.push(...skipped.map(({ fullName }) => `${fullName} (${file})`));
  }
  if (reasons.length > 0 && !found('redis-server')) {
    reasons.push('what needs Redis, because no redis-server is on the PATH: install one to run it');
  }
  if (reasons.length > 0 && !found('chromium') && !process.env.SHIHE_CHROMIUM) {
    reasons.push(
      'what needs a browser, because no chromium is on the PATH: install one, or name one with SHIHE_CHROMIUM',
    );
  }
}

/** Runs a Node program without a keyboard; its output is shown as it comes, or returned. */
function run(args, mode) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: mode === 'show' ? ['ignore', 'ignore', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    });
    children.add(child);
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => done({ code: 1, output: error.message }));
    child.once('close', (code) => {
      children.delete(child);
      done({ code, output });
    });
  });
}
