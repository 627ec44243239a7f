import { CoverageLedger, CoverageModule } from '#journey/coverage';
import { LabModule } from '#journey/lab';
import { openHouse, type House } from '../../support/house.js';
import { layAcceptedTubes, layWay } from '../../support/lab.js';
import { layStreet, type Street } from '../../support/street.js';

const people = 24_000;
const grid = '370811013001-01';
let house: House;
let street: Street;

beforeAll(async () => {
  house = await openHouse([CoverageModule, LabModule]);
  street = await layStreet(house.database, 3);
});
afterAll(() => house.close());

/** 500 buildings, 8,000 households, 24,000 people; 22,000 of them in 2,200 tubes that a laboratory has. */
async function growRound(): Promise<void> {
  const statements: [string, unknown[]][] = [
    [
      `INSERT INTO community.area (code, parent_code, level, name, lineage)
       SELECT a.code || '-9' || n, a.code, 'building', n || '号楼', a.lineage || (a.code || '-9' || n)
         FROM community.area a, generate_series(1, 500) n WHERE a.code = $1`,
      [grid],
    ],
    [
      `INSERT INTO community.household (id, area_code, door)
       SELECT gen_random_uuid(), $1 || '-9' || (1 + n % 500), 'D' || n FROM generate_series(1, $2::int / 3) n`,
      [grid, people],
    ],
    [
      `INSERT INTO community.resident (id, area_code, household_id, masked_name, name_sealed, document_kind,
                                       document_index, document_masked, document_sealed)
       SELECT gen_random_uuid(), h.area_code, h.id, '王*', '', 'resident-id', decode(md5(h.id::text || k), 'hex'), '', ''
         FROM community.household h, generate_series(1, 3) k WHERE h.door LIKE 'D%'`,
      [],
    ],
    [`SELECT sampling.ensure_round($1)`, [street.roundId]],
    [
      `INSERT INTO sampling.attendance (round_id, resident_id, occasion, purpose, swab_id, tube_barcode, sampled_at)
       SELECT $1, id, 0, 'screening', gen_random_uuid(), 'GROWN' || lpad(((row_number() OVER () - 1) / 10)::text, 5, '0'),
              now()
         FROM community.resident LIMIT 22000`,
      [street.roundId],
    ],
  ];
  for (const [sql, parameters] of statements) await house.database.query(sql, parameters);
}

it('is read also when a round has grown faster than the database has gathered statistics of it', async () => {
  await layAcceptedTubes(house.database, street, await layWay(house), 'GROWN', 2_200);
  await growRound();
  const ledger = house.get(CoverageLedger);
  const { total, areas } = await ledger.read(street.roundId, { area: grid, level: 'building' });
  expect(total).toMatchObject({ should: people + 3, sampled: 22_000, received: 22_000, tested: 0 });
  expect(areas).toHaveLength(502);
  const missing = await ledger.missing(street.roundId, { area: grid }, 100);
  expect(missing.residents).toHaveLength(100);
});
