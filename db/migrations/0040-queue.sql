-- Arriving, waiting, being called.
CREATE SCHEMA queue;

-- The last number given in a lane on a site's business day; bumped by one guarded statement in a short transaction.
CREATE TABLE queue.counter (
  site_id      uuid NOT NULL,
  business_day date NOT NULL,
  lane         text NOT NULL,
  issued       int NOT NULL CHECK (issued >= 0),
  closed_at    timestamptz,
  PRIMARY KEY (site_id, business_day, lane),
  FOREIGN KEY (site_id, lane) REFERENCES site.lane
) WITH (fillfactor = 50);

-- One press of the button at a station: the next one, or the next ten people. `ticket_ids` is what it answered.
CREATE TABLE queue.call (
  id           uuid PRIMARY KEY,
  station_id   uuid NOT NULL REFERENCES site.station,
  site_id      uuid NOT NULL REFERENCES site.site,
  business_day date NOT NULL,
  lane         text NOT NULL,
  asked        smallint NOT NULL CHECK (asked > 0),
  people       smallint NOT NULL DEFAULT 0,
  ticket_ids   uuid[] NOT NULL DEFAULT '{}',
  called_by    uuid NOT NULL,
  called_at    timestamptz NOT NULL,
  body_hash    bytea NOT NULL
);
CREATE INDEX call_pace ON queue.call (site_id, business_day, lane, called_at) WHERE people > 0;
CREATE INDEX call_station ON queue.call (station_id, called_at DESC) WHERE people > 0;

-- A place in the queue for a party. `place` orders the lane: the number at first, a place further back after a return.
CREATE TABLE queue.ticket (
  id           uuid PRIMARY KEY,
  site_id      uuid NOT NULL REFERENCES site.site,
  business_day date NOT NULL,
  lane         text NOT NULL,
  number       int NOT NULL CHECK (number > 0),
  label        text NOT NULL,
  place        double precision NOT NULL,
  party_size   smallint NOT NULL CHECK (party_size BETWEEN 1 AND 50),
  resident_id  uuid REFERENCES community.resident,
  state        text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'called', 'served', 'missed', 'left')),
  issued_by    uuid NOT NULL,
  issued_at    timestamptz NOT NULL,
  call_id      uuid REFERENCES queue.call,
  station_id   uuid REFERENCES site.station,
  called_at    timestamptz,
  -- When the board last called it out: at the call itself, or at a recall.
  announced_at timestamptz,
  missed_at    timestamptz,
  returned_at  timestamptz,
  served_at    timestamptz,
  left_at      timestamptz,
  body_hash    bytea NOT NULL,
  CONSTRAINT ticket_number UNIQUE (site_id, business_day, lane, number),
  FOREIGN KEY (site_id, lane) REFERENCES site.lane,
  CHECK (state IN ('waiting', 'left') OR (call_id IS NOT NULL AND station_id IS NOT NULL AND called_at IS NOT NULL))
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX ticket_waiting_resident ON queue.ticket (site_id, business_day, resident_id)
  WHERE state = 'waiting' AND resident_id IS NOT NULL;
CREATE INDEX ticket_waiting ON queue.ticket (site_id, business_day, lane, place, number) WHERE state = 'waiting';
CREATE INDEX ticket_missed ON queue.ticket (site_id, business_day, missed_at) WHERE state = 'missed';
CREATE INDEX ticket_announced ON queue.ticket (site_id, business_day, announced_at) WHERE announced_at IS NOT NULL;
CREATE INDEX ticket_call ON queue.ticket (call_id) WHERE state = 'called';

-- People whom a later room leads to the single lane: under review, until their own single tube is decided.
CREATE TABLE queue.led_singly (
  resident_id uuid PRIMARY KEY REFERENCES community.resident,
  led_at      timestamptz NOT NULL DEFAULT now(),
  released_at timestamptz
);

