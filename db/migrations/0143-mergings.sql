-- Two entries of the ledger that are one person. The absorbed one stays as a redirect; nothing of it is deleted.
ALTER TABLE community.resident ADD COLUMN merged_into uuid REFERENCES community.resident CHECK (merged_into <> id);
CREATE INDEX resident_merged ON community.resident (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE community.merging (
  id          uuid PRIMARY KEY,
  absorbed_id uuid NOT NULL REFERENCES community.resident,
  survivor_id uuid NOT NULL REFERENCES community.resident,
  state       text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'applied', 'refused', 'withdrawn')),
  reason      text NOT NULL,
  note        text,
  author_id   uuid NOT NULL REFERENCES access.account,
  proposed_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  approver_id uuid REFERENCES access.account,
  refused_by  uuid REFERENCES access.account,
  refusal     text,
  ended_at    timestamptz(3),
  -- The rounds in which the two had something: what has to be thought over again.
  rounds      uuid[] NOT NULL DEFAULT '{}',
  body_hash   bytea NOT NULL,
  CHECK (absorbed_id <> survivor_id),
  CONSTRAINT merging_second_person CHECK (approver_id <> author_id),
  CHECK ((state = 'applied') = (approver_id IS NOT NULL)),
  CHECK ((state = 'refused') = (refusal IS NOT NULL)),
  CHECK ((state = 'proposed') = (ended_at IS NULL))
);
CREATE UNIQUE INDEX merging_open ON community.merging (absorbed_id) WHERE state = 'proposed';
CREATE INDEX merging_list ON community.merging (proposed_at DESC, id DESC);

CREATE FUNCTION community.keep_mergings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR old.ended_at IS NOT NULL
     OR (new.id, new.absorbed_id, new.survivor_id, new.reason, new.author_id, new.proposed_at)
        IS DISTINCT FROM (old.id, old.absorbed_id, old.survivor_id, old.reason, old.author_id, old.proposed_at) THEN
    RAISE EXCEPTION 'a merging is history' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER keep_mergings BEFORE UPDATE OR DELETE ON community.merging
  FOR EACH ROW EXECUTE FUNCTION community.keep_mergings();
SELECT access.protect('community.merging', $$EXISTS (SELECT 1 FROM community.resident r WHERE r.id = absorbed_id)
  OR EXISTS (SELECT 1 FROM community.resident r WHERE r.id = survivor_id)$$);

-- Nobody is sampled or missed under an entry that was absorbed.
CREATE OR REPLACE VIEW community.sampling_subject AS
  SELECT id, area_code, household_id, masked_name, document_index, category, lane, single_only, home_visit, presence
    FROM community.resident WHERE merged_into IS NULL;

CREATE OR REPLACE VIEW campaign.roster AS
  SELECT a.round_id, r.id AS resident_id, r.area_code, r.household_id, r.category, r.lane, r.home_visit,
         r.single_only, e.reason AS exemption
    FROM (SELECT DISTINCT ra.round_id, h.code
            FROM campaign.round_area ra JOIN community.area h ON h.lineage @> ARRAY[ra.area_code]) a
    JOIN community.resident r ON r.area_code = a.code AND r.presence = 'present' AND r.merged_into IS NULL
    LEFT JOIN campaign.exemption e ON e.round_id = a.round_id AND e.resident_id = r.id AND e.revoked_at IS NULL;
