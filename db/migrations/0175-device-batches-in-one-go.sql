-- A device's batch in few words: each step of taking it over is one statement whose plan the connection keeps.

-- Receipts are looked up by the keys of one batch. Planned while the table was empty, a scan of all receipts would look
-- cheaper than the index and go on looking so when it is not empty any more.

/*
 * Begins a batch: opens the device's book and this run's line where there are none, keeps everybody else from the book
 * until the transaction ends, and says where chain and sequence stand and what is known of this batch already.
 *
 * `holes`: of a sequence that begins with 1, first and last of each, a hundred at most. `receipts`: those that these
 * numbers of the sequence have, or that acts of these ids have; null where everything is new.
 */
CREATE FUNCTION sampling.open_batch(
  device uuid, boot uuid, first_hash text, batch_counter bigint, batch_hash text, seqs bigint[], acts uuid[]
) RETURNS TABLE (line bigint, counter bigint, last_hash text, holes jsonb, is_known boolean, receipts jsonb)
LANGUAGE plpgsql SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  run bigint;
BEGIN
  INSERT INTO sampling.device_book (device_id, last_hash) VALUES (device, first_hash) ON CONFLICT (device_id) DO NOTHING;
  PERFORM 1 FROM sampling.device_book b WHERE b.device_id = device FOR UPDATE;
  SELECT l.id INTO run FROM sampling.device_line l WHERE l.device_id = device AND l.boot_id = boot;
  IF run IS NULL THEN
    INSERT INTO sampling.device_line AS l (device_id, boot_id) VALUES (device, boot) RETURNING l.id INTO run;
  END IF;
  RETURN QUERY
  SELECT run, b.counter, b.last_hash, sampling.holes_of(l.seen),
         EXISTS (SELECT 1 FROM sampling.device_batch x
                  WHERE x.device_id = device AND x.counter = batch_counter AND x.hash = batch_hash),
         (SELECT jsonb_agg(jsonb_build_object('lineId', r.line_id, 'seq', r.seq, 'digest', r.digest, 'body', r.body,
                                              'actId', r.act_id, 'kind', r.kind, 'outcome', r.outcome, 'rules', r.rules,
                                              'place', r.place))
            FROM (SELECT * FROM sampling.device_act a WHERE a.line_id = run AND a.seq = ANY (seqs)
                  UNION
                  SELECT * FROM sampling.device_act a WHERE a.act_id = ANY (acts)) r)
    FROM sampling.device_book b, sampling.device_line l
   WHERE b.device_id = device AND l.id = run;
END $$;

CREATE FUNCTION sampling.holes_of(seen int8multirange) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_array(lower(h), upper(h) - 1) ORDER BY h), '[]')
    FROM (SELECT h FROM unnest(CASE WHEN isempty(seen) THEN '{}'::int8multirange
                                    ELSE int8multirange(int8range(1, upper(seen))) - seen END) AS h LIMIT 100) few
$$;

/*
 * Ends a batch: a receipt for each act that is new, what arrived and what became of it in the book, and where chain and
 * sequence stand now. Call it between open_batch and COMMIT. Gives the holes that are left.
 */
