import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import type { CountedArea, KeptCount } from './kept-counts.js';
import { PurgeRefused } from './purge-refused.js';

/** The steps of a purge, in order; each has been done when the closure's state says so. */
export const steps = [
  'signed',
  'counted',
  'redacted',
  'emptied',
  'keyed',
  'sealed',
  'destroyed',
  'swept',
  'certified',
] as const;
export type Step = (typeof steps)[number];

export interface ClosureRow {
  id: string;
  rounds: string[];
  through: string;
  k: number;
  security_id: string;
  auditor_id: string;
  state: Step;
  notes: Record<string, unknown>;
  started_at: Date;
  certificate: unknown;
}

export interface RoundRow {
  id: string;
  name: string;
  state: string;
  closed_at: Date | null;
}

const columns =
  'id, rounds, through::text AS through, k, security_id, auditor_id, state, notes, started_at, certificate';
const apps = ['site-api', 'job-runner', 'job-runner-queue', 'queue-display', 'demonstration'];

/** The books of purges, and what they ask of the rooms before anything is destroyed. */
@Injectable()
export class PurgeRepository {
  constructor(private readonly database: Database) {}

  /** Whether this login owns what it is to destroy. */
  async isOwner(): Promise<boolean> {
    const [row] = await this.database.query<{ owner: boolean }>(
      `SELECT pg_get_userbyid(relowner) = current_user AS owner FROM pg_class WHERE oid = 'community.resident'::regclass`,
    );
    return row?.owner === true;
  }

