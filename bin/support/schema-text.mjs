// Reads a database's catalogue and writes it down as SQL, always in the same order. (The PostgreSQL that comes with npm
// brings no pg_dump.) Made for reading and comparing: restore from a backup, or migrate, to get a database.

/** Bookkeeping of the migrations and of the job library, and what belongs to PostgreSQL. */
const OTHERS = `n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'public', 'diary', 'bullmq')`;
const NOT_OF_AN_EXTENSION = (table, oid) =>
  `NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = '${table}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`;

/**
 * @param {import('pg').Client} client
 * @returns {Promise<string>} the schema; partitions, which the clock makes, are left out
 */
export async function describeSchema(client) {
  // Names are written in full, whoever asks.
  await client.query(`SET search_path = ''`);
  const parts = [
    '-- Written by npm run schema from db/migrations. Do not edit.',
    ...(await extensions(client)),
    ...(await schemas(client)),
    ...(await types(client)),
    ...(await sequences(client)),
    ...(await tables(client)),
    ...(await views(client)),
    ...(await functions(client)),
    ...(await triggers(client)),
    ...(await grants(client)),
  ];
  return `${parts.join('\n\n')}\n`;
}

const lines = async (client, sql) => (await client.query(sql)).rows.map(({ line }) => line);

const extensions = (client) =>
  lines(
    client,
    `SELECT format('CREATE EXTENSION %I;', extname) AS line FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY extname`,
  );

const schemas = (client) =>
  lines(
    client,
    `SELECT format('CREATE SCHEMA %I;', nspname) AS line FROM pg_namespace n WHERE ${OTHERS} ORDER BY nspname`,
  );

async function types(client) {
  const enums = await lines(
    client,
    `SELECT format('CREATE TYPE %I.%I AS ENUM (%s);', n.nspname, t.typname,
       string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)) AS line
     FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace JOIN pg_enum e ON e.enumtypid = t.oid
     WHERE ${OTHERS} GROUP BY n.nspname, t.typname ORDER BY n.nspname, t.typname`,
  );
  const composites = await lines(
    client,
    `SELECT format(E'CREATE TYPE %I.%I AS (\\n%s\\n);', n.nspname, c.relname,
       string_agg(format('  %I %s', a.attname, format_type(a.atttypid, a.atttypmod)), E',\\n' ORDER BY a.attnum)) AS line
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE ${OTHERS} AND c.relkind = 'c' AND a.attnum > 0 AND NOT a.attisdropped
     GROUP BY n.nspname, c.relname ORDER BY n.nspname, c.relname`,
  );
  const domains = await lines(
    client,
    `SELECT concat_ws(' ', format('CREATE DOMAIN %I.%I AS %s', n.nspname, t.typname, format_type(t.typbasetype, t.typtypmod)),
       'DEFAULT ' || t.typdefault,
       (SELECT string_agg(format('CONSTRAINT %I %s', c.conname, pg_get_constraintdef(c.oid)), ' ' ORDER BY c.conname)
        FROM pg_constraint c WHERE c.contypid = t.oid)) || ';' AS line
     FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
     WHERE ${OTHERS} AND t.typtype = 'd' ORDER BY n.nspname, t.typname`,
  );
  return [...enums, ...composites, ...domains];
}

const sequences = (client) =>
  lines(
    client,
    `SELECT format('CREATE SEQUENCE %I.%I AS %s;', n.nspname, c.relname, format_type(s.seqtypid, NULL)) AS line
     FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE ${OTHERS} AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'i')
     ORDER BY n.nspname, c.relname`,
  );

async function tables(client) {
  const { rows } = await client.query(
    `SELECT c.oid, format('%I.%I', n.nspname, c.relname) AS name, obj_description(c.oid, 'pg_class') AS comment,
       c.relrowsecurity AS guarded, CASE WHEN c.relkind = 'p' THEN ' PARTITION BY ' || pg_get_partkeydef(c.oid) ELSE '' END AS partition,
       CASE WHEN c.relpersistence = 'u' THEN 'UNLOGGED ' ELSE '' END AS kind, array_to_string(c.reloptions, ', ') AS options
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE ${OTHERS} AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY n.nspname, c.relname`,
  );
  const written = [];
  for (const table of rows) {
    const inside = [...(await columns(client, table.oid)), ...(await constraints(client, table.oid))];
    const options = table.options ? ` WITH (${table.options})` : '';
    const text = [
      `CREATE ${table.kind}TABLE ${table.name} (\n${inside.map((line) => `  ${line}`).join(',\n')}\n)${table.partition}${options};`,
      ...(await indexes(client, table.oid)),
      ...(await comments(client, table)),
    ];
    if (table.guarded)
      text.push(`ALTER TABLE ${table.name} ENABLE ROW LEVEL SECURITY;`, ...(await policies(client, table)));
    written.push(text.join('\n'));
  }
  return written;
}

