/** Entries of swabs that the sealer has not come to yet; it looks back two minutes, and so does this. */
const unsealedSwabs = `
  SELECT (one ->> 0)::uuid AS id, one ->> 1 AS barcode
    FROM journal.entry e CROSS JOIN LATERAL jsonb_array_elements(e.payload -> 'swabs') AS one
   WHERE e.topic = 'sampling.swabs-recorded'
     AND e.recorded_at > coalesce((SELECT max(entry_recorded_at) FROM journal.link WHERE chain <> 'ledgers'), '-infinity')
                         - interval '2 minutes'
     AND NOT EXISTS (SELECT 1 FROM journal.link l WHERE l.entry_recorded_at = e.recorded_at AND l.entry_id = e.id)`;

/** SQL for the names of rows, by ledger, whose imprints the sealer is still to take. */
export const pendingKeys: Readonly<Record<string, string>> = {
  'sampling.swab': `SELECT u.id || '/' || b.round_id AS key FROM (${unsealedSwabs}) u JOIN sampling.tube b ON b.barcode = u.barcode`,
  'sampling.attendance': `
    SELECT s.resident_id || '/' || s.round_id || '/' || s.occasion AS key
      FROM (${unsealedSwabs}) u
      JOIN sampling.tube b ON b.barcode = u.barcode
      JOIN sampling.swab s ON s.round_id = b.round_id AND s.id = u.id
     WHERE s.resident_id IS NOT NULL`,
  'sampling.tube': `SELECT DISTINCT barcode AS key FROM (${unsealedSwabs}) u`,
  'sampling.device_act': `
    SELECT t.line_id || '/' || t.seq || '/' || t.digest AS key
      FROM journal.imprint i
      JOIN sampling.device_act t ON t.line_id = i.keys[1]::bigint AND t.seq BETWEEN i.keys[2]::bigint AND i.keys[3]::bigint
                                AND t.received_at = 'epoch'::timestamptz + i.keys[4]::bigint * interval '1 millisecond'
     WHERE i.ledger = 'sampling.device_act' AND i.kind = 'announced'
       AND NOT EXISTS (SELECT 1 FROM journal.link l
                        WHERE l.entry_recorded_at = i.recorded_at AND l.entry_id = journal.imprint_id(i.no))`,
};
