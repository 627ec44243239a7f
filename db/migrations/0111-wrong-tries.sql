-- Who guesses passwords is held up, and whoever works here is not held up with them.

-- Moments of the last wrong tries: by name, by device that is known to an account, by address. Keys are keyed hashes: no
-- name and no address lies here. A name that nobody has is counted like any other.
CREATE TABLE access.sign_in_gate (
  key     bytea PRIMARY KEY,
  kind    text NOT NULL CHECK (kind IN ('name', 'device', 'address')),
  wrong   timestamptz[] NOT NULL,
  last_at timestamptz NOT NULL
);
CREATE INDEX sign_in_gate_old ON access.sign_in_gate (last_at);
CREATE INDEX sign_in_gate_wrong ON access.sign_in_gate (kind, last_at) WHERE wrong <> '{}';

-- A device from which an account has signed in before; only the SHA-256 of its token is kept. What others guess elsewhere
-- does not hold it up.
CREATE TABLE access.known_device (
  token_hash   bytea NOT NULL,
  account_id   uuid NOT NULL REFERENCES access.account,
  added_at     timestamptz NOT NULL,
  until        timestamptz NOT NULL,
  forgotten_at timestamptz,
  PRIMARY KEY (token_hash, account_id)
);
CREATE INDEX known_device_account ON access.known_device (account_id) WHERE forgotten_at IS NULL;

CREATE TABLE access.sign_in_alarm (
  kind      text PRIMARY KEY CHECK (kind IN ('names', 'addresses')),
  raised_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON access.sign_in_gate TO shihe_door;
GRANT SELECT, INSERT, UPDATE ON access.known_device, access.sign_in_alarm TO shihe_door;
