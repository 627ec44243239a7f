-- The end of an epidemic: what is destroyed for good, on whose word, and what is kept. Only the owner of the database
-- purges; the apps may not even look in here, except whether a purge is under way.
CREATE SCHEMA purge;

-- As long as a row stands here the vault opens for nobody but the purge: keys and indexes are half old and half new.
CREATE TABLE vault.pause (
  one    boolean PRIMARY KEY DEFAULT true CHECK (one),
  reason text NOT NULL,
  since  timestamptz NOT NULL DEFAULT now()
);
SELECT access.protect('vault.pause', 'true', 'false');

-- Something must not be destroyed because a court or an inquiry wants it. Two people place it, two people lift it.
CREATE TABLE purge.legal_hold (
  id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- Null: everything.
  round_id         uuid REFERENCES campaign.round,
  reason           text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  placed_by        uuid NOT NULL REFERENCES access.account,
  approved_by      uuid NOT NULL REFERENCES access.account,
  placed_at        timestamptz NOT NULL DEFAULT now(),
  lifted_by        uuid REFERENCES access.account,
  lift_approved_by uuid REFERENCES access.account,
  lifted_at        timestamptz,
  CONSTRAINT hold_second_person CHECK (placed_by <> approved_by),
  CONSTRAINT lift_second_person CHECK (lifted_by <> lift_approved_by),
  CHECK (num_nulls(lifted_by, lift_approved_by, lifted_at) IN (0, 3))
);

-- One purge: signed by two people, carried out step by step, each step once, ended by its certificate.
CREATE TABLE purge.closure (
  id          uuid PRIMARY KEY,
  rounds      uuid[] NOT NULL CHECK (cardinality(rounds) > 0),
  -- What happened up to here belongs to these rounds or to nothing any more.
  through     timestamptz NOT NULL,
  k           smallint NOT NULL CHECK (k BETWEEN 2 AND 1000),
  security_id uuid NOT NULL REFERENCES access.account,
  auditor_id  uuid NOT NULL REFERENCES access.account,
  state       text NOT NULL DEFAULT 'signed' CHECK (state IN ('signed', 'counted', 'redacted', 'emptied', 'keyed',
                                                              'sealed', 'destroyed', 'swept', 'certified')),
  notes       jsonb NOT NULL DEFAULT '{}',
  started_at  timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  certificate jsonb,
  CONSTRAINT closure_second_person CHECK (security_id <> auditor_id),
  CHECK ((state = 'certified') = (certificate IS NOT NULL))
);
CREATE UNIQUE INDEX closure_unfinished ON purge.closure ((true)) WHERE state <> 'certified';

-- The people whom no remaining round needs; empty again when the purge has ended.
CREATE TABLE purge.going (resident_id uuid PRIMARY KEY);

-- How many rows of which table were destroyed.
CREATE TABLE purge.emptied (
  closure_id uuid NOT NULL REFERENCES purge.closure,
  name       text NOT NULL,
  rows       bigint NOT NULL,
  PRIMARY KEY (closure_id, name)
);

-- What stays of a round: figures of areas with k people or more, each rounded down to a multiple of k.
CREATE TABLE purge.kept_count (
  round_id     uuid NOT NULL REFERENCES campaign.round,
  area_code    text NOT NULL REFERENCES community.area,
  level        text NOT NULL,
  people       int NOT NULL,
  exempt       int NOT NULL,
  sampled      int NOT NULL,
  tested       int NOT NULL,
  negative     int NOT NULL,
  positive     int NOT NULL,
  under_review int NOT NULL,
  resample     int NOT NULL,
  PRIMARY KEY (round_id, area_code)
);

-- Entries of the journal from which the ids of people were taken out. Their links stand as they were sealed; that they
-- no longer fit is vouched for by the certificate, which is signed with a key outside the database.
CREATE TABLE journal.redaction (
  entry_recorded_at timestamptz NOT NULL,
  entry_id          uuid NOT NULL,
  closure_id        uuid NOT NULL REFERENCES purge.closure,
  -- SHA-256 of what the entry says since then.
  content           text NOT NULL,
  PRIMARY KEY (closure_id, entry_recorded_at, entry_id)
);
GRANT SELECT ON journal.redaction TO shihe_jobs, shihe_auditor;
GRANT USAGE ON SCHEMA purge TO shihe_jobs, shihe_auditor;
GRANT SELECT ON purge.closure TO shihe_jobs, shihe_auditor;
