#!/usr/bin/env node
// `npm run fuzz`: every field of every operation of the contract with everything that does not belong there.
import { runTypescript } from './support/typescript-program.mjs';

await runTypescript('test/fuzz/main.ts');
