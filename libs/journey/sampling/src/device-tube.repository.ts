import { Injectable } from '@nestjs/common';
import type { ActContext } from '#journey/site';
import { arrayOf, type Tx } from '#platform/database';

/** A tube as a device had it in hand. */
export interface TubeInHand {
  barcode: string;
  roundId: string | null;
  stationId: string | null;
  poolClass: string | null;
  actorId: string;
  takenAt: Date;
  hash: Buffer;
}

export interface AdoptedTube {
  nth: number;
  found: 'made' | 'completed' | 'same' | 'other';
  roundId: string;
  breaches: string[];
}

export interface KeptSwab {
  id: string;
  tube: string;
  residentId: string | null;
  documentIndex: Buffer | null;
  scannedAt: Date;
  takenAt: Date;
  actorId: string;
  seq: number;
  hash: Buffer;
}

export interface KeptVerdict {
  nth: number;
  outcome: string;
  place: number | null;
  breaches: string[] | null;
  resident: string | null;
}

export interface TouchedTube {
  barcode: string;
  roundId: string;
  siteId: string;
  state: 'open' | 'sealed' | 'discarded';
  filled: number;
  capacity: number;
  countedSwabs: number | null;
  /** Whether another device put something into it too. */
  shared: boolean;
}

export interface LockedTube {
  barcode: string;
  roundId: string;
  siteId: string;
  state: 'open' | 'sealed' | 'discarded';
  filled: number;
  capacity: number;
  poolClass: string;
  sealHash: Buffer | null;
}

