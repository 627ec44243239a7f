-- Devices: which phones and PDAs may speak for a site, also when nobody is signed in on them.

-- A one-time code, read off the site lead's screen into the device. Only its hash is kept.
CREATE TABLE site.enrolment (
  id            uuid PRIMARY KEY,
  site_id       uuid NOT NULL REFERENCES site.site,
  round_id      uuid REFERENCES campaign.round,
  code_hash     bytea NOT NULL,
  made_by       uuid NOT NULL REFERENCES access.account,
  made_at       timestamptz(3) NOT NULL,
  expires_at    timestamptz(3) NOT NULL,
  tries         smallint NOT NULL DEFAULT 0,
  tries_at_most smallint NOT NULL,
  used_at       timestamptz(3),
  body_hash     bytea NOT NULL,
  CHECK (tries BETWEEN 0 AND tries_at_most AND tries_at_most <= 5),
  CHECK (expires_at <= made_at + interval '10 minutes')
);

-- The key pair is made on the device and never leaves it; here stands the public key (x and y of a point on P-256).
CREATE TABLE site.device (
  id             uuid PRIMARY KEY,
  site_id        uuid NOT NULL REFERENCES site.site,
  -- The one round that it may work in; null for all rounds of the site.
  round_id       uuid REFERENCES campaign.round,
  name           text NOT NULL,
  key_x          text NOT NULL CHECK (key_x ~ '^[A-Za-z0-9_-]{43}$'),
  key_y          text NOT NULL CHECK (key_y ~ '^[A-Za-z0-9_-]{43}$'),
  enrolment_id   uuid NOT NULL REFERENCES site.enrolment,
  made_by        uuid NOT NULL,
  enrolled_by    uuid NOT NULL REFERENCES access.account,
  enrolled_at    timestamptz(3) NOT NULL,
  approved_by    uuid REFERENCES access.account,
  approved_at    timestamptz(3),
  not_before     timestamptz(3),
  not_after      timestamptz(3),
  revoked_by     uuid REFERENCES access.account,
  revoked_at     timestamptz(3),
  revoke_reason  text,
  body_hash      bytea NOT NULL,
  CONSTRAINT device_key UNIQUE (key_x, key_y),
  CONSTRAINT device_enrolment UNIQUE (enrolment_id),
  CONSTRAINT device_second_person CHECK (approved_by <> made_by AND approved_by <> enrolled_by),
  CHECK ((approved_by IS NULL) = (approved_at IS NULL) AND (approved_by IS NULL) = (not_after IS NULL)),
  CHECK (not_after > not_before AND not_after <= not_before + interval '14 days'),
  CHECK ((revoked_at IS NULL) = (revoked_by IS NULL) AND (revoked_at IS NULL) = (revoke_reason IS NULL))
);
CREATE INDEX device_site ON site.device (site_id, id);

SELECT access.protect('site.enrolment', $$ (SELECT access.sees_all()) OR site_id IN (SELECT site.mine()) $$);
SELECT access.protect('site.device', $$ (SELECT access.sees_all()) OR site_id IN (SELECT site.mine()) $$);