CREATE TABLE queue.announcement (
  id           uuid PRIMARY KEY,
  site_id      uuid NOT NULL REFERENCES site.site,
  zh           text NOT NULL,
  en           text,
  made_by      uuid NOT NULL,
  made_at      timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL CHECK (expires_at < '2200-01-01Z'),
  withdrawn_at timestamptz,
  body_hash    bytea NOT NULL
);
CREATE INDEX announcement_current ON queue.announcement (site_id, expires_at) WHERE withdrawn_at IS NULL;

-- Grows by one with each change of what a site's board shows, in the transaction of that change.
CREATE TABLE queue.board_version (
  site_id uuid PRIMARY KEY REFERENCES site.site,
  version bigint NOT NULL
) WITH (fillfactor = 50);

/*
 * Calls the next people of a lane to a station, in order: locks one ticket after the other, skips those that another
 * station is calling at this moment, never splits a party, and stops before it would exceed `asked` people, except that
 * the first party always goes whole.
 */
CREATE FUNCTION queue.call_next(of_call uuid, to_station uuid, of_site uuid, of_day date, of_lane text, asked int,
                                moment timestamptz) RETURNS uuid[] LANGUAGE plpgsql AS $$
DECLARE
  line CURSOR FOR
    SELECT id, party_size FROM queue.ticket
     WHERE site_id = of_site AND business_day = of_day AND lane = of_lane AND state = 'waiting'
     ORDER BY place, number FOR UPDATE SKIP LOCKED;
  next record;
  called uuid[] := '{}';
  in_all int := 0;
BEGIN
  OPEN line;
  LOOP
    FETCH line INTO next;
    EXIT WHEN NOT FOUND OR (in_all > 0 AND in_all + next.party_size > asked);
    called := called || next.id;
    in_all := in_all + next.party_size;
    EXIT WHEN in_all >= asked;
  END LOOP;
  CLOSE line;
  UPDATE queue.ticket SET state = 'called', call_id = of_call, station_id = to_station, called_at = moment,
                          announced_at = moment
   WHERE id = ANY (called);
  UPDATE queue.call SET people = in_all, ticket_ids = called WHERE id = of_call;
  RETURN called;
END $$;

/*
 * How long `ahead` people take, in minutes: the one place where a waiting time is computed, for the ticket desk and the
 * board alike. A lane is measured by the gaps between its calls; `calls` gaps of `mean_gap` minutes with a standard
 * deviation, each of which let `people_per_call` in. The range is one standard error of the sum of the gaps ahead and of
 * the measured mean. Null until three gaps were measured: no guess is shown.
 */
CREATE FUNCTION queue.wait_minutes(ahead bigint, calls bigint, people_per_call double precision,
                                   mean_gap double precision, deviation double precision,
                                   OUT from_minutes int, OUT to_minutes int) LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN calls >= 3 THEN least(greatest(floor(middle - spread), 0), 480)::int END,
         CASE WHEN calls >= 3 THEN least(greatest(ceil(middle + spread), 1), 480)::int END
    FROM (SELECT calls_ahead * mean_gap AS middle,
                 deviation * sqrt(calls_ahead + calls_ahead * calls_ahead / greatest(calls, 1)) AS spread
            FROM (SELECT ahead / nullif(people_per_call, 0) AS calls_ahead) a) b
$$;

CREATE VIEW queue.today AS
  SELECT id AS site_id, ((now() AT TIME ZONE time_zone) - day_starts::interval)::date AS business_day,
         now() - make_interval(mins => coalesce((settings ->> 'paceWindowMinutes')::int, 30)) AS pace_since,
         coalesce((settings ->> 'lullMinutes')::int, 10) AS lull_minutes
    FROM site.site;

/*
 * How fast each lane moves now. A gap longer than a lull says that nobody was there, not that the lane is slow; the
 * time since the last call counts as soon as it is longer than usual while people wait.
 */
