-- Where a college's log lies in KurrentDB, and how far it was numbered here: what was numbered is the index, and can be
-- made again. `head` is the last number that was given; an index whose head is another one was written by something else.
CREATE TABLE log.source (
  college int PRIMARY KEY,
  -- Where in $all the last numbered record lies; -1 before the first.
  commit_position bigint NOT NULL,
  prepare_position bigint NOT NULL,
  head bigint NOT NULL
);

-- Ciphertexts of events that are on their way: they never go to KurrentDB, where they could not be deleted.
CREATE TABLE log.staged (
  college int NOT NULL,
  event uuid NOT NULL,
  field text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  ciphertext bytea NOT NULL,
  staged_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (college, event, field)
);
CREATE INDEX staged_key ON log.staged (college, key);

-- Says where numbering goes on. A college whose events were stored here first is no college of KurrentDB's.
CREATE FUNCTION log.open_source(p_college uuid)
RETURNS TABLE (commit_position bigint, prepare_position bigint, head bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  v_college int;
BEGIN
  SELECT c.no INTO v_college FROM log.college c WHERE c.id = p_college;
  IF v_college IS NULL THEN
    RAISE EXCEPTION 'no log is open for college %', p_college USING ERRCODE = 'GL001';
  END IF;
  IF NOT EXISTS (SELECT FROM log.source s WHERE s.college = v_college) THEN
    PERFORM pg_advisory_xact_lock(7001, v_college);
    IF EXISTS (SELECT FROM log.command k WHERE k.college = v_college) THEN
      RAISE EXCEPTION 'the log of college % lies in PostgreSQL', p_college USING ERRCODE = 'GL004';
    END IF;
    INSERT INTO log.source (college, commit_position, prepare_position, head)
      VALUES (v_college, -1, -1, 0) ON CONFLICT DO NOTHING;
  END IF;
  RETURN QUERY SELECT s.commit_position, s.prepare_position, s.head FROM log.source s WHERE s.college = v_college;
END $$;

CREATE FUNCTION log.stage(p_college uuid, p_sealed json) RETURNS void
LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  INSERT INTO log.staged (college, event, field, key, ciphertext)
    SELECT c.no, x.event, x.field, x.key, decode(x.ciphertext, 'hex')
      FROM log.college c, json_to_recordset(p_sealed) AS x(event uuid, field text, key text, ciphertext text)
     WHERE c.id = p_college
    ON CONFLICT DO NOTHING;
$$;

-- Takes back what was staged for events that were refused.
CREATE FUNCTION log.unstage(p_college uuid, p_events uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  DELETE FROM log.staged t USING log.college c
   WHERE c.id = p_college AND t.college = c.no AND t.event = ANY (p_events);
$$;

-- Takes back what nobody came for: called when all that KurrentDB holds has been numbered.
CREATE FUNCTION log.sweep_staged(p_college uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  DELETE FROM log.staged t USING log.college c
   WHERE c.id = p_college AND t.college = c.no AND t.staged_at < clock_timestamp() - interval '1 hour';
$$;

-- Numbers the next commands of a college in the order of $all, from one place in it to another: `c_` are commands, each
-- with its events (`e_`) in their order, and `s_name` the streams. What is stored follows from the arguments and from
-- what was numbered before, and from nothing else: numbered again from the start, the log is the same.
-- The answer is `numbered` with the number before the first, or `behind` with the place that another sequencer has reached meanwhile.
CREATE FUNCTION log.number(
  p_college uuid,
  p_from_commit bigint, p_from_prepare bigint, p_to_commit bigint, p_to_prepare bigint,
  s_name text[],
  c_id uuid[], c_fingerprint bytea[], c_at timestamptz[],
  e_command int[], e_stream int[], e_revision int[],
  e_id uuid[], e_type text[], e_version smallint[], e_sealed smallint[],
  e_bodies text
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
-- As in `log.append`: plans are made once per connection, often while the tables are still empty.
SET plan_cache_mode = force_generic_plan
SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off SET jit = off
AS $$
DECLARE
  v_college int; v_span bigint; v_commit bigint; v_prepare bigint; v_start bigint;
  v_head bigint; v_last timestamptz; v_events int := cardinality(e_id); v_torn text;
  s_no bigint[]; s_before int[]; c_recorded timestamptz[];
BEGIN
  SELECT c.no, c.leaf INTO v_college, v_span FROM log.college c WHERE c.id = p_college;
  IF v_college IS NULL THEN
    RAISE EXCEPTION 'no log is open for college %', p_college USING ERRCODE = 'GL001';
  END IF;
  -- One who numbers at a time: whoever waited finds what the other did.
  PERFORM pg_advisory_xact_lock(7001, v_college);
  SELECT s.commit_position, s.prepare_position, s.head INTO v_commit, v_prepare, v_start
    FROM log.source s WHERE s.college = v_college;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the log of college % lies in PostgreSQL', p_college USING ERRCODE = 'GL004';
  END IF;
  IF v_commit <> p_from_commit OR v_prepare <> p_from_prepare THEN
    RETURN 'behind ' || v_commit || ' ' || v_prepare;
  END IF;

  SELECT k.last, k.recorded_at INTO v_head, v_last
    FROM log.command k WHERE k.college = v_college ORDER BY k.last DESC LIMIT 1;
  IF coalesce(v_head, 0) <> v_start THEN
    RAISE EXCEPTION 'the index of college % ends at %, and KurrentDB’s events at %', p_college, coalesce(v_head, 0), v_start
      USING ERRCODE = 'GL004';
  END IF;
  UPDATE log.source s SET commit_position = p_to_commit, prepare_position = p_to_prepare, head = v_start + v_events
   WHERE s.college = v_college;
  IF v_events = 0 THEN
    RETURN 'numbered ' || v_start;
  END IF;

  SELECT array_agg(coalesce(s.no, nextval('log.stream_no')) ORDER BY u.i), array_agg(coalesce(s.revision, -1) ORDER BY u.i)
    INTO s_no, s_before
    FROM unnest(s_name) WITH ORDINALITY AS u(name, i)
    LEFT JOIN LATERAL (
      SELECT t.no, t.revision FROM log.stream t WHERE t.college = v_college AND t.name = u.name OFFSET 0
    ) s ON true;
  -- A stream that was cut or deleted does not go on where its index ends.
  SELECT s_name[r.stream] INTO v_torn
    FROM (SELECT u.stream, min(u.revision) AS first, max(u.revision) AS last, count(*) AS events
            FROM unnest(e_stream, e_revision) AS u(stream, revision) GROUP BY u.stream) r
   WHERE r.first <> s_before[r.stream] + 1 OR r.last - r.first + 1 <> r.events
   LIMIT 1;
  IF v_torn IS NOT NULL THEN
    RAISE EXCEPTION 'stream % of college % does not go on where its index ends', v_torn, p_college USING ERRCODE = 'GL004';
  END IF;

  INSERT INTO log.stream (no, college, name, revision)
    SELECT s_no[r.stream], v_college, s_name[r.stream], r.last
      FROM (SELECT u.stream, max(u.revision) AS last
              FROM unnest(e_stream, e_revision) AS u(stream, revision) GROUP BY u.stream) r
    ON CONFLICT (college, name) DO UPDATE SET revision = excluded.revision;
  SELECT array_agg(greatest(v_last, r.at) ORDER BY r.i) INTO c_recorded
    FROM (SELECT u.i, max(u.at) OVER (ORDER BY u.i) AS at FROM unnest(c_at) WITH ORDINALITY AS u(at, i)) r;
  -- The next leaf was made ahead, as a rule.
  FOR n IN (v_start - 1) / v_span + 2..(v_start + v_events - 1) / v_span + 1 LOOP
    PERFORM log.make_leaf(v_college, n);
  END LOOP;
  INSERT INTO log.event
    (college, position, stream, revision, id, command, type, version, sealed, recorded_at, body, leaf_hash)
    SELECT v_college, v_start + b.i, s_no[e_stream[b.i]], e_revision[b.i], e_id[b.i], c_id[e_command[b.i]],
           e_type[b.i], e_version[b.i], e_sealed[b.i], c_recorded[e_command[b.i]],
           b.body, sha256('\x00'::bytea || convert_to(b.body, 'UTF8'))
      FROM unnest(string_to_array(e_bodies, E'\n')) WITH ORDINALITY AS b(body, i);
  INSERT INTO log.command (college, id, fingerprint, first, last, recorded_at)
    SELECT v_college, c_id[r.command], c_fingerprint[r.command], v_start + r.first, v_start + r.last, c_recorded[r.command]
      FROM (SELECT u.command, min(u.i) AS first, max(u.i) AS last
              FROM unnest(e_command) WITH ORDINALITY AS u(command, i) GROUP BY u.command) r;

  IF 0 < ANY (e_sealed) THEN
    WITH arrived AS (
      DELETE FROM log.staged t USING unnest(e_id) WITH ORDINALITY AS e(id, i)
       WHERE t.college = v_college AND t.event = e.id
      RETURNING e.i, t.field, t.key, t.ciphertext
    )
    INSERT INTO log.sealed (college, position, field, key, ciphertext)
      SELECT v_college, v_start + a.i, a.field, a.key, a.ciphertext FROM arrived a
       WHERE NOT log.is_destroyed(v_college, a.key);
  END IF;
  -- A key ends with every text that it sealed, those on their way among them.
  IF 'SubjectKeyDestroyed' = ANY (e_type) THEN
    PERFORM log.detach(v_college, b.body)
      FROM unnest(string_to_array(e_bodies, E'\n')) WITH ORDINALITY AS b(body, i)
     WHERE e_type[b.i] = 'SubjectKeyDestroyed';
    DELETE FROM log.staged t
     USING unnest(string_to_array(e_bodies, E'\n')) WITH ORDINALITY AS b(body, i), LATERAL (SELECT b.body::json -> 'data' AS key) d
     WHERE e_type[b.i] = 'SubjectKeyDestroyed' AND t.college = v_college
       AND t.key = concat_ws('/', d.key ->> 'subject', d.key ->> 'purpose', d.key ->> 'generation');
  END IF;
  PERFORM pg_notify('gradeledger_log', p_college || ' ' || (v_start + v_events));
  RETURN 'numbered ' || v_start;
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA log FROM PUBLIC;
GRANT SELECT ON log.source TO gradeledger_app, gradeledger_auditor;
GRANT EXECUTE ON FUNCTION log.open_source, log.stage, log.unstage, log.sweep_staged, log.number TO gradeledger_app;
