-- The journal read by the auditor, and by each person for themselves.

/*
 * Whom an entry is about: what it names as a resident. A swab's batch is left out on purpose: it is written where people
 * queue, and each person's swabs are found from the person's side.
 */
CREATE FUNCTION journal.people_in(subject text, payload jsonb) RETURNS uuid[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT named.word::uuid), '{}')
    FROM (SELECT payload ->> one.field AS word FROM (VALUES ('residentId'), ('absorbedId'), ('survivorId')) one (field)
          UNION ALL
          SELECT CASE WHEN subject LIKE 'resident:%' THEN substr(subject, 10) END
          UNION ALL
          SELECT listed.word
            FROM (VALUES (payload -> 'residentIds'), (payload -> 'residents'), (payload -> 'added'), (payload -> 'changed')) lists (list),
                 jsonb_array_elements_text(CASE jsonb_typeof(list) WHEN 'array' THEN list ELSE '[]' END) AS listed (word)) named
   WHERE named.word ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
$$;
-- Whoever adds an entry computes the key of its index.
GRANT EXECUTE ON FUNCTION journal.people_in(text, jsonb) TO shihe_door, shihe_scan, shihe_desk, shihe_jobs, shihe_auditor;
CREATE INDEX entry_people ON journal.entry USING gin (journal.people_in(subject, payload))
  WHERE topic <> 'sampling.swabs-recorded';
CREATE INDEX entry_actor ON journal.entry (actor_id, recorded_at) WHERE actor_id IS NOT NULL;
CREATE INDEX entry_topic ON journal.entry (topic, recorded_at) WHERE topic <> 'sampling.swabs-recorded';

/*
 * Everything that was done with a person or seen of them, the latest first, from before a moment and id. A login that
 * reads for people gets it for the person themselves and for their guardian, and no names of staff; the auditor for all.
 *
 * A swab's entry is written a moment after the swab's own time of recording, at most as long as a statement may run.
 */
CREATE FUNCTION journal.of_person(resident uuid, before_at timestamptz, before_id uuid, most int)
RETURNS TABLE (recorded_at timestamptz, id uuid, topic text, what text, purpose text, actor_id uuid, role text, actor text,
               site_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH asked AS MATERIALIZED (
    SELECT resident AS person
     WHERE session_user <> 'shihe_reader' OR access.actor() = resident
        OR EXISTS (SELECT 1 FROM community.resident r WHERE r.id = resident AND r.guardian_id = access.actor())
  ), correction AS MATERIALIZED (
    SELECT c.id, c.before, c.after FROM asked, sampling.correction c WHERE c.residents @> ARRAY[asked.person]
  ), swab AS MATERIALIZED (
    SELECT a.swab_id AS id FROM asked, sampling.attendance a WHERE a.resident_id = asked.person
    UNION
    SELECT (s ->> 'id')::uuid
      FROM asked, correction c, jsonb_array_elements(coalesce(c.before -> 'swabs', '[]') || coalesce(c.after -> 'swabs', '[]')) AS s
     WHERE s ->> 'residentId' = asked.person::text
  ), named AS MATERIALIZED (
    SELECT e.recorded_at, e.id, e.topic, e.payload, e.actor_id, e.site_id
      FROM asked, journal.entry e
     WHERE e.topic <> 'sampling.swabs-recorded' AND journal.people_in(e.subject, e.payload) @> ARRAY[asked.person]
  ), found AS (
    SELECT * FROM named
    UNION
    SELECT e.recorded_at, e.id, e.topic, e.payload, e.actor_id, e.site_id
      FROM correction c JOIN journal.entry e ON e.subject = 'correction:' || c.id
    UNION
    SELECT e.recorded_at, e.id, e.topic, '{}', (one ->> 4)::uuid, e.site_id
      FROM asked CROSS JOIN swab w
      JOIN LATERAL (SELECT s.recorded_at, t.site_id FROM sampling.swab s JOIN sampling.tube t ON t.barcode = s.tube_barcode
                     WHERE s.id = w.id) s ON true
      JOIN LATERAL (SELECT * FROM journal.entry e
                     WHERE e.subject = 'site:' || s.site_id AND e.topic = 'sampling.swabs-recorded'
                       AND e.recorded_at >= s.recorded_at AND e.recorded_at < s.recorded_at + interval '10 seconds') e ON true
      JOIN LATERAL (SELECT one FROM jsonb_array_elements(e.payload -> 'swabs') AS one
                     WHERE one ->> 0 = w.id::text) b ON one ->> 3 = asked.person::text
  )
  SELECT f.recorded_at, f.id, f.topic, f.payload ->> 'what', f.payload ->> 'purpose', f.actor_id,
         coalesce(f.payload ->> 'role', a.role,
                  CASE WHEN f.actor_id IS NULL THEN 'house'
                       WHEN EXISTS (SELECT 1 FROM community.resident r WHERE r.id = f.actor_id) THEN 'resident' END),
         CASE WHEN session_user <> 'shihe_reader' THEN a.username END, f.site_id
    FROM found f LEFT JOIN access.account a ON a.id = f.actor_id
   WHERE before_at IS NULL OR (f.recorded_at, f.id) < (before_at, before_id)
   ORDER BY f.recorded_at DESC, f.id DESC
   LIMIT most
$$;
GRANT USAGE ON SCHEMA journal TO shihe_reader;
GRANT EXECUTE ON FUNCTION journal.of_person(uuid, timestamptz, uuid, int) TO shihe_reader, shihe_jobs, shihe_auditor;

-- What the last verifications of the journal found. Nothing is changed afterwards.
CREATE TABLE journal.verification (
  id          uuid PRIMARY KEY,
  started_at  timestamptz NOT NULL,
  finished_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  entries     bigint NOT NULL,
  anchors     bigint NOT NULL,
  heads       jsonb NOT NULL,
  findings    jsonb NOT NULL
);
CREATE INDEX verification_finished ON journal.verification (finished_at DESC);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON journal.verification
  FOR EACH ROW EXECUTE FUNCTION journal.deny_change();
GRANT SELECT, INSERT ON journal.verification TO shihe_jobs;
GRANT SELECT ON journal.verification TO shihe_auditor;

-- Not by one statement either, not even the owner.
CREATE TRIGGER no_truncation BEFORE TRUNCATE ON journal.entry FOR EACH STATEMENT EXECUTE FUNCTION journal.deny_change();
CREATE TRIGGER no_truncation BEFORE TRUNCATE ON journal.link FOR EACH STATEMENT EXECUTE FUNCTION journal.deny_change();

-- How many an account was shown is added up and so belongs beside the accounts: in the journal nothing is ever changed.
ALTER TABLE journal.reading SET SCHEMA access;
