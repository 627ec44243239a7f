-- A published answer is put right by two people, each signed in as themselves: one proposes, another one agrees.
CREATE TABLE results.amendment (
  id           uuid PRIMARY KEY,
  round_id     uuid NOT NULL REFERENCES campaign.round,
  resident_id  uuid NOT NULL REFERENCES community.resident,
  status       text NOT NULL CHECK (status IN ('negative', 'positive', 'under-review', 'resample')),
  reason       text NOT NULL,
  -- The version that was looked at: another one that has come in between overtakes the proposal.
  version      int NOT NULL,
  author_id    uuid NOT NULL REFERENCES access.account,
  proposed_at  timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  state        text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'applied', 'refused', 'withdrawn')),
  approver_id  uuid REFERENCES access.account,
  refused_by   uuid REFERENCES access.account,
  refusal      text,
  ended_at     timestamptz(3),
  -- The version that it has become.
  made_version int,
  body_hash    bytea NOT NULL,
  CONSTRAINT amendment_second_person CHECK (approver_id <> author_id),
  CHECK ((state = 'applied') = (approver_id IS NOT NULL) AND (state = 'applied') = (made_version IS NOT NULL)),
  CHECK ((state = 'refused') = (refusal IS NOT NULL) AND (state = 'refused') = (refused_by IS NOT NULL)),
  CHECK ((state = 'proposed') = (ended_at IS NULL))
);
CREATE UNIQUE INDEX amendment_open ON results.amendment (round_id, resident_id) WHERE state = 'proposed';
CREATE INDEX amendment_list ON results.amendment (proposed_at DESC, id DESC);
CREATE INDEX amendment_resident ON results.amendment (resident_id);

CREATE FUNCTION results.keep_amendments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR old.ended_at IS NOT NULL
     OR (new.id, new.round_id, new.resident_id, new.status, new.reason, new.version, new.author_id, new.proposed_at)
        IS DISTINCT FROM
        (old.id, old.round_id, old.resident_id, old.status, old.reason, old.version, old.author_id, old.proposed_at) THEN
    RAISE EXCEPTION 'an amendment is history' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER keep_amendments BEFORE UPDATE OR DELETE ON results.amendment
  FOR EACH ROW EXECUTE FUNCTION results.keep_amendments();

SELECT access.protect('results.amendment', $$EXISTS (SELECT 1 FROM community.resident r WHERE r.id = resident_id)$$);
