-- Putting right who is in which tube, and in which tube a swab is: with a reason, with a second person where a sealed
-- tube or an answer may be touched, and without losing what was there before.

-- A swab that is in the tube while nobody knows whose it is has no resident. One that turned out to be in another tube
-- leaves its place taken where it was registered, and goes on under a new id in the other tube.
ALTER TABLE sampling.swab ALTER COLUMN resident_id DROP NOT NULL;
ALTER TABLE sampling.swab ADD COLUMN moved_to uuid;
ALTER TABLE sampling.swab ADD CHECK (moved_to IS NULL OR voided_at IS NOT NULL);

CREATE OR REPLACE VIEW sampling.member AS
  SELECT s.round_id, s.tube_barcode, s.place, s.resident_id, s.id AS swab_id, s.occasion, s.purpose, s.sampled_at,
         t.site_id, t.station_id, t.pool_class, t.state AS tube_state
    FROM sampling.swab s JOIN sampling.tube t ON t.barcode = s.tube_barcode
   WHERE s.voided_at IS NULL AND s.resident_id IS NOT NULL;

-- `act` is what is to be done, `before` and `after` are what was found and what was left, all of it ids and codes.
-- `tubes` and `residents` are whom and what it touches: later rooms look there for what they have to think over.
CREATE TABLE sampling.correction (
  id            uuid PRIMARY KEY,
  kind          text NOT NULL CHECK (kind IN ('unbind', 'bind', 'void', 'move-swab', 'recode-tube', 'swap-tubes',
                                              'reopen-tube')),
  state         text NOT NULL DEFAULT 'proposed'
                CHECK (state IN ('proposed', 'approved', 'applied', 'refused', 'withdrawn')),
  round_id      uuid NOT NULL REFERENCES campaign.round,
  site_id       uuid NOT NULL REFERENCES site.site,
  tubes         text[] NOT NULL CHECK (cardinality(tubes) > 0),
  residents     uuid[] NOT NULL DEFAULT '{}',
  act           jsonb NOT NULL,
  reason        text NOT NULL,
  note          text,
  second_person boolean NOT NULL,
  before        jsonb NOT NULL,
  after         jsonb,
  author_id     uuid NOT NULL REFERENCES access.account,
  proposed_at   timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  approver_id   uuid REFERENCES access.account,
  approved_at   timestamptz(3),
  refused_by    uuid REFERENCES access.account,
  -- The code of the broken rule, or what the second person said.
  refusal       text,
  ended_at      timestamptz(3),
  body_hash     bytea NOT NULL,
  CONSTRAINT correction_second_person CHECK (approver_id <> author_id),
  CONSTRAINT correction_approved CHECK (state NOT IN ('approved', 'applied') OR NOT second_person OR approver_id IS NOT NULL),
  CHECK ((approver_id IS NULL) = (approved_at IS NULL)),
  CHECK ((state = 'applied') = (after IS NOT NULL)),
  CHECK ((state = 'refused') = (refusal IS NOT NULL)),
  CHECK ((state IN ('applied', 'refused', 'withdrawn')) = (ended_at IS NOT NULL))
);
CREATE INDEX correction_site ON sampling.correction (site_id, proposed_at DESC, id DESC);
CREATE INDEX correction_tubes ON sampling.correction USING gin (tubes);
CREATE INDEX correction_residents ON sampling.correction USING gin (residents);

-- What a correction asked for is never rewritten, and one that has ended never changes again.
CREATE FUNCTION sampling.keep_corrections() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR old.ended_at IS NOT NULL
     OR (new.id, new.kind, new.round_id, new.site_id, new.act, new.reason, new.note, new.second_person, new.before,
         new.author_id, new.proposed_at, new.body_hash)
        IS DISTINCT FROM
        (old.id, old.kind, old.round_id, old.site_id, old.act, old.reason, old.note, old.second_person, old.before,
         old.author_id, old.proposed_at, old.body_hash) THEN
    RAISE EXCEPTION 'a correction is history, another one follows it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER keep_corrections BEFORE UPDATE OR DELETE ON sampling.correction
  FOR EACH ROW EXECUTE FUNCTION sampling.keep_corrections();

SELECT access.protect('sampling.correction', $$(SELECT access.sees_all()) OR site_id IN (SELECT site.mine())$$);
