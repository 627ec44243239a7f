import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import { otherwise, purgePlan, type Fate } from './purge-plan.js';

export interface DoomedTable {
  readonly name: string;
  readonly fate: Exclude<Fate, { kept: string }>;
}

/** What `$1` and `$2` of the plan stand for. */
export interface Reach {
  readonly rounds: readonly string[];
  readonly through: string;
}

/** Columns that point at what is destroyed, and by which nobody else looks anything up. */
const pointing = [
  ['community.resident', 'guardian_id'],
  ['campaign.exemption', 'resident_id'],
  ['queue.ticket', 'resident_id'],
  ['queue.ticket', 'call_id'],
] as const;
const helper = ([table, column]: readonly [string, string]) => `purge_${table.split('.')[1]}_${column}`;

/** Destroys rows. The owner of the database may; no app may. */
@Injectable()
export class EmptyingRepository {
  constructor(private readonly database: Database) {}

  /** The tables that lose something, those that point at others before those they point at. */
  async doomed(): Promise<DoomedTable[]> {
    const tables = await this.database.query<{ name: string; columns: string[]; needs: string[] }>(
      `SELECT n.nspname || '.' || c.relname AS name,
              ARRAY(SELECT a.attname::text FROM pg_attribute a
                     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
              ARRAY(SELECT DISTINCT fn.nspname || '.' || f.relname
                      FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid JOIN pg_namespace fn ON fn.oid = f.relnamespace
                     WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid <> c.oid) AS needs
         FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname !~ '^(pg_|information_schema$|bullmq$)'
        ORDER BY name`,
    );
    const byName = new Map(tables.map((table) => [table.name, table]));
    const ordered: string[] = [];
    const visit = (name: string, path: readonly string[]): void => {
      if (ordered.includes(name) || path.includes(name)) return;
      for (const need of byName.get(name)?.needs ?? []) visit(need, [...path, name]);
      ordered.push(name);
    };
    for (const { name } of tables) visit(name, []);
    return ordered.reverse().flatMap((name) => {
      const fate = purgePlan[name] ?? otherwise(byName.get(name)?.columns ?? []);
      return fate === undefined || 'kept' in fate ? [] : [{ name, fate }];
    });
  }

  /** How many rows of a table will be destroyed or changed. */
  async count(tx: Tx, { name, fate }: DoomedTable, reach: Reach): Promise<number> {
    if ('partitions' in fate) return this.countPartitions(tx, name, reach);
    const [row] = await tx.query<{ rows: number }>(
      `SELECT count(*)::int AS rows FROM ${name} t WHERE (${conditionOf(fate)}) AND ${bothNamed}`,
      [reach.rounds, reach.through],
    );
    return row?.rows ?? 0;
  }

  /** Destroys; answers how many rows. Doing it again destroys nothing more. */
  async empty(tx: Tx, { name, fate }: DoomedTable, reach: Reach): Promise<number> {
    await tx.query('SET LOCAL statement_timeout = 0');
    if ('partitions' in fate) {
      const rows = await this.countPartitions(tx, name, reach);
      for (const round of reach.rounds) await tx.query(`DROP TABLE IF EXISTS ${partitionOf(name, round)}`);
      return rows;
    }
    // Triggers keep people from what only a purge may do.
    await tx.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
    const act =
      'rows' in fate
        ? `DELETE FROM ${name} t WHERE (${fate.rows}) AND ${bothNamed}`
        : `UPDATE ${name} t SET ${fate.empty.map((column) => `${column} = NULL`).join(', ')}
            WHERE (${conditionOf(fate)}) AND ${bothNamed}`;
    const [row] = await tx.query<{ rows: number }>(
      `WITH done AS (${act} RETURNING 1) SELECT count(*)::int AS rows FROM done`,
      [reach.rounds, reach.through],
    );
    await tx.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
    return row?.rows ?? 0;
  }

  /** Indexes without which each destroyed row would be looked for in whole tables. */
  async prepare(tx: Tx): Promise<void> {
    await tx.query('SET LOCAL statement_timeout = 0');
    for (const [table, column] of pointing) {
      await tx.query(`CREATE INDEX IF NOT EXISTS ${helper([table, column])} ON ${table} (${column})`);
    }
  }

  async tidy(tx: Tx): Promise<void> {
    for (const [table, column] of pointing) {
      await tx.query(`DROP INDEX IF EXISTS ${table.split('.')[0]}.${helper([table, column])}`);
    }
  }

  /** Jobs that the queue in PostgreSQL still remembers; the errands tell it what is to be done. */
  async emptyQueue(tx: Tx): Promise<number> {
    const tables = await tx.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
        WHERE schemaname = 'bullmq' AND tablename !~ 'migration|version'`,
    );
    let rows = 0;
    for (const { name } of tables) {
      const [row] = await tx.query<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${name}`);
      rows += row?.rows ?? 0;
      await tx.query(`TRUNCATE ${name} CASCADE`);
    }
    return rows;
  }

  /** Writes a table's file anew without what was destroyed, and forgets what the planner noted about its values. */
  async rewrite(name: string): Promise<void> {
    const runner = this.database.source.createQueryRunner();
    try {
      await runner.connect();
      await runner.query('SET statement_timeout = 0');
      await runner.query(`VACUUM (FULL) ${name}`);
      const [{ able }] = (await runner.query(`SELECT to_regproc('pg_clear_attribute_stats') IS NOT NULL AS able`)) as [
        { able: boolean },
      ];
      if (able) {
        await runner.query(
          `SELECT pg_clear_attribute_stats(schemaname, tablename, attname, inherited) FROM pg_stats
            WHERE schemaname || '.' || tablename = $1`,
          [name],
        );
      }
      await runner.query(`ANALYZE ${name}`);
    } finally {
      await runner.query('RESET statement_timeout').catch(() => undefined);
      await runner.release();
    }
  }

  /** Makes PostgreSQL let go of files that are not used any more, where the owner may ask for it. */
  async checkpoint(): Promise<void> {
    await this.database.query('CHECKPOINT').catch(() => undefined);
  }

  private async countPartitions(tx: Tx, name: string, { rounds }: Reach): Promise<number> {
    let rows = 0;
    for (const round of rounds) {
      const partition = partitionOf(name, round);
      const [there] = await tx.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [partition]);
      if (there?.there !== true) continue;
      const [row] = await tx.query<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${partition}`);
      rows += row?.rows ?? 0;
    }
    return rows;
  }
}

/** Names both parameters, so that PostgreSQL knows their types wherever a condition needs only one. */
const bothNamed = '($1::uuid[] IS NOT NULL AND $2::timestamptz IS NOT NULL)';

function conditionOf(fate: Exclude<Fate, { kept: string } | { partitions: true }>): string {
  if ('rows' in fate) return fate.rows;
  return `(${fate.where}) AND num_nonnulls(${fate.empty.map((column) => `t.${column}`).join(', ')}) > 0`;
}

function partitionOf(name: string, round: string): string {
  if (!/^[0-9a-f-]{36}$/u.test(round)) throw new Error('no round');
  return `${name}_${round.replaceAll('-', '')}`;
}
