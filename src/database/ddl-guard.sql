-- Who changed what in the schemas of what was recorded, and by which words; and no drops there. All of it belongs to
-- the superuser who makes it, so that the owner of the log can neither bend it nor drop it along with a schema.
CREATE SCHEMA IF NOT EXISTS guard;

CREATE TABLE IF NOT EXISTS guard.ddl_audit (
  no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  login text NOT NULL,
  acting text NOT NULL,
  address inet,
  command text NOT NULL,
  object text,
  statement text NOT NULL
);

CREATE OR REPLACE FUNCTION guard.refuse_rewriting() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION '% on guard.ddl_audit is refused: it is append-only', TG_OP USING ERRCODE = 'GL002';
END $$;
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON guard.ddl_audit
  FOR EACH STATEMENT EXECUTE FUNCTION guard.refuse_rewriting();
ALTER TABLE guard.ddl_audit ENABLE ALWAYS TRIGGER append_only;

-- Rights are noted whatever they are on, for their object has no name here. The projector makes and drops tables all
-- the time; who acts as it can change nothing but these.
CREATE OR REPLACE FUNCTION guard.note_ddl() RETURNS event_trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  v_acting text := CASE current_setting('role') WHEN 'none' THEN session_user ELSE current_setting('role') END;
BEGIN
  IF v_acting = 'gradeledger_projector' THEN
    RETURN;
  END IF;
  INSERT INTO guard.ddl_audit (login, acting, address, command, object, statement)
    SELECT session_user, v_acting, inet_client_addr(), d.command_tag, d.object_identity, left(current_query(), 4000)
      FROM pg_event_trigger_ddl_commands() d
     WHERE d.schema_name IN ('log', 'ledger', 'identity', 'gradeledger')
        OR d.object_identity ~ '(^|[ ])(log|ledger|identity|gradeledger)(\.|$)'
        OR d.object_identity IS NULL;
END $$;

-- Whether something is a leaf of the log, or an index of one, whose events lie in a file.
CREATE OR REPLACE FUNCTION guard.is_archived(p_name text) RETURNS boolean
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  v_leaf text[] := regexp_match(p_name, '^event_(\d{1,9})_(\d{1,9})(_pkey|_stream_revision_key)?$');
BEGIN
  -- Where the whole schema is being dropped, there is nobody left to ask, and nothing is.
  IF v_leaf IS NULL OR to_regclass('log.archive') IS NULL THEN
    RETURN false;
  END IF;
  RETURN coalesce((
    SELECT a.kind = 'archived' FROM log.archive a JOIN log.college c ON c.no = a.college
     WHERE a.college = v_leaf[1]::int AND v_leaf[2]::bigint * c.leaf BETWEEN a.first AND a.last
     ORDER BY a.no DESC LIMIT 1), false);
END $$;

CREATE OR REPLACE FUNCTION guard.refuse_drops() RETURNS event_trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  v_object text;
BEGIN
  SELECT d.object_identity INTO v_object FROM pg_event_trigger_dropped_objects() d
   WHERE NOT d.is_temporary AND d.address_names[1] IN ('log', 'ledger', 'guard')
     AND NOT (d.address_names[1] = 'log' AND guard.is_archived(d.address_names[2])) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '% of % is refused: what was recorded stays', tg_tag, v_object USING ERRCODE = 'GL002';
  END IF;
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA guard FROM PUBLIC;
GRANT USAGE ON SCHEMA guard TO gradeledger_app, gradeledger_auditor;
GRANT SELECT ON guard.ddl_audit TO gradeledger_app, gradeledger_auditor;
