-- Who is asked to go to whose door: one person at a time for a resident in a round. Each change is in the journal.
CREATE TABLE campaign.home_visit (
  round_id    uuid NOT NULL REFERENCES campaign.round,
  resident_id uuid NOT NULL REFERENCES community.resident,
  -- Null after it was taken back.
  visitor_id  uuid REFERENCES access.account,
  assigned_by uuid NOT NULL,
  assigned_at timestamptz NOT NULL,
  PRIMARY KEY (round_id, resident_id)
);
CREATE INDEX home_visit_visitor ON campaign.home_visit (visitor_id, round_id);
CREATE INDEX home_visit_resident ON campaign.home_visit (resident_id);
SELECT access.protect('campaign.home_visit', $$EXISTS (SELECT 1 FROM community.resident r WHERE r.id = resident_id)$$);

-- The missing list says as well who goes to the door, and the masked document and telephone that stand on a printed list.
CREATE OR REPLACE VIEW coverage.missing_v1 AS
  SELECT p.round_id, p.resident_id, r.masked_name, p.area_code, a.lineage, h.door, p.household_id, p.category, p.lane, p.home_visit,
         o.deadline AS order_deadline,
         CASE WHEN o.kind = 'retest' THEN 'retest-due'
              WHEN o.kind = 'resample' THEN 're-sample-due'
              WHEN p.withdrawn THEN 'registration-withdrawn'
              WHEN p.home_visit THEN 'home-visit-due'
              ELSE 'not-come' END AS reason,
         a.name AS area_name, r.document_masked, r.phone_masked, v.visitor_id, c.display_name AS visitor
    FROM coverage.person_v1 p
    JOIN community.resident r ON r.id = p.resident_id AND r.merged_into IS NULL
    JOIN community.household h ON h.id = p.household_id
    JOIN community.area a ON a.code = p.area_code
    LEFT JOIN results.recall o ON o.round_id = p.round_id AND o.resident_id = p.resident_id AND o.state = 'open'
    LEFT JOIN campaign.home_visit v ON v.round_id = p.round_id AND v.resident_id = p.resident_id
    LEFT JOIN access.account c ON c.id = v.visitor_id
   WHERE NOT p.exempt AND (NOT p.sampled OR o.id IS NOT NULL);
