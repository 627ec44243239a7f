-- Sessions end by idleness, by somebody's hand and with their account; who did it stands beside it.
ALTER TABLE access.session ADD COLUMN last_seen_at timestamptz NOT NULL DEFAULT now();
CREATE INDEX session_account ON access.session (account_id) WHERE revoked_at IS NULL;
CREATE INDEX session_resident ON access.session (resident_id) WHERE revoked_at IS NULL;

ALTER TABLE access.account
  ADD COLUMN disabled_by uuid REFERENCES access.account,
  ADD COLUMN disabled_reason text,
  ADD COLUMN password_set_at timestamptz NOT NULL DEFAULT now(),
  ADD CHECK (disabled_by <> id);

-- The door looks after accounts, sessions and scopes, and writes down in the journal what it did.
GRANT SELECT, INSERT, UPDATE ON access.account, access.session, access.scope TO shihe_door;
GRANT USAGE ON SCHEMA journal TO shihe_door;
GRANT INSERT ON journal.entry TO shihe_door;
