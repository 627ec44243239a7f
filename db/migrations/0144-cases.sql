-- "I was swabbed but am not listed" and "this is not me": exceptions that somebody raised about themselves, and the
-- correction that settles one.
ALTER TABLE sampling.correction ADD COLUMN case_id uuid REFERENCES sampling.exception;
CREATE UNIQUE INDEX correction_case ON sampling.correction (case_id) WHERE state = 'applied';
CREATE INDEX exception_case ON sampling.exception ((details ->> 'residentId'), raised_at DESC)
  WHERE kind IN ('not-listed', 'not-me');

-- What somebody disputes at this moment. The answer is shown all the same, and that it is disputed beside it.
CREATE VIEW sampling.dispute AS
  SELECT id AS case_id, (details ->> 'residentId')::uuid AS resident_id, round_id, raised_at
    FROM sampling.exception WHERE kind = 'not-me' AND state = 'open';
GRANT SELECT ON sampling.dispute TO shihe_desk, shihe_reader, shihe_jobs;
