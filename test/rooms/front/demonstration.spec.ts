import { Module } from '@nestjs/common';
import { CampaignModule } from '#journey/campaign';
import { CommunityModule } from '#journey/community';
import { LabModule } from '#journey/lab';
import { SiteModule } from '#journey/site';
import { DemonstrationDay } from '../../../apps/site-api/src/demonstration/demonstration-day.js';
import { openHouse, type House } from '../../support/house.js';

@Module({ imports: [CommunityModule, CampaignModule, SiteModule, LabModule], providers: [DemonstrationDay] })
class Demonstration {}

/** The last of so many generated people is a newborn who has no document yet. */
const residents = 661;

let house: House;
beforeAll(async () => {
  house = await openHouse([Demonstration]);
});
afterAll(() => house.close());

/** How many rows each table holds, and a sum over what stands in them. An imprint only says that a row was written, even if as it stood. */
async function everything(): Promise<Record<string, string>> {
  const tables = await house.database.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND (schemaname, tablename) <> ('journal', 'imprint') ORDER BY 1`,
  );
  const held: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await house.database.query<{ all: string }>(
      `SELECT count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS all FROM ${name} t`,
    );
    held[name] = row!.all;
  }
  return held;
}

describe('the demonstration day', () => {
  it('laid out again changes nothing, also when the last person is a newborn without a document', async () => {
    const day = house.get(DemonstrationDay);
    await day.layOut(residents);
    const [last] = await house.database.query<{ kind: string }>(
      `SELECT document_kind AS kind FROM community.resident ORDER BY id DESC LIMIT 1`,
    );
    expect(last?.kind).toBe('none');
    const before = await everything();
    await day.layOut(residents);
    expect(await everything()).toEqual(before);
  });
});
