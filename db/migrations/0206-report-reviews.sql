-- A second person of a laboratory has looked at a file and signs for what it says is positive: by the bytes, so that it
-- counts for this file and no other.
CREATE TABLE lab.report_review (
  lab_code    text NOT NULL REFERENCES lab.lab,
  sha256      bytea NOT NULL CHECK (octet_length(sha256) = 32),
  reviewed_by uuid NOT NULL REFERENCES access.account,
  reviewed_at timestamptz NOT NULL,
  PRIMARY KEY (lab_code, sha256, reviewed_by)
);
SELECT access.protect('lab.report_review', $$(SELECT access.sees_all()) OR lab_code = (SELECT lab.mine())$$);
SELECT journal.guard('lab.report_review');
