import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';

export interface DeviceRow {
  id: string;
  siteId: string;
  roundId: string | null;
  name: string;
  x: string;
  y: string;
  madeBy: string;
  enrolledBy: string;
  enrolledAt: Date;
  approvedBy: string | null;
  approvedAt: Date | null;
  notBefore: Date | null;
  notAfter: Date | null;
  revokedBy: string | null;
  revokedAt: Date | null;
  revokeReason: string | null;
  bodyHash: Buffer;
}

export interface EnrolmentRow {
  id: string;
  siteId: string;
  roundId: string | null;
  codeHash: Buffer;
  madeBy: string;
  expiresAt: Date;
  usedAt: Date | null;
  bodyHash: Buffer;
}

const deviceColumns = `id, site_id AS "siteId", round_id AS "roundId", name, key_x AS x, key_y AS y, made_by AS "madeBy",
  enrolled_by AS "enrolledBy", enrolled_at AS "enrolledAt", approved_by AS "approvedBy", approved_at AS "approvedAt",
  not_before AS "notBefore", not_after AS "notAfter", revoked_by AS "revokedBy", revoked_at AS "revokedAt",
  revoke_reason AS "revokeReason", body_hash AS "bodyHash"`;
const enrolmentColumns = `id, site_id AS "siteId", round_id AS "roundId", code_hash AS "codeHash", made_by AS "madeBy",
  expires_at AS "expiresAt", used_at AS "usedAt", body_hash AS "bodyHash"`;

@Injectable()
export class DeviceRepository {
  constructor(private readonly database: Database) {}

  async addEnrolment(
    tx: Tx,
    enrolment: {
      id: string;
      siteId: string;
      roundId: string | null;
      codeHash: Buffer;
      madeBy: string;
      madeAt: Date;
      expiresAt: Date;
      triesAtMost: number;
      bodyHash: Buffer;
    },
  ): Promise<boolean> {
    const { id, siteId, roundId, codeHash, madeBy, madeAt, expiresAt, triesAtMost, bodyHash } = enrolment;
    const rows = await tx.query(
      `INSERT INTO site.enrolment (id, site_id, round_id, code_hash, made_by, made_at, expires_at, tries_at_most, body_hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [id, siteId, roundId, codeHash, madeBy, madeAt, expiresAt, triesAtMost, bodyHash],
    );
    return rows.length === 1;
  }

  async enrolment(tx: Tx, id: string): Promise<EnrolmentRow | undefined> {
    const [row] = await tx.query<EnrolmentRow>(
      `SELECT ${enrolmentColumns} FROM site.enrolment WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return row;
  }

  /** Spends one of the tries; undefined when there is none left, the code has expired or was used. */
  async spendTry(tx: Tx, id: string, at: Date): Promise<EnrolmentRow | undefined> {
    const [row] = await tx.query<EnrolmentRow>(
      `UPDATE site.enrolment SET tries = tries + 1
        WHERE id = $1 AND used_at IS NULL AND expires_at > $2 AND tries < tries_at_most RETURNING ${enrolmentColumns}`,
      [id, at],
    );
    return row;
  }

  async useEnrolment(tx: Tx, id: string, at: Date): Promise<boolean> {
    const rows = await tx.query(
      'UPDATE site.enrolment SET used_at = $2 WHERE id = $1 AND used_at IS NULL RETURNING id',
      [id, at],
    );
    return rows.length === 1;
  }

  async add(
    tx: Tx,
    device: Pick<DeviceRow, 'id' | 'siteId' | 'roundId' | 'name' | 'x' | 'y' | 'madeBy' | 'enrolledBy' | 'bodyHash'> & {
      enrolmentId: string;
      enrolledAt: Date;
    },
  ): Promise<boolean> {
    const { id, siteId, roundId, name, x, y, enrolmentId, madeBy, enrolledBy, enrolledAt, bodyHash } = device;
    const rows = await tx.query(
      `INSERT INTO site.device (id, site_id, round_id, name, key_x, key_y, enrolment_id, made_by, enrolled_by, enrolled_at,
                                body_hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING RETURNING id`,
      [id, siteId, roundId, name, x, y, enrolmentId, madeBy, enrolledBy, enrolledAt, bodyHash],
    );
    return rows.length === 1;
  }

  async device(id: string, tx?: Tx): Promise<DeviceRow | undefined> {
    const [row] = await (tx ?? this.database).query<DeviceRow>(
      `SELECT ${deviceColumns} FROM site.device WHERE id = $1`,
      [id],
    );
    return row;
  }

  /** The device, and what its site has set. */
  async deviceAtSite(id: string, tx?: Tx): Promise<(DeviceRow & { siteSettings: unknown }) | undefined> {
    const [row] = await (tx ?? this.database).query<DeviceRow & { siteSettings: unknown }>(
      `SELECT d.*, s.settings AS "siteSettings"
         FROM (SELECT ${deviceColumns} FROM site.device WHERE id = $1) d JOIN site.site s ON s.id = d."siteId"`,
      [id],
    );
    return row;
  }

  ofSite(siteId: string): Promise<DeviceRow[]> {
    return this.database.query<DeviceRow>(
      `SELECT ${deviceColumns} FROM site.device WHERE site_id = $1 ORDER BY enrolled_at DESC, id LIMIT 1000`,
      [siteId],
    );
  }

  /** The constraint `device_second_person` refuses whoever made the code or enrolled the device. */
  async approve(tx: Tx, id: string, by: string, at: Date, days: number): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE site.device SET approved_by = $2, approved_at = $3, not_before = $3,
              not_after = $3::timestamptz + make_interval(days => $4)
        WHERE id = $1 AND approved_at IS NULL AND revoked_at IS NULL RETURNING id`,
      [id, by, at, days],
    );
    return rows.length === 1;
  }

  /** Lets an approved device go on, from now; false when that changes nothing. */
  async renew(tx: Tx, id: string, at: Date, days: number): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE site.device SET not_before = $2, not_after = $2::timestamptz + make_interval(days => $3)
        WHERE id = $1 AND approved_at IS NOT NULL AND revoked_at IS NULL RETURNING id`,
      [id, at, days],
    );
    return rows.length === 1;
  }

  async revoke(tx: Tx, id: string, by: string, at: Date, reason: string): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE site.device SET revoked_by = $2, revoked_at = $3, revoke_reason = $4
        WHERE id = $1 AND revoked_at IS NULL RETURNING id`,
      [id, by, at, reason],
    );
    return rows.length === 1;
  }
}
