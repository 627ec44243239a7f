-- Who may see what: the logins of the house, what an account is for, and the words in which rows are guarded.

-- The logins. They own nothing; db/migrate.mjs gives them passwords, the rooms give them rights.
DO $$
DECLARE
  login text;
BEGIN
  FOREACH login IN ARRAY ARRAY['shihe_door', 'shihe_scan', 'shihe_desk', 'shihe_reader', 'shihe_jobs', 'shihe_auditor'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', login);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END LOOP;
END $$;

-- Three administrators who cannot do without one another, and the one who leads a site.
ALTER TABLE access.account DROP CONSTRAINT account_role_check;
ALTER TABLE access.account ADD CONSTRAINT account_role_check CHECK (role IN (
  'admin', 'security', 'auditor', 'organiser', 'gridworker', 'sitelead', 'marshal', 'scanner', 'collector', 'packer',
  'courier', 'lab'));

/*
 * What an account's role is exercised over. Kinds and keys are words of the rooms (an area's code, a site's id); of one
 * kind any key will do, of several kinds each must. The kind 'all' is everything, an account without a row sees nothing.
 */
CREATE TABLE access.scope (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id   uuid NOT NULL REFERENCES access.account,
  kind         text NOT NULL CHECK (kind ~ '^[a-z]+$'),
  key          text NOT NULL CHECK (length(key) BETWEEN 1 AND 100),
  granted_by   uuid REFERENCES access.account,
  granted_at   timestamptz NOT NULL DEFAULT now(),
  until        timestamptz NOT NULL DEFAULT 'infinity',
  withdrawn_by uuid REFERENCES access.account,
  withdrawn_at timestamptz,
  CHECK (granted_by <> account_id),
  CHECK (kind <> 'all' OR key = '*')
);
CREATE INDEX scope_account ON access.scope (account_id) WHERE withdrawn_at IS NULL;

-- Before there were scopes every account saw everything; those that are there keep it until somebody narrows it.
INSERT INTO access.scope (account_id, kind, key) SELECT id, 'all', '*' FROM access.account;

-- Who acts in this transaction: an account, a resident, or nobody. Set by the house with SET LOCAL, never by a client.
CREATE FUNCTION access.actor() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('shihe.actor', true), '')::uuid $$;

CREATE FUNCTION access.actor_role() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce((SELECT role FROM access.account WHERE id = access.actor() AND disabled_at IS NULL),
                  CASE WHEN current_setting('shihe.actor_kind', true) = 'resident' THEN 'resident' END)
$$;

-- The keys of one kind that the actor's scope names at this moment.
CREATE FUNCTION access.keys(of_kind text) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(s.key), '{}') FROM access.scope s JOIN access.account a ON a.id = s.account_id
   WHERE s.account_id = access.actor() AND s.kind = of_kind AND s.withdrawn_at IS NULL AND s.until > now()
     AND a.disabled_at IS NULL
$$;

CREATE FUNCTION access.sees_all() RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT cardinality(access.keys('all')) > 0 $$;

/*
 * Puts a table under guard: row security is on for its owner too, the house's own logins see everything, people's logins
 * see and write the rows in whose sight they stand. Nobody gets DELETE. `writing` where it is narrower than seeing.
 */
CREATE FUNCTION access.protect(guarded regclass, seeing text, writing text DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', guarded);
  EXECUTE format('CREATE POLICY owner ON %s TO CURRENT_USER USING (true) WITH CHECK (true)', guarded);
  EXECUTE format('CREATE POLICY house ON %s TO shihe_jobs USING (true) WITH CHECK (true)', guarded);
  EXECUTE format('CREATE POLICY seeing ON %s FOR SELECT TO shihe_desk, shihe_reader USING (%s)', guarded, seeing);
  EXECUTE format('CREATE POLICY adding ON %s FOR INSERT TO shihe_desk WITH CHECK (%s)', guarded, coalesce(writing, seeing));
  EXECUTE format('CREATE POLICY changing ON %s FOR UPDATE TO shihe_desk USING (%s) WITH CHECK (%2$s)', guarded,
                 coalesce(writing, seeing));
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %s TO shihe_desk, shihe_jobs', guarded);
  EXECUTE format('GRANT SELECT ON %s TO shihe_reader', guarded);
END $$;

-- The areas that the actor answers for; a row of an area is theirs when its lineage meets them.
CREATE FUNCTION community.my_areas() RETURNS text[] LANGUAGE sql STABLE AS $$ SELECT access.keys('area') $$;

-- The rounds that the actor is limited to; null when to none.
CREATE FUNCTION campaign.my_rounds() RETURNS uuid[] LANGUAGE sql STABLE AS
$$ SELECT nullif(access.keys('round'), '{}')::uuid[] $$;

-- The sites in the actor's scope: named by themselves, or by an area that they stand in.
CREATE FUNCTION site.of_account(account uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH mine AS MATERIALIZED (
    SELECT s.kind, s.key FROM access.scope s JOIN access.account a ON a.id = s.account_id
     WHERE s.account_id = account AND s.withdrawn_at IS NULL AND s.until > now() AND a.disabled_at IS NULL
  ), named AS MATERIALIZED (
    SELECT array_agg(key) FILTER (WHERE kind = 'site') AS sites, array_agg(key) FILTER (WHERE kind = 'area') AS areas,
           bool_or(kind = 'all') AS everything
      FROM mine
  )
  SELECT t.id FROM named n, site.site t WHERE n.everything
  UNION
  SELECT t.id FROM named n JOIN site.site t ON t.id = ANY (n.sites::uuid[]) JOIN community.area h ON h.code = t.area_code
   WHERE n.areas IS NULL OR h.lineage && n.areas
  UNION
  SELECT t.id FROM named n JOIN community.area h ON h.lineage && n.areas JOIN site.site t ON t.area_code = h.code
   WHERE n.sites IS NULL
$$;
CREATE FUNCTION site.mine() RETURNS SETOF uuid LANGUAGE sql STABLE AS $$ SELECT site.of_account(access.actor()) $$;

CREATE FUNCTION lab.mine() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$ SELECT lab_code FROM lab.staff WHERE account_id = access.actor() $$;

GRANT USAGE ON SCHEMA access, community, campaign, site, queue, sampling, transport, lab, results, coverage, journal, jobs
  TO shihe_desk, shihe_jobs;
GRANT USAGE ON SCHEMA access, community, campaign, site, queue, sampling, transport, lab, results, coverage TO shihe_reader;
GRANT USAGE ON SCHEMA access TO shihe_door;
GRANT USAGE ON SCHEMA sampling TO shihe_scan;
GRANT USAGE ON SCHEMA journal, access TO shihe_auditor;
