-- What is to be done: rounds, their areas, the pool class of each kind of person, exemptions.
CREATE SCHEMA campaign;

CREATE TABLE campaign.round (
  id                 uuid PRIMARY KEY,
  name               text NOT NULL,
  state              text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'open', 'closing', 'closed')),
  starts_at          timestamptz NOT NULL,
  deadline           timestamptz NOT NULL,
  default_pool_class text NOT NULL,
  settings           jsonb NOT NULL,
  body_hash          bytea NOT NULL,
  created_by         uuid NOT NULL,
  created_at         timestamptz NOT NULL DEFAULT now(),
  opened_at          timestamptz,
  closing_at         timestamptz,
  closed_at          timestamptz,
  CHECK (deadline > starts_at)
);

CREATE TABLE campaign.round_area (
  round_id  uuid NOT NULL REFERENCES campaign.round,
  area_code text NOT NULL REFERENCES community.area,
  PRIMARY KEY (round_id, area_code)
);

-- Pool size is a property of round × class, fixed on a tube when it is opened.
CREATE TABLE campaign.pool_class (
  round_id   uuid NOT NULL REFERENCES campaign.round,
  pool_class text NOT NULL CHECK (pool_class IN ('single', 'household', '5', '10', '20')),
  capacity   smallint NOT NULL CHECK (capacity BETWEEN 1 AND 50),
  PRIMARY KEY (round_id, pool_class),
  CHECK (pool_class <> 'single' OR capacity = 1)
);
ALTER TABLE campaign.round ADD CONSTRAINT round_default_pool_class
  FOREIGN KEY (id, default_pool_class) REFERENCES campaign.pool_class DEFERRABLE INITIALLY DEFERRED;

-- Which class a category of people goes into, where it differs from the round's default.
CREATE TABLE campaign.pool_rule (
  round_id   uuid NOT NULL,
  category   text NOT NULL,
  pool_class text NOT NULL,
  PRIMARY KEY (round_id, category),
  FOREIGN KEY (round_id, pool_class) REFERENCES campaign.pool_class
);

CREATE TABLE campaign.exemption (
  id          uuid PRIMARY KEY,
  round_id    uuid NOT NULL REFERENCES campaign.round,
  resident_id uuid NOT NULL REFERENCES community.resident,
  reason      text NOT NULL,
  note        text,
  granted_by  uuid NOT NULL,
  granted_at  timestamptz NOT NULL DEFAULT now(),
  body_hash   bytea,
  revoked_at  timestamptz,
  revoked_by  uuid
);
CREATE INDEX exemption_round ON campaign.exemption (round_id, id);
CREATE UNIQUE INDEX exemption_current ON campaign.exemption (round_id, resident_id) WHERE revoked_at IS NULL;

-- Everybody a round is about, with the home area that answers for them. Absent and moved people are not in it.
CREATE VIEW campaign.roster AS
  SELECT a.round_id, r.id AS resident_id, r.area_code, r.household_id, r.category, r.lane, r.home_visit,
         r.single_only, e.reason AS exemption
    FROM (SELECT DISTINCT ra.round_id, h.code
            FROM campaign.round_area ra JOIN community.area h ON h.lineage @> ARRAY[ra.area_code]) a
    JOIN community.resident r ON r.area_code = a.code AND r.presence = 'present'
    LEFT JOIN campaign.exemption e ON e.round_id = a.round_id AND e.resident_id = r.id AND e.revoked_at IS NULL;
