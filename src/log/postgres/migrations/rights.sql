-- Opening a log twice with the same particulars changes nothing; the caller compares what it gets back.
CREATE FUNCTION log.open_college(p_id uuid, p_origin text, p_clock text)
RETURNS TABLE (id uuid, origin text, clock text)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO log.college (id, origin, clock) VALUES (p_id, p_origin, p_clock) ON CONFLICT DO NOTHING;
  RETURN QUERY SELECT c.id, c.origin, c.clock FROM log.college c WHERE c.id = p_id OR c.origin = p_origin;
END $$;

-- What was recorded stays: for the owner, for a superuser, and for one who plays replica.
CREATE FUNCTION log.refuse_rewriting() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION '% on %.% is refused: the log is append-only', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'GL002';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.event
  FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_rewriting();
ALTER TABLE log.event ENABLE ALWAYS TRIGGER append_only;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.command
  FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_rewriting();
ALTER TABLE log.command ENABLE ALWAYS TRIGGER append_only;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA log FROM PUBLIC;
GRANT USAGE ON SCHEMA log TO gradeledger_app;
GRANT SELECT ON log.college, log.stream, log.event, log.command TO gradeledger_app;
GRANT EXECUTE ON FUNCTION log.open_college TO gradeledger_app;
