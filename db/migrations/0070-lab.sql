-- What the laboratory received and what it says about each tube.
CREATE SCHEMA lab;

CREATE TABLE lab.lab (
  code     text PRIMARY KEY,
  name     text NOT NULL,
  added_at timestamptz NOT NULL DEFAULT now()
);

-- A member of a laboratory's staff acts for that laboratory only.
CREATE TABLE lab.staff (
  account_id uuid PRIMARY KEY REFERENCES access.account,
  lab_code   text NOT NULL REFERENCES lab.lab
);

-- One receipt a box: what really arrived, tube by tube.
CREATE TABLE lab.receipt (
  id          uuid PRIMARY KEY,
  lab_code    text NOT NULL REFERENCES lab.lab,
  box_code    text NOT NULL UNIQUE REFERENCES transport.box,
  accepted    int NOT NULL,
  rejected    int NOT NULL,
  missing     int NOT NULL,
  surplus     int NOT NULL,
  received_by uuid NOT NULL REFERENCES access.account,
  received_at timestamptz NOT NULL DEFAULT now(),
  body_hash   bytea NOT NULL
);

-- A tube that arrived; at one laboratory, ever. A rejected tube arrived too, but nothing can be tested from it.
CREATE TABLE lab.tube (
  barcode       text PRIMARY KEY REFERENCES sampling.tube,
  lab_code      text NOT NULL REFERENCES lab.lab,
  receipt_id    uuid NOT NULL REFERENCES lab.receipt,
  box_code      text REFERENCES transport.box,
  accepted      boolean NOT NULL,
  reject_reason text,
  received_at   timestamptz NOT NULL,
  UNIQUE (barcode, lab_code, accepted),
  CHECK (accepted = (reject_reason IS NULL))
);
CREATE INDEX tube_receipt ON lab.tube (receipt_id);

-- Where the box and its content disagree. Kept as it was found, never put right silently.
CREATE TABLE lab.receipt_difference (
  receipt_id uuid NOT NULL REFERENCES lab.receipt,
  barcode    text NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('missing', 'surplus')),
  cause      text NOT NULL CHECK (cause IN ('not-in-box', 'of-another-box', 'never-boxed', 'unknown-tube', 'not-sealed',
                                            'at-another-lab', 'already-received', 'declared-lost')),
  taken_in   boolean NOT NULL,
  PRIMARY KEY (receipt_id, barcode)
);

-- One file of a laboratory. Whole or not at all, and once: the same bytes are the same report.
CREATE TABLE lab.report (
  id            uuid PRIMARY KEY,
  lab_code      text NOT NULL REFERENCES lab.lab,
  sha256        bytea NOT NULL,
  content_type  text NOT NULL,
  file_name     text,
  bytes         int NOT NULL,
  state         text NOT NULL CHECK (state IN ('reading', 'refused', 'applied')),
  rows          int NOT NULL DEFAULT 0,
  current_rows  int NOT NULL DEFAULT 0,
  repeated_rows int NOT NULL DEFAULT 0,
  held_rows     int NOT NULL DEFAULT 0,
  error_count   int NOT NULL DEFAULT 0,
  row_errors    jsonb NOT NULL DEFAULT '[]',
  uploaded_by   uuid NOT NULL REFERENCES access.account,
  uploaded_at   timestamptz NOT NULL DEFAULT now(),
  applied_at    timestamptz,
  UNIQUE (lab_code, sha256),
  UNIQUE (id, lab_code),
  CHECK ((state = 'applied') = (applied_at IS NOT NULL)),
  CHECK (state <> 'applied' OR rows = current_rows + repeated_rows + held_rows)
);

CREATE TABLE lab.report_row (
  report_id uuid NOT NULL REFERENCES lab.report,
  line      int NOT NULL CHECK (line > 0),
  barcode   text NOT NULL REFERENCES lab.tube,
  outcome   text NOT NULL CHECK (outcome IN ('negative', 'positive', 'inconclusive', 'invalid')),
  tested_at timestamptz NOT NULL,
  ct        jsonb,
  note      text,
  verdict   text NOT NULL CHECK (verdict IN ('current', 'repeated', 'held')),
  PRIMARY KEY (report_id, line),
  UNIQUE (report_id, barcode)
);

-- What a laboratory says about a tube it accepted. A version that contradicts the current one waits for a decision.
CREATE TABLE lab.tube_outcome (
  barcode         text NOT NULL,
  version         smallint NOT NULL CHECK (version > 0),
  lab_code        text NOT NULL,
  accepted        boolean NOT NULL DEFAULT true CHECK (accepted),
  outcome         text NOT NULL CHECK (outcome IN ('negative', 'positive', 'inconclusive', 'invalid')),
  tested_at       timestamptz NOT NULL,
  report_id       uuid NOT NULL,
  state           text NOT NULL CHECK (state IN ('current', 'superseded', 'held', 'dismissed')),
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  decided_by      uuid REFERENCES access.account,
  decided_at      timestamptz,
  decision_reason text,
  PRIMARY KEY (barcode, version),
  FOREIGN KEY (barcode, lab_code, accepted) REFERENCES lab.tube (barcode, lab_code, accepted),
  FOREIGN KEY (report_id, lab_code) REFERENCES lab.report (id, lab_code),
  CHECK (state <> 'dismissed' OR decided_by IS NOT NULL),
  CHECK (state <> 'held' OR decided_by IS NULL)
);
CREATE UNIQUE INDEX tube_outcome_current ON lab.tube_outcome (barcode) WHERE state = 'current';
CREATE INDEX tube_outcome_held ON lab.tube_outcome (recorded_at, barcode, version) WHERE state = 'held';
CREATE INDEX tube_outcome_report ON lab.tube_outcome (report_id);

-- At the end of the transaction an applied report has as many rows as it says, no matter who wrote them.
CREATE FUNCTION lab.check_report_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'applied' AND NEW.rows <> (SELECT count(*) FROM lab.report_row r WHERE r.report_id = NEW.id) THEN
    RAISE EXCEPTION 'report % is not whole', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER report_whole AFTER INSERT OR UPDATE ON lab.report
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION lab.check_report_rows();