  /** Does what only one process may do at a time. @throws PurgeRefused while another one does */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    const runner = this.database.source.createQueryRunner();
    await runner.connect();
    try {
      const [row] = (await runner.query(`SELECT pg_try_advisory_lock(hashtext('purge')) AS mine`)) as {
        mine: boolean;
      }[];
      if (row?.mine !== true) throw new PurgeRefused('Another purge is at work on this database: let it finish.');
      try {
        return await work();
      } finally {
        await runner.query(`SELECT pg_advisory_unlock(hashtext('purge'))`);
      }
    } finally {
      await runner.release();
    }
  }

  /** The apps that are connected to this database. */
  async connected(): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(
      `SELECT DISTINCT application_name AS name FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = ANY ($1) ORDER BY 1`,
      [apps],
    );
    return rows.map(({ name }) => name);
  }

  async unfinished(): Promise<ClosureRow | undefined> {
    const [row] = await this.database.query<ClosureRow>(
      `SELECT ${columns} FROM purge.closure WHERE state <> 'certified'`,
    );
    return row;
  }

  async one(id: string): Promise<ClosureRow | undefined> {
    const [row] = await this.database.query<ClosureRow>(`SELECT ${columns} FROM purge.closure WHERE id = $1`, [id]);
    return row;
  }

  /** Rounds that no purge has closed. */
  rounds(): Promise<RoundRow[]> {
    return this.database.query<RoundRow>(
      `SELECT r.id, r.name, r.state, r.closed_at FROM campaign.round r
        WHERE NOT EXISTS (SELECT 1 FROM purge.closure c WHERE r.id = ANY (c.rounds) AND c.state = 'certified')
        ORDER BY r.closed_at NULLS LAST, r.id`,
    );
  }

  /** Up to when everything belongs to these rounds: until the first of the others began, or until now. */
  async through(rounds: readonly string[]): Promise<string> {
    const [row] = await this.database.query<{ through: string }>(
      `SELECT least(now(), min(r.starts_at))::text AS through FROM campaign.round r
        WHERE r.id <> ALL ($1::uuid[])
          AND NOT EXISTS (SELECT 1 FROM purge.closure c WHERE r.id = ANY (c.rounds) AND c.state = 'certified')`,
      [rounds],
    );
    return row?.through ?? '';
  }

  async holdsOn(rounds: readonly string[]): Promise<{ id: string; reason: string }[]> {
    return this.database.query(
      `SELECT id, reason FROM purge.legal_hold
        WHERE lifted_at IS NULL AND (round_id IS NULL OR round_id = ANY ($1::uuid[])) ORDER BY placed_at`,
      [rounds],
    );
  }

  async placeHold(
    tx: Tx,
    hold: { roundId: string | null; reason: string; placedBy: string; approvedBy: string },
  ): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO purge.legal_hold (round_id, reason, placed_by, approved_by) VALUES ($1, $2, $3, $4) RETURNING id`,
      [hold.roundId, hold.reason, hold.placedBy, hold.approvedBy],
    );
    return row?.id ?? '';
  }

  /** False when there is no such hold, or it was lifted before. */
  async liftHold(tx: Tx, id: string, liftedBy: string, approvedBy: string): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE purge.legal_hold SET lifted_by = $2, lift_approved_by = $3, lifted_at = now()
        WHERE id = $1 AND lifted_at IS NULL RETURNING id`,
      [id, liftedBy, approvedBy],
    );
    return rows.length === 1;
  }

  /** Work of the rounds that is not done: an import that is read, errands on their way. */
  async workLeft(): Promise<{ imports: number; errands: number }> {
    const [row] = await this.database.query<{ imports: number; errands: number }>(
      `SELECT (SELECT count(*)::int FROM community.ledger_import WHERE state IN ('waiting', 'reading')) AS imports,
              (SELECT count(*)::int FROM jobs.errand WHERE state IN ('waiting', 'enqueued')) AS errands`,
    );
    return row ?? { imports: 0, errands: 0 };
  }

  async begin(
    tx: Tx,
    closure: {
      id: string;
      rounds: readonly string[];
      through: string;
      k: number;
      securityId: string;
      auditorId: string;
    },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO purge.closure (id, rounds, through, k, security_id, auditor_id) VALUES ($1, $2, $3, $4, $5, $6)`,
      [closure.id, closure.rounds, closure.through, closure.k, closure.securityId, closure.auditorId],
    );
  }

  /** Notes that a step has been done, and what the next ones must know. False when it was noted already. */
  async reach(tx: Tx, id: string, from: Step, to: Step, notes: Record<string, unknown> = {}): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE purge.closure SET state = $3, notes = notes || $4 WHERE id = $1 AND state = $2 RETURNING id`,
      [id, from, to, JSON.stringify(notes)],
    );
    return rows.length === 1;
  }

  async certify(tx: Tx, id: string, certificate: unknown): Promise<void> {
    await tx.query('DELETE FROM purge.going');
    await tx.query(
      `UPDATE purge.closure SET state = 'certified', certificate = $2, finished_at = now() WHERE id = $1`,
      [id, JSON.stringify(certificate)],
    );
  }

  /** Writes down whom no other round needs: nobody's roster has them, nothing was done with them, nobody is their ward. */
  async findTheGoing(tx: Tx, rounds: readonly string[]): Promise<number> {
    await tx.query('SET LOCAL statement_timeout = 0');
    const [row] = await tx.query<{ going: number }>(
      `WITH RECURSIVE remaining AS (
         SELECT r.id FROM campaign.round r
          WHERE r.id <> ALL ($1::uuid[])
            AND NOT EXISTS (SELECT 1 FROM purge.closure c WHERE r.id = ANY (c.rounds) AND c.state = 'certified')
       ), needed AS (
         SELECT r.id FROM remaining m
           JOIN campaign.round_area ra ON ra.round_id = m.id
           JOIN community.area h ON h.lineage @> ARRAY[ra.area_code]
           JOIN community.resident r ON r.area_code = h.code AND r.presence <> 'moved'
         UNION SELECT resident_id FROM sampling.attendance WHERE round_id IN (SELECT id FROM remaining)
         UNION SELECT resident_id FROM campaign.exemption WHERE round_id IN (SELECT id FROM remaining)
         UNION SELECT resident_id FROM results.answer WHERE round_id IN (SELECT id FROM remaining)
       ), family AS (
         SELECT id FROM needed
         UNION
         SELECT needs.id FROM family f JOIN community.resident r ON r.id = f.id
           CROSS JOIN LATERAL (VALUES (r.guardian_id), (r.merged_into)) AS needs (id)
          WHERE needs.id IS NOT NULL
       ), going AS (
         INSERT INTO purge.going (resident_id)
         SELECT id FROM community.resident WHERE id NOT IN (SELECT id FROM family)
             ON CONFLICT DO NOTHING RETURNING 1
       )
       SELECT count(*)::int AS going FROM going`,
      [rounds],
    );
    return row?.going ?? 0;
  }

  async residents(tx?: Tx): Promise<number> {
    const [row] = await (tx ?? this.database).query<{ count: number }>(
      'SELECT count(*)::int AS count FROM community.resident',
    );
    return row?.count ?? 0;
  }

  /** What coverage counts in a round, by the areas people live in. */
  async counted(tx: Tx, round: string): Promise<CountedArea[]> {
    await tx.query('SET LOCAL statement_timeout = 0');
    return tx.query<CountedArea>(
      `SELECT (SELECT jsonb_agg(jsonb_build_object('code', a.code, 'level', a.level) ORDER BY l.nth)
                 FROM unnest(h.lineage) WITH ORDINALITY AS l (code, nth) JOIN community.area a ON a.code = l.code) AS lineage,
              jsonb_build_object('people', n.should + n.exempt, 'exempt', n.exempt, 'sampled', n.sampled,
                'tested', n.tested, 'negative', n.negative, 'positive', n.positive, 'underReview', n.under_review,
                'resample', n.resample) AS figures
         FROM coverage.home_area_v1 n JOIN community.area h ON h.code = n.area_code WHERE n.round_id = $1`,
      [round],
    );
  }

  async keep(tx: Tx, round: string, kept: readonly KeptCount[]): Promise<void> {
    await tx.query(
      `INSERT INTO purge.kept_count (round_id, area_code, level, people, exempt, sampled, tested, negative, positive,
                                     under_review, resample)
       SELECT $1, c.* FROM unnest($2::text[], $3::text[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[],
                                  $9::int[], $10::int[], $11::int[]) AS c
           ON CONFLICT DO NOTHING`,
      [
        round,
        kept.map((one) => one.areaCode),
        kept.map((one) => one.level),
        kept.map((one) => one.people),
        kept.map((one) => one.exempt),
        kept.map((one) => one.sampled),
        kept.map((one) => one.tested),
        kept.map((one) => one.negative),
        kept.map((one) => one.positive),
        kept.map((one) => one.underReview),
        kept.map((one) => one.resample),
      ],
    );
  }

  kept(rounds: readonly string[]): Promise<Record<string, unknown>[]> {
    return this.database.query(
      'SELECT * FROM purge.kept_count WHERE round_id = ANY ($1::uuid[]) ORDER BY round_id, area_code',
      [rounds],
    );
  }

  async noteEmptied(tx: Tx, closure: string, name: string, rows: number): Promise<void> {
    await tx.query(
      `INSERT INTO purge.emptied (closure_id, name, rows) VALUES ($1, $2, $3)
       ON CONFLICT (closure_id, name) DO UPDATE SET rows = purge.emptied.rows + excluded.rows`,
      [closure, name, rows],
    );
  }

  async emptied(closure: string): Promise<Record<string, number>> {
    const rows = await this.database.query<{ name: string; rows: number }>(
      'SELECT name, rows FROM purge.emptied WHERE closure_id = $1 AND rows > 0 ORDER BY name',
      [closure],
    );
    return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
  }

  accountsOf(ids: readonly string[]): Promise<{ id: string; username: string; displayName: string }[]> {
    return this.database.query(
      'SELECT id, username, display_name AS "displayName" FROM access.account WHERE id = ANY ($1::uuid[])',
      [ids],
    );
  }
}
