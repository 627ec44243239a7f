import { readFileSync, writeFileSync } from 'node:fs';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { Transactions } from '#platform/database';
import { defineEvent, Journal, JournalChainModule, JournalSealer, JournalVerifier } from '#platform/journal';
import { openHouse, type House } from '../../support/house.js';

const Happened = defineEvent('test.happened', z.object({ what: z.string() }));
const siteIds = [uuidv7(), uuidv7()];

let house: House;

beforeEach(async () => {
  house = await openHouse([JournalChainModule]);
});
afterEach(() => house.close());

function happen(count: number, siteId?: string): Promise<void> {
  return house.get(Transactions).run(async (tx) => {
    for (let n = 0; n < count; n += 1) {
      await house
        .get(Journal)
        .record(tx, Happened, { actorId: null, siteId, subject: 'test:1', payload: { what: `${n}` } });
    }
  });
}

const seal = (): Promise<number> => house.get(JournalSealer).seal();

async function findings(strayAfterSeconds = 60): Promise<string[]> {
  const { findings: found } = await house.get(JournalVerifier).verify(strayAfterSeconds);
  return found.map(({ kind, seq }) => `${kind} ${seq ?? ''}`.trim());
}

/** What only the owner of the database can do: past every trigger. */
async function asOwner(sql: string, parameters: unknown[] = []): Promise<void> {
  await house.database.source.transaction(async (manager) => {
    await manager.query('ALTER TABLE journal.entry DISABLE TRIGGER ALL; ALTER TABLE journal.link DISABLE TRIGGER ALL');
    await manager.query(sql, parameters);
    await manager.query('ALTER TABLE journal.entry ENABLE TRIGGER ALL; ALTER TABLE journal.link ENABLE TRIGGER ALL');
  });
}

const thirdOfSite = `(SELECT entry_id FROM journal.link WHERE chain = $1 AND seq = 3)`;

describe('the journal', () => {
  it('is sealed once for each site, however often and by however many', async () => {
    await happen(5, siteIds[0]);
    await happen(3, siteIds[1]);
    await happen(2);
    expect(await Promise.all([seal(), seal(), seal()])).toContain(10);
    expect(await seal()).toBe(0);
    await happen(1, siteIds[0]);
    expect(await seal()).toBe(1);
    expect(await house.get(JournalVerifier).verify()).toMatchObject({ entries: 11, chains: 3, findings: [] });
  });

  it('lets nobody change or take out a row', async () => {
    await happen(1);
    await seal();
    for (const sql of ['UPDATE journal.entry SET subject = $1', 'UPDATE journal.link SET chain = $1']) {
      await expect(house.database.query(sql, ['x'])).rejects.toThrow('append-only');
    }
    for (const sql of ['DELETE FROM journal.entry', 'DELETE FROM journal.link']) {
      await expect(house.database.query(sql)).rejects.toThrow('append-only');
    }
  });

  it('seals an entry whose transaction was committed after later ones', async () => {
    const late = house.database.source.createQueryRunner();
    await late.startTransaction();
    await late.query(`INSERT INTO journal.entry (topic, subject, payload) VALUES ('test.late', 'test:late', '{}')`);
    await happen(3);
    expect(await seal()).toBe(3);
    await late.commitTransaction();
    await late.release();
    expect(await seal()).toBe(1);
    expect(await findings(0)).toEqual([]);
  });
});

describe('what the owner of the database did to it', () => {
  beforeEach(async () => {
    await happen(6, siteIds[0]);
    await happen(4);
    await seal();
    expect(await findings()).toEqual([]);
  });

  it('is found when a row was changed', async () => {
    await asOwner(`UPDATE journal.entry SET payload = '{"what":"else"}' WHERE id = ${thirdOfSite}`, [siteIds[0]]);
    expect(await findings()).toEqual(['changed 3']);
  });

  it('is found when only the moment of a row was changed', async () => {
    await asOwner(
      `UPDATE journal.entry SET recorded_at = recorded_at - interval '1 second' WHERE id = ${thirdOfSite}`,
      [siteIds[0]],
    );
    expect(await findings()).toEqual(['removed 3']);
    expect(await findings(0)).toEqual(['removed 3', 'slipped-in']);
  });

  it('is found when a row was taken out, also together with its link', async () => {
    await asOwner(`DELETE FROM journal.entry WHERE id = ${thirdOfSite}`, [siteIds[0]]);
    expect(await findings()).toEqual(['removed 3']);
    await asOwner('DELETE FROM journal.link WHERE chain = $1 AND seq = 3', [siteIds[0]]);
    expect(await findings()).toEqual(['link-missing 3']);
  });

  it('is found when a row was slipped in', async () => {
    await asOwner(
      `INSERT INTO journal.entry (recorded_at, topic, subject, payload) VALUES (now() - interval '1 day', 'test.false', 'x', '{}')`,
    );
    expect(await findings()).toEqual(['slipped-in']);
  });

  it('is found when the end of a chain was cut off', async () => {
    await asOwner(
      `WITH gone AS (DELETE FROM journal.link WHERE chain = $1 AND seq > 4 RETURNING entry_id)
       DELETE FROM journal.entry WHERE id IN (SELECT entry_id FROM gone)`,
      [siteIds[0]],
    );
    expect(await findings()).toEqual(['chain-cut-off 4']);
  });

  it('is found when the whole chain was computed anew around it', async () => {
    await asOwner(`UPDATE journal.entry SET payload = '{"what":"else"}' WHERE id = ${thirdOfSite}`, [siteIds[0]]);
    await asOwner('DELETE FROM journal.link');
    expect(await seal()).toBe(10);
    expect(await findings()).toEqual(['chain-rewritten 6']);
  });

  it('is not confused by a heads file whose last line was cut off by a crash', async () => {
    const file = house.settings.journalHeadsFile;
    const lines = readFileSync(file, 'utf8');
    writeFileSync(file, `${lines}{"at":"2026-`);
    expect(await findings()).toEqual([]);
  });
});