CREATE VIEW queue.pace AS
  SELECT d.site_id, d.business_day, l.lane, w.waiting_tickets, w.waiting_people, p.calls, p.people_per_call, p.mean_gap,
         p.deviation
    FROM queue.today d
    JOIN site.lane l ON l.site_id = d.site_id
   CROSS JOIN LATERAL (
     SELECT count(*) AS waiting_tickets, coalesce(sum(t.party_size), 0) AS waiting_people FROM queue.ticket t
      WHERE t.site_id = d.site_id AND t.business_day = d.business_day AND t.lane = l.lane AND t.state = 'waiting') w
   CROSS JOIN LATERAL (
     SELECT count(*) AS calls, avg(people)::double precision AS people_per_call, avg(gap) AS mean_gap,
            coalesce(stddev_samp(gap), 0) AS deviation
       FROM (SELECT people, gap, is_last, avg(gap) FILTER (WHERE NOT is_last AND gap <= d.lull_minutes) OVER () AS usual
               FROM (SELECT c.people, lead(c.called_at) OVER in_order IS NULL AS is_last,
                            (extract(epoch FROM coalesce(lead(c.called_at) OVER in_order, now()) - c.called_at) / 60)
                              ::double precision AS gap
                       FROM queue.call c
                      WHERE c.site_id = d.site_id AND c.business_day = d.business_day AND c.lane = l.lane
                        AND c.people > 0 AND c.called_at > d.pace_since
                     WINDOW in_order AS (ORDER BY c.called_at, c.id)) each_gap) judged
      WHERE CASE WHEN is_last THEN w.waiting_tickets > 0 AND gap > usual ELSE gap <= d.lull_minutes END) p;

CREATE VIEW queue.lane_now AS
  SELECT p.site_id, p.business_day, p.lane, p.waiting_tickets, p.waiting_people, m.from_minutes, m.to_minutes
    FROM queue.pace p
   CROSS JOIN LATERAL queue.wait_minutes(p.waiting_people, p.calls, p.people_per_call, p.mean_gap, p.deviation) m;

-- The opening hours of each site's present business day.
CREATE VIEW queue.session_today AS
  SELECT d.site_id, o.kind, o.opens_at, o.closes_at, o.last_entry_at
    FROM queue.today d
    JOIN site.site s ON s.id = d.site_id
    JOIN site.session o ON o.site_id = s.id
                       AND ((o.opens_at AT TIME ZONE s.time_zone) - s.day_starts::interval)::date = d.business_day;

/*
 * The word for a site, from how many wait and the longest wait of its lanes; null while people wait and the pace is not
 * measured yet.
 */