CREATE FUNCTION sampling.close_batch(
  device uuid, run bigint, boot uuid, batch_counter bigint, batch_hash text, previous_hash text, chain_fault text,
  advances boolean, skew double precision, arrived_acts int, seqs bigint[], digests uuid[], bodies uuid[], acts uuid[],
  stored uuid[], kinds text[], outcomes text[], broken text[], places smallint[]
) RETURNS jsonb
LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  left_open jsonb;
BEGIN
  INSERT INTO sampling.device_act (line_id, seq, digest, body, act_id, stored_id, kind, outcome, rules, place, received_at)
  SELECT run, a.seq, a.digest, a.body, a.act_id, a.stored_id, a.kind, a.outcome,
         CASE WHEN a.rules = '' THEN '{}' ELSE string_to_array(a.rules, ',') END, a.place, now()
    FROM unnest(seqs, digests, bodies, acts, stored, kinds, outcomes, broken, places)
         AS a (seq, digest, body, act_id, stored_id, kind, outcome, rules, place);
  INSERT INTO sampling.device_batch (device_id, counter, hash, previous, fault, acts)
  VALUES (device, batch_counter, batch_hash, previous_hash, chain_fault, arrived_acts) ON CONFLICT DO NOTHING;
  UPDATE sampling.device_book b
     SET counter = CASE WHEN advances THEN batch_counter ELSE b.counter END,
         last_hash = CASE WHEN advances THEN batch_hash ELSE b.last_hash END,
         boot_id = boot, last_contact_at = now(), skew_seconds = coalesce(skew, b.skew_seconds),
         arrived = b.arrived + arrived_acts, received = b.received + n.received,
         repeated = b.repeated + arrived_acts - n.received, accepted = b.accepted + n.accepted,
         exceptions = b.exceptions + n.exceptions, refused = b.refused + n.refused
    FROM (SELECT count(*) AS received, count(*) FILTER (WHERE o = 'accepted') AS accepted,
                 count(*) FILTER (WHERE o = 'exception') AS exceptions, count(*) FILTER (WHERE o = 'refused') AS refused
            FROM unnest(outcomes) AS o) n
   WHERE b.device_id = device;
  UPDATE sampling.device_line l
     SET seen = l.seen + coalesce((SELECT range_agg(int8range(s, s + 1)) FROM unnest(seqs) AS s WHERE s > 0), '{}')
   WHERE l.id = run RETURNING sampling.holes_of(l.seen) INTO left_open;
  RETURN left_open;
END $$;

-- One row for each act, and each would have looked for the line that open_batch has found in this very transaction.
-- A line is never taken out; the purge of an epidemic empties both tables together.
ALTER TABLE sampling.device_act DROP CONSTRAINT device_act_line_id_fkey;

/*
 * Notes that a device had these tubes in hand, and says how they stand; `shared`: another device put something into it
 * too. Call it with the tubes locked.
 */
CREATE FUNCTION sampling.touch_tubes(barcodes text[], device uuid)
RETURNS TABLE (barcode text, round_id uuid, site_id uuid, state text, filled smallint, capacity smallint,
               counted_swabs smallint, shared boolean)
LANGUAGE plpgsql SET enable_seqscan = off AS $$
#variable_conflict use_column
BEGIN
  INSERT INTO sampling.tube_device (barcode, device_id)
  SELECT b, device FROM unnest(barcodes) AS b ORDER BY b ON CONFLICT DO NOTHING;
  RETURN QUERY
  SELECT t.barcode, t.round_id, t.site_id, t.state, t.filled, t.capacity, t.counted_swabs,
         EXISTS (SELECT 1 FROM sampling.tube_device d WHERE d.barcode = t.barcode AND d.device_id <> device)
    FROM sampling.tube t WHERE t.barcode = ANY (barcodes);
END $$;
REVOKE EXECUTE ON FUNCTION
  sampling.open_batch(uuid, uuid, text, bigint, text, bigint[], uuid[]), sampling.holes_of(int8multirange),
  sampling.close_batch(uuid, bigint, uuid, bigint, text, text, text, boolean, double precision, int, bigint[], uuid[],
                       uuid[], uuid[], uuid[], text[], text[], text[], smallint[]),
  sampling.touch_tubes(text[], uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
  sampling.open_batch(uuid, uuid, text, bigint, text, bigint[], uuid[]), sampling.holes_of(int8multirange),
  sampling.close_batch(uuid, bigint, uuid, bigint, text, text, text, boolean, double precision, int, bigint[], uuid[],
                       uuid[], uuid[], uuid[], text[], text[], text[], smallint[]),
  sampling.touch_tubes(text[], uuid) TO shihe_jobs;
