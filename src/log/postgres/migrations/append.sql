-- Stores a batch of appends of one college, judged one after another in the order given.
-- A batch names every stream it touches once (`s_`). Each append has conditions (`o_`), grouped by append:
-- a stream, the revision it must have, and how many events to write to it; a check writes none.
-- Each event (`e_`) belongs to one condition. Bodies come as lines of one text: canonical JSON has no raw newline.
-- The answer is a line for each append: `appended` or `duplicate` with the first and the last position,
-- `conflict` with the revision found and the stream, `reused`, or `stale`.
-- The outcome of one append never depends on the failure of another; nothing of a failed one is stored.
CREATE FUNCTION log.append(
  p_college uuid,
  s_name text[],
  a_command uuid[], a_fingerprint bytea[], a_at timestamptz[],
  o_append int[], o_stream int[], o_expected int[], o_count int[],
  e_condition int[], e_offset int[], e_id uuid[], e_type text[], e_version smallint[], e_sealed smallint[],
  e_bodies text,
  p_sealed json
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
-- Plans are made once per connection, often while the tables are still empty: only index look-ups stay right.
SET plan_cache_mode = force_generic_plan
SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off SET jit = off
AS $$
DECLARE
  -- How far the decider's clock may be from this one (T25), and how long a decision may wait (T26).
  c_tolerance CONSTANT interval := '2 seconds';
  v_appends int := cardinality(a_command);
  v_conditions int := cardinality(o_append);
  v_college int; v_clock text; v_span bigint; v_now timestamptz;
  v_head bigint; v_start bigint; v_last timestamptz;
  v_next int := 1; v_end int; v_known boolean;
  s_no bigint[]; s_before int[]; s_after int[];
  k_first bigint[]; k_last bigint[]; k_same boolean[];
  a_status text[]; a_first bigint[]; a_last bigint[]; a_recorded timestamptz[]; a_blocked int[];
  o_start bigint[] := array_fill(0::bigint, ARRAY[v_conditions]);
BEGIN
  SELECT c.no, c.clock, c.leaf INTO v_college, v_clock, v_span FROM log.college c WHERE c.id = p_college;
  IF v_college IS NULL THEN
    RAISE EXCEPTION 'no log is open for college %', p_college USING ERRCODE = 'GL001';
  END IF;
  -- One writer per college at a time: the order of commits is the order of positions, and there is no gap.
  PERFORM pg_advisory_xact_lock(7001, v_college);
  v_now := clock_timestamp();

  SELECT c.last, c.recorded_at INTO v_head, v_last
    FROM log.command c WHERE c.college = v_college ORDER BY c.last DESC LIMIT 1;
  v_head := coalesce(v_head, 0);
  v_last := coalesce(v_last, '-infinity');
  v_start := v_head;

  -- A stream that is not there yet gets its number now; it is lost if nothing is written.
  SELECT array_agg(coalesce(s.no, nextval('log.stream_no')) ORDER BY u.i), array_agg(coalesce(s.revision, -1) ORDER BY u.i)
    INTO s_no, s_before
    FROM unnest(s_name) WITH ORDINALITY AS u(name, i)
    LEFT JOIN LATERAL (
      SELECT t.no, t.revision FROM log.stream t WHERE t.college = v_college AND t.name = u.name OFFSET 0
    ) s ON true;
  s_after := s_before;

  -- Commands that come again are rare: one search for all of them, and only then one for each.
  k_first := array_fill(0::bigint, ARRAY[v_appends]);
  k_last := k_first;
  v_known := EXISTS (SELECT FROM log.command c WHERE c.college = v_college AND c.id = ANY (a_command));
  IF v_known THEN
    SELECT array_agg(coalesce(k.first, 0) ORDER BY u.i), array_agg(coalesce(k.last, 0) ORDER BY u.i),
           array_agg(coalesce(k.fingerprint = u.fingerprint, false) ORDER BY u.i)
      INTO k_first, k_last, k_same
      FROM unnest(a_command, a_fingerprint) WITH ORDINALITY AS u(id, fingerprint, i)
      LEFT JOIN LATERAL (
        SELECT c.first, c.last, c.fingerprint FROM log.command c
          WHERE c.college = v_college AND c.id = u.id OFFSET 0
      ) k ON true;
  END IF;
  a_first := k_first;
  a_last := k_last;
  a_blocked := array_fill(0, ARRAY[v_appends]);
  a_recorded := a_at;
  a_status := array_fill('appended'::text, ARRAY[v_appends]);

  FOR a IN 1..v_appends LOOP
    v_end := v_next;
    WHILE v_end <= v_conditions AND o_append[v_end] = a LOOP
      IF s_after[o_stream[v_end]] <> o_expected[v_end] AND a_blocked[a] = 0 THEN
        a_blocked[a] := o_stream[v_end];
      END IF;
      v_end := v_end + 1;
    END LOOP;

    IF v_known AND k_first[a] > 0 THEN
      a_status[a] := CASE WHEN k_same[a] THEN 'duplicate' ELSE 'reused' END;
    ELSIF a_at[a] < v_last - c_tolerance
      OR (v_clock = 'server' AND a_at[a] NOT BETWEEN v_now - c_tolerance AND v_now + c_tolerance) THEN
      a_status[a] := 'stale';
    ELSIF a_blocked[a] > 0 THEN
      a_status[a] := 'conflict';
      a_last[a] := s_after[a_blocked[a]];
    ELSE
      a_first[a] := v_head + 1;
      FOR o IN v_next..v_end - 1 LOOP
        CONTINUE WHEN o_count[o] = 0;
        o_start[o] := v_head + 1;
        v_head := v_head + o_count[o];
        s_after[o_stream[o]] := o_expected[o] + o_count[o];
      END LOOP;
      a_last[a] := v_head;
      IF a_at[a] > v_last THEN v_last := a_at[a]; ELSE a_recorded[a] := v_last; END IF;
    END IF;
    v_next := v_end;
  END LOOP;

  IF octet_length(e_bodies) > 60000 AND EXISTS (
    SELECT FROM unnest(string_to_array(e_bodies, E'\n')) AS b(body) WHERE octet_length(b.body) > 60000
  ) THEN
    RAISE EXCEPTION 'a body is over 60000 bytes' USING ERRCODE = 'GL003';
  END IF;
  IF v_head > v_start THEN
    -- The next leaf was made ahead, as a rule.
    FOR n IN (v_start - 1) / v_span + 2..(v_head - 1) / v_span + 1 LOOP
      PERFORM log.make_leaf(v_college, n);
    END LOOP;
    IF -1 = ANY (s_before) THEN
      INSERT INTO log.stream (no, college, name, revision)
        SELECT s_no[u.i], v_college, u.name, s_after[u.i]
          FROM unnest(s_name) WITH ORDINALITY AS u(name, i)
         WHERE s_before[u.i] = -1 AND s_after[u.i] > -1;
    END IF;
    IF -1 < ANY (s_before) THEN
      UPDATE log.stream s SET revision = u.after
        FROM unnest(s_no, s_before, s_after) AS u(no, before, after)
       WHERE s.no = u.no AND u.before > -1 AND u.after > u.before;
    END IF;
    INSERT INTO log.event
      (college, position, stream, revision, id, command, type, version, sealed, recorded_at, body, leaf_hash)
      SELECT v_college, o_start[e_condition[b.i]] + e_offset[b.i], s_no[o_stream[e_condition[b.i]]],
             o_expected[e_condition[b.i]] + 1 + e_offset[b.i], e_id[b.i], a_command[o_append[e_condition[b.i]]],
             e_type[b.i], e_version[b.i], e_sealed[b.i], a_recorded[o_append[e_condition[b.i]]],
             b.body, sha256('\x00'::bytea || convert_to(b.body, 'UTF8'))
        FROM unnest(string_to_array(e_bodies, E'\n')) WITH ORDINALITY AS b(body, i)
       WHERE o_start[e_condition[b.i]] > 0;
    INSERT INTO log.command (college, id, fingerprint, first, last, recorded_at)
      SELECT v_college, u.id, a_fingerprint[u.i], a_first[u.i], a_last[u.i], a_recorded[u.i]
        FROM unnest(a_command) WITH ORDINALITY AS u(id, i)
       WHERE a_status[u.i] = 'appended';
    IF p_sealed IS NOT NULL THEN
      INSERT INTO log.sealed (college, position, field, key, ciphertext)
        SELECT v_college, o_start[e_condition[x.event]] + e_offset[x.event], x.field, x.key, decode(x.ciphertext, 'hex')
          FROM json_to_recordset(p_sealed) AS x(event int, field text, key text, ciphertext text)
         WHERE o_start[e_condition[x.event]] > 0;
    END IF;
    -- A key ends with every text that it sealed, in the moment in which the log says so.
    IF 'SubjectKeyDestroyed' = ANY (e_type) THEN
      PERFORM log.detach(v_college, b.body)
        FROM unnest(string_to_array(e_bodies, E'\n')) WITH ORDINALITY AS b(body, i)
       WHERE e_type[b.i] = 'SubjectKeyDestroyed' AND o_start[e_condition[b.i]] > 0;
    END IF;
    -- Only a wake-up call: whoever misses it polls.
    PERFORM pg_notify('gradeledger_log', p_college || ' ' || v_head);
  END IF;

  RETURN string_agg(
    CASE
      WHEN u.status IN ('appended', 'duplicate') THEN u.status || ' ' || u.first || ' ' || u.last
      WHEN u.status = 'conflict' THEN u.status || ' ' || u.last || ' ' || s_name[u.blocked]
      ELSE u.status
    END,
    E'\n' ORDER BY u.i
  ) FROM unnest(a_status, a_first, a_last, a_blocked) WITH ORDINALITY AS u(status, first, last, blocked, i);
END $$;
