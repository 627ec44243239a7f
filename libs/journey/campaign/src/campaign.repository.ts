import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import type { PoolClass, PoolClassCapacity, PoolRule } from './pool-policy.js';
import type { RoundState } from './round-states.js';

export interface RoundRow {
  id: string;
  name: string;
  state: RoundState;
  starts_at: Date;
  deadline: Date;
  default_pool_class: PoolClass;
  settings: unknown;
  body_hash: Buffer;
  opened_at: Date | null;
  closing_at: Date | null;
  closed_at: Date | null;
  areas: string[];
  pool_classes: PoolClassCapacity[];
  pool_rules: PoolRule[];
}

export interface NewRoundRow {
  id: string;
  name: string;
  startsAt: Date;
  deadline: Date;
  areas: string[];
  poolClasses: readonly PoolClassCapacity[];
  defaultPoolClass: PoolClass;
  poolRules: readonly PoolRule[];
  settings: object;
  bodyHash: Buffer;
  createdBy: string;
}

const wholeRound = `
  SELECT r.id, r.name, r.state, r.starts_at, r.deadline, r.default_pool_class, r.settings, r.body_hash, r.opened_at,
         r.closing_at, r.closed_at,
         (SELECT coalesce(array_agg(a.area_code ORDER BY a.area_code), '{}')
            FROM campaign.round_area a WHERE a.round_id = r.id) AS areas,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('class', c.pool_class, 'capacity', c.capacity)
                                    ORDER BY c.capacity, c.pool_class), '[]')
            FROM campaign.pool_class c WHERE c.round_id = r.id) AS pool_classes,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('category', p.category, 'poolClass', p.pool_class)
                                    ORDER BY p.category), '[]')
            FROM campaign.pool_rule p WHERE p.round_id = r.id) AS pool_rules
    FROM campaign.round r`;

/** Which column remembers when a round came into a state. */
const momentOf = { draft: 'created_at', open: 'opened_at', closing: 'closing_at', closed: 'closed_at' } as const;

@Injectable()
export class CampaignRepository {
  constructor(private readonly database: Database) {}

  async round(id: string, tx?: Tx): Promise<RoundRow | undefined> {
    const [row] = await (tx ?? this.database).query<RoundRow>(`${wholeRound} WHERE r.id = $1`, [id]);
    return row;
  }

  /** The same for a round that the actor may change: one of its areas is theirs. */
  async roundInReach(id: string, tx?: Tx): Promise<RoundRow | undefined> {
    const [row] = await (tx ?? this.database).query<RoundRow>(
      `${wholeRound} WHERE r.id = $1
          AND ((SELECT access.sees_all()) OR EXISTS (
                SELECT 1 FROM campaign.round_area ra JOIN community.area a ON a.code = ra.area_code
                 WHERE ra.round_id = r.id AND a.lineage && (SELECT community.my_areas())))`,
      [id],
    );
    return row;
  }

  roundsInState(state: RoundState, tx?: Tx): Promise<RoundRow[]> {
    return (tx ?? this.database).query<RoundRow>(`${wholeRound} WHERE r.state = $1 ORDER BY r.starts_at, r.id`, [
      state,
    ]);
  }

  roundsBefore(id: string | undefined, limit: number): Promise<RoundRow[]> {
    return this.database.query<RoundRow>(
      `${wholeRound} WHERE $1::uuid IS NULL OR r.id < $1 ORDER BY r.id DESC LIMIT $2`,
      [id ?? null, limit],
    );
  }

  async unknownAreas(tx: Tx, codes: string[]): Promise<string[]> {
    const rows = await tx.query<{ code: string }>(
      `SELECT code FROM unnest($1::text[]) AS code
        WHERE NOT EXISTS (SELECT 1 FROM community.area a WHERE a.code = code.code)`,
      [codes],
    );
    return rows.map((row) => row.code);
  }

  /** False when the id is taken. */
  async addRound(tx: Tx, round: NewRoundRow): Promise<boolean> {
    const added = await tx.query(
      `INSERT INTO campaign.round (id, name, starts_at, deadline, default_pool_class, settings, body_hash, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [
        round.id,
        round.name,
        round.startsAt,
        round.deadline,
        round.defaultPoolClass,
        JSON.stringify(round.settings),
        round.bodyHash,
        round.createdBy,
      ],
    );
    if (added.length === 0) return false;
    await tx.query('INSERT INTO campaign.round_area (round_id, area_code) SELECT $1, unnest($2::text[])', [
      round.id,
      round.areas,
    ]);
    await tx.query(
      `INSERT INTO campaign.pool_class (round_id, pool_class, capacity)
       SELECT $1, * FROM unnest($2::text[], $3::smallint[])`,
      [round.id, round.poolClasses.map((held) => held.class), round.poolClasses.map((held) => held.capacity)],
    );
    await tx.query(
      `INSERT INTO campaign.pool_rule (round_id, category, pool_class) SELECT $1, * FROM unnest($2::text[], $3::text[])`,
      [round.id, round.poolRules.map((rule) => rule.category), round.poolRules.map((rule) => rule.poolClass)],
    );
    return true;
  }

  /** Holds a round against other changes until the transaction ends; one that is out of reach is not held. */
  async holdRound(tx: Tx, id: string): Promise<void> {
    await tx.query('SELECT 1 FROM campaign.round WHERE id = $1 FOR UPDATE', [id]);
  }

  async changeRound(tx: Tx, id: string, to: { name: string; deadline: Date; settings: object }): Promise<void> {
    await tx.query('UPDATE campaign.round SET name = $2, deadline = $3, settings = $4 WHERE id = $1', [
      id,
      to.name,
      to.deadline,
      JSON.stringify(to.settings),
    ]);
  }

  /** True when the round was in `from` and is now in `to`. */
  async moveRound(tx: Tx, id: string, from: RoundState, to: RoundState, at: Date): Promise<boolean> {
    const moved = await tx.query(
      `UPDATE campaign.round SET state = $3, ${momentOf[to]} = $4 WHERE id = $1 AND state = $2 RETURNING id`,
      [id, from, to, at],
    );
    return moved.length === 1;
  }
}
