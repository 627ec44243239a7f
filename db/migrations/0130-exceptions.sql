-- What happened and breaks a rule. Somebody owns it, it has a deadline, and it ends with a resolution: nothing that
-- physically happened is refused, and nothing that breaks a rule is forgotten.
CREATE TABLE sampling.exception (
  id          uuid PRIMARY KEY,
  kind        text NOT NULL CHECK (kind IN (
                'person-already-sampled', 'tube-over-capacity', 'two-devices-one-tube', 'tube-not-open',
                'round-not-running', 'unknown-tube', 'unknown-person', 'unreadable-code', 'single-only-in-pool',
                'other-household', 'out-of-scope', 'clock-skew', 'sequence-hole', 'count-differs', 'act-id-clash',
                'act-not-understood', 'act-against-rules', 'device-cloned', 'not-listed', 'not-me')),
  site_id     uuid NOT NULL REFERENCES site.site,
  round_id    uuid REFERENCES campaign.round,
  device_id   uuid,
  act_id      uuid,
  -- What it is about, as `kind:code` ("tube:T00012"), and ids and codes that help to settle it: nothing personal.
  subject     text NOT NULL,
  details     jsonb NOT NULL DEFAULT '{}',
  -- What was read or written at the table and may name a person: sealed by the vault.
  raw_sealed  bytea,
  -- Whoever has this role at the site, or one of them by name.
  owner_role  text NOT NULL CHECK (owner_role IN ('sitelead', 'organiser', 'security', 'gridworker')),
  owner_id    uuid REFERENCES access.account,
  deadline    timestamptz(3) NOT NULL,
  raised_by   uuid,
  raised_at   timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  state       text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'resolved')),
  resolution  text CHECK (resolution IN ('accepted', 'corrected', 'withdrawn', 'resampled', 'unfounded')),
  note        text,
  resolved_by uuid REFERENCES access.account,
  resolved_at timestamptz(3),
  body_hash   bytea NOT NULL,
  CHECK ((state = 'resolved') = (resolution IS NOT NULL)),
  CHECK ((state = 'resolved') = (resolved_at IS NOT NULL))
);
-- An act breaks one rule once, however often it is sent; without an act, a subject has one open case of a kind.
CREATE UNIQUE INDEX exception_act ON sampling.exception (act_id, kind) WHERE act_id IS NOT NULL;
CREATE UNIQUE INDEX exception_subject ON sampling.exception (subject, kind) WHERE act_id IS NULL AND state = 'open';
CREATE INDEX exception_site ON sampling.exception (site_id, state, deadline, id);
CREATE INDEX exception_deadline ON sampling.exception (deadline, id) WHERE state = 'open';
CREATE INDEX exception_device ON sampling.exception (device_id) WHERE device_id IS NOT NULL;

SELECT access.protect('sampling.exception',
  $$ (SELECT access.sees_all()) OR site_id IN (SELECT site.mine()) OR owner_id = (SELECT access.actor()) $$);
