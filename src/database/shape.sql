-- Everything in the schemas named ($1), and in those that the owner made, which decides what may happen to what was
-- recorded: owners, rights, columns, constraints, triggers, rules, functions. Not the tables of the read models.
WITH spaces AS (
  SELECT oid, nspname, nspowner, nspacl, 'schema ' || nspname AS object FROM pg_namespace
   WHERE nspname = ANY ($1::text[]) OR nspowner = 'gradeledger_owner'::regrole
), relations AS (
  -- A part is described by what it is part of: a leaf, with rows, or a table of leaves. A leaf that was detached is still one.
  SELECT c.*,
         CASE WHEN c.relispartition THEN CASE c.relkind WHEN 'r' THEN 'leaf of ' ELSE 'part of ' END || pg_partition_root(c.oid)::regclass
              WHEN s.nspname = 'log' AND c.relname ~ '^event_\d' THEN 'leaf of log.event'
              ELSE 'table ' || c.oid::regclass END AS object,
         CASE WHEN c.relispartition OR s.nspname = 'log' AND c.relname ~ '^event_\d' THEN 'table ' || c.oid::regclass END AS partition
    FROM pg_class c JOIN spaces s ON s.oid = c.relnamespace
   WHERE s.nspname <> 'read' AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
), functions AS (
  SELECT p.*, 'function ' || p.oid::regprocedure AS object FROM pg_proc p JOIN spaces s ON s.oid = p.pronamespace
), columns AS (
  SELECT c.object, c.partition, c.relowner, c.relkind, a.*
    FROM relations c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
), rights AS (
  SELECT object, NULL AS partition, nspowner AS owner, coalesce(nspacl, acldefault('n', nspowner)) AS acl, '' AS part FROM spaces
  UNION ALL
  SELECT object, partition, relowner,
         coalesce(relacl, acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner)), '' FROM relations
  UNION ALL
  SELECT object, partition, relowner, attacl, ' on column ' || attname FROM columns WHERE attacl IS NOT NULL
  UNION ALL
  SELECT object, NULL, proowner, coalesce(proacl, acldefault('f', proowner)), '' FROM functions
), owners AS (
  SELECT object, NULL AS partition, nspowner AS owner FROM spaces
  UNION ALL SELECT object, partition, relowner FROM relations
  UNION ALL SELECT object, NULL, proowner FROM functions
)
SELECT object, partition, 'owner ' || owner::regrole AS trait FROM owners
UNION ALL
SELECT r.object, r.partition, concat('right ', x.privilege_type, ' of ',
       CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE x.grantee::regrole::text END, r.part,
       CASE WHEN x.is_grantable THEN ', which it may pass on' END)
  FROM rights r, aclexplode(r.acl) x WHERE x.grantee <> r.owner
UNION ALL
SELECT object, partition, 'persistence ' || relpersistence::text FROM relations WHERE relpersistence <> 'p'
UNION ALL
SELECT object, partition, 'row security' FROM relations WHERE relrowsecurity
UNION ALL
SELECT a.object, a.partition, 'column ' || concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod),
       CASE WHEN a.attnotnull THEN 'NOT NULL' END, CASE a.attgenerated WHEN '' THEN NULL ELSE 'GENERATED' END,
       CASE a.attidentity WHEN '' THEN NULL ELSE 'IDENTITY' END, pg_get_expr(d.adbin, d.adrelid))
  FROM columns a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum WHERE a.relkind <> 'S'
UNION ALL
SELECT c.object, c.partition, 'constraint ' || pg_get_constraintdef(k.oid)
  FROM relations c JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype IN ('p', 'u', 'c', 'f', 'x')
UNION ALL
SELECT c.object, c.partition, concat('trigger ', t.tgname,
       CASE t.tgenabled WHEN 'A' THEN ' (always)' WHEN 'D' THEN ' (off)' WHEN 'R' THEN ' (on replicas only)' END,
       ': ', regexp_replace(pg_get_triggerdef(t.oid), ' ON \S+', ' ON it'))
  FROM relations c JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal
UNION ALL
SELECT c.object, c.partition, 'rule ' || w.rulename
  FROM relations c JOIN pg_rewrite w ON w.ev_class = c.oid AND c.relkind IN ('r', 'p')
UNION ALL
SELECT f.object, NULL, concat('body ', encode(sha256(convert_to(f.prosrc, 'UTF8')), 'hex'), ' in ', l.lanname,
       CASE f.provolatile WHEN 's' THEN ', stable' WHEN 'i' THEN ', immutable' END,
       CASE WHEN f.prosecdef THEN ', with the rights of its owner' END)
  FROM functions f JOIN pg_language l ON l.oid = f.prolang
UNION ALL
SELECT object, NULL, 'setting ' || unnest(proconfig) FROM functions
ORDER BY 1, 2 NULLS FIRST, 3
