-- Who is to be tested.
CREATE SCHEMA community;

-- The tree city → district → street → community → grid → building. `lineage` runs from the city to the area itself.
CREATE TABLE community.area (
  code        text PRIMARY KEY,
  parent_code text REFERENCES community.area,
  level       text NOT NULL CHECK (level IN ('city', 'district', 'street', 'community', 'grid', 'building')),
  name        text NOT NULL,
  lineage     text[] NOT NULL CHECK (lineage[cardinality(lineage)] = code)
);
CREATE INDEX area_parent ON community.area (parent_code);
CREATE INDEX area_lineage ON community.area USING gin (lineage);

CREATE TABLE community.household (
  id        uuid PRIMARY KEY,
  area_code text NOT NULL REFERENCES community.area,
  door      text NOT NULL,
  UNIQUE (area_code, door)
);

-- Name, document and phone are sealed by the vault; the index columns are keyed hashes that only equality can ask.
CREATE TABLE community.resident (
  id              uuid PRIMARY KEY,
  area_code       text NOT NULL REFERENCES community.area,
  household_id    uuid NOT NULL REFERENCES community.household,
  masked_name     text NOT NULL,
  name_sealed     bytea NOT NULL,
  document_kind   text NOT NULL,
  document_index  bytea NOT NULL UNIQUE,
  document_masked text NOT NULL,
  document_sealed bytea NOT NULL,
  phone_index     bytea,
  phone_masked    text,
  phone_sealed    bytea,
  birth_year      smallint,
  sex             text NOT NULL DEFAULT 'unknown' CHECK (sex IN ('female', 'male', 'unknown')),
  category        text NOT NULL DEFAULT 'resident',
  -- Everything the ledger says somebody is; `category` is the first of them.
  categories      text[] NOT NULL DEFAULT '{}',
  lane            text NOT NULL DEFAULT 'general' CHECK (lane IN ('general', 'green', 'single')),
  home_visit      boolean NOT NULL DEFAULT false,
  single_only     boolean NOT NULL DEFAULT false,
  guardian_id     uuid REFERENCES community.resident,
  -- The guardian's document, kept until that person is registered too (a ledger may name the child first).
  guardian_index  bytea,
  presence        text NOT NULL DEFAULT 'present' CHECK (presence IN ('present', 'away', 'moved')),
  -- Keyed hashes of what the ledger said last and of what was asked when the person was registered by hand.
  row_hash        bytea,
  body_hash       bytea,
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX resident_area ON community.resident (area_code, id);
CREATE INDEX resident_household ON community.resident (household_id);
CREATE INDEX resident_guardian_awaited ON community.resident (guardian_index)
  WHERE guardian_id IS NULL AND guardian_index IS NOT NULL;
CREATE INDEX resident_phone ON community.resident (phone_index) WHERE phone_index IS NOT NULL;

-- What a table at a site may know of a resident; the view that later rooms read.
CREATE VIEW community.sampling_subject AS
  SELECT id, area_code, household_id, masked_name, document_index, category, lane, single_only, home_visit, presence
    FROM community.resident;

CREATE TABLE community.resident_code (
  ref         text PRIMARY KEY,
  resident_id uuid NOT NULL REFERENCES community.resident,
  issued_by   uuid,
  issued_at   timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  revoked_at  timestamptz,
  -- Sign-ins that named the wrong end of the document, since the last right one.
  failed_sign_ins smallint NOT NULL DEFAULT 0 CHECK (failed_sign_ins <= 5)
);
CREATE INDEX resident_code_resident ON community.resident_code (resident_id);

CREATE TABLE community.ledger_import (
  id           uuid PRIMARY KEY,
  state        text NOT NULL CHECK (state IN ('waiting', 'reading', 'done', 'refused')),
  format       jsonb NOT NULL,
  sha256       bytea NOT NULL,
  bytes        bigint NOT NULL,
  read         int NOT NULL DEFAULT 0,
  added        int NOT NULL DEFAULT 0,
  changed      int NOT NULL DEFAULT 0,
  unchanged    int NOT NULL DEFAULT 0,
  refused      int NOT NULL DEFAULT 0,
  duplicates   int NOT NULL DEFAULT 0,
  -- Rows of community.ledger_import_error that there would be without a limit to how many are kept.
  row_errors   int NOT NULL DEFAULT 0,
  ignored_columns text[] NOT NULL DEFAULT '{}',
  refusal      jsonb,
  -- Opens the uploaded file; forgotten with the file when the import has ended.
  file_key_sealed bytea,
  -- The last row that was dealt with: where a reader goes on after a crash.
  last_line    int NOT NULL DEFAULT 0,
  -- How often a reader gave up on it for reasons of its own.
  failures     int NOT NULL DEFAULT 0,
  claimed_by   uuid,
  claimed_until timestamptz,
  imported_by  uuid,
  created_at   timestamptz NOT NULL DEFAULT now(),
  finished_at  timestamptz,
  CHECK (read = added + changed + unchanged + refused + duplicates)
);
CREATE INDEX ledger_import_unfinished ON community.ledger_import (created_at) WHERE state IN ('waiting', 'reading');

CREATE TABLE community.ledger_import_error (
  import_id uuid NOT NULL REFERENCES community.ledger_import,
  line      int NOT NULL,
  field     text NOT NULL,
  code      text NOT NULL,
  message   jsonb NOT NULL,
  PRIMARY KEY (import_id, line, field)
);
