-- What a device brings that may not speak: one that was stopped, whose certificate ran out, or that nobody has let in yet.
-- It is kept sealed, word for word, until a person decides about it; nothing of it is lost and nothing is taken unasked.
CREATE TABLE sampling.held_batch (
  id            uuid PRIMARY KEY,
  device_id     uuid NOT NULL REFERENCES site.device,
  site_id       uuid NOT NULL REFERENCES site.site,
  boot_id       uuid NOT NULL,
  counter       bigint NOT NULL CHECK (counter > 0),
  hash          text NOT NULL,
  -- Why the device may not speak.
  why           text NOT NULL CHECK (why IN ('waiting', 'expired', 'revoked')),
  acts          smallint NOT NULL CHECK (acts > 0),
  -- Where its acts stand in the device's own sequence; null where none can be read.
  first_seq     bigint,
  last_seq      bigint,
  -- Between when the device's clock says that they were done: evidence, never order.
  first_at      timestamptz(3),
  last_at       timestamptz(3),
  skew_seconds  double precision,
  -- How many of which kind, and the codes of the tubes: nobody is named.
  summary       jsonb NOT NULL,
  -- The acts as they were sent; they may hold documents and codes of people.
  acts_sealed   bytea NOT NULL,
  held_at       timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  state         text NOT NULL DEFAULT 'held' CHECK (state IN ('held', 'taken', 'set-aside')),
  -- Up to which number of the sequence the acts were taken over; null in a batch that was taken whole.
  taken_through bigint CHECK (taken_through > 0),
  reason        text CHECK (length(reason) BETWEEN 1 AND 500),
  decided_by    uuid REFERENCES access.account,
  decided_at    timestamptz(3),
  UNIQUE (device_id, counter, hash),
  CHECK ((state = 'held') = (decided_by IS NULL) AND (state = 'held') = (decided_at IS NULL)
         AND (state = 'held') = (reason IS NULL)),
  CHECK (taken_through IS NULL OR state = 'taken')
);
CREATE INDEX held_batch_undecided ON sampling.held_batch (device_id) WHERE state = 'held';

-- Sealed words are read with the house's hands, one batch at a time; whoever decides sees what stands around them.
SELECT access.protect('sampling.held_batch', $$ EXISTS (SELECT 1 FROM site.device d WHERE d.id = device_id) $$);

ALTER TABLE sampling.exception DROP CONSTRAINT exception_kind_check;
ALTER TABLE sampling.exception ADD CONSTRAINT exception_kind_check CHECK (kind IN (
  'person-already-sampled', 'tube-over-capacity', 'two-devices-one-tube', 'tube-not-open', 'round-not-running',
  'unknown-tube', 'unknown-person', 'unreadable-code', 'single-only-in-pool', 'other-household', 'out-of-scope',
  'clock-skew', 'sequence-hole', 'count-differs', 'act-id-clash', 'act-not-understood', 'act-against-rules',
  'device-cloned', 'batch-held', 'not-listed', 'not-me'));
