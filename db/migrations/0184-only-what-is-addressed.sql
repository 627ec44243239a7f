-- A laboratory sees the boxes that are addressed to it, and of those on the road that are addressed to nobody what it holds in
-- its hands: whoever has a box knows its code. A box that is meant for another laboratory does not exist for it.
DO $$
DECLARE
  sight text := $sight$(SELECT access.sees_all()) OR site_id IN (SELECT site.mine())
  OR holder_id = (SELECT access.actor())
  OR ((SELECT lab.mine()) IS NOT NULL
      AND (lab_code = (SELECT lab.mine()) OR (lab_code IS NULL AND state IN ('dispatched', 'at-hub'))))
  OR EXISTS (SELECT 1 FROM transport.hand h WHERE h.box_code = code AND (SELECT access.actor()) IN (h.taken_by, h.given_by))$sight$;
BEGIN
  EXECUTE format('ALTER POLICY seeing ON transport.box USING (%s)', sight);
  EXECUTE format('ALTER POLICY adding ON transport.box WITH CHECK (%s)', sight);
  EXECUTE format('ALTER POLICY changing ON transport.box USING (%s) WITH CHECK (%s)', sight, sight);
END $$;

-- An import lies in the areas that its importer answered for when it was handed in ('*' is everywhere). Who answers for all of
-- them sees what became of it.
ALTER TABLE community.ledger_import ADD COLUMN areas text[] NOT NULL DEFAULT '{}';
UPDATE community.ledger_import SET areas = community.areas_of(imported_by);

CREATE FUNCTION community.note_import_areas() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  new.areas := community.areas_of(new.imported_by);
  RETURN new;
END $$;
REVOKE EXECUTE ON FUNCTION community.note_import_areas() FROM PUBLIC;
CREATE TRIGGER note_areas BEFORE INSERT ON community.ledger_import
  FOR EACH ROW EXECUTE FUNCTION community.note_import_areas();

DO $$
DECLARE
  sight text := $sight$(SELECT access.sees_all()) OR imported_by = (SELECT access.actor())
  OR ((SELECT access.actor_role()) = 'organiser' AND areas <> '{}'
      AND NOT EXISTS (SELECT 1 FROM unnest(areas) AS place (code)
                       WHERE NOT EXISTS (SELECT 1 FROM community.area a
                                          WHERE a.code = place.code AND a.lineage && (SELECT community.my_areas()))))$sight$;
BEGIN
  EXECUTE format('ALTER POLICY seeing ON community.ledger_import USING (%s)', sight);
END $$;
