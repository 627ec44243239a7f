-- "Who saw me" is told as well what was done with a person under something of theirs: tickets and calls, orders to come again,
-- cases, and the answers that were published.
CREATE INDEX ticket_resident ON queue.ticket (resident_id) WHERE resident_id IS NOT NULL;
CREATE INDEX answer_resident ON results.answer (resident_id);
CREATE INDEX recall_order_resident ON results.recall_order (resident_id);
CREATE OR REPLACE FUNCTION journal.of_person(resident uuid, before_at timestamptz, before_id uuid, most int)
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
  ), thing AS MATERIALIZED (
    SELECT 'ticket:' || t.id AS subject FROM asked JOIN queue.ticket t ON t.resident_id = asked.person
    UNION
    SELECT 'call:' || t.call_id FROM asked JOIN queue.ticket t ON t.resident_id = asked.person AND t.call_id IS NOT NULL
    UNION
    SELECT 'recall:' || o.id FROM asked JOIN results.recall_order o ON o.resident_id = asked.person
    UNION
    SELECT 'exception:' || x.id
      FROM asked JOIN sampling.exception x ON x.details ->> 'residentId' = asked.person::text
                                          AND x.kind IN ('not-listed', 'not-me')
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
    -- What names the person by a thing of theirs: a ticket, the call that it was in, an order to come again, a case.
    SELECT e.recorded_at, e.id, e.topic, e.payload, e.actor_id, e.site_id
      FROM thing n JOIN journal.entry e ON e.subject = n.subject AND e.topic <> 'sampling.swabs-recorded'
    UNION
    SELECT e.recorded_at, e.id, e.topic, '{}', e.actor_id, e.site_id
      FROM asked
      JOIN sampling.exception x ON x.details ->> 'residentId' = asked.person::text
                               AND x.kind IN ('not-listed', 'not-me')
      JOIN LATERAL (SELECT * FROM journal.entry e
                     WHERE e.subject = 'site:' || x.site_id AND e.topic = 'sampling.exceptions-raised'
                       AND e.recorded_at >= x.raised_at - interval '10 seconds'
                       AND e.recorded_at < x.raised_at + interval '10 seconds'
                       AND e.payload -> 'exceptions' @> jsonb_build_array(jsonb_build_object('id', x.id))) e ON true
    UNION
    -- A published answer is a row with its own history; one written by hand has its entry.
    SELECT v.published_at, md5(v.round_id::text || v.resident_id || v.version)::uuid, 'results.answer-published',
           jsonb_build_object('what', 'version ' || v.version), NULL, NULL
      FROM asked JOIN results.answer v ON v.resident_id = asked.person AND v.cause <> 'amendment'
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
