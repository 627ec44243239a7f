-- Who saw somebody's name, number or phone in clear, when and what for. Kept beside the journal, because it is counted.
CREATE TABLE community.unmasking (
  id          uuid PRIMARY KEY,
  account_id  uuid NOT NULL REFERENCES access.account,
  resident_id uuid NOT NULL,
  reason      text NOT NULL,
  note        text NOT NULL,
  fields      text[] NOT NULL CHECK (cardinality(fields) > 0),
  body_hash   bytea NOT NULL,
  at          timestamptz(3) NOT NULL
);
CREATE INDEX unmasking_account ON community.unmasking (account_id, at DESC);
CREATE INDEX unmasking_resident ON community.unmasking (resident_id, at DESC);

-- One row an account: held by whoever counts, so that many at once are counted one after the other.
CREATE TABLE community.unmasking_ration (
  account_id uuid PRIMARY KEY REFERENCES access.account,
  -- Up to when nobody is told again that this account sees conspicuously much.
  told_until timestamptz(3) NOT NULL DEFAULT '-infinity'
);
SELECT access.protect('community.unmasking', $$(SELECT access.sees_all()) OR account_id = (SELECT access.actor())$$,
                      $$account_id = (SELECT access.actor())$$);
SELECT access.protect('community.unmasking_ration', $$account_id = (SELECT access.actor())$$);
