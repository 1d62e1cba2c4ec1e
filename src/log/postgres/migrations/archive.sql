-- What was taken out of a log into a file, and what was brought back, in the order in which it was done: of the rows that
-- cover a position the last one holds. The root is that of the stretch's own tree (RFC 6962), the manifest's hash is of the
-- file that tells everything else. Texts that were sealed, streams and commands stay.
CREATE TABLE log.archive (
  no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  college int NOT NULL,
  kind text NOT NULL CHECK (kind IN ('archived', 'attached')),
  first bigint NOT NULL CHECK (first > 0),
  last bigint NOT NULL CHECK (last >= first),
  root bytea NOT NULL CHECK (octet_length(root) = 32),
  manifest bytea NOT NULL CHECK (octet_length(manifest) = 32),
  file text NOT NULL CHECK (octet_length(file) BETWEEN 1 AND 1000),
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX archive_stretch ON log.archive (college, first);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.archive
  FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_rewriting();
ALTER TABLE log.archive ENABLE ALWAYS TRIGGER append_only;
GRANT SELECT ON log.archive TO gradeledger_app, gradeledger_signer, gradeledger_auditor;

-- Stretches of a college that lie in a file and nowhere else.
CREATE FUNCTION log.archived(p_college int)
RETURNS TABLE (first bigint, last bigint, root bytea, manifest bytea, file text)
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT a.first, a.last, a.root, a.manifest, a.file FROM log.archive a
   WHERE a.college = p_college AND a.kind = 'archived' AND NOT EXISTS (
     SELECT FROM log.archive b
      WHERE b.college = a.college AND b.no > a.no AND b.first <= a.last AND b.last >= a.first)
   ORDER BY a.first;
$$;

-- Takes leaves out of a log once a file holds them. They must be whole, signed, and not the last: the published tiles
-- stand for them from then on. Only the owner may; that the file was read back is for the caller to know.
CREATE FUNCTION log.archive_stretch(
  p_college uuid, p_first bigint, p_last bigint, p_root bytea, p_manifest bytea, p_file text
) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan
AS $$
DECLARE
  v_no int; v_span bigint; v_events bigint; v_table text;
BEGIN
  SELECT c.no, c.leaf INTO STRICT v_no, v_span FROM log.college c WHERE c.id = p_college;
  PERFORM pg_advisory_xact_lock(7002, v_no);
  IF (p_first - 1) % v_span <> 0 OR p_last % v_span <> 0 THEN
    RAISE EXCEPTION 'positions % to % are no whole leaves', p_first, p_last USING ERRCODE = 'GL005';
  END IF;
  -- Tiles are of 256 hashes: the one that holds the last of these events must be whole too.
  IF NOT EXISTS (
    SELECT FROM ledger.checkpoint k WHERE k.college = v_no AND k.size > p_last AND k.size >= (p_last + 255) / 256 * 256
  ) THEN
    RAISE EXCEPTION 'no signed checkpoint covers positions up to %', p_last USING ERRCODE = 'GL005';
  END IF;
  SELECT count(*) INTO v_events FROM log.event e WHERE e.college = v_no AND e.position BETWEEN p_first AND p_last;
  IF v_events <> p_last - p_first + 1 THEN
    RAISE EXCEPTION 'the log has % events at positions % to %', v_events, p_first, p_last USING ERRCODE = 'GL005';
  END IF;
  INSERT INTO log.archive (college, kind, first, last, root, manifest, file)
    VALUES (v_no, 'archived', p_first, p_last, p_root, p_manifest, p_file);
  v_table := 'event_' || v_no;
  FOR n IN (p_first - 1) / v_span + 1..p_last / v_span LOOP
    EXECUTE format('ALTER TABLE log.%I DETACH PARTITION log.%I', v_table, v_table || '_' || n);
    EXECUTE format('DROP TABLE log.%I', v_table || '_' || n);
  END LOOP;
END $$;

-- Says that a stretch is back, once its events are.
CREATE FUNCTION log.attach_stretch(p_college uuid, p_manifest bytea) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan
AS $$
DECLARE
  v_no int; v_stretch record; v_events bigint;
BEGIN
  SELECT c.no INTO STRICT v_no FROM log.college c WHERE c.id = p_college;
  SELECT a.* INTO STRICT v_stretch FROM log.archived(v_no) a WHERE a.manifest = p_manifest;
  SELECT count(*) INTO v_events FROM log.event e
   WHERE e.college = v_no AND e.position BETWEEN v_stretch.first AND v_stretch.last;
  IF v_events <> v_stretch.last - v_stretch.first + 1 THEN
    RAISE EXCEPTION 'the log has % events at positions % to %', v_events, v_stretch.first, v_stretch.last
      USING ERRCODE = 'GL005';
  END IF;
  INSERT INTO log.archive (college, kind, first, last, root, manifest, file)
    VALUES (v_no, 'attached', v_stretch.first, v_stretch.last, v_stretch.root, p_manifest, v_stretch.file);
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA log FROM PUBLIC;
GRANT EXECUTE ON FUNCTION log.archived TO gradeledger_app, gradeledger_signer, gradeledger_auditor;
