import 'reflect-metadata';
import { hostname } from 'node:os';
import { readSettings, refuseExampleSecrets } from '#platform/config';
import { addressFor, readLogins } from '#platform/database';
import { readJobsOptions } from '#platform/jobs';
import { createJobRunner } from './create-job-runner.js';

try {
  const settings = readSettings(process.env);
  refuseExampleSecrets(process.env, settings.keysFile);
  const options = readJobsOptions(process.env, {
    databaseUrl: addressFor(settings.databaseUrl, 'jobs', readLogins(settings.loginsFile, ['jobs']).jobs ?? ''),
    redisUrl: settings.redisUrl,
    runner: `${hostname()}:${settings.jobRunnerPort}`,
  });
  // A worker that died silently cannot be repaired from inside: the supervisor starts the process anew.
  const app = await createJobRunner(settings, options, () => process.exit(1));
  await app.listen(settings.jobRunnerPort, settings.host);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
