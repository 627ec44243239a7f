-- Acts that happened without a network: taken over afterwards, whatever rule they break.

-- A tube may hold more than it should, stand in the books before anybody said that it was opened, and be sealed by a
-- device whose earlier acts arrive later. `surplus` is how many swabs are in it for which it had no place.
ALTER TABLE sampling.tube
  ADD COLUMN surplus     smallint NOT NULL DEFAULT 0 CHECK (surplus >= 0),
  -- Known from a swab alone; its opening has not arrived yet.
  ADD COLUMN adopted     boolean NOT NULL DEFAULT false,
  -- Whose seal it is in the sequence of which device.
  ADD COLUMN sealed_line bigint,
  ADD COLUMN sealed_seq  bigint,
  ALTER COLUMN shift_id DROP NOT NULL;
DO $$
DECLARE
  named text;
BEGIN
  FOR named IN
    SELECT conname FROM pg_constraint
     WHERE conrelid = 'sampling.tube'::regclass AND contype = 'c'
       AND (pg_get_constraintdef(oid) ~ 'filled >= 0' OR pg_get_constraintdef(oid) ~ 'filled = 0')
  LOOP
    EXECUTE format('ALTER TABLE sampling.tube DROP CONSTRAINT %I', named);
  END LOOP;
END $$;
ALTER TABLE sampling.tube
  ADD CONSTRAINT tube_filled CHECK (filled BETWEEN 0 AND capacity + surplus),
  ADD CONSTRAINT tube_discarded CHECK (state <> 'discarded' OR (filled <= surplus AND discard_reason IS NOT NULL));

-- A swab that is in the tube while nobody knows whose it is.
ALTER TABLE sampling.swab ALTER COLUMN resident_id DROP NOT NULL;

-- Which devices put something into a tube. It should be one.
CREATE TABLE sampling.tube_device (
  barcode   text NOT NULL REFERENCES sampling.tube,
  device_id uuid NOT NULL REFERENCES site.device,
  since     timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (barcode, device_id)
);

-- The sequence of one device since it was started: each act has the next number. What is missing is a hole.
CREATE TABLE sampling.device_line (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  device_id uuid NOT NULL REFERENCES site.device,
  boot_id   uuid NOT NULL,
  seen      int8multirange NOT NULL DEFAULT '{}',
  UNIQUE (device_id, boot_id)
);

-- The books of a device. Whatever arrived is in them, and each of it once: nothing is lost on the way in.
CREATE TABLE sampling.device_book (
  device_id       uuid PRIMARY KEY REFERENCES site.device,
  counter         bigint NOT NULL DEFAULT 0,
  last_hash       text NOT NULL,
  boot_id         uuid,
  last_contact_at timestamptz(3),
  -- How much the device's clock is behind ours; evidence, never order.
  skew_seconds    double precision,
  arrived         bigint NOT NULL DEFAULT 0,
  repeated        bigint NOT NULL DEFAULT 0,
  received        bigint NOT NULL DEFAULT 0,
  accepted        bigint NOT NULL DEFAULT 0,
  exceptions      bigint NOT NULL DEFAULT 0,
  refused         bigint NOT NULL DEFAULT 0,
  CONSTRAINT book_conserves CHECK (received = accepted + exceptions + refused AND arrived = received + repeated)
) WITH (fillfactor = 50);

-- Each batch that was taken over, by its place in the device's chain and its SHA-256: two of one place are a cloned device.
CREATE TABLE sampling.device_batch (
  device_id   uuid NOT NULL REFERENCES site.device,
  counter     bigint NOT NULL CHECK (counter > 0),
  hash        text NOT NULL,
  previous    text NOT NULL,
  fault       text CHECK (fault IN ('counter-taken', 'counter-skipped', 'previous-differs')),
  acts        smallint NOT NULL,
  received_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (device_id, counter, hash)
);

-- What became of each act: the receipt, the same whenever it is asked for. `digest` is half a SHA-256 of the entry as it
-- was signed, `body` of the act without its number. A number that could not be read is 0.
CREATE TABLE sampling.device_act (
  line_id     bigint NOT NULL REFERENCES sampling.device_line,
  seq         bigint NOT NULL CHECK (seq >= 0),
  digest      uuid NOT NULL,
  body        uuid NOT NULL,
  act_id      uuid,
  -- The id under which it was stored: another one than it said when that belongs to another act already.
  stored_id   uuid,
  kind        text,
  outcome     text NOT NULL CHECK (outcome IN ('accepted', 'exception', 'refused')),
  rules       text[] NOT NULL DEFAULT '{}',
  place       smallint,
  received_at timestamptz(3) NOT NULL,
  PRIMARY KEY (line_id, seq, digest),
  CHECK ((outcome = 'accepted') = (rules = '{}'))
);
CREATE INDEX device_act_id ON sampling.device_act (act_id) WHERE act_id IS NOT NULL;

