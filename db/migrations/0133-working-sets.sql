-- Which residents have changed since a device last asked. A row carries the number of the transaction that wrote it: unlike
-- a moment it cannot be overtaken, for whoever has read up to the oldest transaction under way has missed nothing.
ALTER TABLE community.resident ADD COLUMN changed_in xid8 NOT NULL DEFAULT pg_current_xact_id();

CREATE FUNCTION community.note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new.changed_in := pg_current_xact_id();
  RETURN new;
END $$;
CREATE TRIGGER note_change BEFORE UPDATE ON community.resident
  FOR EACH ROW WHEN ((old.area_code, old.household_id, old.masked_name, old.document_sealed, old.category, old.lane,
                      old.single_only, old.home_visit, old.presence)
                     IS DISTINCT FROM
                     (new.area_code, new.household_id, new.masked_name, new.document_sealed, new.category, new.lane,
                      new.single_only, new.home_visit, new.presence))
  EXECUTE FUNCTION community.note_change();
CREATE INDEX resident_changed ON community.resident (changed_in, id);
-- The transactions of another installation have other numbers: a device that asks with them is given everything.
CREATE TABLE community.change_epoch (epoch uuid NOT NULL DEFAULT gen_random_uuid());
INSERT INTO community.change_epoch DEFAULT VALUES;
SELECT access.protect('community.change_epoch', 'true', 'false');
