-- What every room stands on: the journal, the errands that carry it onward, and who may sign in.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE SCHEMA journal;

-- What happened, append-only: at once the chain of custody and the audit trail. Partitioned by day of recording.
CREATE TABLE journal.entry (
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  id          uuid NOT NULL DEFAULT gen_random_uuid(),
  topic       text NOT NULL,
  actor_id    uuid,
  site_id     uuid,
  subject     text NOT NULL,
  payload     jsonb NOT NULL,
  PRIMARY KEY (recorded_at, id)
) PARTITION BY RANGE (recorded_at);
CREATE INDEX entry_subject ON journal.entry (subject, recorded_at);

-- Catches entries of a day whose partition is missing: nothing is ever refused for want of a partition.
CREATE TABLE journal.entry_rest PARTITION OF journal.entry DEFAULT;

CREATE FUNCTION journal.deny_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the journal is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON journal.entry
  FOR EACH ROW EXECUTE FUNCTION journal.deny_change();

-- Makes the partitions for `days` days from `first`, by UTC day. Safe to call at any time, by many at once.
CREATE FUNCTION journal.ensure_days(first date, days int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  day date;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('journal.ensure_days'));
  FOR day IN SELECT first + n FROM generate_series(0, days - 1) AS n LOOP
    -- Not to_regclass: it may remember that there was none before we waited for the lock.
    IF NOT EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = 'journal'::regnamespace
                      AND c.relname = 'entry_' || to_char(day, 'YYYYMMDD'))
       AND NOT EXISTS (SELECT 1 FROM journal.entry_rest
                        WHERE recorded_at >= day::timestamp AT TIME ZONE 'UTC'
                          AND recorded_at < (day + 1)::timestamp AT TIME ZONE 'UTC') THEN
      EXECUTE format('CREATE TABLE journal.entry_%s PARTITION OF journal.entry FOR VALUES FROM (%L) TO (%L)',
        to_char(day, 'YYYYMMDD'), day::timestamp AT TIME ZONE 'UTC', (day + 1)::timestamp AT TIME ZONE 'UTC');
    END IF;
  END LOOP;
END $$;

CREATE SCHEMA jobs;

-- One piece of work that a journal entry asks for. Written in the transaction of the change itself (the outbox),
-- carried to the queue by the relay, driven again by the sweeper, ended by the handler's own transaction.
CREATE TABLE jobs.errand (
  entry_id    uuid NOT NULL,
  job         text NOT NULL,
  payload     jsonb NOT NULL,
  state       text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'enqueued', 'done', 'dead')),
  attempts    int NOT NULL DEFAULT 0,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  enqueued_at timestamptz,
  done_at     timestamptz,
  last_error  text,
  PRIMARY KEY (entry_id, job)
);
CREATE INDEX errand_waiting ON jobs.errand (recorded_at) WHERE state = 'waiting';
CREATE INDEX errand_enqueued ON jobs.errand (enqueued_at) WHERE state = 'enqueued';
CREATE INDEX errand_dead ON jobs.errand (recorded_at) WHERE state = 'dead';

-- Periodic work. A runner claims a due row with SKIP LOCKED, so that many runners do it once.
CREATE TABLE jobs.schedule (
  name          text PRIMARY KEY,
  every_seconds int NOT NULL CHECK (every_seconds > 0),
  next_at       timestamptz NOT NULL DEFAULT now(),
  last_run_at   timestamptz,
  last_error    text
);

-- The canary: a job that runs all the time, so that a worker that has silently died is seen.
CREATE TABLE jobs.canary (
  runner  text PRIMARY KEY,
  sung_at timestamptz NOT NULL
);

CREATE SCHEMA access;

CREATE TABLE access.account (
  id            uuid PRIMARY KEY,
  username      text NOT NULL UNIQUE CHECK (username = lower(username)),
  role          text NOT NULL CHECK (role IN ('admin', 'organiser', 'gridworker', 'marshal', 'scanner', 'collector',
                                              'packer', 'courier', 'lab')),
  display_name  text NOT NULL,
  password_hash text NOT NULL,
  created_at    timestamptz NOT NULL DEFAULT now(),
  disabled_at   timestamptz
);

-- Only the SHA-256 of a token is kept. A session belongs to a member of staff or to a resident.
CREATE TABLE access.session (
  token_hash  bytea PRIMARY KEY,
  account_id  uuid REFERENCES access.account,
  resident_id uuid,
  created_at  timestamptz NOT NULL DEFAULT now(),
  expires_at  timestamptz NOT NULL,
  revoked_at  timestamptz,
  CHECK (num_nonnulls(account_id, resident_id) = 1)
);

-- The public board reads one view through this role and can do nothing else.
DO $$ BEGIN
  CREATE ROLE shihe_board_reader NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