-- What somebody wrote down at a table; it may name a person, so it is sealed.
CREATE TABLE sampling.device_note (
  id          uuid PRIMARY KEY,
  device_id   uuid NOT NULL REFERENCES site.device,
  site_id     uuid NOT NULL REFERENCES site.site,
  actor_id    uuid NOT NULL,
  written_at  timestamptz NOT NULL,
  text_sealed bytea NOT NULL
);

SELECT access.protect('sampling.tube_device', $$ EXISTS (SELECT 1 FROM site.device d WHERE d.id = device_id) $$);
SELECT access.protect('sampling.device_line', $$ EXISTS (SELECT 1 FROM site.device d WHERE d.id = device_id) $$);
SELECT access.protect('sampling.device_book', $$ EXISTS (SELECT 1 FROM site.device d WHERE d.id = device_id) $$);
SELECT access.protect('sampling.device_batch', $$ EXISTS (SELECT 1 FROM site.device d WHERE d.id = device_id) $$);
SELECT access.protect('sampling.device_act', $$ EXISTS (SELECT 1 FROM sampling.device_line l WHERE l.id = line_id) $$);
SELECT access.protect('sampling.device_note', $$ (SELECT access.sees_all()) OR site_id IN (SELECT site.mine()) $$);

-- The proof that nothing was lost, in one question: a row for each device whose books differ from its receipts.
CREATE VIEW sampling.device_book_difference WITH (security_invoker = true) AS
  SELECT b.device_id, b.received, b.accepted, b.exceptions, b.refused, coalesce(r.received, 0) AS counted
    FROM sampling.device_book b
    LEFT JOIN (
      SELECT l.device_id, count(*) AS received, count(*) FILTER (WHERE a.outcome = 'accepted') AS accepted,
             count(*) FILTER (WHERE a.outcome = 'exception') AS exceptions,
             count(*) FILTER (WHERE a.outcome = 'refused') AS refused
        FROM sampling.device_act a JOIN sampling.device_line l ON l.id = a.line_id
       GROUP BY l.device_id) r ON r.device_id = b.device_id
   WHERE (b.received, b.accepted, b.exceptions, b.refused)
         IS DISTINCT FROM (coalesce(r.received, 0), coalesce(r.accepted, 0), coalesce(r.exceptions, 0), coalesce(r.refused, 0));
GRANT SELECT ON sampling.device_book_difference TO shihe_desk, shihe_reader, shihe_jobs;

