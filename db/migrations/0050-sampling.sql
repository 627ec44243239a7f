-- A swab goes into a tube; ten to a tube.
CREATE SCHEMA sampling;

-- One barcode, one use, ever: the code of a discarded tube is used up too. A tube belongs to the pair that opened it; when the pair changes, a new tube is opened.
CREATE TABLE sampling.tube (
  barcode        text PRIMARY KEY,
  round_id       uuid NOT NULL,
  site_id        uuid NOT NULL REFERENCES site.site,
  station_id     uuid NOT NULL REFERENCES site.station,
  shift_id       uuid NOT NULL REFERENCES site.shift,
  pool_class     text NOT NULL,
  capacity       smallint NOT NULL,
  filled         smallint NOT NULL DEFAULT 0,
  household_id   uuid,
  state          text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'sealed', 'discarded')),
  opened_by      uuid NOT NULL,
  opened_at      timestamptz NOT NULL DEFAULT now(),
  first_swab_at  timestamptz,
  sealed_by      uuid,
  sealed_at      timestamptz,
  counted_swabs  smallint,
  seal_reason    text,
  seal_note      text,
  discarded_by   uuid,
  discarded_at   timestamptz,
  discard_reason text,
  body_hash      bytea NOT NULL,
  seal_hash      bytea,
  FOREIGN KEY (round_id, pool_class) REFERENCES campaign.pool_class,
  CHECK (filled BETWEEN 0 AND capacity),
  CHECK ((state = 'sealed') = (sealed_at IS NOT NULL)),
  CHECK ((state = 'discarded') = (discarded_at IS NOT NULL)),
  CHECK (state <> 'discarded' OR (filled = 0 AND discard_reason IS NOT NULL))
) WITH (fillfactor = 60);
CREATE INDEX tube_round_site ON sampling.tube (round_id, site_id);

-- Partitioned by round, so that a finished round is set aside whole; every key carries the round, last: within a
-- partition it tells nothing apart.
CREATE TABLE sampling.swab (
  round_id     uuid NOT NULL,
  id           uuid NOT NULL,
  tube_barcode text NOT NULL REFERENCES sampling.tube,
  place        smallint NOT NULL CHECK (place > 0),
  resident_id  uuid NOT NULL,
  occasion     smallint NOT NULL,
  purpose      text NOT NULL CHECK (purpose IN ('screening', 'retest', 'resample')),
  actor_id     uuid NOT NULL,
  scanned_at   timestamptz NOT NULL,
  sampled_at   timestamptz NOT NULL,
  recorded_at  timestamptz NOT NULL,
  body_hash    bytea NOT NULL,
  voided_at    timestamptz,
  voided_by    uuid,
  void_reason  text,
  PRIMARY KEY (id, round_id),
  UNIQUE (tube_barcode, place, round_id)
) PARTITION BY LIST (round_id);

-- Once per person, round and occasion. Occasion 0 is the screening; a recall or a voided swab opens the next one.
CREATE TABLE sampling.attendance (
  round_id     uuid NOT NULL,
  resident_id  uuid NOT NULL,
  occasion     smallint NOT NULL,
  purpose      text NOT NULL,
  swab_id      uuid NOT NULL,
  tube_barcode text NOT NULL,
  sampled_at   timestamptz NOT NULL,
  voided_at    timestamptz,
  PRIMARY KEY (resident_id, round_id, occasion)
) PARTITION BY LIST (round_id);

-- Leave to be sampled again in the same round: after a void, or by a retest or re-sample order.
CREATE TABLE sampling.admission (
  round_id    uuid NOT NULL,
  resident_id uuid NOT NULL,
  occasion    smallint NOT NULL CHECK (occasion > 0),
  purpose     text NOT NULL CHECK (purpose IN ('screening', 'retest', 'resample')),
  admitted_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (round_id, resident_id)
);

-- Makes the partitions of a round before its first tube is opened. Safe to call twice and by many at once.
CREATE FUNCTION sampling.ensure_round(round uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  suffix text := replace(round::text, '-', '');
  name text;
BEGIN
  IF to_regclass('sampling.attendance_' || suffix) IS NOT NULL THEN
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('sampling.ensure_round'));
  -- Not to_regclass again: it may remember that there was none before we waited.
  IF EXISTS (SELECT 1 FROM pg_class c
              WHERE c.relnamespace = 'sampling'::regnamespace AND c.relname = 'attendance_' || suffix) THEN
    RETURN;
  END IF;
  -- Made apart and then attached: swabs of other rounds go on being written meanwhile.
  FOREACH name IN ARRAY ARRAY['swab', 'attendance'] LOOP
    EXECUTE format('CREATE TABLE sampling.%I (LIKE sampling.%I INCLUDING ALL)', name || '_' || suffix, name);
    EXECUTE format('ALTER TABLE sampling.%I ATTACH PARTITION sampling.%I FOR VALUES IN (%L)', name, name || '_' || suffix, round);
  END LOOP;
END $$;

-- Who is in which tube: the swabs that count.
CREATE VIEW sampling.member AS
  SELECT s.round_id, s.tube_barcode, s.place, s.resident_id, s.id AS swab_id, s.occasion, s.purpose, s.sampled_at,
         t.site_id, t.station_id, t.pool_class, t.state AS tube_state
    FROM sampling.swab s JOIN sampling.tube t ON t.barcode = s.tube_barcode
   WHERE s.voided_at IS NULL;

