import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';

/** received = accepted + exceptions + refused, arrived = received + repeated: the constraint `book_conserves`. */
export interface DeviceBooks {
  deviceId: string;
  counter: number;
  lastContactAt: Date | null;
  skewSeconds: number | null;
  arrived: number;
  repeated: number;
  received: number;
  accepted: number;
  exceptions: number;
  refused: number;
  /** Whether the books equal a recount of the receipts. */
  balances: boolean;
  openExceptions: number;
}

export interface DeviceHoles {
  bootId: string;
  /** How many acts of this run have arrived, and the highest number among them. */
  seen: number;
  highest: number;
  missing: number;
  /** First and last of what is missing, a hundred holes at most. */
  holes: [number, number][];
}

@Injectable()
export class DeviceBooksRepository {
  constructor(private readonly database: Database) {}

  books(deviceIds: readonly string[]): Promise<DeviceBooks[]> {
    return this.database.query<DeviceBooks>(
      `SELECT b.device_id AS "deviceId", b.counter, b.last_contact_at AS "lastContactAt", b.skew_seconds AS "skewSeconds",
              b.arrived, b.repeated, b.received, b.accepted, b.exceptions, b.refused,
              NOT EXISTS (SELECT 1 FROM sampling.device_book_difference d WHERE d.device_id = b.device_id) AS balances,
              (SELECT count(*)::int FROM sampling.exception e WHERE e.device_id = b.device_id AND e.state = 'open')
                AS "openExceptions"
         FROM sampling.device_book b WHERE b.device_id = ANY ($1::uuid[])`,
      [deviceIds],
    );
  }

  holes(deviceId: string): Promise<DeviceHoles[]> {
    return this.database.query<DeviceHoles>(
      `SELECT l.boot_id AS "bootId", s.seen, upper(l.seen) - 1 AS highest, upper(l.seen) - 1 - s.seen AS missing,
              (SELECT coalesce(jsonb_agg(jsonb_build_array(lower(h), upper(h) - 1) ORDER BY h), '[]')
                 FROM (SELECT h FROM unnest(int8multirange(int8range(1, upper(l.seen))) - l.seen) AS h LIMIT 100) few) AS holes
         FROM sampling.device_line l
        CROSS JOIN LATERAL (SELECT coalesce(sum(upper(r) - lower(r)), 0)::bigint AS seen FROM unnest(l.seen) AS r) s
        WHERE l.device_id = $1 AND NOT isempty(l.seen) ORDER BY l.id DESC LIMIT 100`,
      [deviceId],
    );
  }

  /** What each device of these has last been heard of, and how many numbers are missing. */
  lastContacts(
    deviceIds: readonly string[],
  ): Promise<{ deviceId: string; counter: number; lastContactAt: Date | null; missing: number }[]> {
    return this.database.query(
      `SELECT b.device_id AS "deviceId", b.counter, b.last_contact_at AS "lastContactAt",
              (SELECT coalesce(sum(upper(l.seen) - 1 - (SELECT sum(upper(r) - lower(r)) FROM unnest(l.seen) AS r)), 0)::bigint
                 FROM sampling.device_line l WHERE l.device_id = b.device_id AND NOT isempty(l.seen)) AS missing
         FROM sampling.device_book b WHERE b.device_id = ANY ($1::uuid[])`,
      [deviceIds],
    );
  }
}
