import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from '../bench/bench.js';
import type { Fault } from '../fault.js';

/** Readers at once, many times more than there are connections. */
const crowd = 200;

/** Too many want the same thing, or one holds on to it. */
export const crowding: readonly Fault[] = [
  {
    id: 'F11',
    name: `pool exhaustion: ${crowd} readers wait for a table that is locked`,
    smoke: true,
    async run(bench) {
      const { house } = bench;
      const waits: number[] = [];
      const statuses = new Map<number, number>();
      let recovered = Infinity;
      const swabs = { before: 0, meanwhile: 0 };
      await bench.underLoad('F11', {}, async ({ history }) => {
        const acked = () => history.lines.filter(({ op, kind }) => op === 'swab' && kind === 'ok').length;
        const holder = await house.superuser().connect();
        try {
          await holder.query('BEGIN; LOCK TABLE results.answer IN ACCESS EXCLUSIVE MODE');
          swabs.before = acked();
          await Promise.all(Array.from({ length: crowd }, () => read(bench, waits, statuses)));
          swabs.meanwhile = acked() - swabs.before;
        } finally {
          await holder.query('ROLLBACK');
          holder.release();
        }
        recovered = await bench.until(() => read(bench, [], new Map()).then((status) => status === 200));
      });
      bench.worst('a reader heard within', waits, 5_000);
      bench.figure('reads work again', recovered, 5_000);
      bench.figure('swabs acknowledged meanwhile', swabs.meanwhile, undefined, '');
      for (const [status, count] of statuses) {
        bench.expect(status === 503 || status === 200, `${count} readers were told ${status}`);
      }
      bench.expect((statuses.get(503) ?? 0) > 0, 'nobody was told that the house is busy: the fault did not happen');
      const [logins] = await house.ask<{ count: number }>(
        `SELECT count(DISTINCT usename)::int AS count FROM pg_stat_activity WHERE application_name LIKE 'site-api%'`,
      );
      // Where scanning has connections of its own, no crowd of readers may stop it.
      if ((logins?.count ?? 1) > 1) bench.expect(swabs.meanwhile > 0, 'readers stopped the scanning');
    },
  },
  {
    id: 'F12',
    name: 'a site-api freezes with locks in its hands',
    smoke: true,
    async run(bench) {
      const { house } = bench;
      let frozen = Infinity;
      let freed = Infinity;
      await bench.underLoad('F12', {}, async () => {
        await pause(1_000);
        const [api] = house.siteApis;
        const name = [...(api?.pointsSeen ?? [])].find((point) => point.includes('UPDATE sampling.tube'));
        if (api === undefined || name === undefined) return;
        api.tell({ failPoint: { name, when: 'before', how: 'SIGSTOP', skip: 0 } });
        frozen = await bench.until(async () => (await idleInTransaction(bench)) > 0, 15_000);
        freed = await bench.until(async () => (await idleInTransaction(bench)) === 0, 30_000);
        await pause(500);
        api.signal('SIGCONT');
      });
      bench.expect(frozen < Infinity, 'no transaction was left open: the fault did not happen');
      bench.figure('the lock of the frozen one is taken away', freed, 11_000);
    },
  },
];

async function read(bench: Bench, waits: number[], statuses: Map<number, number>): Promise<number> {
  const { ground } = bench.field;
  const person = bench.dice.pick(ground.households).people[0];
  const began = performance.now();
  const answer = await fetch(`${bench.house.siteApis[0]?.address}/api/v1/residents/${person?.id}/results`, {
    headers: { authorization: `Bearer ${ground.organiser.token}` },
    signal: AbortSignal.timeout(30_000),
  }).catch(() => undefined);
  await answer?.text();
  waits.push(performance.now() - began);
  const status = answer?.status ?? 0;
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
  return status;
}

/** Transactions that have written and do nothing for more than a second; a verification that only reads may take its time. */
async function idleInTransaction(bench: Bench): Promise<number> {
  const [row] = await bench.house.ask<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE state = 'idle in transaction' AND backend_xid IS NOT NULL
        AND state_change < clock_timestamp() - interval '1 second'`,
  );
  return row?.count ?? 0;
}
