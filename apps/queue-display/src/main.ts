import 'reflect-metadata';
import { readSettings } from '#platform/config';
import { createQueueDisplay } from './create-queue-display.js';

const settings = readSettings({ ...process.env, DATABASE_URL: process.env.DISPLAY_DATABASE_URL });
const app = await createQueueDisplay(settings);
await app.listen(settings.queueDisplayPort, settings.host);
