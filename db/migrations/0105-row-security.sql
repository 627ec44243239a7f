-- Every table of the rooms under guard: people's logins see the rows that are theirs, whatever the code above asks for.

-- Functions are called by those who are named, not by everybody who can connect.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO shihe_desk, shihe_jobs;
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO shihe_jobs;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA access, community, campaign, site, queue, sampling, transport, lab, results, coverage,
  journal FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA access TO shihe_desk, shihe_reader, shihe_jobs;
REVOKE EXECUTE ON FUNCTION access.protect(regclass, text, text) FROM shihe_desk, shihe_reader, shihe_jobs;
-- Called in everybody's name, while whom a scope belongs to is nobody's business.
ALTER FUNCTION site.mine() SECURITY DEFINER SET search_path = pg_catalog, pg_temp;
GRANT EXECUTE ON FUNCTION community.my_areas(), campaign.my_rounds(), site.mine(), lab.mine() TO shihe_desk, shihe_reader, shihe_jobs;

-- The logins that are nobody's see everything that is granted to them, and so does the owner.
CREATE OR REPLACE FUNCTION access.sees_all() RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT current_user NOT IN ('shihe_desk', 'shihe_reader') OR cardinality(access.keys('all')) > 0 $$;

-- Accounts and sessions belong to the door. The other logins know people by name and role, never a password's hash.
GRANT SELECT, INSERT, UPDATE ON access.account, access.session, access.scope TO shihe_door;
GRANT SELECT (id, username, role, display_name, disabled_at) ON access.account TO shihe_desk, shihe_reader, shihe_jobs, shihe_auditor;
GRANT USAGE ON SCHEMA journal TO shihe_door;

-- The journal is written by all who change something and read by those who seal and who audit it.
GRANT INSERT ON journal.entry TO shihe_door, shihe_desk, shihe_jobs;
GRANT SELECT ON journal.entry, journal.link TO shihe_jobs, shihe_auditor;
GRANT INSERT ON journal.link TO shihe_jobs;
ALTER FUNCTION journal.ensure_days(date, int) SECURITY DEFINER SET search_path = pg_catalog, pg_temp;
GRANT EXECUTE ON FUNCTION journal.ensure_days(date, int) TO shihe_jobs;

-- Errands are asked for by whoever changes something and done by the house.
GRANT INSERT ON jobs.errand TO shihe_desk;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA jobs TO shihe_jobs;
GRANT DELETE ON jobs.canary TO shihe_jobs;

-- 台账 community. The tree of areas is on every map; who may change it answers for the place.
SELECT access.protect('community.area', 'true',
  $$(SELECT access.sees_all()) OR lineage && (SELECT community.my_areas())$$);

/*
 * Somebody who stands before a table belongs to any grid of the city. Whoever serves them sees them from the moment they
 * were found by their own document, phone or code, for a while: an encounter, and not a right to look people up.
 */
CREATE TABLE community.encounter (
  staff_id    uuid NOT NULL REFERENCES access.account,
  resident_id uuid NOT NULL,
  since       timestamptz NOT NULL DEFAULT now(),
  until       timestamptz NOT NULL,
  PRIMARY KEY (staff_id, resident_id)
);
SELECT access.protect('community.encounter', $$(SELECT access.sees_all()) OR staff_id = (SELECT access.actor())$$);

SELECT access.protect('community.resident', $$
  (SELECT access.sees_all())
  OR id = (SELECT access.actor()) OR guardian_id = (SELECT access.actor())
  OR EXISTS (SELECT 1 FROM community.area a WHERE a.code = area_code AND a.lineage && (SELECT community.my_areas()))
  OR EXISTS (SELECT 1 FROM community.encounter e
              WHERE e.staff_id = (SELECT access.actor()) AND e.resident_id = id AND e.until > now())$$);
