-- A second factor: something that a person has, beside what they know (RFC 6238).
ALTER TABLE access.session ADD COLUMN second_factor boolean NOT NULL DEFAULT false;

-- One an account. The secret is sealed; nothing in here makes a code. Only the session that began may confirm, so that
-- whoever knows a password cannot leave a secret that they know behind for its owner.
CREATE TABLE access.second_factor (
  account_id     uuid PRIMARY KEY REFERENCES access.account,
  secret_sealed  bytea,
  begun_at       timestamptz NOT NULL,
  begun_in       bytea REFERENCES access.session,
  confirmed_at   timestamptz,
  confirmed_step bigint,
  -- A code counts once: nothing up to this step of thirty seconds is taken any more.
  last_step      bigint NOT NULL DEFAULT 0,
  CHECK ((confirmed_at IS NULL) = (confirmed_step IS NULL)),
  CHECK (confirmed_at IS NULL OR secret_sealed IS NOT NULL)
);

-- For the day on which the phone is lost; each counts once.
CREATE TABLE access.recovery_code (
  account_id uuid NOT NULL REFERENCES access.account,
  code_hash  bytea NOT NULL,
  used_at    timestamptz,
  PRIMARY KEY (account_id, code_hash)
);

GRANT SELECT, INSERT, UPDATE ON access.second_factor, access.recovery_code TO shihe_door;
-- Envelopes are sealed anew in the background.
GRANT SELECT, UPDATE ON access.second_factor TO shihe_jobs;
