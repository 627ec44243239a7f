-- How much of each area is done, who is missing. Reads across the rooms through versioned views; one reader per number.
CREATE SCHEMA coverage;

/*
 * One row a person on the roster of a round, with the gates that any of their swabs has passed. A swab whose
 * registration was withdrawn passes none. A tube that a laboratory has was sent, even when no packer boxed it.
 */
CREATE VIEW coverage.person_v1 AS
  SELECT r.round_id, r.resident_id, r.area_code, r.household_id, r.category, r.lane, r.home_visit,
         r.exemption IS NOT NULL AS exempt,
         coalesce(g.sampled, false) AS sampled,
         coalesce(g.sent, false) AS sent,
         coalesce(g.received, false) AS received,
         coalesce(g.tested, false) AS tested,
         g.withdrawn AS withdrawn,
         a.status
    FROM campaign.roster r
    LEFT JOIN (
      SELECT s.round_id, s.resident_id,
             bool_or(s.voided_at IS NULL) AS sampled,
             bool_or(s.voided_at IS NULL
                     AND (b.state IN ('dispatched', 'at-hub', 'received') OR l.barcode IS NOT NULL)) AS sent,
             bool_or(s.voided_at IS NULL AND l.barcode IS NOT NULL) AS received,
             bool_or(s.voided_at IS NULL AND o.barcode IS NOT NULL) AS tested,
             bool_or(s.voided_at IS NOT NULL) AS withdrawn
        FROM sampling.attendance s
        LEFT JOIN transport.box_tube bt ON bt.barcode = s.tube_barcode
        LEFT JOIN transport.box b ON b.code = bt.box_code
        LEFT JOIN lab.tube l ON l.barcode = s.tube_barcode
        LEFT JOIN lab.tube_outcome o ON o.barcode = s.tube_barcode AND o.state = 'current'
       GROUP BY s.round_id, s.resident_id
    ) g ON g.round_id = r.round_id AND g.resident_id = r.resident_id
    LEFT JOIN results.answer a ON a.round_id = r.round_id AND a.resident_id = r.resident_id AND a.current;

/*
 * The numbers of a round by the area that people live in, wherever they were sampled. Everything after `exempt` is
 * counted among those who should come.
 */
CREATE VIEW coverage.home_area_v1 AS
  SELECT round_id, area_code,
         (count(*) FILTER (WHERE NOT exempt))::int AS should,
         (count(*) FILTER (WHERE exempt))::int AS exempt,
         (count(*) FILTER (WHERE NOT exempt AND sampled))::int AS sampled,
         (count(*) FILTER (WHERE NOT exempt AND sent))::int AS sent,
         (count(*) FILTER (WHERE NOT exempt AND received))::int AS received,
         (count(*) FILTER (WHERE NOT exempt AND tested))::int AS tested,
         (count(*) FILTER (WHERE NOT exempt AND status = 'negative'))::int AS negative,
         (count(*) FILTER (WHERE NOT exempt AND status = 'under-review'))::int AS under_review,
         (count(*) FILTER (WHERE NOT exempt AND status = 'positive'))::int AS positive,
         (count(*) FILTER (WHERE NOT exempt AND status = 'resample'))::int AS resample
    FROM coverage.person_v1 GROUP BY round_id, area_code;

-- Who still has to be sampled in a round, and why: nobody came, or they have to come again and have not yet.
CREATE VIEW coverage.missing_v1 AS
  SELECT p.round_id, p.resident_id, s.masked_name, p.area_code, a.lineage, h.door, p.household_id, p.category, p.lane,
         p.home_visit, o.deadline AS order_deadline,
         CASE WHEN o.kind = 'retest' THEN 'retest-due'
              WHEN o.kind = 'resample' THEN 're-sample-due'
              WHEN p.withdrawn THEN 'registration-withdrawn'
              WHEN p.home_visit THEN 'home-visit-due'
              ELSE 'not-come' END AS reason
    FROM coverage.person_v1 p
    JOIN community.sampling_subject s ON s.id = p.resident_id
    JOIN community.household h ON h.id = p.household_id
    JOIN community.area a ON a.code = p.area_code
    LEFT JOIN results.recall o ON o.round_id = p.round_id AND o.resident_id = p.resident_id AND o.state = 'open'
   WHERE NOT p.exempt AND (NOT p.sampled OR o.id IS NOT NULL);
