import { JournalSealer } from '#platform/journal';
import { JournalVerify } from '../../../apps/job-runner/src/journal-verify.work.js';
import { RunnerWorksModule } from '../../../apps/job-runner/src/runner-works.module.js';
import { openHouse, type House } from '../../support/house.js';

let house: House;
beforeAll(async () => {
  house = await openHouse([RunnerWorksModule]);
});
afterAll(() => house.close());

const verifications = () =>
  house.database.query<{ entries: number; heads: object[]; findings: object[] }>(
    'SELECT entries, heads, findings FROM journal.verification ORDER BY finished_at',
  );

describe('the journal is verified every hour', () => {
  it('and what was found is written down, also when two runners do it at once', async () => {
    await house.database.query(
      `INSERT INTO journal.entry (topic, subject, payload) SELECT 'test.happened', 'test:' || n, '{}' FROM generate_series(1, 5) n`,
    );
    await house.get(JournalSealer).seal();
    const work = house.get(JournalVerify);
    await Promise.all([work.run(), work.run()]);
    const good = { entries: 5, heads: [{ chain: 'house', seq: 5 }], findings: [] };
    expect(await verifications()).toMatchObject([good, good]);
    await house.database.source.transaction(async (manager) => {
      await manager.query('ALTER TABLE journal.entry DISABLE TRIGGER ALL');
      await manager.query(`UPDATE journal.entry SET payload = '{"n":1}' WHERE subject = 'test:3'`);
      await manager.query('ALTER TABLE journal.entry ENABLE TRIGGER ALL');
    });
    await work.run();
    expect((await verifications()).at(-1)).toMatchObject({
      entries: 5,
      findings: [{ kind: 'changed', chain: 'house', seq: 3 }],
    });
  });

  it('and what was written down stays', async () => {
    for (const sql of [
      'UPDATE journal.verification SET findings = $1',
      'DELETE FROM journal.verification WHERE findings <> $1',
    ]) {
      await expect(house.database.query(sql, ['[]'])).rejects.toThrow('append-only');
    }
  });

  it('and neither the journal nor its chain can be emptied', async () => {
    for (const table of ['journal.entry', 'journal.link']) {
      await expect(house.database.query(`TRUNCATE ${table}`)).rejects.toThrow('append-only');
    }
  });
});
