-- The areas that an account answers for, asked by the house while it works off what that account handed in: '*' is
-- everywhere. What no account handed in (a tool of the installation) lies anywhere.
CREATE FUNCTION community.areas_of(account uuid) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN EXISTS (SELECT 1 FROM access.account a WHERE a.id = account)
              THEN coalesce((SELECT array_agg(s.key) FROM access.scope s JOIN access.account a ON a.id = s.account_id
                              WHERE s.account_id = account AND s.kind IN ('all', 'area') AND s.withdrawn_at IS NULL
                                AND s.until > now() AND a.disabled_at IS NULL), '{}')
              ELSE '{*}' END
$$;
REVOKE EXECUTE ON FUNCTION community.areas_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION community.areas_of(uuid) TO shihe_jobs;
