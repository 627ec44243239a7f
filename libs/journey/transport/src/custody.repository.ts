import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import type { BoxState, HandoverKind } from './box-states.js';

export interface LegRow {
  leg: number;
  kind: HandoverKind;
  given_by: string | null;
  giver: string | null;
  taken_by: string;
  taker: string;
  hub_code: string | null;
  plate: string | null;
  signed_at: Date;
  body_hash: Buffer;
}

export interface NewLeg {
  boxCode: string;
  leg: number;
  kind: HandoverKind;
  givenBy: string | null;
  takenBy: string;
  hubCode: string | null;
  plate: string | null;
  at: Date;
  hash: Buffer;
}

const select = `SELECT l.leg, l.kind, l.given_by, g.username AS giver, l.taken_by, t.username AS taker, l.hub_code,
                       l.plate, l.signed_at, l.body_hash
                  FROM transport.leg l
                  JOIN access.account t ON t.id = l.taken_by
                  LEFT JOIN access.account g ON g.id = l.given_by`;

/** The chain of custody of a box: one leg a handover, in order, without a gap. */
@Injectable()
export class CustodyRepository {
  constructor(private readonly database: Database) {}

  legs(boxCode: string): Promise<LegRow[]> {
    return this.database.query<LegRow>(`${select} WHERE l.box_code = $1 ORDER BY l.leg`, [boxCode]);
  }

  async signed(tx: Tx, boxCode: string, kind: HandoverKind, hubCode: string | null): Promise<LegRow | undefined> {
    const [row] = await tx.query<LegRow>(
      `${select} WHERE l.box_code = $1 AND l.kind = $2 AND l.hub_code IS NOT DISTINCT FROM $3`,
      [boxCode, kind, hubCode],
    );
    return row;
  }

  async sign(tx: Tx, leg: NewLeg): Promise<void> {
    await tx.query(
      `INSERT INTO transport.leg (box_code, leg, kind, given_by, taken_by, hub_code, plate, signed_at, body_hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [leg.boxCode, leg.leg, leg.kind, leg.givenBy, leg.takenBy, leg.hubCode, leg.plate, leg.at, leg.hash],
    );
  }

  /** Moves the box one leg on, from exactly the state and leg it was read in. */
  async move(
    tx: Tx,
    box: { code: string; state: BoxState; leg: number },
    to: { state: BoxState; holderId: string | null; hubCode: string | null; labCode: string | null; at: Date },
  ): Promise<void> {
    const moved = await tx.query(
      `UPDATE transport.box
          SET state = $4, leg = leg + 1, holder_id = $5, hub_code = $6, lab_code = coalesce($7, lab_code),
              received_at = CASE WHEN $4 = 'received' THEN $8::timestamptz END
        WHERE code = $1 AND state = $2 AND leg = $3 RETURNING code`,
      [box.code, box.state, box.leg, to.state, to.holderId, to.hubCode, to.labCode, to.at],
    );
    if (moved.length !== 1) throw new Error('the box moved while it was locked');
  }

  /** The account of somebody with that role, by user name or account id. */
  async accountOf(tx: Tx, named: string, role: string): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }>(
      `SELECT id FROM access.account
        WHERE (username = lower($1) OR id::text = lower($1)) AND role = $2 AND disabled_at IS NULL`,
      [named, role],
    );
    return row?.id;
  }
}
