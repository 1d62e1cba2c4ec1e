-- The short way of `log.append` for one append of one event to one stream, the shape of most commands; `c_` are the
-- streams it only checks. With one writer the time of this call is what counts, so it makes no arrays. Whatever does not
-- simply hold is left to `log.append` to judge.
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
SET enable_seqscan = off SET enable_bitmapscan = off
AS $$
DECLARE
  -- As in `log.append`: T25, T26.
  c_tolerance CONSTANT interval := '2 seconds';
  v_college int; v_clock text; v_span bigint; v_now timestamptz; v_void text;
  v_head bigint; v_last timestamptz;
  v_stream bigint; v_holds boolean;
  v_conditions int[] := ARRAY[1, 1, p_expected, 1];
BEGIN
  SELECT c.no, c.clock, c.leaf INTO v_college, v_clock, v_span FROM log.college c WHERE c.id = p_college;
  IF v_college IS NULL THEN
    RAISE EXCEPTION 'no log is open for college %', p_college USING ERRCODE = 'GL001';
  END IF;
  IF octet_length(p_body) > 60000 THEN
    RAISE EXCEPTION 'a body is over 60000 bytes' USING ERRCODE = 'GL003';
  END IF;
  v_void := pg_advisory_xact_lock(7001, v_college);
  v_now := clock_timestamp();

  -- Of the streams it checks, those that should be there are, where they should be; and no other is.
  SELECT h.last, h.recorded_at,
         NOT EXISTS (SELECT FROM log.command c WHERE c.id = p_command AND c.college + 0 = v_college)
         AND (SELECT count(*) = count(*) FILTER (WHERE s.revision = c_expected[array_position(c_stream, s.name)])
                 AND count(*) = cardinality(array_remove(c_expected, -1))
                FROM log.stream s WHERE s.college = v_college AND s.name = ANY (c_stream))
    INTO v_head, v_last, v_holds
    FROM (SELECT c.last, c.recorded_at FROM log.command c WHERE c.college = v_college ORDER BY c.last DESC LIMIT 1) h;
  v_head := coalesce(v_head, 0) + 1;
  v_holds := v_holds AND p_at >= v_last - c_tolerance
    AND (v_clock <> 'server' OR p_at BETWEEN v_now - c_tolerance AND v_now + c_tolerance);
  -- The first write is also the last test: until it succeeds, the log is as it was.
  IF v_holds AND p_expected = -1 THEN
    INSERT INTO log.stream (no, college, name, revision) VALUES (nextval('log.stream_no'), v_college, p_stream, 0)
      ON CONFLICT (college, name) DO NOTHING RETURNING no INTO v_stream;
  ELSIF v_holds THEN
    UPDATE log.stream s SET revision = p_expected + 1
     WHERE s.college = v_college AND s.name = p_stream AND s.revision = p_expected RETURNING no INTO v_stream;
  END IF;
  IF v_stream IS NULL THEN
    FOR c IN 1..cardinality(c_stream) LOOP
      v_conditions := v_conditions || ARRAY[1, c + 1, c_expected[c], 0];
    END LOOP;
    RETURN log.append(
      p_college, p_at, p_at, p_expected = -1, p_expected > -1,
      p_stream || c_stream, p_expected || c_expected, NULL,
      ARRAY[p_command], ARRAY[p_fingerprint], ARRAY[p_at], ARRAY[1],
      ARRAY[1], ARRAY[1], ARRAY[p_expected + 1], ARRAY[p_id], ARRAY[p_type], ARRAY[p_version], ARRAY[p_sealed_count],
      p_body, p_sealed, ARRAY[p_at]::text, v_conditions::text
    );
  END IF;

  -- The next leaf was made ahead, as a rule.
  IF v_head % v_span = 1 THEN
    PERFORM log.make_leaf(v_college, (v_head - 1) / v_span + 1);
  END IF;
  v_last := greatest(v_last, p_at);
  INSERT INTO log.event
    (college, position, stream, revision, id, command, type, version, sealed, recorded_at, body, leaf_hash)
    VALUES (v_college, v_head, v_stream, p_expected + 1, p_id, p_command, p_type, p_version, p_sealed_count,
            v_last, p_body, sha256('\x00'::bytea || convert_to(p_body, 'UTF8')));
  INSERT INTO log.command (college, id, fingerprint, first, last, recorded_at)
    VALUES (v_college, p_command, p_fingerprint, v_head, v_head, v_last);
  IF p_sealed IS NOT NULL THEN
    INSERT INTO log.sealed (college, position, field, key, ciphertext)
      SELECT v_college, v_head, x.field, x.key, decode(x.ciphertext, 'hex')
        FROM json_to_recordset(p_sealed) AS x(field text, key text, ciphertext text);
  END IF;
  IF p_type = 'SubjectKeyDestroyed' THEN
    PERFORM log.detach(v_college, p_body);
  END IF;
  RETURN 'all ' || v_head - 1;
END $$;
