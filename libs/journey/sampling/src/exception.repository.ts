import { Injectable } from '@nestjs/common';
import { Database, type MomentAndId, type Tx } from '#platform/database';
import type { Json } from '#platform/errors';
import type { ExceptionKind, ExceptionState, OwnerRole, Resolution } from './exception-kinds.js';

export interface Exception {
  id: string;
  kind: ExceptionKind;
  siteId: string;
  roundId: string | null;
  deviceId: string | null;
  actId: string | null;
  subject: string;
  details: Record<string, Json>;
  /** Whether a sealed raw reading lies beside it. */
  hasRaw: boolean;
  ownerRole: OwnerRole;
  ownerId: string | null;
  deadline: Date;
  raisedBy: string | null;
  raisedAt: Date;
  state: ExceptionState;
  resolution: Resolution | null;
  note: string | null;
  resolvedBy: string | null;
  resolvedAt: Date | null;
}

export interface NewException extends Pick<
  Exception,
  'id' | 'kind' | 'siteId' | 'roundId' | 'deviceId' | 'actId' | 'subject' | 'details' | 'ownerRole' | 'raisedBy'
> {
  rawSealed: Buffer | null;
  bodyHash: Buffer;
}

export interface ExceptionFilter {
  siteId?: string | undefined;
  state?: ExceptionState | undefined;
  kind?: ExceptionKind | undefined;
  deviceId?: string | undefined;
}

const columns = `id, kind, site_id AS "siteId", round_id AS "roundId", device_id AS "deviceId", act_id AS "actId", subject,
  details, raw_sealed IS NOT NULL AS "hasRaw", owner_role AS "ownerRole", owner_id AS "ownerId", deadline,
  raised_by AS "raisedBy", raised_at AS "raisedAt", state, resolution, note, resolved_by AS "resolvedBy",
  resolved_at AS "resolvedAt"`;

@Injectable()
export class ExceptionRepository {
  constructor(private readonly database: Database) {}

