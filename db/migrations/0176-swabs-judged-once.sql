-- The rules as before (0132), in fewer steps: what concerns a tube is asked once for the tube and not for each swab in
-- it, each swab is judged once, and no row is sorted that need not be.

/*
 * Writes swabs, many tables and many tubes, in one go; each gets its own outcome. One function for both ways in, so that
 * the rules are judged in one place: record_swabs asks before the swab is taken and a broken rule refuses; keep_swabs
 * tells what has happened, a broken rule is named in `breaches` and the swab is stored, for it is in the tube.
 *
 * The rounds are held and the tubes locked first, in the order of their keys, attendance is claimed in the order of the
 * residents: two calls at once cannot wait for each other in a circle. Whoever loses a claim, to another call or to an
 * earlier swab of this one, is told 'again' and is sent once more by the caller, together with those who were refused only
 * because of that claim; so places are given without a gap and nobody hears a refusal that is not true.
 *
 * Every look-up is by the key of an index, one row each, and so is its plan: it is cached per connection, and a plain join
 * planned while a round was empty goes on scanning the whole round once it is not.
 *
 * A tube out of the actor's scope is an unknown tube. Only the owner of this function, as tools and tests are, has no scope.
 *
 * Asked beforehand, a clock that is off by more than the round tolerates is kept as evidence, and the sampling time is
 * ours. Told afterwards, `taken` is the time as far as it can be believed; one that lies before the round or ahead of us is ours.
 * A sealed tube takes what the sealing device did before its seal: its own sequence (`line`, `seqs`) is the order.
 *
 * Outcomes: recorded, again, id-taken, unknown-tube, tube-sealed, tube-discarded, round-closed, unknown-resident,
 * already-sampled, single-only, other-household, tube-full. Breaches: these from unknown-tube on, and out-of-scope.
 */
CREATE OR REPLACE FUNCTION sampling.write_swabs(
  ids uuid[], hashes bytea[], barcodes text[], residents uuid[], documents bytea[], scans timestamptz[], actors uuid[],
  happened boolean, taken timestamptz[], seqs bigint[], line bigint, at_site uuid, in_round uuid
) RETURNS TABLE (nth int, outcome text, place int, capacity int, masked text, earlier_tube text, earlier_at timestamptz,
                 breaches text[], resident uuid)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_memoize = off
