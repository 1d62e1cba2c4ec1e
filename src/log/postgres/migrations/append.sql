-- Stores a batch of appends of one college, judged one after another in the order given.
-- A batch names every stream it touches once (`s_`), with the revision that the first append to touch it expects and the
-- one that is left when all are stored: the same where it is only checked, null where the batch contradicts itself.
-- An append (`a_`) ends with event `a_last` of the batch; `a_recorded` is the latest instant up to it. Each event (`e_`)
-- belongs to an append and a stream. Bodies come as lines of one text: canonical JSON has no raw newline.
-- Where every stream stands as expected, no command was seen before and no instant is off, as most often, all are stored
-- as they come, and the answer is `all` with the position before the first. Else they are judged one by one, and the
-- answer is a line for each: `appended` or `duplicate` with the first and the last position, `conflict` with the revision
-- found and the stream, `reused`, or `stale`. What only the judging needs is not even read before: `p_at`, the instants,
-- and `p_conditions`, four numbers each: an append, a stream, the revision it must have, and how many events are written
-- to it; a check writes none.
-- The outcome of one append never depends on the failure of another; nothing of a failed one is stored.
CREATE FUNCTION log.append(
  p_college uuid, p_earliest timestamptz, p_latest timestamptz,
  -- Whether streams are opened, and whether such as were there before are written.
  p_opens boolean, p_moves boolean,
  s_name text[], s_before int[], s_after int[],
  a_command uuid[], a_fingerprint bytea[], a_recorded timestamptz[], a_last int[],
  e_append int[], e_stream int[], e_revision int[], e_id uuid[], e_type text[], e_version smallint[], e_sealed smallint[],
  e_bodies text,
  p_sealed json,
  p_at text, p_conditions text
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
  v_college int; v_clock text; v_span bigint; v_now timestamptz; v_void text;
  v_start bigint; v_head bigint; v_last timestamptz;
  v_even boolean; v_known boolean; v_answer text;
  s_no bigint[]; s_found int[];
  -- Null while all are stored; else how many events of the batch before an append are not, or -1 where it is not itself.
  a_missing int[];
  a_at timestamptz[]; a_kept timestamptz[]; o_ int[];
  k_first bigint[]; k_last bigint[]; k_same boolean[];
  a_status text[]; a_first bigint[]; a_final bigint[]; a_blocked int[];
  v_condition int := 0; v_end int; v_missing int := 0; v_count int;
BEGIN
  SELECT c.no, c.clock, c.leaf INTO v_college, v_clock, v_span FROM log.college c WHERE c.id = p_college;
  IF v_college IS NULL THEN
    RAISE EXCEPTION 'no log is open for college %', p_college USING ERRCODE = 'GL001';
  END IF;
  IF octet_length(e_bodies) > 60000 AND EXISTS (
    SELECT FROM string_to_table(e_bodies, E'\n') AS b(body) WHERE octet_length(b.body) > 60000
  ) THEN
    RAISE EXCEPTION 'a body is over 60000 bytes' USING ERRCODE = 'GL003';
  END IF;
  -- One writer per college at a time: the order of commits is the order of positions, and there is no gap.
  -- An assignment is evaluated without a query of its own; so is the call at the end.
  v_void := pg_advisory_xact_lock(7001, v_college);
  v_now := clock_timestamp();

  SELECT c.last, c.recorded_at INTO v_start, v_last
    FROM log.command c WHERE c.college = v_college ORDER BY c.last DESC LIMIT 1;
  v_start := coalesce(v_start, 0);
  v_last := coalesce(v_last, '-infinity');

  -- A stream that is not there yet gets its number now; it is lost if nothing is written. The look-ups follow the order
  -- of the names: nothing but a nested loop can be made of them.
  SELECT array_agg(coalesce(s.no, nextval('log.stream_no'))), array_agg(coalesce(s.revision, -1)),
         bool_and(coalesce(s.revision, -1) = u.before)
    INTO s_no, s_found, v_even
    FROM unnest(s_name, s_before) AS u(name, before)
    LEFT JOIN LATERAL (
      SELECT t.no, t.revision FROM log.stream t WHERE t.college = v_college AND t.name = u.name OFFSET 0
    ) s ON true;
  -- Commands that come again are rare: one search for all of them, and only then one for each. Only the key may serve it,
  -- hence the sum.
  v_known := EXISTS (SELECT FROM log.command c WHERE c.id = ANY (a_command) AND c.college + 0 = v_college);

  IF v_even AND NOT v_known AND s_after IS NOT NULL AND p_earliest >= v_last - c_tolerance
    AND (v_clock <> 'server' OR p_earliest >= v_now - c_tolerance AND p_latest <= v_now + c_tolerance)
  THEN
    v_head := v_start + cardinality(e_append);
    a_kept := a_recorded;
    v_answer := 'all ' || v_start;
  ELSE
    v_head := v_start;
    s_before := s_found;
    s_after := s_found;
    a_at := p_at::timestamptz[];
    a_kept := a_at;
    o_ := p_conditions::int[];
    k_first := array_fill(0::bigint, ARRAY[v_appends]);
    k_last := k_first;
    IF v_known THEN
      SELECT array_agg(coalesce(k.first, 0) ORDER BY u.i), array_agg(coalesce(k.last, 0) ORDER BY u.i),
             array_agg(coalesce(k.fingerprint = u.fingerprint, false) ORDER BY u.i)
        INTO k_first, k_last, k_same
        FROM unnest(a_command, a_fingerprint) WITH ORDINALITY AS u(id, fingerprint, i)
        LEFT JOIN LATERAL (
          SELECT c.first, c.last, c.fingerprint FROM log.command c
            WHERE c.id = u.id AND c.college + 0 = v_college OFFSET 0
        ) k ON true;
    END IF;
    a_first := k_first;
    a_final := k_last;
    a_blocked := array_fill(0, ARRAY[v_appends]);
    a_missing := a_blocked;
    a_status := array_fill('appended'::text, ARRAY[v_appends]);

    FOR a IN 1..v_appends LOOP
      v_end := v_condition;
      WHILE o_[4 * v_end + 1] = a LOOP
        IF s_after[o_[4 * v_end + 2]] <> o_[4 * v_end + 3] AND a_blocked[a] = 0 THEN
          a_blocked[a] := o_[4 * v_end + 2];
        END IF;
        v_end := v_end + 1;
      END LOOP;
      v_count := a_last[a] - coalesce(a_last[a - 1], 0);

      IF v_known AND k_first[a] > 0 THEN
        a_status[a] := CASE WHEN k_same[a] THEN 'duplicate' ELSE 'reused' END;
      ELSIF a_at[a] < v_last - c_tolerance
        OR (v_clock = 'server' AND a_at[a] NOT BETWEEN v_now - c_tolerance AND v_now + c_tolerance) THEN
        a_status[a] := 'stale';
      ELSIF a_blocked[a] > 0 THEN
        a_status[a] := 'conflict';
        a_final[a] := s_after[a_blocked[a]];
      ELSE
        FOR o IN v_condition..v_end - 1 LOOP
          CONTINUE WHEN o_[4 * o + 4] = 0;
          s_after[o_[4 * o + 2]] := o_[4 * o + 3] + o_[4 * o + 4];
        END LOOP;
        a_missing[a] := v_missing;
        a_first[a] := v_head + 1;
        v_head := v_head + v_count;
        a_final[a] := v_head;
        IF a_at[a] > v_last THEN v_last := a_at[a]; ELSE a_kept[a] := v_last; END IF;
      END IF;
      IF a_status[a] <> 'appended' THEN
        a_missing[a] := -1;
        v_missing := v_missing + v_count;
      END IF;
      v_condition := v_end;
    END LOOP;
    v_answer := string_agg(
      CASE
        WHEN u.status IN ('appended', 'duplicate') THEN u.status || ' ' || u.one || ' ' || u.other
        WHEN u.status = 'conflict' THEN u.status || ' ' || u.other || ' ' || s_name[u.blocked]
        ELSE u.status
      END,
      E'\n' ORDER BY u.i
    ) FROM unnest(a_status, a_first, a_final, a_blocked) WITH ORDINALITY AS u(status, one, other, blocked, i);
    -- Each has its own instant by now.
    v_last := '-infinity';
  END IF;
  IF v_head = v_start THEN
    RETURN v_answer;
  END IF;

  -- The next leaf was made ahead, as a rule.
  FOR n IN (v_start - 1) / v_span + 2..(v_head - 1) / v_span + 1 LOOP
    PERFORM log.make_leaf(v_college, n);
  END LOOP;
  IF p_opens THEN
    INSERT INTO log.stream (no, college, name, revision)
      SELECT s_no[u.i], v_college, u.name, s_after[u.i]
        FROM unnest(s_name) WITH ORDINALITY AS u(name, i)
       WHERE s_before[u.i] = -1 AND s_after[u.i] > -1;
  END IF;
  IF p_moves THEN
    UPDATE log.stream s SET revision = u.after
      FROM unnest(s_no, s_before, s_after) AS u(no, before, after)
     WHERE s.no = u.no AND u.before > -1 AND u.after > u.before;
  END IF;
  INSERT INTO log.event
    (college, position, stream, revision, id, command, type, version, sealed, recorded_at, body, leaf_hash)
    SELECT v_college, v_start + b.i - coalesce(a_missing[e_append[b.i]], 0), s_no[e_stream[b.i]], e_revision[b.i],
           e_id[b.i], a_command[e_append[b.i]], b.type, e_version[b.i], e_sealed[b.i],
           greatest(v_last, a_kept[e_append[b.i]]), b.body, sha256('\x00'::bytea || convert_to(b.body, 'UTF8'))
      FROM ROWS FROM (string_to_table(e_bodies, E'\n'), unnest(e_type)) WITH ORDINALITY AS b(body, type, i)
     WHERE a_missing IS NULL OR a_missing[e_append[b.i]] >= 0;
  INSERT INTO log.command (college, id, fingerprint, first, last, recorded_at)
    SELECT v_college, u.id, u.fingerprint,
           v_start + coalesce(a_last[u.i - 1], 0) + 1 - coalesce(a_missing[u.i], 0),
           v_start + a_last[u.i] - coalesce(a_missing[u.i], 0), greatest(v_last, a_kept[u.i])
      FROM unnest(a_command, a_fingerprint) WITH ORDINALITY AS u(id, fingerprint, i)
     WHERE a_missing IS NULL OR a_missing[u.i] >= 0;
  IF p_sealed IS NOT NULL THEN
    INSERT INTO log.sealed (college, position, field, key, ciphertext)
      SELECT v_college, v_start + x.event - coalesce(a_missing[e_append[x.event]], 0), x.field, x.key, decode(x.ciphertext, 'hex')
        FROM json_to_recordset(p_sealed) AS x(event int, field text, key text, ciphertext text)
       WHERE a_missing IS NULL OR a_missing[e_append[x.event]] >= 0;
  END IF;
  -- A key ends with every text that it sealed, in the moment in which the log says so.
  IF 'SubjectKeyDestroyed' = ANY (e_type) THEN
    PERFORM log.detach(v_college, b.body)
      FROM string_to_table(e_bodies, E'\n') WITH ORDINALITY AS b(body, i)
     WHERE e_type[b.i] = 'SubjectKeyDestroyed' AND (a_missing IS NULL OR a_missing[e_append[b.i]] >= 0);
  END IF;
  RETURN v_answer;
END $$;
