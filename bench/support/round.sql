-- A round with :people residents and a tube, already open, for every ten of them. Ids are counted, so that the load
-- can name them without being told. `:people` is put in by round.mjs.
CREATE FUNCTION pg_temp.counted(n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS
  $$ SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;

INSERT INTO community.area (code, level, name, lineage) VALUES ('3708', 'city', '济宁市', '{3708}');
INSERT INTO community.household (id, area_code, door)
  SELECT pg_temp.counted(n), '3708', n::text FROM generate_series(0, (:people - 1) / 3) AS n;
INSERT INTO community.resident (id, area_code, household_id, masked_name, name_sealed, document_kind, document_index,
                                document_masked, document_sealed)
  SELECT pg_temp.counted(n), '3708', pg_temp.counted(n / 3), '王*', '\x00', 'resident-id',
         sha256(n::text::bytea), '0***************01', '\x00'
    FROM generate_series(0, :people - 1) AS n;
INSERT INTO access.account (id, username, role, display_name, password_hash)
  VALUES (pg_temp.counted(1), 'scanner', 'scanner', 'scanner', '!'), (pg_temp.counted(2), 'collector', 'collector', 'collector', '!');
BEGIN;
INSERT INTO campaign.round (id, name, state, starts_at, deadline, default_pool_class, settings, body_hash, created_by)
  VALUES (pg_temp.counted(1), 'bench', 'open', now(), now() + interval '1 day', '10', '{}', '\x00', pg_temp.counted(1));
INSERT INTO campaign.pool_class (round_id, pool_class, capacity) VALUES (pg_temp.counted(1), '10', 10);
COMMIT;
INSERT INTO site.site (id, code, name, area_code, address, body_hash) VALUES (pg_temp.counted(1), 'S1', 'S1', '3708', 'S1', '\x00');
INSERT INTO site.lane (site_id, lane, prefix) VALUES (pg_temp.counted(1), 'general', 'A');
INSERT INTO site.station (id, site_id, number, lane, body_hash) VALUES (pg_temp.counted(1), pg_temp.counted(1), 1, 'general', '\x00');
INSERT INTO site.shift (id, station_id, scanner_id, collector_id, during, body_hash)
  VALUES (pg_temp.counted(1), pg_temp.counted(1), pg_temp.counted(1), pg_temp.counted(2), tstzrange(now(), now() + interval '1 day'), '\x00');
INSERT INTO access.scope (account_id, kind, key)
  SELECT pg_temp.counted(n), 'site', pg_temp.counted(1)::text FROM generate_series(1, 2) AS n;
SELECT sampling.ensure_round(pg_temp.counted(1));
INSERT INTO sampling.tube (barcode, round_id, site_id, station_id, shift_id, pool_class, capacity, opened_by, body_hash)
  SELECT 'T' || n, pg_temp.counted(1), pg_temp.counted(1), pg_temp.counted(1), pg_temp.counted(1), '10', 10, pg_temp.counted(1), '\x00'
    FROM generate_series(0, (:people - 1) / 10) AS n;
