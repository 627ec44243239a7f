import { Injectable } from '@nestjs/common';
import { Database, Transactions, type Tx } from '#platform/database';
import type { Discrepancy } from './ledger-finding.js';
import { pendingKeys } from './pending-keys.repository.js';

/** A ledger as the database knows it, with the SQL over a row `t` that names it and takes its imprint. */
export interface GuardedLedger {
  name: string;
  columns: string[];
  late: boolean;
  keySql: string;
  printSql: string;
  /** False for a login that may see the imprints of its rows alone. */
  mayRead: boolean;
}

/** Where the last pass over a ledger stood. */
export interface LedgerPoint {
  /** PostgreSQL's word for what it saw. */
  snapshot: string;
  /** Rows there were, without those whose imprints were still to be taken. */
  rows: number;
}

/** One reading of the whole house at one moment. */
@Injectable()
export class LedgerRepository {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
  ) {}

  /** One moment for everything that is compared, however long it takes; nothing can be written. */
  atOneMoment<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.run(async (tx) => {
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      await tx.query(
        'SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL jit = off',
      );
      return work(tx);
    });
  }

  guarded(): Promise<GuardedLedger[]> {
    return this.database.query<GuardedLedger>(
      `SELECT l.name, l.columns, l.late, journal.key_sql(l.name::regclass, l.keys) AS "keySql",
              journal.print_sql(l.name::regclass, l.columns) AS "printSql",
              has_table_privilege(current_user, l.name, 'SELECT') AS "mayRead"
         FROM journal.ledger l WHERE to_regclass(l.name) IS NOT NULL ORDER BY l.name`,
    );
  }

  /** What is wrong with how ledgers leave imprints: triggers that are gone or switched off, columns not covered. */
  lapses(names: readonly string[]): Promise<{ ledger: string; columns: string[] }[]> {
    return this.database.query(
      `SELECT n.name AS ledger, coalesce(u.columns, '{}') AS columns
         FROM unnest($1::text[]) AS n (name)
         LEFT JOIN journal.ledger l ON l.name = n.name
         LEFT JOIN LATERAL (
           SELECT array_agg(a.attname::text) AS columns FROM pg_attribute a
            WHERE a.attrelid = to_regclass(n.name) AND a.attnum > 0 AND NOT a.attisdropped
              AND a.attname <> ALL (l.columns || l.derived)) u ON true
        WHERE l.name IS NULL OR u.columns IS NOT NULL
           OR 3 > (SELECT count(*) FROM pg_trigger g JOIN pg_proc p ON p.oid = g.tgfoid
                    WHERE g.tgrelid = to_regclass(n.name) AND g.tgenabled IN ('O', 'A')
                      AND g.tgname IN ('imprint_insert', 'imprint_update', 'imprint_delete')
                      AND p.proname = 'imprint_' || replace(n.name, '.', '_'))
        ORDER BY n.name`,
      [names],
    );
  }

  /** MD5 of what functions of the database say, by name. */
  async functions(names: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ name: string; md5: string }>(
      `SELECT p.proname AS name, md5(p.prosrc) AS md5 FROM pg_proc p
        WHERE p.pronamespace = 'journal'::regnamespace AND p.proname = ANY ($1)`,
      [names],
    );
    return new Map(rows.map(({ name, md5 }) => [name, md5]));
  }

  /** How the ledger stands at this moment, for the next pass to go on from. */
  async point(tx: Tx, ledger: GuardedLedger): Promise<LedgerPoint> {
    const [row] = await tx.query<LedgerPoint>(
      `SELECT pg_current_snapshot()::text AS snapshot,
              ((SELECT count(*) FROM ${rowsOf(ledger)} t)
               - (SELECT count(*) FROM (${ledger.late ? pendingOf(ledger) : nobody}) p))::int8 AS rows`,
    );
    return row ?? { snapshot: '', rows: 0 };
  }

  /**
   * Everything that is not as it was written: rows that differ from their last imprint, imprints that do not follow one
   * another, and what was written by others than the house.
   */
  discrepancies(tx: Tx, ledger: GuardedLedger, logins: readonly string[], limit: number): Promise<Discrepancy[]> {
    return tx.query<Discrepancy>(
      `WITH said AS MATERIALIZED (
         SELECT k.key, k.before, k.after, i.no, i.kind, i.login, i.xid, i.recorded_at, lag(k.after) OVER w AS previous,
                lag(i.no) OVER w AS earlier, lead(i.no) OVER w AS later
           FROM journal.imprint i CROSS JOIN LATERAL unnest(i.keys, i.before, i.after) AS k (key, before, after)
          WHERE i.ledger = $1 AND i.kind IN ('written', 'baseline')
         WINDOW w AS (PARTITION BY k.key ORDER BY i.no)
       ), late AS MATERIALIZED (
         SELECT k.key, k.after, i.login FROM journal.imprint i CROSS JOIN LATERAL unnest(i.keys, i.after) AS k (key, after)
          WHERE i.ledger = $1 AND i.kind = 'late'
       ), pending AS MATERIALIZED (
         ${pendingOf(ledger)}
       ), state AS (
         SELECT key, after FROM said WHERE later IS NULL
         UNION ALL
         SELECT l.key, l.after FROM late l WHERE NOT EXISTS (SELECT 1 FROM said s WHERE s.key = l.key)
       )
       SELECT coalesce(n.key, s.key) AS key, n.print AS now, s.after AS said, NULL AS by
         FROM (SELECT ${namedPrint(ledger)} FROM ${rowsOf(ledger)} t) n FULL JOIN state s ON s.key = n.key
        WHERE n.print IS DISTINCT FROM s.after
          AND (s.key IS NOT NULL OR n.key NOT IN (SELECT key FROM pending))
       UNION ALL
       SELECT s.key, s.before, s.previous, NULL FROM said s
        WHERE s.earlier IS NOT NULL AND s.before IS DISTINCT FROM s.previous
       UNION ALL
       -- The first imprint of a row: it was added, it stood there when the ledger began, or a late one tells of it.
       SELECT s.key, coalesce(s.before, s.after), l.after, NULL
         FROM said s LEFT JOIN late l ON l.key = s.key
        WHERE s.earlier IS NULL
          AND CASE WHEN s.before IS NULL
                   THEN s.kind = 'baseline' AND s.xid <> (SELECT xid FROM said ORDER BY no LIMIT 1)
                   ELSE l.key IS NULL AND s.key NOT IN (SELECT key FROM pending)
                        AND (s.kind = 'baseline' OR NOT $4::boolean) END
       UNION ALL
       SELECT l.key, s.before, l.after, NULL
         FROM late l JOIN said s ON s.key = l.key AND s.earlier IS NULL
        WHERE l.after IS DISTINCT FROM s.before
          AND NOT EXISTS (SELECT 1 FROM said a WHERE a.key = l.key AND a.after IS NOT DISTINCT FROM l.after)
       UNION ALL
       SELECT l.key, NULL, NULL, NULL FROM late l WHERE l.after IS NULL
       UNION ALL
       SELECT l.key, l.after, NULL, l.login FROM late l WHERE l.login <> ALL ($2::text[])
       UNION ALL
       -- The tool for administrators works as the owner; the journal has each of its acts.
       SELECT s.key, s.after, s.before, s.login FROM said s
        WHERE s.kind = 'written' AND s.login <> ALL ($2::text[])
          AND NOT EXISTS (SELECT 1 FROM journal.entry e
                           WHERE $1 LIKE 'access.%' AND e.topic IN ('access.account-added', 'access.administrator-reset')
                             AND e.subject = 'account:' || split_part(s.key, '/', 1)
                             AND e.recorded_at BETWEEN s.recorded_at - interval '1 minute' AND s.recorded_at + interval '1 minute')
       LIMIT $3`,
      [ledger.name, logins, limit, ledger.late],
    );
  }

  /**
   * Whether anything that happened since a point may not be as it was written: cheap, for what it says is looked into.
   * Rows are known by the transaction that wrote them; one that was taken out is missed in the count.
   */
  async isSuspicious(tx: Tx, ledger: GuardedLedger, logins: readonly string[], since: LedgerPoint): Promise<boolean> {
    const born = ledger.mayRead ? 't.xmin' : 't.born';
    const [row] = await tx.query<{ suspicious: boolean }>(
      `WITH recent AS MATERIALIZED (
         SELECT k.key, k.before, k.after, i.no, i.kind, i.login,
                NOT pg_visible_in_snapshot(i.xid, $2::pg_snapshot) AS fresh
           FROM journal.imprint i CROSS JOIN LATERAL unnest(i.keys, i.before, i.after) AS k (key, before, after)
          WHERE i.ledger = $1 AND i.xid >= pg_snapshot_xmin($2::pg_snapshot) AND i.kind <> 'announced'
       ), pending AS MATERIALIZED (
         ${pendingOf(ledger)}
       ), touched AS (
         SELECT ${namedPrint(ledger)} FROM ${rowsOf(ledger)} t
          WHERE age(${born}) <= age((pg_snapshot_xmin($2::pg_snapshot)::text::numeric % 4294967296)::text::xid)
       ), said AS (
         SELECT DISTINCT ON (key) key, after FROM recent ORDER BY key, kind = 'late', no DESC
       ), chained AS (
         SELECT before, lag(after) OVER w AS previous, lag(no) OVER w AS earlier
           FROM recent WHERE kind <> 'late' WINDOW w AS (PARTITION BY key ORDER BY no)
       )
       SELECT EXISTS (SELECT 1 FROM touched t LEFT JOIN said s ON s.key = t.key
                       WHERE t.print IS DISTINCT FROM s.after
                         AND (s.key IS NOT NULL OR t.key NOT IN (SELECT key FROM pending)))
           OR EXISTS (SELECT 1 FROM recent WHERE kind <> 'baseline' AND login <> ALL ($3::text[]))
           OR EXISTS (SELECT 1 FROM recent WHERE kind = 'late' AND after IS NULL)
           OR EXISTS (SELECT 1 FROM chained WHERE earlier IS NOT NULL AND before IS DISTINCT FROM previous)
           OR (SELECT count(*) FROM ${rowsOf(ledger)}) - CASE WHEN $5::boolean THEN (SELECT count(*) FROM pending) ELSE 0 END
              <> $4::int8 + (SELECT count(*) FILTER (WHERE after IS NOT NULL) - count(*) FILTER (WHERE before IS NOT NULL)
                               FROM recent WHERE fresh AND (kind <> 'late' OR $5::boolean)) AS suspicious`,
      [ledger.name, since.snapshot, logins, since.rows, ledger.late],
    );
    return row?.suspicious ?? true;
  }

  /** Tubes whose count or first moment is not what their swabs say; of purged rounds there are no swabs any more. */
  tubesThatDiffer(tx: Tx, limit: number): Promise<{ row: string; columns: string[] }[]> {
    return tx.query(
      `SELECT t.barcode AS row,
              array_remove(ARRAY[CASE WHEN t.filled <> coalesce(s.swabs, 0) THEN 'filled' END,
                                 CASE WHEN t.first_swab_at IS NOT NULL OR s.swabs IS NOT NULL
                                      THEN CASE WHEN coalesce(t.first_swab_at = ANY (s.moments), false) THEN NULL
                                                ELSE 'first_swab_at' END END], NULL) AS columns
         FROM sampling.tube t
         LEFT JOIN (SELECT tube_barcode, count(*) AS swabs, array_agg(sampled_at) AS moments
                      FROM sampling.swab GROUP BY tube_barcode) s ON s.tube_barcode = t.barcode
        WHERE t.round_id NOT IN (SELECT unnest(c.rounds) FROM purge.closure c)
          AND (t.filled <> coalesce(s.swabs, 0) OR (t.first_swab_at IS NULL) <> (s.swabs IS NULL)
               OR t.first_swab_at <> ALL (s.moments))
        LIMIT $1`,
      [limit],
    );
  }
}

const nobody = 'SELECT NULL::text AS key WHERE false';

/** Where the rows are read from; a login that may not read an account still gets their imprints. */
function rowsOf({ name, mayRead }: GuardedLedger): string {
  return mayRead ? name : `journal.prints_of('${name}')`;
}

function namedPrint({ keySql, printSql, mayRead }: GuardedLedger): string {
  return mayRead ? `${keySql} AS key, ${printSql} AS print` : 't.key, t.print';
}

function pendingOf({ name }: GuardedLedger): string {
  return pendingKeys[name] ?? nobody;
}