/** Tubes and swabs as devices report them: what happened is stored, the rules that it breaks are named. */
@Injectable()
export class DeviceTubeRepository {
  async unknown(tx: Tx, barcodes: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ barcode: string }>(
      `SELECT b.barcode FROM unnest($1::text[]) AS b (barcode)
        WHERE NOT EXISTS (SELECT 1 FROM sampling.tube t WHERE t.barcode = b.barcode)`,
      [barcodes],
    );
    return rows.map(({ barcode }) => barcode);
  }

  /** Each barcode once. Tubes without a round or station to stand in are missing in the answer. */
  adopt(
    tx: Tx,
    tubes: readonly TubeInHand[],
    opened: boolean,
    { siteId, roundId }: ActContext,
  ): Promise<AdoptedTube[]> {
    return tx.query<AdoptedTube>(
      `SELECT nth, found, round_id AS "roundId", breaches
         FROM sampling.adopt_tubes($1::text[], $2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::timestamptz[],
                                   $7::bytea[], $8, $9, $10)`,
      [
        tubes.map((tube) => tube.barcode),
        tubes.map((tube) => tube.roundId),
        tubes.map((tube) => tube.stationId),
        tubes.map((tube) => tube.poolClass),
        tubes.map((tube) => tube.actorId),
        tubes.map((tube) => tube.takenAt),
        tubes.map((tube) => tube.hash),
        opened,
        siteId,
        roundId,
      ],
    );
  }

  /**
   * In the order of the swabs. What broke no rule, nearly all of them, comes back as its place alone: two hundred rows
   * of six columns are dear to write and to read.
   */
  async keep(tx: Tx, swabs: readonly KeptSwab[], { lineId, siteId, roundId }: ActContext): Promise<KeptVerdict[]> {
    const [kept] = await tx.call<{ places: (number | null)[]; others: KeptVerdict[] }>(
      `SELECT array_agg(k.place ORDER BY k.nth) AS places,
              coalesce(jsonb_agg(jsonb_build_object('nth', k.nth, 'outcome', k.outcome, 'place', k.place,
                                                    'breaches', k.breaches, 'resident', k.resident))
                FILTER (WHERE k.outcome <> 'recorded' OR k.breaches <> '{}'), '[]') AS others
         FROM sampling.keep_swabs($1::uuid[], $2::bytea[], $3::text[], $4::uuid[], $5::bytea[], $6::timestamptz[],
                                  $7::uuid[], $8::timestamptz[], $9::bigint[], $10, $11, $12) AS k`,
      [
        arrayOf.uuid(swabs.map((swab) => swab.id)),
        arrayOf.bytea(swabs.map((swab) => swab.hash)),
        arrayOf.text(swabs.map((swab) => swab.tube)),
        arrayOf.uuid(swabs.map((swab) => swab.residentId)),
        arrayOf.bytea(swabs.map((swab) => swab.documentIndex)),
        arrayOf.timestamptz(swabs.map((swab) => swab.scannedAt)),
        arrayOf.uuid(swabs.map((swab) => swab.actorId)),
        arrayOf.timestamptz(swabs.map((swab) => swab.takenAt)),
        arrayOf.int8(swabs.map((swab) => swab.seq)),
        lineId,
        siteId,
        roundId,
      ],
    );
    if (kept?.places.length !== swabs.length) throw new Error('swabs without a verdict');
    const verdicts = swabs.map(({ residentId: resident }, n): KeptVerdict => {
      return { nth: n + 1, outcome: 'recorded', place: kept.places[n] ?? null, breaches: [], resident };
    });
    for (const other of kept.others) verdicts[other.nth - 1] = other;
    return verdicts;
  }

  /** Notes that this device had these tubes in hand, and says how they stand. Call it with the tubes locked. */
  touch(tx: Tx, barcodes: readonly string[], deviceId: string): Promise<TouchedTube[]> {
    return tx.call<TouchedTube>(
      `SELECT barcode, round_id AS "roundId", site_id AS "siteId", state, filled, capacity,
              counted_swabs AS "countedSwabs", shared
         FROM sampling.touch_tubes($1::text[], $2)`,
      [barcodes, deviceId],
    );
  }

  lock(tx: Tx, barcodes: readonly string[]): Promise<LockedTube[]> {
    return tx.query<LockedTube>(
      `SELECT barcode, round_id AS "roundId", site_id AS "siteId", state, filled, capacity, pool_class AS "poolClass",
              seal_hash AS "sealHash"
         FROM sampling.tube WHERE barcode = ANY ($1::text[]) ORDER BY barcode FOR NO KEY UPDATE`,
      [barcodes],
    );
  }

  /** Call it with the tubes locked and open. */
  async seal(
    tx: Tx,
    seals: readonly {
      barcode: string;
      by: string;
      at: Date;
      counted: number;
      reason: string | null;
      note: string | null;
      hash: Buffer;
      seq: number;
    }[],
    lineId: number,
  ): Promise<void> {
    await tx.query(
      `UPDATE sampling.tube t
          SET state = 'sealed', sealed_at = least(s.at, now()), sealed_by = s.by, counted_swabs = s.counted,
              seal_reason = s.reason, seal_note = s.note, seal_hash = s.hash, sealed_line = $9, sealed_seq = s.seq
         FROM unnest($1::text[], $2::uuid[], $3::timestamptz[], $4::smallint[], $5::text[], $6::text[], $7::bytea[],
                     $8::bigint[]) AS s (barcode, by, at, counted, reason, note, hash, seq)
        WHERE t.barcode = s.barcode AND t.state = 'open'`,
      [
        seals.map((one) => one.barcode),
        seals.map((one) => one.by),
        seals.map((one) => one.at),
        seals.map((one) => one.counted),
        seals.map((one) => one.reason),
        seals.map((one) => one.note),
        seals.map((one) => one.hash),
        seals.map((one) => one.seq),
        lineId,
      ],
    );
  }

  /** Where a swab is that a device wants to withdraw, and whether the device's own seal came after that. */
  async swab(
    tx: Tx,
    swabId: string,
    { lineId, seq }: { lineId: number; seq: number },
  ): Promise<{ roundId: string; tube: string; siteId: string; mayChange: boolean; voided: boolean } | undefined> {
    const [row] = await tx.query<{
      roundId: string;
      tube: string;
      siteId: string;
      mayChange: boolean;
      voided: boolean;
    }>(
      `SELECT s.round_id AS "roundId", t.barcode AS tube, t.site_id AS "siteId", s.voided_at IS NOT NULL AS voided,
              t.state = 'open' OR coalesce(t.sealed_line = $2 AND t.sealed_seq > $3, false) AS "mayChange"
         FROM sampling.swab s JOIN sampling.tube t ON t.barcode = s.tube_barcode WHERE s.id = $1
          FOR NO KEY UPDATE OF t`,
      [swabId, lineId, seq],
    );
    return row;
  }

  async addNote(
    tx: Tx,
    note: { id: string; deviceId: string; siteId: string; actorId: string; at: Date; sealed: Buffer },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO sampling.device_note (id, device_id, site_id, actor_id, written_at, text_sealed)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING`,
      [note.id, note.deviceId, note.siteId, note.actorId, note.at, note.sealed],
    );
  }
}
