-- What the server keeps, in a schema of its own. A position is an offset, as KurrentDB's are: it grows by the
-- size of what was written, so nobody can count on the next one.
CREATE TABLE tail (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  next bigint NOT NULL,
  -- Ids written before this position are no longer remembered for appends that expect any revision.
  remembered bigint NOT NULL DEFAULT 0
);
INSERT INTO tail (next) VALUES (64);

CREATE TABLE stream (
  name text COLLATE "C" PRIMARY KEY,
  last bigint NOT NULL,
  truncate_before bigint NOT NULL DEFAULT 0,
  max_count bigint,
  tombstoned boolean NOT NULL DEFAULT false
);

CREATE TABLE record (
  position bigint PRIMARY KEY,
  stream text COLLATE "C" NOT NULL,
  revision bigint NOT NULL,
  id uuid NOT NULL,
  type text COLLATE "C" NOT NULL,
  json boolean NOT NULL,
  data bytea NOT NULL,
  metadata bytea NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (stream, revision)
);
CREATE INDEX record_id ON record (id);

-- A soft delete is the metadata `$tb` at this number, a tombstone has it for its revision.
CREATE FUNCTION deleted() RETURNS bigint IMMUTABLE LANGUAGE sql AS $$ SELECT 9223372036854775807 $$;

-- May these records, or with none this check, follow what the stream holds? `ok`, `written` (the same records
-- stand there already), `corrupt` (a part of them does) or `failed`.
CREATE FUNCTION check_commit(
  p_stream text, p_expected bigint, p_ids uuid[],
  OUT decision text, OUT current bigint, OUT soft boolean, OUT last bigint, OUT at bigint
) LANGUAGE plpgsql AS $body$
DECLARE
  s stream;
  n int := cardinality(p_ids);
  v_known boolean[];
BEGIN
  SELECT * INTO s FROM stream WHERE name = p_stream;
  current := coalesce(s.last, -1);
  soft := coalesce(s.truncate_before = deleted(), false);
  decision := 'failed';

  IF s.tombstoned THEN
    current := deleted();
    soft := false;
    IF n = 0 AND p_expected IN (-1, -2, -100) THEN decision := 'ok'; END IF;
    RETURN;
  END IF;
  IF p_expected = -100 THEN RETURN; END IF;
  IF p_expected = -10 THEN
    IF soft THEN decision := 'ok'; END IF;
    RETURN;
  END IF;
  IF p_expected = -4 AND (soft OR (current < 0 AND NOT EXISTS (SELECT FROM stream WHERE name = '$$' || p_stream))) THEN
    RETURN;
  END IF;

  IF p_expected IN (-2, -4) THEN
    SELECT array_agg(r.id IS NOT NULL ORDER BY i.o), max(r.revision), max(r.position) INTO v_known, last, at
      FROM unnest(p_ids) WITH ORDINALITY AS i (id, o)
      LEFT JOIN record r ON r.id = i.id AND r.stream = p_stream
                        AND r.position >= (SELECT remembered FROM tail);
    decision := CASE WHEN n = 0 OR NOT v_known[1] THEN 'ok' WHEN false = ANY (v_known) THEN 'corrupt' ELSE 'written' END;
    RETURN;
  END IF;

  IF p_expected < current THEN
    SELECT array_agg(r.id IS NOT NULL ORDER BY i.o), max(r.revision), max(r.position) INTO v_known, last, at
      FROM unnest(p_ids) WITH ORDINALITY AS i (id, o)
      LEFT JOIN record r ON r.stream = p_stream AND r.revision = p_expected + i.o AND r.id = i.id;
    decision := CASE WHEN (n = 0 OR NOT v_known[1]) AND p_expected = -1 AND soft THEN 'ok'
                     WHEN n = 0 OR NOT v_known[1] THEN 'failed'
                     WHEN false = ANY (v_known) THEN 'corrupt' ELSE 'written' END;
    RETURN;
  END IF;
  IF p_expected = current THEN decision := 'ok'; END IF;
END $body$;

CREATE TYPE verdict AS (k int, decision text, current bigint, soft boolean, last bigint, at bigint);

-- Stores every record, or none. One row per stream that is written or checked: what became of all of it
-- (`stored`, `written` before, `failed`), whether this stream is to blame, and where it stands.
CREATE FUNCTION write(
  p_streams text[], p_expected bigint[],
  r_of int[], r_id uuid[], r_type text[], r_json boolean[], r_data bytea[], r_metadata bytea[]
) RETURNS TABLE (outcome text, blamed boolean, current bigint, soft boolean, last bigint, at bigint)
LANGUAGE plpgsql AS $body$
DECLARE
  v_next bigint;
  v_end bigint;
  v_verdicts verdict[];
  v_outcome text;
