import 'reflect-metadata';
import { ExampleAccounts } from '#platform/access';
import { isInEarnest, readSettings, refuseExampleSecrets } from '#platform/config';
import { createSiteApi } from './create-site-api.js';

try {
  const settings = readSettings(process.env);
  refuseExampleSecrets(process.env, settings.keysFile);
  const app = await createSiteApi(settings);
  if (isInEarnest(process.env)) await app.get(ExampleAccounts).refuse(['shihe-demo', settings.demoPassword]);
  await app.listen(settings.siteApiPort, settings.host);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