CREATE FUNCTION queue.status_word(state text, is_over boolean, waiting numeric, longest int, busy_after int,
                                  crowded_after int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN state <> 'open' OR is_over THEN 'resting'
              WHEN waiting = 0 THEN 'clear'
              WHEN longest >= crowded_after THEN 'crowded'
              WHEN longest > busy_after THEN 'busy'
              WHEN longest IS NOT NULL THEN 'clear' END
$$;

/*
 * What a whole city looks at: of each site its word, how many wait, and the wait of the general lane. Nothing is read
 * for it that it does not show; like the board it leaves the single lane out.
 */
CREATE VIEW queue.site_status AS
  SELECT s.id AS site_id,
         queue.status_word(s.state, o.over, l.tickets, l.longest, s.busy_after_minutes, s.crowded_after_minutes) AS status,
         l.tickets AS waiting_tickets, l.people AS waiting_people, l.from_minutes, l.to_minutes
    FROM site.site s
   CROSS JOIN LATERAL (
     SELECT coalesce(bool_and(closes_at <= now()), false) AS over FROM queue.session_today WHERE site_id = s.id) o
   CROSS JOIN LATERAL (
     SELECT coalesce(sum(n.waiting_tickets), 0) AS tickets, coalesce(sum(n.waiting_people), 0) AS people,
            max(n.to_minutes) AS longest, max(n.from_minutes) FILTER (WHERE n.lane = 'general') AS from_minutes,
            max(n.to_minutes) FILTER (WHERE n.lane = 'general') AS to_minutes
       FROM queue.lane_now n WHERE n.site_id = s.id AND n.lane <> 'single') l;

/*
 * Everything that a public board shows of a site and nothing personal; one row a site. The single lane is on no board:
 * who stands there is nobody's business. The boards' login may read this and nothing else.
 */
CREATE VIEW queue.board AS
  SELECT s.id AS site_id, s.code, s.name, s.serves, s.state, s.pause_reason, s.time_zone,
         queue.status_word(s.state, o.over, l.waiting, l.longest, s.busy_after_minutes, s.crowded_after_minutes) AS status,
         o.sessions, l.lanes, c.calls, m.missed, a.announcements,
         s.version + coalesce(v.version, 0) AS version, now() AS as_of
    FROM site.site s
    JOIN queue.today d ON d.site_id = s.id
    LEFT JOIN queue.board_version v ON v.site_id = s.id
   CROSS JOIN LATERAL (
     SELECT coalesce(bool_and(closes_at <= now()), false) AS over,
            coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'opensAt', opens_at, 'closesAt', closes_at,
                                                  'lastEntryAt', last_entry_at) ORDER BY opens_at), '[]') AS sessions
       FROM queue.session_today WHERE site_id = s.id) o
   CROSS JOIN LATERAL (
     SELECT coalesce(sum(n.waiting_tickets), 0) AS waiting, max(n.to_minutes) AS longest,
            coalesce(jsonb_agg(jsonb_build_object(
              'lane', n.lane, 'waitingTickets', n.waiting_tickets, 'waitingPeople', n.waiting_people,
              'wait', CASE WHEN n.to_minutes IS NOT NULL
                           THEN jsonb_build_object('fromMinutes', n.from_minutes, 'toMinutes', n.to_minutes) END,
              'nowCalling', g.now_calling) ORDER BY n.lane), '[]') AS lanes
       FROM queue.lane_now n
      CROSS JOIN LATERAL (
        SELECT coalesce(jsonb_agg(jsonb_build_object('label', t.label, 'station', st.number)
                                  ORDER BY st.number, t.place, t.number), '[]') AS now_calling
          FROM site.station st
         CROSS JOIN LATERAL (SELECT id FROM queue.call k WHERE k.station_id = st.id AND k.people > 0
                                AND k.business_day = n.business_day ORDER BY k.called_at DESC LIMIT 1) latest
          JOIN queue.ticket t ON t.call_id = latest.id AND t.state = 'called'
         WHERE st.site_id = n.site_id AND st.lane = n.lane) g
      WHERE n.site_id = s.id AND n.lane <> 'single') l
   CROSS JOIN LATERAL (
     SELECT coalesce(jsonb_agg(jsonb_build_object('lane', lane, 'station', station, 'labels', labels, 'at', announced_at)
                               ORDER BY announced_at DESC), '[]') AS calls
       FROM (SELECT r.lane, st.number AS station, r.announced_at,
                    jsonb_agg(r.label ORDER BY r.place, r.number) AS labels
               FROM (SELECT * FROM queue.ticket t
                      WHERE t.site_id = s.id AND t.business_day = d.business_day AND t.announced_at IS NOT NULL
                        AND t.lane <> 'single'
                      ORDER BY t.announced_at DESC LIMIT 250) r
               JOIN site.station st ON st.id = r.station_id
              WHERE r.state IN ('called', 'served')
              GROUP BY r.lane, st.number, r.announced_at, r.call_id
              ORDER BY r.announced_at DESC LIMIT 5) recent) c
   CROSS JOIN LATERAL (
     SELECT coalesce(jsonb_agg(label ORDER BY missed_at DESC), '[]') AS missed
       FROM (SELECT label, missed_at FROM queue.ticket t
              WHERE t.site_id = s.id AND t.business_day = d.business_day AND t.state = 'missed' AND t.lane <> 'single'
              ORDER BY missed_at DESC LIMIT 20) strip) m
   CROSS JOIN LATERAL (
     SELECT coalesce(jsonb_agg(jsonb_build_object('zh', zh, 'en', en, 'expiresAt', expires_at) ORDER BY made_at), '[]')
              AS announcements
       FROM (SELECT * FROM queue.announcement n
              WHERE n.site_id = s.id AND n.withdrawn_at IS NULL AND n.expires_at > now()
              ORDER BY n.made_at DESC LIMIT 10) shown) a;

GRANT USAGE ON SCHEMA queue TO shihe_board_reader;
GRANT SELECT ON queue.board TO shihe_board_reader;