AS $$
#variable_conflict use_column
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  -- Whoever closes a round waits for the batches that are under way, and no later one gets in.
  PERFORM 1 FROM campaign.round r
    WHERE r.id = ANY (ARRAY(SELECT DISTINCT t.round_id FROM sampling.tube t WHERE t.barcode = ANY (barcodes)))
    ORDER BY r.id FOR SHARE;
  PERFORM 1 FROM sampling.tube t WHERE t.barcode = ANY (barcodes) ORDER BY t.barcode FOR NO KEY UPDATE;

  RETURN QUERY
  WITH sent AS MATERIALIZED (
    SELECT s.nth::int AS nth, s.id, s.hash, s.barcode, s.resident, s.document, s.scanned_at, s.actor, s.taken_at, s.seq
      FROM unnest(ids, hashes, barcodes, residents, documents, scans, actors, taken, seqs)
           WITH ORDINALITY AS s (id, hash, barcode, resident, document, scanned_at, actor, taken_at, seq, nth)
  ), meant AS MATERIALIZED (
    SELECT w.actor, t.barcode, t.round_id, t.site_id, t.state, t.capacity, t.filled, t.pool_class, t.household_id,
           t.sealed_line, t.sealed_seq
      FROM (SELECT DISTINCT actor, barcode FROM sent) w
     CROSS JOIN LATERAL (SELECT * FROM sampling.tube x WHERE x.barcode = w.barcode LIMIT 1) t
  ), allowed AS MATERIALIZED (
    -- Many tubes stand at one table: the scope of whoever works there is asked for once.
    SELECT w.actor, w.site_id, w.round_id, ro.state AS round_state, coalesce(ro.opened_at, ro.starts_at) AS round_since,
           make_interval(secs => coalesce((ro.settings ->> 'toleratedClockSkewMinutes')::float8, 5) * 60) AS tolerated,
           (session_user = current_user OR site.reaches(w.actor, w.site_id, w.round_id))
             AND (NOT happened OR (w.site_id = at_site AND (in_round IS NULL OR w.round_id = in_round))) AS reached
      FROM (SELECT DISTINCT actor, site_id, round_id FROM meant) w
     CROSS JOIN LATERAL (SELECT * FROM campaign.round x WHERE x.id = w.round_id LIMIT 1) ro
  ), ground AS MATERIALIZED (
    SELECT m.*, a.round_state, a.round_since, a.tolerated, a.reached
      FROM meant m JOIN allowed a ON a.actor = m.actor AND a.site_id = m.site_id AND a.round_id = m.round_id
     WHERE happened OR a.reached
  ), judged AS (
    SELECT s.nth, s.id, s.hash, s.barcode, s.scanned_at, s.actor, s.taken_at,
           t.round_id, t.site_id, t.capacity, t.filled, t.round_since, t.tolerated,
           r.id AS resident_id, r.household_id, r.masked_name,
           -- A person who has been at this occasion already is in one more tube: that is an occasion of its own.
           CASE WHEN happened AND e.swab_id IS NOT NULL
                THEN (SELECT max(x.occasion) + 1 FROM sampling.attendance x
                       WHERE x.round_id = t.round_id AND x.resident_id = r.id)::smallint
                ELSE coalesce(ad.occasion, 0::smallint) END AS occasion,
           CASE WHEN happened AND e.swab_id IS NOT NULL THEN 'screening'
                ELSE coalesce(ad.purpose, 'screening') END AS purpose,
           w.place AS known_place, e.tube_barcode AS earlier_tube, e.sampled_at AS earlier_at,
           t.pool_class = 'household' AS household_tube,
           w.id IS NOT NULL AS known, w.body_hash = s.hash AS is_same,
           array_remove(ARRAY[
             CASE WHEN happened AND t.reached IS NOT TRUE THEN 'out-of-scope' END,
             CASE WHEN t.barcode IS NULL THEN 'unknown-tube' END,
             CASE WHEN t.state <> 'open' AND NOT (happened AND coalesce(t.sealed_line = line AND s.seq < t.sealed_seq, false))
               THEN 'tube-' || t.state END,
             CASE WHEN t.round_state NOT IN ('open', 'closing') THEN 'round-closed' END,
             CASE WHEN r.id IS NULL THEN 'unknown-resident' END,
             CASE WHEN e.swab_id IS NOT NULL THEN 'already-sampled' END,
             CASE WHEN t.pool_class <> 'single' AND (r.single_only OR ad.purpose = 'retest' OR pr.pool_class = 'single')
               THEN 'single-only' END,
             CASE WHEN t.pool_class = 'household' AND t.household_id <> r.household_id THEN 'other-household' END
           ], NULL) AS broken
      FROM sent s
      LEFT JOIN ground t ON t.actor = s.actor AND t.barcode = s.barcode
      LEFT JOIN LATERAL (
        SELECT * FROM sampling.swab x WHERE x.round_id = t.round_id AND x.id = s.id LIMIT 1
      ) w ON true
      LEFT JOIN LATERAL (
        SELECT * FROM community.sampling_subject x WHERE x.id = s.resident
        UNION ALL
        SELECT * FROM community.sampling_subject x WHERE s.resident IS NULL AND x.document_index = s.document
        LIMIT 1
      ) r ON true
      LEFT JOIN LATERAL (
        SELECT * FROM campaign.pool_rule x WHERE x.round_id = t.round_id AND x.category = r.category LIMIT 1
      ) pr ON true
      LEFT JOIN LATERAL (
        SELECT * FROM sampling.admission x WHERE x.round_id = t.round_id AND x.resident_id = r.id LIMIT 1
      ) ad ON true
      LEFT JOIN LATERAL (
        SELECT * FROM sampling.attendance x
         WHERE x.round_id = t.round_id AND x.resident_id = r.id AND x.occasion = coalesce(ad.occasion, 0::smallint) LIMIT 1
      ) e ON true
    -- Judged here, once, and not again wherever the outcome is looked at.
    OFFSET 0
  ), weighed AS MATERIALIZED (
    SELECT j.*, CASE WHEN j.known THEN CASE WHEN j.is_same THEN 'recorded' ELSE 'id-taken' END
                     WHEN NOT happened OR j.round_id IS NULL THEN j.broken[1] END AS verdict
      FROM judged j
  ), hosts AS MATERIALIZED (
    -- Who comes first to a household's tube says whose it is.
    SELECT DISTINCT ON (barcode) barcode, household_id FROM weighed
     WHERE household_tube AND verdict IS NULL ORDER BY barcode, nth
  ), settled AS MATERIALIZED (
    SELECT u.*, u.household_id <> h.household_id AS stranger,
           CASE WHEN u.verdict IS NULL AND NOT happened AND u.household_id <> h.household_id THEN 'other-household'
                ELSE u.verdict END AS settlement,
           CASE WHEN happened THEN
                  CASE WHEN u.taken_at BETWEEN u.round_since - u.tolerated AND moment + u.tolerated
                       THEN least(u.taken_at, moment) ELSE moment END
                WHEN u.scanned_at BETWEEN moment - u.tolerated AND moment + u.tolerated THEN u.scanned_at
                ELSE moment END AS sampled_at
      FROM weighed u LEFT JOIN hosts h ON h.barcode = u.barcode AND u.household_tube
  ), ranked AS MATERIALIZED (
    SELECT d.*, d.settlement IS NULL AND (happened OR q.turn <= d.capacity - d.filled) AS fits
      FROM settled d
      LEFT JOIN (
        SELECT o.nth, row_number() OVER (PARTITION BY o.barcode ORDER BY o.nth) AS turn
          FROM settled o WHERE o.settlement IS NULL AND NOT happened
      ) q ON q.nth = d.nth
  ), attended AS (
    INSERT INTO sampling.attendance (round_id, resident_id, occasion, purpose, swab_id, tube_barcode, sampled_at)
    SELECT k.round_id, k.resident_id, k.occasion, k.purpose, k.id, k.barcode, k.sampled_at
      FROM ranked k WHERE k.fits AND k.resident_id IS NOT NULL ORDER BY k.round_id, k.resident_id, k.nth
    ON CONFLICT DO NOTHING
    RETURNING swab_id
  ), placed AS MATERIALIZED (
    SELECT k.nth, k.id, k.hash, k.barcode, k.scanned_at, k.sampled_at, k.actor, k.round_id, k.site_id, k.resident_id,
           k.occasion, k.purpose, CASE WHEN k.household_tube THEN k.household_id END AS household_id,
           (k.filled + row_number() OVER (PARTITION BY k.barcode ORDER BY k.nth))::smallint AS place
      FROM ranked k LEFT JOIN attended a ON a.swab_id = k.id
     WHERE k.fits AND (a.swab_id IS NOT NULL OR k.resident_id IS NULL)
  ), swabbed AS (
    INSERT INTO sampling.swab (round_id, id, tube_barcode, place, resident_id, occasion, purpose, actor_id, scanned_at,
                               sampled_at, recorded_at, body_hash)
    SELECT p.round_id, p.id, p.barcode, p.place, p.resident_id, p.occasion, p.purpose, p.actor, p.scanned_at,
           p.sampled_at, moment, p.hash
      FROM placed p
  ), topped AS (
    UPDATE sampling.tube t
       SET filled = t.filled + n.added,
           surplus = greatest(t.surplus, t.filled + n.added - CASE WHEN t.state = 'discarded' THEN 0 ELSE t.capacity END),
           first_swab_at = CASE WHEN happened THEN least(t.first_swab_at, n.first_at) ELSE coalesce(t.first_swab_at, n.first_at) END,
           household_id = coalesce(t.household_id, n.household_id)
      FROM (SELECT p.barcode, count(*)::smallint AS added, min(p.sampled_at) AS first_at,
                   (array_agg(p.household_id) FILTER (WHERE p.household_id IS NOT NULL))[1] AS household_id
              FROM placed p GROUP BY p.barcode) n
     WHERE t.barcode = n.barcode AND t.barcode = ANY (barcodes)
  ), journalled AS (
    INSERT INTO journal.entry (topic, site_id, subject, payload)
    SELECT 'sampling.swabs-recorded', p.site_id, 'site:' || p.site_id,
           jsonb_build_object('swabs', jsonb_agg(jsonb_build_array(p.id, p.barcode, p.place, p.resident_id, p.actor)))
      FROM placed p GROUP BY p.site_id
  )
  SELECT k.nth,
         CASE
           WHEN k.settlement IS NOT NULL THEN k.settlement
           WHEN p.place IS NOT NULL THEN 'recorded'
           WHEN k.fits THEN 'again'
           WHEN EXISTS (SELECT 1 FROM ranked o LEFT JOIN placed q ON q.nth = o.nth
                         WHERE o.barcode = k.barcode AND o.fits AND q.nth IS NULL) THEN 'again'
           ELSE 'tube-full'
         END,
         coalesce(p.place, k.known_place)::int, k.capacity::int, k.masked_name, k.earlier_tube, k.earlier_at,
         CASE WHEN happened AND NOT k.known THEN k.broken
              || CASE WHEN k.stranger AND NOT ('other-household' = ANY (k.broken)) THEN ARRAY['other-household'] ELSE '{}' END
              || CASE WHEN p.place > k.capacity THEN ARRAY['tube-full'] ELSE '{}' END END,
         k.resident_id
    FROM ranked k LEFT JOIN placed p ON p.nth = k.nth;
END $$;