const columns = (client, oid) =>
  lines(
    client,
    `SELECT concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
       CASE WHEN a.attnotnull THEN 'NOT NULL' END,
       CASE a.attidentity WHEN 'a' THEN 'GENERATED ALWAYS AS IDENTITY' WHEN 'd' THEN 'GENERATED BY DEFAULT AS IDENTITY' END,
       CASE a.attgenerated WHEN 's' THEN format('GENERATED ALWAYS AS (%s) STORED', pg_get_expr(d.adbin, d.adrelid))
         WHEN 'v' THEN format('GENERATED ALWAYS AS (%s) VIRTUAL', pg_get_expr(d.adbin, d.adrelid))
         ELSE 'DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) END) AS line
     FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
     WHERE a.attrelid = ${Number(oid)} AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
  );

const constraints = (client, oid) =>
  lines(
    client,
    `SELECT format('CONSTRAINT %I %s', conname, pg_get_constraintdef(oid)) AS line FROM pg_constraint
     WHERE conrelid = ${Number(oid)} AND contype NOT IN ('n', 't') AND conparentid = 0
     ORDER BY position(contype::text IN 'puxfc'), conname`,
  );

const indexes = (client, oid) =>
  lines(
    client,
    `SELECT pg_get_indexdef(i.indexrelid) || ';' AS line FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE i.indrelid = ${Number(oid)} AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = i.indexrelid AND conrelid = i.indrelid)
     ORDER BY c.relname`,
  );

const comments = (client, { oid, name }) =>
  lines(
    client,
    `SELECT CASE WHEN objsubid = 0 THEN format('COMMENT ON TABLE %s IS %L;', '${name}', description)
       ELSE format('COMMENT ON COLUMN %s.%I IS %L;', '${name}', a.attname, description) END AS line
     FROM pg_description LEFT JOIN pg_attribute a ON a.attrelid = objoid AND a.attnum = objsubid AND objsubid > 0
     WHERE classoid = 'pg_class'::regclass AND objoid = ${Number(oid)} ORDER BY objsubid`,
  );

const policies = (client, { oid, name }) =>
  lines(
    client,
    `SELECT format('CREATE POLICY %I ON %s FOR %s%s%s;', polname, '${name}',
       CASE polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
       ' USING (' || pg_get_expr(polqual, polrelid) || ')', ' WITH CHECK (' || pg_get_expr(polwithcheck, polrelid) || ')') AS line
     FROM pg_policy WHERE polrelid = ${Number(oid)} ORDER BY polname`,
  );

const views = (client) =>
  lines(
    client,
    `SELECT format(E'CREATE %sVIEW %I.%I%s AS\\n%s', CASE c.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END, n.nspname, c.relname,
       ' WITH (' || array_to_string(c.reloptions, ', ') || ')', pg_get_viewdef(c.oid, true)) AS line
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE ${OTHERS} AND c.relkind IN ('v', 'm') ORDER BY n.nspname, c.relname`,
  );

const functions = (client) =>
  lines(
    client,
    `SELECT rtrim(pg_get_functiondef(p.oid), E'\\n') || ';' AS line FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE ${OTHERS} AND p.prokind IN ('f', 'p') AND ${NOT_OF_AN_EXTENSION('pg_proc', 'p.oid')}
     ORDER BY n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)`,
  );

const triggers = (client) =>
  lines(
    client,
    `SELECT pg_get_triggerdef(t.oid) || ';' AS line FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE ${OTHERS} AND NOT t.tgisinternal AND NOT c.relispartition ORDER BY n.nspname, c.relname, t.tgname`,
  );

/** Who besides the owner may do what. */
const grants = (client) =>
  lines(
    client,
    `SELECT format('GRANT %s ON %s TO %s;', string_agg(privilege, ', ' ORDER BY privilege), object, who.grantee) AS line
     FROM (
       SELECT format('%I.%I', n.nspname, c.relname) AS object, a.privilege_type AS privilege, a.grantee, c.relowner AS owner
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) a
       WHERE ${OTHERS} AND NOT c.relispartition
       UNION ALL
       SELECT format('SCHEMA %I', n.nspname), a.privilege_type, a.grantee, n.nspowner
       FROM pg_namespace n, aclexplode(n.nspacl) a WHERE ${OTHERS}
       UNION ALL
       SELECT format('FUNCTION %I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)), a.privilege_type,
         a.grantee, p.proowner
       FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace, aclexplode(p.proacl) a WHERE ${OTHERS}
     ) granted, LATERAL (SELECT CASE granted.grantee WHEN 0 THEN 'PUBLIC' ELSE granted.grantee::regrole::text END AS grantee) who
     WHERE granted.grantee <> granted.owner GROUP BY object, who.grantee ORDER BY object, who.grantee`,
  );
