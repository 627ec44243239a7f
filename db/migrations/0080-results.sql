-- What the lab's outcomes mean for each resident.
CREATE SCHEMA results;

-- One row a person and round that has an answer or is about to get one: locked, in this order of the key, by whoever
-- weighs the facts about that person, so that two workers never decide about one person side by side.
CREATE TABLE results.dossier (
  round_id    uuid NOT NULL,
  resident_id uuid NOT NULL,
  PRIMARY KEY (round_id, resident_id)
);

-- What is published to a resident for a round. A version is written once and never changed; only `current` moves on.
-- `basis` names the facts it was derived from: as long as they stay the same nothing is derived anew, so a version that
-- two people have written by hand is not overwritten by a repeated reconciliation.
CREATE TABLE results.answer (
  round_id     uuid NOT NULL,
  resident_id  uuid NOT NULL,
  version      int NOT NULL CHECK (version > 0),
  status       text NOT NULL CHECK (status IN ('negative', 'positive', 'under-review', 'resample')),
  cause        text NOT NULL CHECK (cause IN ('negative', 'positive', 'inconclusive', 'invalid', 'rejected', 'lost',
                                              'amendment')),
  basis        text NOT NULL,
  tube_barcode text,
  swab_id      uuid,
  occasion     smallint,
  sampled_at   timestamptz,
  tested_at    timestamptz,
  published_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  current      boolean NOT NULL DEFAULT true,
  reason       text,
  author_id    uuid,
  approved_by  uuid,
  body_hash    bytea,
  PRIMARY KEY (round_id, resident_id, version),
  CHECK ((cause = 'amendment') = (author_id IS NOT NULL)),
  CHECK ((cause = 'amendment') = (approved_by IS NOT NULL)),
  CHECK ((cause = 'amendment') = (reason IS NOT NULL)),
  CONSTRAINT answer_second_person CHECK (approved_by <> author_id),
  CHECK (cause = 'amendment' OR (swab_id IS NOT NULL AND sampled_at IS NOT NULL)),
  CHECK (cause = 'amendment' OR status <> 'negative' OR cause = 'negative'),
  CHECK (cause = 'amendment' OR status <> 'positive' OR cause = 'positive')
);
CREATE UNIQUE INDEX answer_current ON results.answer (round_id, resident_id) WHERE current;
CREATE INDEX answer_current_status ON results.answer (round_id, status) WHERE current;
CREATE INDEX answer_tube ON results.answer (tube_barcode) WHERE current;

CREATE FUNCTION results.keep_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NOT old.current OR new.current
     OR to_jsonb(new) - 'current' IS DISTINCT FROM to_jsonb(old) - 'current' THEN
    RAISE EXCEPTION 'a published answer is never changed, a new version follows it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER keep_versions BEFORE UPDATE OR DELETE ON results.answer
  FOR EACH ROW EXECUTE FUNCTION results.keep_versions();

-- The task to sample one person again: singly after a tube that was not negative (retest), or in any fitting tube after
-- one that gave no outcome (resample). A tube asks for it once a person; a person has one open order at most.
CREATE TABLE results.recall_order (
  id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  round_id       uuid NOT NULL,
  resident_id    uuid NOT NULL,
  kind           text NOT NULL CHECK (kind IN ('retest', 'resample')),
  cause          text NOT NULL CHECK (cause IN ('positive', 'inconclusive', 'invalid', 'rejected', 'lost',
                                                     'amendment')),
  cause_barcode  text NOT NULL,
  cause_version  int NOT NULL,
  cause_occasion smallint NOT NULL,
  -- The person's occasion in this round that the order opened.
  occasion       smallint,
  -- cleared, confirmed: the person's own later swab decided. repeated: it did not, another order follows.
  -- cancelled: no longer needed.
  state          text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'cleared', 'confirmed', 'repeated', 'cancelled')),
  deadline       timestamptz NOT NULL,
  assignee_id    uuid,
  assigned_by    uuid,
  assigned_at    timestamptz,
  created_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  closed_at      timestamptz,
  CONSTRAINT recall_order_once UNIQUE (round_id, resident_id, cause_barcode, kind),
  CHECK ((state = 'open') = (closed_at IS NULL))
);
CREATE UNIQUE INDEX recall_order_open ON results.recall_order (round_id, resident_id) WHERE state = 'open';
CREATE INDEX recall_order_list ON results.recall_order (round_id, deadline, id);

-- The orders as people see them: an open order whose person has come and is waiting for the outcome is `sampled`.
CREATE VIEW results.recall AS
  SELECT o.id, o.round_id, o.resident_id, o.kind, o.cause, o.cause_barcode, o.cause_version, o.cause_occasion, o.occasion,
         CASE WHEN o.state = 'open' AND EXISTS (
                SELECT 1 FROM sampling.attendance a
                 WHERE a.round_id = o.round_id AND a.resident_id = o.resident_id AND a.occasion >= o.occasion
                   AND a.voided_at IS NULL)
              THEN 'sampled' ELSE o.state END AS state,
         o.deadline, o.assignee_id, o.assigned_at, o.created_at, o.closed_at
    FROM results.recall_order o;

-- A message to a resident about one version. `unknown`: nobody can say whether it arrived, so it is not sent again.
CREATE TABLE results.notice (
  round_id    uuid NOT NULL,
  resident_id uuid NOT NULL,
  version     int NOT NULL,
  channel     text NOT NULL,
  state       text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent', 'unknown')),
  created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  claimed_at  timestamptz,
  settled_at  timestamptz,
  PRIMARY KEY (round_id, resident_id, version, channel),
  FOREIGN KEY (round_id, resident_id, version) REFERENCES results.answer
);
CREATE INDEX notice_waiting ON results.notice (created_at) WHERE state = 'waiting';
CREATE INDEX notice_sending ON results.notice (claimed_at) WHERE state = 'sending';
