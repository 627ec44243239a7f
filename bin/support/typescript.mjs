// Lets Node run the project's TypeScript tests without a build: node --import=./bin/support/typescript.mjs file.ts
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