-- A door of a building names nobody; who lives behind it does.
SELECT access.protect('community.household', 'true', $$(SELECT access.actor_role()) IS DISTINCT FROM 'resident'$$);
SELECT access.protect('community.resident_code', $$EXISTS (SELECT 1 FROM community.resident r WHERE r.id = resident_id)$$);
SELECT access.protect('community.ledger_import', $$(SELECT access.sees_all()) OR imported_by = (SELECT access.actor())$$);
SELECT access.protect('community.ledger_import_error',
  $$EXISTS (SELECT 1 FROM community.ledger_import i WHERE i.id = import_id)$$);
GRANT SELECT (id, area_code, household_id, masked_name, category, lane, single_only, home_visit, presence)
  ON community.sampling_subject TO shihe_desk, shihe_reader, shihe_jobs;

-- 任务 campaign. Rounds name nobody; they are changed by those who answer for one of their areas.
SELECT access.protect('campaign.round',
  $$(SELECT campaign.my_rounds()) IS NULL OR id = ANY ((SELECT campaign.my_rounds())::uuid[])$$,
  $$(SELECT access.sees_all()) OR EXISTS (
      SELECT 1 FROM campaign.round_area ra JOIN community.area a ON a.code = ra.area_code
       WHERE ra.round_id = id AND a.lineage && (SELECT community.my_areas()))$$);
-- A round's areas are written after the round itself, so a new round is judged by them.
DROP POLICY adding ON campaign.round;
CREATE POLICY adding ON campaign.round FOR INSERT TO shihe_desk WITH CHECK (created_by = (SELECT access.actor()));
SELECT access.protect('campaign.round_area', 'true', $$(SELECT access.sees_all()) OR EXISTS (
  SELECT 1 FROM community.area a WHERE a.code = area_code AND a.lineage && (SELECT community.my_areas()))$$);
SELECT access.protect('campaign.pool_class', 'true');
SELECT access.protect('campaign.pool_rule', 'true');
SELECT access.protect('campaign.exemption', $$EXISTS (SELECT 1 FROM community.resident r WHERE r.id = resident_id)$$);
GRANT SELECT ON campaign.roster TO shihe_jobs;

-- Holds a round in its state until the transaction ends, for rooms that may not change it.
CREATE FUNCTION campaign.hold(round uuid) RETURNS TABLE (state text, settings jsonb)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$ SELECT r.state, r.settings FROM campaign.round r WHERE r.id = round FOR SHARE $$;
GRANT EXECUTE ON FUNCTION campaign.hold(uuid) TO shihe_desk, shihe_jobs;

-- 采样点 site. Where the sites are is public; what goes on there is theirs.
SELECT access.protect('site.site', 'true', $$(SELECT access.sees_all()) OR id IN (SELECT site.mine())
  OR EXISTS (SELECT 1 FROM community.area a WHERE a.code = area_code AND a.lineage && (SELECT community.my_areas()))$$);
SELECT access.protect('site.lane', 'true', $$(SELECT access.sees_all()) OR site_id IN (SELECT site.mine())$$);
SELECT access.protect('site.station', 'true', $$(SELECT access.sees_all()) OR site_id IN (SELECT site.mine())$$);
SELECT access.protect('site.session', 'true', $$(SELECT access.sees_all()) OR site_id IN (SELECT site.mine())$$);
SELECT access.protect('site.shift', $$(SELECT access.sees_all())
  OR (SELECT access.actor()) IN (scanner_id, collector_id)
  OR EXISTS (SELECT 1 FROM site.station t WHERE t.id = station_id AND t.site_id IN (SELECT site.mine()))$$);
SELECT access.protect('site.duty', $$person_id = (SELECT access.actor())
  OR EXISTS (SELECT 1 FROM site.shift s WHERE s.id = shift_id)$$);

-- 排队 queue.
SELECT access.protect('queue.counter', 'true');
SELECT access.protect('queue.board_version', 'true');
SELECT access.protect('queue.call', $$(SELECT access.sees_all()) OR site_id IN (SELECT site.mine())$$);
SELECT access.protect('queue.announcement', $$(SELECT access.sees_all()) OR site_id IN (SELECT site.mine())$$);
SELECT access.protect('queue.ticket', $$(SELECT access.sees_all()) OR site_id IN (SELECT site.mine())
  OR (resident_id IS NOT NULL AND EXISTS (SELECT 1 FROM community.resident r WHERE r.id = resident_id))$$);
