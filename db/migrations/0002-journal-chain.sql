-- The journal's entries, tied one to the next for each site, so that a row that is changed, taken out or slipped in
-- later is found even when whoever did it owns the database. Written by the sealer, which comes after the commit: a
-- chain inside each transaction would put all transactions of a site in a row.
CREATE TABLE journal.link (
  -- The site's id, or 'house' for what happened at no site.
  chain             text NOT NULL,
  seq               bigint NOT NULL CHECK (seq > 0),
  entry_recorded_at timestamptz NOT NULL,
  entry_id          uuid NOT NULL,
  digest            bytea NOT NULL CHECK (octet_length(digest) = 32),
  linked_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (chain, seq),
  UNIQUE (entry_recorded_at, entry_id)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON journal.link
  FOR EACH ROW EXECUTE FUNCTION journal.deny_change();
