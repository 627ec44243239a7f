import 'reflect-metadata';
import { readSettings } from '#platform/config';
import { createSiteApi } from './create-site-api.js';
import { contractOf } from './front/contract.js';

// Prints the contract on standard output; run by bin/contract.mjs.
const app = await createSiteApi(readSettings({ ...process.env, SHIHE_LOG_LEVEL: 'silent' }));
await app.init();
process.stdout.write(`${JSON.stringify(contractOf(app), null, 2)}\n`);
await app.close();
