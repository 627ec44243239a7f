-- The road's own guard on tubes: one that is in a box, or whose way has ended, is not taken back by the table, and none
-- that is taken back at this moment gets into a box. Both sides lock the tube, so one of them comes first.
CREATE FUNCTION transport.hold_tube() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM transport.packing p WHERE p.barcode = old.barcode AND p.removed_at IS NULL)
     OR EXISTS (SELECT 1 FROM transport.tube_end e WHERE e.barcode = old.barcode) THEN
    RAISE EXCEPTION 'tube % is on its way', old.barcode USING ERRCODE = 'check_violation', CONSTRAINT = 'tube_on_its_way';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER on_its_way BEFORE UPDATE OF state ON sampling.tube
  FOR EACH ROW WHEN (old.state = 'sealed' AND new.state <> 'sealed') EXECUTE FUNCTION transport.hold_tube();

-- A tube that is no longer sealed when its turn comes is passed over, and whoever packed or received it is told.
CREATE FUNCTION transport.sealed_only() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM 1 FROM sampling.tube t WHERE t.barcode = new.barcode AND t.state = 'sealed' FOR SHARE;
  RETURN CASE WHEN FOUND THEN new END;
END $$;
CREATE TRIGGER sealed_only BEFORE INSERT ON transport.packing FOR EACH ROW EXECUTE FUNCTION transport.sealed_only();
CREATE TRIGGER sealed_only BEFORE INSERT ON transport.tube_end FOR EACH ROW EXECUTE FUNCTION transport.sealed_only();
REVOKE EXECUTE ON FUNCTION transport.hold_tube(), transport.sealed_only() FROM PUBLIC;
