-- The same as `log.append` for one append that writes to one stream: at one writer it is the time of the call
-- that counts, and this one makes no arrays. `p_checks` and `c_expected` are the streams it only checks.
CREATE FUNCTION log.append_one(
  p_college uuid, p_command uuid, p_fingerprint bytea, p_at timestamptz,
  p_stream text, p_expected int,
  c_stream text[], c_expected int[],
  e_id uuid[], e_type text[], e_version smallint[], e_sealed smallint[],
  e_bodies text,
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
  v_college int; v_clock text; v_now timestamptz;
  v_head bigint; v_last timestamptz; v_fingerprint bytea; v_first bigint; v_end bigint;
  v_stream bigint; v_revision int; v_count int := cardinality(e_id); v_body text[];
BEGIN
  SELECT c.no, c.clock INTO v_college, v_clock FROM log.college c WHERE c.id = p_college;
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

  SELECT e.position, e.recorded_at INTO v_head, v_last
    FROM log.event e WHERE e.college = v_college ORDER BY e.position DESC LIMIT 1;
  v_head := coalesce(v_head, 0);
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

  IF v_stream IS NULL THEN
    v_stream := nextval('log.stream_no');
    INSERT INTO log.stream (no, college, name, revision) VALUES (v_stream, v_college, p_stream, v_count - 1);
  ELSE
    UPDATE log.stream s SET revision = p_expected + v_count WHERE s.no = v_stream;
  END IF;
  v_last := greatest(v_last, p_at);
  v_body := string_to_array(e_bodies, E'\n');
  FOR i IN 1..v_count LOOP
    IF octet_length(v_body[i]) > 60000 THEN
      RAISE EXCEPTION 'a body is over 60000 bytes' USING ERRCODE = 'GL003';
    END IF;
    INSERT INTO log.event
      (college, position, stream, revision, id, command, type, version, sealed, recorded_at, body, leaf_hash)
      VALUES (v_college, v_head + i, v_stream, p_expected + i, e_id[i],
              p_command, e_type[i], e_version[i], e_sealed[i], v_last, v_body[i],
              sha256('\x00'::bytea || convert_to(v_body[i], 'UTF8')));
  END LOOP;
  IF p_sealed IS NOT NULL THEN
    INSERT INTO log.sealed (college, position, field, nonce, text)
      SELECT v_college, v_head + x.event, x.field, x.nonce, x.text
        FROM json_to_recordset(p_sealed) AS x(event int, field text, nonce text, text text);
  END IF;
  INSERT INTO log.command (college, id, fingerprint, first, last)
    VALUES (v_college, p_command, p_fingerprint, v_head + 1, v_head + v_count);
  PERFORM pg_notify('gradeledger_log', p_college || ' ' || (v_head + v_count));
  RETURN 'appended ' || (v_head + 1) || ' ' || (v_head + v_count);
END $$;