/*
 * Group commit: writes the swabs that arrived within the same moment, many tables and many tubes, in one go; each gets
 * its own outcome and one bad scan never fails its neighbours.
 *
 * The rounds are held and the tubes locked first, in the order of their keys, attendance is claimed in the order of the residents: two
 * calls at once cannot wait for each other in a circle. Whoever loses a claim that was not yet visible is told 'again'
 * and is sent once more by the caller, together with those who were refused only because of that claim; so places are
 * given without a gap and nobody hears a refusal that is not true.
 *
 * Every look-up is a LATERAL … LIMIT 1, which the planner can only do by index, row by row: the plan is cached per
 * connection, and a plain join planned while a round was empty goes on scanning the whole round once it is not.
 *
 * A device's clock that is off by more than the round tolerates is kept as evidence; the sampling time is then ours.
 *
 * Outcomes: recorded, again, id-taken, unknown-tube, tube-sealed, tube-discarded, round-closed, unknown-resident, already-sampled,
 * single-only, other-household, tube-full.
 */
CREATE FUNCTION sampling.record_swabs(
  ids uuid[], hashes bytea[], barcodes text[], residents uuid[], documents bytea[], scans timestamptz[], actors uuid[]
) RETURNS TABLE (nth int, outcome text, place int, capacity int, masked text, earlier_tube text, earlier_at timestamptz)
LANGUAGE plpgsql
SET enable_seqscan = off SET enable_memoize = off
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
    SELECT s.nth::int AS nth, s.id, s.hash, s.barcode, s.resident, s.document, s.scanned_at, s.actor
      FROM unnest(ids, hashes, barcodes, residents, documents, scans, actors)
           WITH ORDINALITY AS s (id, hash, barcode, resident, document, scanned_at, actor, nth)
  ), judged AS (
    SELECT s.nth, s.id, s.hash, s.barcode, s.scanned_at, s.actor,
           t.round_id, t.site_id, t.capacity, t.filled,
           r.id AS resident_id, r.household_id, r.masked_name,
           coalesce(ad.occasion, 0::smallint) AS occasion, coalesce(ad.purpose, 'screening') AS purpose,
           w.place AS known_place, e.tube_barcode AS earlier_tube, e.sampled_at AS earlier_at,
           t.pool_class = 'household' AS household_tube,
           coalesce((ro.settings ->> 'toleratedClockSkewMinutes')::numeric, 5) * 60 AS tolerated_skew,
           CASE
             WHEN w.id IS NOT NULL THEN CASE WHEN w.body_hash = s.hash THEN 'recorded' ELSE 'id-taken' END
             WHEN t.barcode IS NULL THEN 'unknown-tube'
             WHEN t.state <> 'open' THEN 'tube-' || t.state
             WHEN ro.state NOT IN ('open', 'closing') THEN 'round-closed'
             WHEN r.id IS NULL THEN 'unknown-resident'
             WHEN e.swab_id IS NOT NULL THEN 'already-sampled'
             WHEN t.pool_class <> 'single' AND (r.single_only OR ad.purpose = 'retest' OR pr.pool_class = 'single')
               THEN 'single-only'
             WHEN t.pool_class = 'household' AND t.household_id <> r.household_id THEN 'other-household'
           END AS verdict
      FROM sent s
      LEFT JOIN LATERAL (SELECT * FROM sampling.tube x WHERE x.barcode = s.barcode LIMIT 1) t ON true
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
  ), turned AS (
    SELECT j.*,
           row_number() OVER (PARTITION BY j.round_id, j.resident_id, j.verdict IS NULL ORDER BY j.nth) AS turn,
           first_value(j.household_id) OVER (PARTITION BY j.barcode, j.verdict IS NULL ORDER BY j.nth) AS first_household
      FROM judged j
  ), settled AS (
    SELECT u.*, CASE
             WHEN u.verdict IS NOT NULL THEN u.verdict
             WHEN u.turn > 1 THEN 'again'
             WHEN u.household_tube AND u.household_id <> u.first_household THEN 'other-household'
           END AS settlement
      FROM turned u
  ), ranked AS MATERIALIZED (
    SELECT d.*, d.settlement IS NULL
             AND row_number() OVER (PARTITION BY d.barcode, d.settlement IS NULL ORDER BY d.nth) <= d.capacity - d.filled
             AS fits
      FROM settled d
  ), attended AS (
    INSERT INTO sampling.attendance (round_id, resident_id, occasion, purpose, swab_id, tube_barcode, sampled_at)
    SELECT k.round_id, k.resident_id, k.occasion, k.purpose, k.id, k.barcode,
           CASE WHEN abs(extract(epoch FROM moment - k.scanned_at)) <= k.tolerated_skew THEN k.scanned_at ELSE moment END
      FROM ranked k WHERE k.fits ORDER BY k.round_id, k.resident_id
    ON CONFLICT DO NOTHING
    RETURNING swab_id, sampled_at
  ), placed AS MATERIALIZED (
    SELECT k.*, a.sampled_at, (k.filled + row_number() OVER (PARTITION BY k.barcode ORDER BY k.nth))::smallint AS place
      FROM ranked k JOIN attended a ON a.swab_id = k.id
     WHERE k.fits
  ), swabbed AS (
    INSERT INTO sampling.swab (round_id, id, tube_barcode, place, resident_id, occasion, purpose, actor_id, scanned_at,
                               sampled_at, recorded_at, body_hash)
    SELECT p.round_id, p.id, p.barcode, p.place, p.resident_id, p.occasion, p.purpose, p.actor, p.scanned_at,
           p.sampled_at, moment, p.hash
      FROM placed p
  ), topped AS (
    UPDATE sampling.tube t
       SET filled = t.filled + n.added,
           first_swab_at = coalesce(t.first_swab_at, n.first_at),
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
         coalesce(p.place, k.known_place)::int, k.capacity::int, k.masked_name, k.earlier_tube, k.earlier_at
    FROM ranked k LEFT JOIN placed p ON p.nth = k.nth;
END $$;
