-- Seeing more than one's scope, for half an hour at most: asked for with a reason, let by a second person, over by itself.
CREATE TABLE access.break_glass (
  id           uuid PRIMARY KEY,
  requested_by uuid NOT NULL REFERENCES access.account,
  reason       text NOT NULL CHECK (length(reason) BETWEEN 1 AND 300),
  kind         text NOT NULL,
  key          text NOT NULL,
  minutes      smallint NOT NULL CHECK (minutes BETWEEN 1 AND 30),
  requested_at timestamptz NOT NULL,
  body_hash    bytea NOT NULL,
  approved_by  uuid REFERENCES access.account,
  approved_at  timestamptz,
  until        timestamptz,
  scope_id     uuid REFERENCES access.scope,
  ended_by     uuid REFERENCES access.account,
  ended_at     timestamptz,
  CHECK (approved_by <> requested_by),
  CHECK (num_nonnulls(approved_by, approved_at, until, scope_id) IN (0, 4)),
  CHECK (until <= approved_at + make_interval(mins => minutes)),
  CHECK ((ended_by IS NULL) = (ended_at IS NULL))
);
CREATE INDEX break_glass_requested ON access.break_glass (requested_at DESC, id DESC);

GRANT SELECT, INSERT, UPDATE ON access.break_glass TO shihe_door;
