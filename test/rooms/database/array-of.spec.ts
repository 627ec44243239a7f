import { arrayOf, Database } from '#platform/database';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

let ground: TestDatabase;
let database: Database;

beforeAll(async () => {
  ground = await createTestDatabase();
  database = new Database({ url: ground.url, pool: 1, applicationName: 'arrays' });
  await database.open();
});
afterAll(async () => {
  await database.onApplicationShutdown();
  await ground.drop();
});

describe('an array for a parameter', () => {
  it('arrives as it was sent, whatever its type', async () => {
    const sent = {
      ids: ['01911111-2222-7333-8444-555566667777', null, 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
      hashes: [Buffer.from([0, 255, 92]), null, Buffer.alloc(0)],
      words: ['十合 "a,b" \\ {NULL}', null, ''],
      moments: [new Date('1900-01-01T00:00:00.001Z'), null, new Date('2199-12-31T23:59:59.999Z')],
      numbers: [-(2 ** 53) + 1, null, 2 ** 53 - 1],
      places: [-32_768, null, 32_767],
    };
    const [row] = await database.query(
      `SELECT $1::uuid[] AS ids, $2::bytea[] AS hashes, $3::text[] AS words, $4::timestamptz[] AS moments,
              $5::bigint[] AS numbers, $6::smallint[] AS places`,
      [
        arrayOf.uuid(sent.ids),
        arrayOf.bytea(sent.hashes),
        arrayOf.text(sent.words),
        arrayOf.timestamptz(sent.moments),
        arrayOf.int8(sent.numbers),
        arrayOf.int2(sent.places),
      ],
    );
    const { numbers, ...others } = row as { numbers: unknown[] };
    expect(others).toEqual({
      ids: sent.ids,
      hashes: sent.hashes,
      words: sent.words,
      moments: sent.moments,
      places: sent.places,
    });
    expect(numbers.map((number) => (number === null ? null : Number(number)))).toEqual(sent.numbers);
  });

  it('may be empty', async () => {
    const [row] = await database.query('SELECT cardinality($1::uuid[]) AS ids, cardinality($2::text[]) AS words', [
      arrayOf.uuid([]),
      arrayOf.text([]),
    ]);
    expect(row).toEqual({ ids: 0, words: 0 });
  });
});