/*
 * Writes swabs, many tables and many tubes, in one go; each gets its own outcome. One function for both ways in, so that
 * the rules are judged in one place: record_swabs asks before the swab is taken and a broken rule refuses; keep_swabs
 * tells what has happened, a broken rule is named in `breaches` and the swab is stored, for it is in the tube.
 *
 * The rounds are held and the tubes locked first, in the order of their keys, attendance is claimed in the order of the
 * residents: two calls at once cannot wait for each other in a circle. Whoever loses a claim that was not yet visible is
 * told 'again' and is sent once more by the caller, together with those who were refused only because of that claim; so
 * places are given without a gap and nobody hears a refusal that is not true.
 *
 * Every look-up is a LATERAL … LIMIT 1, which the planner can only do by index, row by row: the plan is cached per
 * connection, and a plain join planned while a round was empty goes on scanning the whole round once it is not.
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
CREATE FUNCTION sampling.write_swabs(
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
  WITH sent AS (
    SELECT s.nth::int AS nth, s.id, s.hash, s.barcode, s.resident, s.document, s.scanned_at, s.actor, s.taken_at, s.seq
      FROM unnest(ids, hashes, barcodes, residents, documents, scans, actors, taken, seqs)
           WITH ORDINALITY AS s (id, hash, barcode, resident, document, scanned_at, actor, taken_at, seq, nth)
  ), reached AS MATERIALIZED (
    -- A table's device sends many swabs of one tube: its scope is asked for once.
    SELECT w.actor, w.barcode
      FROM (SELECT DISTINCT actor, barcode FROM sent) w
     CROSS JOIN LATERAL (SELECT * FROM sampling.tube x WHERE x.barcode = w.barcode LIMIT 1) x
     WHERE (session_user = current_user OR site.reaches(w.actor, x.site_id, x.round_id))
       AND (NOT happened OR (x.site_id = at_site AND (in_round IS NULL OR x.round_id = in_round)))
  ), judged AS (
    SELECT s.nth, s.id, s.hash, s.barcode, s.scanned_at, s.actor, s.taken_at,
           t.round_id, t.site_id, t.capacity, t.filled, coalesce(ro.opened_at, ro.starts_at) AS round_since,
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
           coalesce((ro.settings ->> 'toleratedClockSkewMinutes')::numeric, 5) * 60 AS tolerated_skew,
           w.id IS NOT NULL AS known, w.body_hash = s.hash AS is_same,
           array_remove(ARRAY[
             CASE WHEN happened AND v.barcode IS NULL THEN 'out-of-scope' END,
             CASE WHEN t.barcode IS NULL THEN 'unknown-tube' END,
             CASE WHEN t.state <> 'open' AND NOT (happened AND coalesce(t.sealed_line = line AND s.seq < t.sealed_seq, false))
               THEN 'tube-' || t.state END,
             CASE WHEN ro.state NOT IN ('open', 'closing') THEN 'round-closed' END,
             CASE WHEN r.id IS NULL THEN 'unknown-resident' END,
             CASE WHEN e.swab_id IS NOT NULL THEN 'already-sampled' END,
             CASE WHEN t.pool_class <> 'single' AND (r.single_only OR ad.purpose = 'retest' OR pr.pool_class = 'single')
               THEN 'single-only' END,
             CASE WHEN t.pool_class = 'household' AND t.household_id <> r.household_id THEN 'other-household' END
           ], NULL) AS broken
      FROM sent s
      LEFT JOIN reached v ON v.actor = s.actor AND v.barcode = s.barcode
      LEFT JOIN LATERAL (
        SELECT * FROM sampling.tube x WHERE x.barcode = CASE WHEN happened THEN s.barcode ELSE v.barcode END LIMIT 1
      ) t ON true
      LEFT JOIN LATERAL (SELECT * FROM campaign.round x WHERE x.id = t.round_id LIMIT 1) ro ON true
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
  ), weighed AS (
    SELECT j.*, CASE WHEN j.known THEN CASE WHEN j.is_same THEN 'recorded' ELSE 'id-taken' END
                     WHEN NOT happened OR j.round_id IS NULL THEN j.broken[1] END AS verdict
      FROM judged j
  ), turned AS (
    SELECT j.*,
           row_number() OVER (PARTITION BY j.round_id, j.resident_id, j.verdict IS NULL ORDER BY j.nth) AS turn,
           first_value(j.household_id) OVER (PARTITION BY j.barcode, j.verdict IS NULL ORDER BY j.nth) AS first_household
      FROM weighed j
  ), settled AS (
    SELECT u.*, u.household_tube AND u.household_id <> u.first_household AS stranger,
           CASE
             WHEN u.verdict IS NOT NULL THEN u.verdict
             WHEN u.turn > 1 AND u.resident_id IS NOT NULL THEN 'again'
             WHEN NOT happened AND u.household_tube AND u.household_id <> u.first_household THEN 'other-household'
           END AS settlement
      FROM turned u
  ), ranked AS MATERIALIZED (
    SELECT d.*, d.settlement IS NULL
             AND (happened OR row_number() OVER (PARTITION BY d.barcode, d.settlement IS NULL ORDER BY d.nth) <= d.capacity - d.filled)
             AS fits,
           CASE WHEN happened THEN
                  CASE WHEN d.taken_at BETWEEN d.round_since - make_interval(secs => d.tolerated_skew::float8)
                                           AND moment + make_interval(secs => d.tolerated_skew::float8)
                       THEN least(d.taken_at, moment) ELSE moment END
                WHEN abs(extract(epoch FROM moment - d.scanned_at)) <= d.tolerated_skew THEN d.scanned_at
                ELSE moment END AS sampled_at
      FROM settled d
  ), attended AS (
    INSERT INTO sampling.attendance (round_id, resident_id, occasion, purpose, swab_id, tube_barcode, sampled_at)
    SELECT k.round_id, k.resident_id, k.occasion, k.purpose, k.id, k.barcode, k.sampled_at
      FROM ranked k WHERE k.fits AND k.resident_id IS NOT NULL ORDER BY k.round_id, k.resident_id
    ON CONFLICT DO NOTHING
    RETURNING swab_id
  ), placed AS MATERIALIZED (
    SELECT k.*, (k.filled + row_number() OVER (PARTITION BY k.barcode ORDER BY k.nth))::smallint AS place
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
                   (array_agg(p.household_id) FILTER (WHERE p.household_tube))[1] AS household_id
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

-- Asked before the swab is taken, by tables that are online: whatever breaks a rule is refused.
CREATE OR REPLACE FUNCTION sampling.record_swabs(
  ids uuid[], hashes bytea[], barcodes text[], residents uuid[], documents bytea[], scans timestamptz[], actors uuid[]
) RETURNS TABLE (nth int, outcome text, place int, capacity int, masked text, earlier_tube text, earlier_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT w.nth, w.outcome, w.place, w.capacity, w.masked, w.earlier_tube, w.earlier_at
    FROM sampling.write_swabs($1, $2, $3, $4, $5, $6, $7, false, NULL, NULL, NULL, NULL, NULL) w;
END $$;

-- Told after it was taken, by a device of this site: everything is stored.
CREATE FUNCTION sampling.keep_swabs(
  ids uuid[], hashes bytea[], barcodes text[], residents uuid[], documents bytea[], scans timestamptz[], actors uuid[],
  taken timestamptz[], seqs bigint[], line bigint, at_site uuid, in_round uuid
) RETURNS TABLE (nth int, outcome text, place int, capacity int, breaches text[], resident uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT w.nth, w.outcome, w.place, w.capacity, w.breaches, w.resident
    FROM sampling.write_swabs($1, $2, $3, $4, $5, $6, $7, true, $8, $9, $10, $11, $12) w;
END $$;
REVOKE EXECUTE ON FUNCTION
  sampling.write_swabs(uuid[], bytea[], text[], uuid[], bytea[], timestamptz[], uuid[], boolean, timestamptz[], bigint[], bigint, uuid, uuid),
  sampling.keep_swabs(uuid[], bytea[], text[], uuid[], bytea[], timestamptz[], uuid[], timestamptz[], bigint[], bigint, uuid, uuid)
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
  sampling.keep_swabs(uuid[], bytea[], text[], uuid[], bytea[], timestamptz[], uuid[], timestamptz[], bigint[], bigint, uuid, uuid)
  TO shihe_jobs;

/*
 * Puts tubes into the books that a device of this site had in hand. `opened` where the device says that it opened them;
 * without it they are known from a swab alone, and what nobody said is taken from the round and the site. A tube that is
 * there already stays as it is, unless it was known from a swab alone and its opening has arrived now.
 *
 * Each row says what it found: made, completed, same (opened in the same words before), other; and which rules it breaks. A tube for which
 * there is no round or no station is not made and not in the answer.
 */
