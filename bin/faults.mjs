#!/usr/bin/env node
// `npm run faults`: a house of its own, load, faults, and a checker that compares what people were told with what is
// stored. `--tier smoke` takes a few minutes, `--tier full` up to three quarters of an hour.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { ensureBuild } from './support/build.mjs';
import { whenNpmDies } from './support/processes.mjs';

const root = dirname(import.meta.dirname);
await ensureBuild(root, { say: (line) => process.stderr.write(`${line}\n`) });
const hooks = new URL('./support/typescript.mjs', import.meta.url).href;
const program = join(root, 'test', 'faults', 'main.ts');
const withUs = new URL('./support/leave-with-parent.mjs', import.meta.url).href;
const words = [`--import=${withUs}`, `--import=${hooks}`, program, ...process.argv.slice(2)];
const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
const pass = (signal) => child.kill(signal);
process.on('SIGINT', () => pass('SIGINT'));
process.on('SIGTERM', () => pass('SIGTERM'));
whenNpmDies(() => pass('SIGTERM'));
child.once('exit', (code) => (process.exitCode = code ?? 1));
