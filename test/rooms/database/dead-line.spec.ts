import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Database, isUnavailable, Transactions } from '#platform/database';
import { FaultProxy } from '../../faults/bench/fault-proxy.js';
import { SeededDice } from '../../faults/seeded-dice.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

let ground: TestDatabase;
let line: FaultProxy;
let database: Database;

beforeAll(async () => {
  ground = await createTestDatabase();
  const address = new URL(ground.url);
  line = await FaultProxy.before({ port: Number(address.port) }, new SeededDice(1));
  address.port = String(line.port);
  database = new Database({ url: address.href, pool: 2, applicationName: 'dead-line' });
  await database.open();
});

afterAll(async () => {
  await database.onApplicationShutdown();
  await line.close();
  await ground.drop();
});

describe('a line to PostgreSQL', () => {
  it('that died without a word fails the statement that waits on it, and the next statement finds a good one', async () => {
    await database.query('SELECT 1');
    expect(line.loseAll()).toBeGreaterThan(0);
    await expect(database.query('SELECT 2')).rejects.toThrow(/Connection terminated/);
    expect(await database.query('SELECT 3 AS n')).toEqual([{ n: 3 }]);
  });

  it('on which PostgreSQL works for long without a word stays', async () => {
    // Longer than anybody waits before looking whether the line is still there.
    const slept = await database.source.transaction(async (manager) => {
      await manager.query(`SELECT set_config('statement_timeout', '60s', true)`);
      return manager.query<unknown[]>(`SELECT 'yes' AS slept FROM pg_sleep(11)`);
    });
    expect(slept).toEqual([{ slept: 'yes' }]);
  });

  it('that is cut while somebody holds it ends their statement and nothing else', async () => {
    const held = database.query('SELECT pg_sleep(30)').catch((error: unknown) => error);
    const killer = new pg.Client({ connectionString: ground.url });
    await killer.connect();
    let found = 0;
    while (found === 0) {
      const { rowCount } = await killer.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'dead-line' AND query LIKE '%pg_sleep(30)%' AND state = 'active'`,
      );
      found = rowCount ?? 0;
    }
    await killer.end();
    expect(await held).toBeInstanceOf(Error);
    // PostgreSQL says goodbye first and hangs up then: whoever comes in between is told that it is away, and comes again.
    const first = await database.query('SELECT 4 AS n').catch(() => database.query('SELECT 4 AS n'));
    expect(first).toEqual([{ n: 4 }]);
  });

  it.each(['query', 'call'] as const)(
    'that is cut between two statements of a transaction is a database that is away, not a failure of ours: %s',
    async (asked) => {
      const killer = new pg.Client({ connectionString: ground.url });
      await killer.connect();
      const cut = new Transactions(database).run(async (tx) => {
        const [{ pid } = { pid: 0 }] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
        await killer.query('SELECT pg_terminate_backend($1)', [pid]);
        // Until the news of it has come down the line.
        await pause(300);
        return tx[asked]('SELECT $1::int AS n', [5]);
      });
      const error: unknown = await cut.catch((caught: unknown) => caught);
      await killer.end();
      expect(error).toBeInstanceOf(Error);
      expect(isUnavailable(error)).toBe(true);
      expect(await database.query('SELECT 6 AS n')).toEqual([{ n: 6 }]);
    },
  );
});
