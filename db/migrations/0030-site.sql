-- Where and by whom.
CREATE SCHEMA site;

CREATE TABLE site.site (
  id                    uuid PRIMARY KEY,
  code                  text NOT NULL UNIQUE,
  name                  text NOT NULL,
  area_code             text NOT NULL REFERENCES community.area,
  address               text NOT NULL,
  kind                  text NOT NULL DEFAULT 'fixed' CHECK (kind IN ('fixed', 'mobile', 'home-visits')),
  serves                text,
  state                 text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'paused', 'closed')),
  pause_reason          text,
  time_zone             text NOT NULL DEFAULT 'Asia/Shanghai',
  day_starts            time NOT NULL DEFAULT '04:00',
  busy_after_minutes    smallint NOT NULL DEFAULT 25,
  crowded_after_minutes smallint NOT NULL DEFAULT 50,
  settings              jsonb NOT NULL DEFAULT '{}',
  -- Grows with each change that a board shows.
  version               int NOT NULL DEFAULT 1,
  body_hash             bytea NOT NULL,
  created_at            timestamptz NOT NULL DEFAULT now(),
  CHECK (crowded_after_minutes > busy_after_minutes)
);

CREATE TABLE site.lane (
  site_id uuid NOT NULL REFERENCES site.site,
  lane    text NOT NULL CHECK (lane IN ('general', 'green', 'single')),
  prefix  text NOT NULL CHECK (prefix ~ '^[A-Z]$'),
  PRIMARY KEY (site_id, lane),
  UNIQUE (site_id, prefix)
);

CREATE TABLE site.station (
  id        uuid PRIMARY KEY,
  site_id   uuid NOT NULL,
  number    smallint NOT NULL CHECK (number BETWEEN 1 AND 999),
  lane      text NOT NULL,
  body_hash bytea NOT NULL,
  closed_at timestamptz,
  CONSTRAINT station_number UNIQUE (site_id, number),
  FOREIGN KEY (site_id, lane) REFERENCES site.lane
);

CREATE TABLE site.session (
  id            uuid PRIMARY KEY,
  site_id       uuid NOT NULL REFERENCES site.site,
  kind          text NOT NULL CHECK (kind IN ('day', 'night')),
  opens_at      timestamptz NOT NULL,
  closes_at     timestamptz NOT NULL,
  last_entry_at timestamptz NOT NULL,
  body_hash     bytea,
  CHECK (opens_at < last_entry_at AND last_entry_at <= closes_at),
  CONSTRAINT session_apart EXCLUDE USING gist (site_id WITH =, tstzrange(opens_at, closes_at) WITH &&)
);

-- One pair at one table, from when to when.
CREATE TABLE site.shift (
  id           uuid PRIMARY KEY,
  station_id   uuid NOT NULL REFERENCES site.station,
  scanner_id   uuid NOT NULL REFERENCES access.account,
  collector_id uuid NOT NULL REFERENCES access.account,
  during       tstzrange NOT NULL CHECK (NOT isempty(during) AND NOT lower_inf(during)),
  body_hash    bytea NOT NULL,
  CHECK (scanner_id <> collector_id),
  CONSTRAINT shift_station_free EXCLUDE USING gist (station_id WITH =, during WITH &&)
);

-- The same shift seen from each of its two people: nobody sits in two places at once.
CREATE TABLE site.duty (
  shift_id  uuid NOT NULL REFERENCES site.shift,
  person_id uuid NOT NULL REFERENCES access.account,
  during    tstzrange NOT NULL,
  PRIMARY KEY (shift_id, person_id),
  CONSTRAINT duty_person_free EXCLUDE USING gist (person_id WITH =, during WITH &&)
);
