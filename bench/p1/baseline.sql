-- What one would write by hand: one function call, one transaction a swab, the same rows under the same indexes.
CREATE SCHEMA baseline;
CREATE TABLE baseline.tube (LIKE sampling.tube INCLUDING ALL) WITH (fillfactor = 60);
CREATE TABLE baseline.swab (LIKE sampling.swab INCLUDING ALL, FOREIGN KEY (tube_barcode) REFERENCES baseline.tube) PARTITION BY LIST (round_id);
CREATE TABLE baseline.swab_1 PARTITION OF baseline.swab DEFAULT;
CREATE TABLE baseline.attendance (LIKE sampling.attendance INCLUDING ALL) PARTITION BY LIST (round_id);
CREATE TABLE baseline.attendance_1 PARTITION OF baseline.attendance DEFAULT;
INSERT INTO baseline.tube SELECT * FROM sampling.tube;

CREATE FUNCTION baseline.record_swab(person bigint) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  swab uuid := gen_random_uuid();
  resident uuid := ('00000000-0000-7000-8000-' || lpad(to_hex(person), 12, '0'))::uuid;
  code text := 'T' || (person / 10);
  one uuid := '00000000-0000-7000-8000-000000000001';
  slot int;
BEGIN
  UPDATE baseline.tube t SET filled = filled + 1, first_swab_at = coalesce(first_swab_at, now())
   WHERE t.barcode = code AND state = 'open' AND filled < capacity RETURNING filled INTO slot;
  INSERT INTO baseline.attendance (round_id, resident_id, occasion, purpose, swab_id, tube_barcode, sampled_at)
    VALUES (one, resident, 0, 'screening', swab, code, now());
  INSERT INTO baseline.swab (round_id, id, tube_barcode, place, resident_id, occasion, purpose, actor_id, scanned_at, sampled_at,
                             recorded_at, body_hash)
    VALUES (one, swab, code, slot, resident, 0, 'screening', one, now(), now(), now(), sha256(code::bytea));
  INSERT INTO journal.entry (topic, site_id, subject, payload)
    VALUES ('baseline.swab-recorded', one, 'tube:' || code, jsonb_build_object('swab', swab, 'place', slot, 'resident', resident, 'actor', one));
  RETURN slot;
END $$;
