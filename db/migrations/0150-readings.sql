-- Who is shown people is in the journal; here is only how many an account was shown, by hour, for the alarm about very many.
CREATE TABLE journal.reading (
  account_id uuid NOT NULL,
  hour       timestamptz NOT NULL,
  people     int NOT NULL CHECK (people > 0),
  PRIMARY KEY (account_id, hour)
) WITH (fillfactor = 70);
GRANT SELECT, INSERT, UPDATE ON journal.reading TO shihe_desk;
GRANT SELECT ON journal.reading TO shihe_jobs, shihe_auditor;