SELECT access.protect('queue.led_singly', $$EXISTS (SELECT 1 FROM community.resident r WHERE r.id = resident_id)$$);
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA queue TO shihe_desk, shihe_reader, shihe_jobs, shihe_board_reader;
GRANT SELECT ON queue.today, queue.pace, queue.lane_now, queue.session_today, queue.site_status, queue.board
  TO shihe_desk, shihe_reader, shihe_jobs;

-- The line as everybody in it may know it: places and parties, and nobody's name.
CREATE VIEW queue.line AS
  SELECT id, site_id, business_day, lane, number, label, place, party_size, state, issued_at, called_at, station_id, body_hash
    FROM queue.ticket;
GRANT SELECT ON queue.line TO shihe_desk, shihe_reader, shihe_jobs;

-- Who has to be sampled singly; answers about one person who is asked for by id, and about nothing else.
CREATE FUNCTION queue.sampled_singly(resident uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.single_only OR s.lane = 'single'
         OR EXISTS (SELECT 1 FROM queue.led_singly l WHERE l.resident_id = s.id AND l.released_at IS NULL)
    FROM community.sampling_subject s WHERE s.id = resident
$$;
GRANT EXECUTE ON FUNCTION queue.sampled_singly(uuid) TO shihe_desk, shihe_reader, shihe_jobs;

-- 采样 sampling. A tube is seen at its site, by whoever carries its box and by the laboratory that has it.
CREATE VIEW lab.arrival AS SELECT barcode, lab_code, receipt_id, box_code, accepted, received_at FROM lab.tube;
CREATE VIEW transport.hand AS SELECT box_code, given_by, taken_by FROM transport.leg;
CREATE VIEW transport.departure AS SELECT box_code, signed_at FROM transport.leg WHERE kind = 'dispatch';
-- What later rooms know of any tube whose code they read off it.
CREATE VIEW sampling.tube_state AS SELECT barcode, round_id, site_id, state, sealed_at FROM sampling.tube;
GRANT SELECT ON lab.arrival, transport.hand, transport.departure, sampling.tube_state, transport.box_tube TO shihe_desk, shihe_reader, shihe_jobs;

SELECT access.protect('transport.box', $$(SELECT access.sees_all()) OR site_id IN (SELECT site.mine())
  OR holder_id = (SELECT access.actor())
  OR ((SELECT lab.mine()) IS NOT NULL AND (lab_code = (SELECT lab.mine()) OR state IN ('dispatched', 'at-hub')))
  OR EXISTS (SELECT 1 FROM transport.hand h WHERE h.box_code = code AND (SELECT access.actor()) IN (h.taken_by, h.given_by))$$);
SELECT access.protect('sampling.tube', $$((SELECT access.sees_all()) OR site_id IN (SELECT site.mine())
    OR EXISTS (SELECT 1 FROM transport.box_tube bt JOIN transport.box b ON b.code = bt.box_code WHERE bt.barcode = tube.barcode)
    OR ((SELECT lab.mine()) IS NOT NULL
        AND EXISTS (SELECT 1 FROM lab.arrival r WHERE r.barcode = tube.barcode AND r.lab_code = (SELECT lab.mine()))))
  AND ((SELECT campaign.my_rounds()) IS NULL OR round_id = ANY ((SELECT campaign.my_rounds())::uuid[]))$$,
  $$((SELECT access.sees_all()) OR site_id IN (SELECT site.mine()))
  AND ((SELECT campaign.my_rounds()) IS NULL OR round_id = ANY ((SELECT campaign.my_rounds())::uuid[]))$$);
SELECT access.protect('sampling.swab', $$
  EXISTS (SELECT 1 FROM sampling.tube t WHERE t.barcode = tube_barcode
             AND ((SELECT access.sees_all()) OR t.site_id IN (SELECT site.mine())))
  OR EXISTS (SELECT 1 FROM community.resident r WHERE r.id = resident_id)$$);
SELECT access.protect('sampling.attendance', $$
  EXISTS (SELECT 1 FROM community.resident r WHERE r.id = resident_id)
  OR EXISTS (SELECT 1 FROM sampling.tube t WHERE t.barcode = tube_barcode
                AND ((SELECT access.sees_all()) OR t.site_id IN (SELECT site.mine())))$$);
SELECT access.protect('sampling.admission', $$
  EXISTS (SELECT 1 FROM community.resident r WHERE r.id = resident_id)
  OR EXISTS (SELECT 1 FROM sampling.attendance a WHERE a.round_id = admission.round_id AND a.resident_id = admission.resident_id)$$);
GRANT SELECT ON sampling.member TO shihe_jobs;
ALTER FUNCTION sampling.ensure_round(uuid) SECURITY DEFINER SET search_path = pg_catalog, pg_temp;
GRANT EXECUTE ON FUNCTION sampling.ensure_round(uuid) TO shihe_desk, shihe_jobs;

-- 转运 transport.
SELECT access.protect('transport.packing', $$EXISTS (SELECT 1 FROM transport.box b WHERE b.code = box_code)$$);
SELECT access.protect('transport.leg', $$EXISTS (SELECT 1 FROM transport.box b WHERE b.code = box_code)$$);
-- That a tube was delivered or lost says nothing about anybody; whoever has it in hand writes it down.
SELECT access.protect('transport.tube_end', 'true', $$EXISTS (SELECT 1 FROM sampling.tube t WHERE t.barcode = tube_end.barcode)
  OR (SELECT lab.mine()) IS NOT NULL$$);
SELECT access.protect('transport.alarm', $$(SELECT access.sees_all()) OR site_id IN (SELECT site.mine())
  OR EXISTS (SELECT 1 FROM transport.box b WHERE b.code = subject)$$);
GRANT USAGE ON ALL SEQUENCES IN SCHEMA transport TO shihe_desk, shihe_jobs;

-- 检测 lab. A laboratory acts for itself alone; a site sees what became of its tubes.
SELECT access.protect('lab.lab', 'true', $$(SELECT access.actor_role()) = 'admin'$$);
SELECT access.protect('lab.staff', $$(SELECT access.sees_all()) OR account_id = (SELECT access.actor())
  OR (SELECT access.actor_role()) = 'admin'$$);
SELECT access.protect('lab.receipt', $$(SELECT access.sees_all()) OR lab_code = (SELECT lab.mine())
  OR EXISTS (SELECT 1 FROM transport.box b WHERE b.code = box_code AND b.site_id IN (SELECT site.mine()))$$);
SELECT access.protect('lab.receipt_difference', $$EXISTS (SELECT 1 FROM lab.receipt r WHERE r.id = receipt_id)$$);
SELECT access.protect('lab.tube', $$(SELECT access.sees_all()) OR lab_code = (SELECT lab.mine())
  OR EXISTS (SELECT 1 FROM sampling.tube t WHERE t.barcode = tube.barcode AND t.site_id IN (SELECT site.mine()))$$);
SELECT access.protect('lab.report', $$(SELECT access.sees_all()) OR lab_code = (SELECT lab.mine())
  OR EXISTS (SELECT 1 FROM lab.tube_outcome o WHERE o.report_id = report.id)$$);
SELECT access.protect('lab.report_row', $$EXISTS (SELECT 1 FROM lab.report r WHERE r.id = report_id)$$);
SELECT access.protect('lab.tube_outcome', $$lab_code = (SELECT lab.mine())
  OR EXISTS (SELECT 1 FROM lab.tube t WHERE t.barcode = tube_outcome.barcode)$$);

-- 结果 results. What is said about somebody is seen by themselves, their guardian and those who answer for their home.
SELECT access.protect('results.dossier', $$EXISTS (SELECT 1 FROM community.resident r WHERE r.id = resident_id)$$);
SELECT access.protect('results.answer', $$EXISTS (SELECT 1 FROM community.resident r WHERE r.id = resident_id)$$);
SELECT access.protect('results.recall_order', $$EXISTS (SELECT 1 FROM community.resident r WHERE r.id = resident_id)$$);
SELECT access.protect('results.notice', $$EXISTS (SELECT 1 FROM community.resident r WHERE r.id = resident_id)$$);
-- Read in the name of whoever asks, so that the list is theirs.
ALTER VIEW results.recall SET (security_invoker = true);
GRANT SELECT ON results.recall TO shihe_desk, shihe_reader, shihe_jobs;

-- 覆盖 coverage. Numbers cross every border; who may ask for an area is decided where they are asked for.
GRANT SELECT ON coverage.person_v1, coverage.home_area_v1, coverage.missing_v1 TO shihe_reader, shihe_desk, shihe_jobs;

-- Whether an account reaches a site in a round: what site.mine() and campaign.my_rounds() say, for one act among many.
CREATE FUNCTION site.reaches(account uuid, place uuid, round uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(
           (bool_or(s.kind = 'all')
             OR (bool_or(s.kind IN ('site', 'area'))
                 AND (bool_or(s.kind = 'site' AND s.key = place::text) OR NOT bool_or(s.kind = 'site'))
                 AND (bool_or(s.kind = 'area' AND s.key = ANY (h.lineage)) OR NOT bool_or(s.kind = 'area'))))
           AND (bool_or(s.kind = 'round' AND s.key = round::text) OR NOT bool_or(s.kind = 'round')), false)
    FROM access.scope s, site.site t JOIN community.area h ON h.code = t.area_code
   WHERE s.account_id = account AND s.withdrawn_at IS NULL AND s.until > now() AND t.id = place
$$;

-- The swab path has a login that may do this and nothing else; whose tube it is, is asked for each act.
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
 * A tube out of the actor's scope is an unknown tube. Only the owner of this function, as tools and tests are, has no scope.
 *
 * A device's clock that is off by more than the round tolerates is kept as evidence; the sampling time is then ours.
 *
 * Outcomes: recorded, again, id-taken, unknown-tube, tube-sealed, tube-discarded, round-closed, unknown-resident, already-sampled,
 * single-only, other-household, tube-full.
 */
CREATE OR REPLACE FUNCTION sampling.record_swabs(
  ids uuid[], hashes bytea[], barcodes text[], residents uuid[], documents bytea[], scans timestamptz[], actors uuid[]
) RETURNS TABLE (nth int, outcome text, place int, capacity int, masked text, earlier_tube text, earlier_at timestamptz)
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
    SELECT s.nth::int AS nth, s.id, s.hash, s.barcode, s.resident, s.document, s.scanned_at, s.actor
      FROM unnest(ids, hashes, barcodes, residents, documents, scans, actors)
           WITH ORDINALITY AS s (id, hash, barcode, resident, document, scanned_at, actor, nth)
  ), reached AS MATERIALIZED (
    -- A table's device sends many swabs of one tube: its scope is asked for once.
    SELECT w.actor, w.barcode
      FROM (SELECT DISTINCT actor, barcode FROM sent) w
     CROSS JOIN LATERAL (SELECT * FROM sampling.tube x WHERE x.barcode = w.barcode LIMIT 1) x
     WHERE session_user = current_user OR site.reaches(w.actor, x.site_id, x.round_id)
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
      LEFT JOIN reached v ON v.actor = s.actor AND v.barcode = s.barcode
      LEFT JOIN LATERAL (SELECT * FROM sampling.tube x WHERE x.barcode = v.barcode LIMIT 1) t ON true
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
REVOKE EXECUTE ON FUNCTION sampling.record_swabs(uuid[], bytea[], text[], uuid[], bytea[], timestamptz[], uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sampling.record_swabs(uuid[], bytea[], text[], uuid[], bytea[], timestamptz[], uuid[]) TO shihe_scan;
