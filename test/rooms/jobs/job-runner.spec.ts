import { uuidv7 } from 'uuidv7';
import { readJobsOptions } from '#platform/jobs';
import { openHouse, type House } from '../../support/house.js';
import { createJobRunner } from '../../../apps/job-runner/src/create-job-runner.js';

let house: House;
beforeAll(async () => {
  house = await openHouse([]);
});
afterAll(() => house.close());

describe('the job runner', () => {
  it('starts with every job of the errand book, tells its health and figures, and stops', async () => {
    const options = readJobsOptions({}, { databaseUrl: house.settings.databaseUrl, runner: `test:${uuidv7()}` });
    const app = await createJobRunner(house.settings, options, () => undefined);
    await app.listen(0, '127.0.0.1');
    const url = await app.getUrl();

    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    const ready = await fetch(`${url}/health/ready`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ status: 'up', database: 'up', worker: 'up', queue: 'postgres' });
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toContain('shihe_errands{state="waiting"} 0');
    expect((await fetch(`${url}/api/v1/rounds`)).status).toBe(404);

    await app.close();
  });

  it('keeps the journal ready for the days to come', async () => {
    const [row] = await house.database.query<{ days: number }>(
      `SELECT count(*)::int AS days FROM pg_inherits WHERE inhparent = 'journal.entry'::regclass`,
    );
    expect(row!.days).toBeGreaterThanOrEqual(7);
  });
});
