-- Every swab lies in a tube that exists. A foreign key asked for the tube once more for each swab of a batch, an eighth of
-- the time of writing it, although write_swabs has just read and locked those very tubes. The promise is the same and is
-- kept by triggers: whoever writes a swab other than through a function of the house is asked, and a tube with swabs in it
-- neither goes nor changes its barcode, whoever asks for it.

CREATE FUNCTION sampling.swab_needs_tube() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- Kept until the transaction ends: the tube cannot go meanwhile.
  PERFORM 1 FROM sampling.tube t WHERE t.barcode = NEW.tube_barcode FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE foreign_key_violation USING CONSTRAINT = 'swab_needs_tube',
      MESSAGE = 'a swab needs a tube that exists', SCHEMA = 'sampling', TABLE = 'swab';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION sampling.tube_keeps_swabs() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM sampling.swab s WHERE s.tube_barcode = OLD.barcode) THEN
    RAISE foreign_key_violation USING CONSTRAINT = 'tube_keeps_swabs',
      MESSAGE = 'there are swabs in this tube', SCHEMA = 'sampling', TABLE = 'tube';
  END IF;
  RETURN NULL;
END $$;

-- In a function of the house the user is not who is connected.
CREATE TRIGGER needs_tube AFTER INSERT ON sampling.swab
  FOR EACH ROW WHEN (current_user = session_user) EXECUTE FUNCTION sampling.swab_needs_tube();
CREATE TRIGGER still_needs_tube AFTER UPDATE OF tube_barcode ON sampling.swab
  FOR EACH ROW EXECUTE FUNCTION sampling.swab_needs_tube();
CREATE TRIGGER keeps_swabs AFTER DELETE ON sampling.tube
  FOR EACH ROW EXECUTE FUNCTION sampling.tube_keeps_swabs();
CREATE TRIGGER keeps_its_barcode AFTER UPDATE OF barcode ON sampling.tube
  FOR EACH ROW WHEN (OLD.barcode <> NEW.barcode) EXECUTE FUNCTION sampling.tube_keeps_swabs();

ALTER TABLE sampling.swab DROP CONSTRAINT swab_tube_barcode_fkey;