CREATE FUNCTION sampling.adopt_tubes(
  barcodes text[], rounds uuid[], stations uuid[], classes text[], actors uuid[], taken timestamptz[], hashes bytea[],
  opened boolean, at_site uuid, in_round uuid
) RETURNS TABLE (nth int, found text, round_id uuid, breaches text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  moment timestamptz := clock_timestamp();
  one uuid;
BEGIN
  FOR one IN SELECT x.id FROM campaign.round x
              WHERE x.state <> 'draft'
                AND (x.id = ANY (rounds || in_round) OR x.state IN ('open', 'closing') AND array_position(rounds, NULL) IS NOT NULL)
              ORDER BY x.id LOOP
    PERFORM sampling.ensure_round(one);
  END LOOP;
  RETURN QUERY
  WITH sent AS MATERIALIZED (
    SELECT s.nth::int AS nth, s.barcode, s.round, s.station, s.class, s.actor, s.taken_at, s.hash
      FROM unnest(barcodes, rounds, stations, classes, actors, taken, hashes)
           WITH ORDINALITY AS s (barcode, round, station, class, actor, taken_at, hash, nth)
  ), grounded AS MATERIALIZED (
    SELECT s.*, ro.id AS in_round_id, ro.state AS round_state, p.pool_class, p.capacity, st.id AS station_id, sh.id AS shift_id,
           array_remove(ARRAY[
             CASE WHEN (in_round IS NOT NULL AND ro.id <> in_round)
                    OR NOT (session_user = current_user OR site.reaches(s.actor, at_site, ro.id)) THEN 'out-of-scope' END,
             CASE WHEN ro.state NOT IN ('open', 'closing') THEN 'round-closed' END,
             CASE WHEN opened AND (ro.id IS DISTINCT FROM s.round OR st.id IS DISTINCT FROM s.station
                                   OR p.pool_class IS DISTINCT FROM s.class
                                   OR s.barcode !~ coalesce(ro.settings ->> 'barcodePattern', '^[A-Za-z0-9-]{4,32}$'))
                  THEN 'against-rules' END], NULL) AS broken
      FROM sent s
      LEFT JOIN LATERAL (
        SELECT x.* FROM campaign.round x JOIN site.site i ON i.id = at_site JOIN community.area h ON h.code = i.area_code
         WHERE x.state <> 'draft'
         ORDER BY x.id = s.round DESC NULLS LAST, x.id = in_round DESC NULLS LAST,
                  EXISTS (SELECT 1 FROM campaign.round_area a WHERE a.round_id = x.id AND a.area_code = ANY (h.lineage)) DESC,
                  x.state IN ('open', 'closing') DESC, x.starts_at DESC LIMIT 1) ro ON true
      LEFT JOIN LATERAL (
        SELECT * FROM campaign.pool_class x WHERE x.round_id = ro.id
         ORDER BY x.pool_class = s.class DESC NULLS LAST, x.pool_class = ro.default_pool_class DESC LIMIT 1) p ON true
      LEFT JOIN LATERAL (
        SELECT * FROM site.station x WHERE x.site_id = at_site
         ORDER BY x.id = s.station DESC NULLS LAST, x.number LIMIT 1) st ON true
      LEFT JOIN LATERAL (
        SELECT * FROM site.shift x WHERE x.station_id = st.id
         ORDER BY x.during @> s.taken_at DESC NULLS LAST, lower(x.during) DESC LIMIT 1) sh ON true
  ), made AS (
    INSERT INTO sampling.tube AS known (barcode, round_id, site_id, station_id, shift_id, pool_class, capacity, opened_by,
                                        opened_at, body_hash, adopted)
    SELECT g.barcode, g.in_round_id, at_site, g.station_id, g.shift_id, g.pool_class, g.capacity, g.actor,
           least(coalesce(g.taken_at, moment), moment), g.hash, NOT opened
      FROM grounded g
     WHERE g.in_round_id IS NOT NULL AND g.station_id IS NOT NULL AND g.pool_class IS NOT NULL
       AND to_regclass('sampling.attendance_' || replace(g.in_round_id::text, '-', '')) IS NOT NULL
     ORDER BY g.barcode
    ON CONFLICT (barcode) DO UPDATE
       SET adopted = false, station_id = excluded.station_id, shift_id = excluded.shift_id, opened_by = excluded.opened_by,
           opened_at = excluded.opened_at, body_hash = excluded.body_hash, pool_class = excluded.pool_class,
           capacity = excluded.capacity, surplus = greatest(known.surplus, known.filled - excluded.capacity)
     WHERE known.adopted AND opened AND known.round_id = excluded.round_id AND known.site_id = excluded.site_id
    RETURNING barcode, xmax = 0 AS fresh
  )
  SELECT g.nth, CASE WHEN m.fresh THEN 'made' WHEN m.barcode IS NOT NULL THEN 'completed'
                     WHEN t.body_hash = g.hash THEN 'same' ELSE 'other' END,
         coalesce(t.round_id, g.in_round_id),
         CASE WHEN m.barcode IS NULL THEN '{}' ELSE g.broken END
    FROM grounded g
    LEFT JOIN made m ON m.barcode = g.barcode
    LEFT JOIN sampling.tube t ON t.barcode = g.barcode
   WHERE m.barcode IS NOT NULL OR t.barcode IS NOT NULL;
END $$;
REVOKE EXECUTE ON FUNCTION
  sampling.adopt_tubes(text[], uuid[], uuid[], text[], uuid[], timestamptz[], bytea[], boolean, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
  sampling.adopt_tubes(text[], uuid[], uuid[], text[], uuid[], timestamptz[], bytea[], boolean, uuid, uuid) TO shihe_jobs;
