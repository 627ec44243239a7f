import 'reflect-metadata';
import { readSettings, refuseExampleSecrets } from '#platform/config';
import { createQueueDisplay } from './create-queue-display.js';

try {
  // The boards have a login of their own, no keys, and nothing to do with the other addresses.
  const { DISPLAY_DATABASE_URL } = process.env;
  refuseExampleSecrets({ ...process.env, DATABASE_URL: DISPLAY_DATABASE_URL }, undefined);
  const settings = readSettings({ ...process.env, DATABASE_URL: DISPLAY_DATABASE_URL });
  const app = await createQueueDisplay(settings);
  await app.listen(settings.queueDisplayPort, settings.host);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