BEGIN
  SELECT t.next INTO v_next FROM tail t FOR UPDATE;
  SELECT array_agg(ROW(s.k, c.decision, c.current, c.soft, c.last, c.at)::verdict ORDER BY s.k) INTO v_verdicts
    FROM unnest(p_streams, p_expected) WITH ORDINALITY AS s (name, expected, k),
         check_commit(s.name, s.expected,
           ARRAY(SELECT i.id FROM unnest(r_of, r_id) WITH ORDINALITY AS i (s, id, o) WHERE i.s = s.k ORDER BY i.o)) c;
  SELECT CASE WHEN bool_and(v.decision = 'ok') THEN 'stored' WHEN bool_and(v.decision = 'written') THEN 'written'
              ELSE 'failed' END INTO v_outcome FROM unnest(v_verdicts) v;
  IF v_outcome <> 'stored' THEN
    RETURN QUERY SELECT v_outcome,
        v_outcome = 'failed' AND v.decision IN ('failed', 'corrupt')
          AND (cardinality(p_streams) = 1
               OR NOT EXISTS (SELECT FROM unnest(v_verdicts) x WHERE x.decision IN ('written', 'corrupt'))),
        v.current, v.soft, v.last, v.at
      FROM unnest(v_verdicts) v ORDER BY v.k;
    RETURN;
  END IF;

  WITH placed AS (
    INSERT INTO record (position, stream, revision, id, type, json, data, metadata)
      SELECT v_next + sum(r.size) OVER (ORDER BY r.o) - r.size, p_streams[r.s],
             v.current + row_number() OVER (PARTITION BY r.s ORDER BY r.o), r.id, r.type, r.json, r.data, r.metadata
        FROM (SELECT u.*, 96 + octet_length(u.data) + octet_length(u.metadata) AS size
                FROM unnest(r_of, r_id, r_type, r_json, r_data, r_metadata)
                     WITH ORDINALITY AS u (s, id, type, json, data, metadata, o)) r
        JOIN unnest(v_verdicts) v ON v.k = r.s
      RETURNING record.stream, record.revision, record.position, octet_length(data) + octet_length(metadata) AS bytes
  ), written AS (
    SELECT p.stream, max(p.revision) AS last, max(p.position) AS at FROM placed p GROUP BY p.stream
  ), advanced AS (
    INSERT INTO stream AS s (name, last) SELECT w.stream, w.last FROM written w
      ON CONFLICT (name) DO UPDATE SET last = excluded.last
  )
  SELECT array_agg(ROW(v.k, v.decision, v.current, v.soft, w.last, w.at)::verdict ORDER BY v.k),
         (SELECT max(p.position + 96 + p.bytes) FROM placed p)
    INTO v_verdicts, v_end
    FROM unnest(v_verdicts) v LEFT JOIN written w ON w.stream = p_streams[v.k] AND v.k = ANY (r_of);
  UPDATE tail SET next = coalesce(v_end, v_next);
  PERFORM after_write(p_streams[v.k], v.current, v.soft) FROM unnest(v_verdicts) v WHERE v.at IS NOT NULL;
  RETURN QUERY SELECT v_outcome, false, v.current, v.soft, v.last, v.at FROM unnest(v_verdicts) v ORDER BY v.k;
END $body$;

-- Metadata takes effect on its stream; a stream that was deleted begins again where it ended.
CREATE FUNCTION after_write(p_stream text, p_before bigint, p_soft boolean) RETURNS void LANGUAGE plpgsql AS $body$
DECLARE
  v_metadata jsonb;
BEGIN
  IF starts_with(p_stream, '$$') THEN
    SELECT convert_from(r.data, 'UTF8')::jsonb INTO v_metadata FROM record r JOIN stream s ON s.name = r.stream
     WHERE r.stream = p_stream AND r.revision = s.last;
    INSERT INTO stream AS s (name, last, truncate_before, max_count)
      VALUES (substr(p_stream, 3), -1, coalesce((v_metadata->>'$tb')::bigint, 0), (v_metadata->>'$maxCount')::bigint)
      ON CONFLICT (name) DO UPDATE SET truncate_before = excluded.truncate_before, max_count = excluded.max_count;
  ELSIF p_soft THEN
    PERFORM set_metadata(p_stream, p_before + 1);
  END IF;
END $body$;

CREATE FUNCTION set_metadata(p_stream text, p_truncate_before bigint) RETURNS bigint LANGUAGE sql AS $body$
  SELECT w.at FROM write(ARRAY['$$' || p_stream], ARRAY[-2::bigint], ARRAY[1], ARRAY[gen_random_uuid()],
    ARRAY['$metadata'], ARRAY[true],
    ARRAY[convert_to(json_build_object('$tb', p_truncate_before)::text, 'UTF8')], ARRAY[''::bytea]) w
$body$;

-- Deletes a stream so that it can begin again, or for ever; `NULL` where it does not stand as expected.
CREATE FUNCTION remove(p_stream text, p_expected bigint, p_for_ever boolean, OUT at bigint, OUT current bigint)
LANGUAGE plpgsql AS $body$
DECLARE
  v_decision text;
BEGIN
  PERFORM FROM tail FOR UPDATE;
  SELECT c.decision, c.current INTO v_decision, current FROM check_commit(p_stream, p_expected, ARRAY[gen_random_uuid()]) c;
  IF v_decision <> 'ok' THEN RETURN; END IF;
  IF NOT p_for_ever THEN
    IF current < 0 AND NOT EXISTS (SELECT FROM stream WHERE name = '$$' || p_stream) THEN RETURN; END IF;
    at := set_metadata(p_stream, deleted());
    RETURN;
  END IF;
  UPDATE tail SET next = next + 96 RETURNING next - 96 INTO at;
  INSERT INTO record (position, stream, revision, id, type, json, data, metadata)
    VALUES (at, p_stream, deleted(), gen_random_uuid(), '$streamDeleted', false, '', '');
  INSERT INTO stream (name, last, tombstoned) VALUES (p_stream, deleted(), true)
    ON CONFLICT (name) DO UPDATE SET tombstoned = true;
END $body$;
