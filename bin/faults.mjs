#!/usr/bin/env node
// `npm run faults`: a house of its own, load, faults, and a checker that compares what people were told with what is
// stored. `--tier smoke` takes a few minutes, `--tier full` up to three quarters of an hour.
import { runTypescript } from './support/typescript-program.mjs';

await runTypescript('test/faults/main.ts');
