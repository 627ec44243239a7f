import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';

/** A resident as stored, with everything sealed that must be. Columns of community.resident. */
export interface StoredResident {
  id: string;
  area_code: string;
  household_id: string;
  masked_name: string;
  name_sealed: Buffer;
  document_kind: string;
  document_index: Buffer;
  document_masked: string;
  document_sealed: Buffer;
  phone_index: Buffer | null;
  phone_masked: string | null;
  phone_sealed: Buffer | null;
  birth_year: number | null;
  sex: string;
  category: string;
  categories: readonly string[];
  lane: string;
  home_visit: boolean;
  single_only: boolean;
  guardian_index: Buffer | null;
  row_hash: Buffer;
}

const columns = {
  id: 'uuid',
  area_code: 'text',
  household_id: 'uuid',
  masked_name: 'text',
  name_sealed: 'bytea',
  document_kind: 'text',
  document_index: 'bytea',
  document_masked: 'text',
  document_sealed: 'bytea',
  phone_index: 'bytea',
  phone_masked: 'text',
  phone_sealed: 'bytea',
  birth_year: 'smallint',
  sex: 'text',
  category: 'text',
  categories: 'text',
  lane: 'text',
  home_visit: 'boolean',
  single_only: 'boolean',
  guardian_index: 'bytea',
  row_hash: 'bytea',
} as const satisfies Record<keyof StoredResident, string>;

const names = Object.keys(columns) as (keyof StoredResident)[];
const arrays = names.map((name, at) => `$${at + 1}::${columns[name]}[]`).join(', ');
// unnest flattens arrays of arrays, so several categories of one person travel as one text.
const values = names
  .map((name) => (name === 'categories' ? `string_to_array(r.categories, ',')` : `r.${name}`))
  .join(', ');
const parametersOf = (residents: readonly StoredResident[]) =>
  names.map((name) =>
    residents.map((resident) => (name === 'categories' ? resident.categories.join(',') : resident[name])),
  );

/** Writes many residents with one statement each way. Always ordered by document, so two ledgers never wait crosswise. */
@Injectable()
export class ResidentLedgerRepository {
  /** Those of the documents that are registered: id and what the ledger said last. Locks nothing. */
  async standing(tx: Tx, documents: readonly Buffer[]): Promise<Map<string, { id: string; rowHash: Buffer | null }>> {
    const rows = await tx.query<{ id: string; document_index: Buffer; row_hash: Buffer | null }>(
      'SELECT id, document_index, row_hash FROM community.resident WHERE document_index = ANY ($1::bytea[])',
      [documents],
    );
    return new Map(rows.map((row) => [row.document_index.toString('hex'), { id: row.id, rowHash: row.row_hash }]));
  }

  /** Adds households that are not there yet; gives the id for each area and door, in order. */
  async households(tx: Tx, homes: readonly { id: string; areaCode: string; door: string }[]): Promise<string[]> {
    const parameters = [
      homes.map(({ id }) => id),
      homes.map(({ areaCode }) => areaCode),
      homes.map(({ door }) => door),
    ];
    await tx.query(
      `INSERT INTO community.household (id, area_code, door)
       SELECT DISTINCT ON (area_code, door) id, area_code, door
         FROM unnest($1::uuid[], $2::text[], $3::text[]) AS h (id, area_code, door)
        ORDER BY area_code, door
           ON CONFLICT (area_code, door) DO NOTHING`,
      parameters,
    );
    const rows = await tx.query<{ id: string }>(
      `SELECT s.id FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS h (area_code, door, nth)
         JOIN community.household s USING (area_code, door) ORDER BY h.nth`,
      parameters.slice(1),
    );
    return rows.map(({ id }) => id);
  }

  /** Adds residents; gives the ids of those that nobody else added first. */
  async add(tx: Tx, residents: readonly StoredResident[]): Promise<string[]> {
    if (residents.length === 0) return [];
    const rows = await tx.query<{ id: string }>(
      `INSERT INTO community.resident (${names.join(', ')})
       SELECT ${values} FROM unnest(${arrays}) AS r (${names.join(', ')}) ORDER BY r.document_index
           ON CONFLICT (document_index) DO NOTHING RETURNING id`,
      parametersOf(residents),
    );
    return rows.map(({ id }) => id);
  }

  /** Takes over what a ledger says of residents that are registered; presence and codes stay as they are. */
  async change(tx: Tx, residents: readonly StoredResident[]): Promise<string[]> {
    if (residents.length === 0) return [];
    // Row locks in one order first; the update itself takes them in any.
    await tx.query('SELECT 1 FROM community.resident WHERE id = ANY ($1::uuid[]) ORDER BY document_index FOR UPDATE', [
      residents.map(({ id }) => id),
    ]);
    const rows = await tx.query<{ id: string }>(
      `UPDATE community.resident AS t
          SET ${names
            .filter((name) => name !== 'id' && name !== 'document_index')
            .map((name) => `${name} = ${name === 'categories' ? `string_to_array(r.categories, ',')` : `r.${name}`}`)
            .join(', ')}, updated_at = now(),
              guardian_id = CASE WHEN t.guardian_index IS NOT DISTINCT FROM r.guardian_index THEN t.guardian_id END
         FROM unnest(${arrays}) AS r (${names.join(', ')})
        WHERE t.id = r.id AND t.row_hash IS DISTINCT FROM r.row_hash
        RETURNING t.id`,
      parametersOf(residents),
    );
    return rows.map(({ id }) => id);
  }

  /** Ties wards to guardians who are registered by now. Gives how many were tied. */
  async tieGuardians(tx: Tx): Promise<number> {
    const rows = await tx.query(
      `UPDATE community.resident AS ward SET guardian_id = guardian.id
         FROM community.resident guardian
        WHERE ward.guardian_id IS NULL AND ward.guardian_index IS NOT NULL
          AND guardian.document_index = ward.guardian_index AND guardian.id <> ward.id
        RETURNING ward.id`,
    );
    return rows.length;
  }

  /** Ties one person who was registered now: to their guardian, and to the wards who waited for them. */
  async tieOne(tx: Tx, id: string): Promise<void> {
    const tie = (who: 'ward' | 'guardian') =>
      tx.query(
        `UPDATE community.resident AS ward SET guardian_id = guardian.id
           FROM community.resident guardian
          WHERE ${who}.id = $1 AND ward.guardian_id IS NULL AND ward.guardian_index IS NOT NULL
            AND guardian.document_index = ward.guardian_index AND guardian.id <> ward.id`,
        [id],
      );
    await tie('ward');
    await tie('guardian');
  }
}
