-- The same as `log.append` for one append of one event to one stream, the shape of most commands. With one
-- writer the time of this call is what counts, so it makes no arrays; `c_` are the streams it only checks.
CREATE FUNCTION log.append_one(
  p_college uuid, p_command uuid, p_fingerprint bytea, p_at timestamptz,
  p_stream text, p_expected int,
  c_stream text[], c_expected int[],
  p_id uuid, p_type text, p_version smallint, p_sealed_count smallint,
  p_body text,
  p_sealed json
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
AS $$
DECLARE
  -- As in `log.append`: T25, T26.
  c_tolerance CONSTANT interval := '2 seconds';
  v_college int; v_clock text; v_span bigint; v_now timestamptz;
  v_head bigint; v_last timestamptz; v_fingerprint bytea; v_first bigint; v_end bigint;
  v_stream bigint; v_revision int;
BEGIN
  IF octet_length(p_body) > 60000 THEN
    RAISE EXCEPTION 'a body is over 60000 bytes' USING ERRCODE = 'GL003';
  END IF;
  SELECT c.no, c.clock, c.leaf INTO v_college, v_clock, v_span FROM log.college c WHERE c.id = p_college;
  IF v_college IS NULL THEN
    RAISE EXCEPTION 'no log is open for college %', p_college USING ERRCODE = 'GL001';
  END IF;
  PERFORM pg_advisory_xact_lock(7001, v_college);
  v_now := clock_timestamp();

  SELECT c.fingerprint, c.first, c.last INTO v_fingerprint, v_first, v_end
    FROM log.command c WHERE c.college = v_college AND c.id = p_command;
  IF FOUND THEN
    RETURN CASE WHEN v_fingerprint = p_fingerprint THEN 'duplicate ' || v_first || ' ' || v_end ELSE 'reused' END;
  END IF;

  SELECT c.last, c.recorded_at INTO v_head, v_last
    FROM log.command c WHERE c.college = v_college ORDER BY c.last DESC LIMIT 1;
  IF p_at < v_last - c_tolerance
    OR (v_clock = 'server' AND p_at NOT BETWEEN v_now - c_tolerance AND v_now + c_tolerance) THEN
    RETURN 'stale';
  END IF;

  SELECT s.no, s.revision INTO v_stream, v_revision
    FROM log.stream s WHERE s.college = v_college AND s.name = p_stream;
  IF coalesce(v_revision, -1) <> p_expected THEN
    RETURN 'conflict ' || coalesce(v_revision, -1) || ' ' || p_stream;
  END IF;
  FOR c IN 1..cardinality(c_stream) LOOP
    SELECT s.revision INTO v_revision FROM log.stream s WHERE s.college = v_college AND s.name = c_stream[c];
    IF coalesce(v_revision, -1) <> c_expected[c] THEN
      RETURN 'conflict ' || coalesce(v_revision, -1) || ' ' || c_stream[c];
    END IF;
  END LOOP;

  v_head := coalesce(v_head, 0) + 1;
  -- The next leaf was made ahead, as a rule.
  IF v_head % v_span = 1 THEN
    PERFORM log.make_leaf(v_college, (v_head - 1) / v_span + 1);
  END IF;
  IF v_stream IS NULL THEN
    v_stream := nextval('log.stream_no');
    INSERT INTO log.stream (no, college, name, revision) VALUES (v_stream, v_college, p_stream, 0);
  ELSE
    UPDATE log.stream s SET revision = p_expected + 1 WHERE s.no = v_stream;
  END IF;
  INSERT INTO log.event
    (college, position, stream, revision, id, command, type, version, sealed, recorded_at, body, leaf_hash)
    VALUES (v_college, v_head, v_stream, p_expected + 1, p_id, p_command, p_type, p_version, p_sealed_count,
            greatest(v_last, p_at), p_body, sha256('\x00'::bytea || convert_to(p_body, 'UTF8')));
  IF p_sealed IS NOT NULL THEN
    INSERT INTO log.sealed (college, position, field, key, ciphertext)
      SELECT v_college, v_head, x.field, x.key, decode(x.ciphertext, 'hex')
        FROM json_to_recordset(p_sealed) AS x(field text, key text, ciphertext text);
  END IF;
  IF p_type = 'SubjectKeyDestroyed' THEN
    PERFORM log.detach(v_college, p_body);
  END IF;
  INSERT INTO log.command (college, id, fingerprint, first, last, recorded_at)
    VALUES (v_college, p_command, p_fingerprint, v_head, v_head, greatest(v_last, p_at));
  PERFORM pg_notify('gradeledger_log', p_college || ' ' || v_head);
  RETURN 'appended ' || v_head || ' ' || v_head;
END $$;