  /**
   * Adds those that are not there yet and gives their ids; the deadline follows the site's setting.
   * @param defaultMinutes the deadline where the site says nothing itself
   */
  async add(tx: Tx, raised: readonly NewException[], defaultMinutes: number): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }>(
      `INSERT INTO sampling.exception (id, kind, site_id, round_id, device_id, act_id, subject, details, raw_sealed,
                                       owner_role, raised_by, body_hash, deadline)
       SELECT g.id, g.kind, g.site_id, g.round_id, g.device_id, g.act_id, g.subject, g.details, g.raw_sealed, g.owner_role,
              g.raised_by, g.body_hash,
              now() + make_interval(mins => coalesce((s.settings ->> 'resolveExceptionsWithinMinutes')::int, $13))
         FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::jsonb[],
                     $9::bytea[], $10::text[], $11::uuid[], $12::bytea[])
              AS g (id, kind, site_id, round_id, device_id, act_id, subject, details, raw_sealed, owner_role, raised_by,
                    body_hash)
         LEFT JOIN site.site s ON s.id = g.site_id
        ORDER BY g.act_id, g.subject, g.kind
       ON CONFLICT DO NOTHING RETURNING id`,
      [
        raised.map((one) => one.id),
        raised.map((one) => one.kind),
        raised.map((one) => one.siteId),
        raised.map((one) => one.roundId),
        raised.map((one) => one.deviceId),
        raised.map((one) => one.actId),
        raised.map((one) => one.subject),
        raised.map((one) => JSON.stringify(one.details)),
        raised.map((one) => one.rawSealed),
        raised.map((one) => one.ownerRole),
        raised.map((one) => one.raisedBy),
        raised.map((one) => one.bodyHash),
        defaultMinutes,
      ],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async find(id: string, tx?: Tx): Promise<Exception | undefined> {
    const [row] = await (tx ?? this.database).query<Exception>(
      `SELECT ${columns} FROM sampling.exception WHERE id = $1`,
      [id],
    );
    return row;
  }

  /** The exception that this act raised, by its kind. */
  async ofAct(tx: Tx, actId: string, kind: ExceptionKind): Promise<Exception | undefined> {
    const [row] = await tx.query<Exception>(
      `SELECT ${columns} FROM sampling.exception WHERE act_id = $1 AND kind = $2`,
      [actId, kind],
    );
    return row;
  }

  async openAbout(tx: Tx, subject: string, kind: ExceptionKind): Promise<Exception | undefined> {
    const [row] = await tx.query<Exception>(
      `SELECT ${columns} FROM sampling.exception
        WHERE subject = $1 AND kind = $2 AND state = 'open' AND act_id IS NULL`,
      [subject, kind],
    );
    return row;
  }

  /** The most urgent first. `after` is the last row of the page before. */
  list(
    { siteId, state, kind, deviceId }: ExceptionFilter,
    after: MomentAndId | undefined,
    limit: number,
  ): Promise<Exception[]> {
    return this.database.query<Exception>(
      `SELECT ${columns} FROM sampling.exception
        WHERE ($1::uuid IS NULL OR site_id = $1) AND ($2::text IS NULL OR state = $2) AND ($3::text IS NULL OR kind = $3)
          AND ($4::uuid IS NULL OR device_id = $4)
          AND ($5::timestamptz IS NULL OR (deadline, id) > ($5, $6::uuid))
        ORDER BY deadline, id LIMIT $7`,
      [siteId ?? null, state ?? null, kind ?? null, deviceId ?? null, after?.moment ?? null, after?.id ?? null, limit],
    );
  }

  counts(siteId: string): Promise<{ kind: ExceptionKind; open: number; overdue: number; resolved: number }[]> {
    return this.database.query(
      `SELECT kind, count(*) FILTER (WHERE state = 'open')::int AS open,
              count(*) FILTER (WHERE state = 'open' AND deadline < now())::int AS overdue,
              count(*) FILTER (WHERE state = 'resolved')::int AS resolved
         FROM sampling.exception WHERE site_id = $1 GROUP BY kind ORDER BY kind`,
      [siteId],
    );
  }

  /** @returns whether it was open until now */
  async resolve(tx: Tx, id: string, end: { resolution: Resolution; note: string; by: string }): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE sampling.exception SET state = 'resolved', resolution = $2, note = $3, resolved_by = $4, resolved_at = now()
        WHERE id = $1 AND state = 'open' RETURNING id`,
      [id, end.resolution, end.note, end.by],
    );
    return rows.length > 0;
  }

  async settle(
    tx: Tx,
    kind: ExceptionKind,
    subjects: readonly string[],
    note: string,
  ): Promise<{ id: string; siteId: string }[]> {
    return tx.query(
      `UPDATE sampling.exception
          SET state = 'resolved', resolution = 'unfounded', note = $3, resolved_at = now()
        WHERE subject = ANY ($2) AND kind = $1 AND state = 'open' AND act_id IS NULL RETURNING id, site_id AS "siteId"`,
      [kind, subjects, note],
    );
  }

  /** @returns whether it was open and had another owner before */
  async own(tx: Tx, id: string, owner: { role: OwnerRole; accountId: string | null }): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE sampling.exception SET owner_role = $2, owner_id = $3
        WHERE id = $1 AND state = 'open' AND (owner_role, owner_id) IS DISTINCT FROM ($2, $3::uuid) RETURNING id`,
      [id, owner.role, owner.accountId],
    );
    return rows.length > 0;
  }

  async isActiveStaff(tx: Tx, accountId: string): Promise<boolean> {
    const rows = await tx.query('SELECT 1 FROM access.account WHERE id = $1 AND disabled_at IS NULL', [accountId]);
    return rows.length > 0;
  }

  async rawOf(tx: Tx, id: string): Promise<Buffer | undefined> {
    const [row] = await tx.query<{ raw: Buffer | null }>(
      'SELECT raw_sealed AS raw FROM sampling.exception WHERE id = $1',
      [id],
    );
    return row?.raw ?? undefined;
  }
}
