import 'reflect-metadata';
import { readSettings } from '#platform/config';
import { createSiteApi } from './create-site-api.js';

const settings = readSettings(process.env);
const app = await createSiteApi(settings);
await app.listen(settings.siteApiPort, settings.host);
