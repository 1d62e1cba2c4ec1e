-- The events lie in leaves: a table for each college, of ranges of positions. A college's leaves are archived, vacuumed and
-- read by themselves, whatever the others do. How many positions a leaf of a college holds is settled when its log is opened.
ALTER TABLE log.college ADD COLUMN leaf int NOT NULL DEFAULT 1000000 CHECK (leaf > 1);

-- The commands of a college in their order are the spine of its log: the last one tells its head, in one look-up that opens
-- no leaf at all. A row of heads would be rewritten by every append, and be slow to find beside a long snapshot.
ALTER TABLE log.command ADD COLUMN recorded_at timestamptz;
ALTER TABLE log.command DISABLE TRIGGER append_only;
UPDATE log.command c SET recorded_at = e.recorded_at FROM log.event e WHERE e.college = c.college AND e.position = c.last;
ALTER TABLE log.command ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE log.command ALTER COLUMN recorded_at SET NOT NULL, ADD UNIQUE (college, last);
GRANT SELECT (college, last) ON log.command TO gradeledger_signer;

ALTER TABLE log.event RENAME TO unparted;
ALTER TABLE log.unparted RENAME CONSTRAINT event_pkey TO unparted_pkey;

CREATE TABLE log.event (
  college int NOT NULL,
  position bigint NOT NULL,
  stream bigint NOT NULL,
  revision int NOT NULL,
  id uuid NOT NULL,
  command uuid NOT NULL,
  type text NOT NULL,
  version smallint NOT NULL,
  -- How many texts were sealed with it; most events have none, and a read then looks for none.
  sealed smallint NOT NULL,
  recorded_at timestamptz NOT NULL,
  body text NOT NULL,
  -- RFC 6962 leaf hash of the body's bytes as they were when stored: a body changed later no longer agrees
  -- with it, where a generated column would follow the change.
  leaf_hash bytea NOT NULL,
  PRIMARY KEY (college, position)
) PARTITION BY LIST (college);
GRANT SELECT ON log.event TO gradeledger_app, gradeledger_signer, gradeledger_auditor;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.event
  FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_rewriting();
ALTER TABLE log.event ENABLE ALWAYS TRIGGER append_only;

-- Gives a part of `log.event` what the whole has and a part does not inherit: triggers of statements, and rights.
CREATE FUNCTION log.guard_part(p_part text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.%I
    FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_rewriting()', p_part);
  EXECUTE format('ALTER TABLE log.%I ENABLE ALWAYS TRIGGER append_only', p_part);
  EXECUTE format('GRANT SELECT ON log.%I TO gradeledger_app, gradeledger_signer, gradeledger_auditor', p_part);
END $$;

-- Makes leaf n of a college, from 1, where it is not there yet. It is made whole beside the table and then attached, which
-- waits for no reader and no writer. That a stream has each revision once is told within a leaf only: between leaves the
-- head of the stream guarantees it.
CREATE FUNCTION log.make_leaf(p_college int, p_n bigint) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  v_table text := 'event_' || p_college;
  v_leaf text := v_table || '_' || p_n;
  v_span bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(7002, p_college);
  IF to_regclass('log.' || v_leaf) IS NOT NULL THEN
    RETURN;
  END IF;
  SELECT c.leaf INTO STRICT v_span FROM log.college c WHERE c.no = p_college;
  EXECUTE format('CREATE TABLE log.%I (LIKE log.event INCLUDING ALL, UNIQUE (stream, revision))', v_leaf);
  PERFORM log.guard_part(v_leaf);
  EXECUTE format('ALTER TABLE log.%I ATTACH PARTITION log.%I FOR VALUES FROM (%s) TO (%s)',
    v_table, v_leaf, (p_n - 1) * v_span + 1, p_n * v_span + 1);
END $$;

-- Makes a college's table and its first leaf.
CREATE FUNCTION log.make_college(p_college int) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  v_table text := 'event_' || p_college;
BEGIN
  EXECUTE format('CREATE TABLE log.%I (LIKE log.event INCLUDING ALL) PARTITION BY RANGE (position)', v_table);
  PERFORM log.guard_part(v_table);
  PERFORM log.make_leaf(p_college, 1);
  EXECUTE format('ALTER TABLE log.event ATTACH PARTITION log.%I FOR VALUES IN (%s)', v_table, p_college);
END $$;

-- Makes the next leaf of a college whose head is past half of the last one, and tells from which position on it wants to be
-- asked again. An append that finds no leaf makes it itself.
CREATE FUNCTION log.make_ahead(p_college uuid) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  v_no int; v_span bigint; v_head bigint; v_full bigint;
BEGIN
  SELECT c.no, c.leaf INTO v_no, v_span FROM log.college c WHERE c.id = p_college;
  SELECT k.last INTO v_head FROM log.command k WHERE k.college = v_no ORDER BY k.last DESC LIMIT 1;
  v_full := coalesce(v_head, 0) / v_span;
  IF v_head % v_span >= v_span / 2 THEN
    PERFORM log.make_leaf(v_no, v_full + 2);
    v_full := v_full + 1;
  END IF;
  RETURN v_full * v_span + v_span / 2;
END $$;

CREATE OR REPLACE FUNCTION log.open_college(p_id uuid, p_origin text, p_clock text)
RETURNS TABLE (id uuid, origin text, clock text)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  v_no int;
BEGIN
  INSERT INTO log.college (id, origin, clock) VALUES (p_id, p_origin, p_clock) ON CONFLICT DO NOTHING
    RETURNING no INTO v_no;
  IF v_no IS NOT NULL THEN
    PERFORM log.make_college(v_no);
  END IF;
  RETURN QUERY SELECT c.id, c.origin, c.clock FROM log.college c WHERE c.id = p_id OR c.origin = p_origin;
END $$;

-- Whether the log says that a key was destroyed. Planned for the college at hand: other colleges' leaves stay closed.
DROP TRIGGER only_with_its_key ON log.sealed;
DROP FUNCTION log.refuse_detaching;
DROP FUNCTION log.is_destroyed;
CREATE FUNCTION log.is_destroyed(p_college int, p_key text) RETURNS boolean
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan
AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM log.stream s JOIN log.event e ON e.stream = s.no
     WHERE s.college = p_college AND e.college = p_college
       AND s.name = 'key-' || split_part(p_key, '/', 1) || '.' || split_part(p_key, '/', 2)
       AND e.type = 'SubjectKeyDestroyed'
       AND e.body::json #>> '{data,generation}' = split_part(p_key, '/', 3)
  );
END $$;

-- A text goes only with its key, and is never another: for the owner, for a superuser, and for one who plays replica.
CREATE FUNCTION log.refuse_detaching() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (SELECT DISTINCT college, key FROM gone) g WHERE NOT log.is_destroyed(g.college, g.key)
  ) THEN
    RAISE EXCEPTION 'DELETE on log.sealed is refused: the log does not say that this key was destroyed'
      USING ERRCODE = 'GL002';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER only_with_its_key AFTER DELETE ON log.sealed
  REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_detaching();
ALTER TABLE log.sealed ENABLE ALWAYS TRIGGER only_with_its_key;

-- What was written before lies in leaves too, byte for byte: what cannot be told from what it was before may go.
DO $$
DECLARE
  v_college record; v_n bigint;
BEGIN
  FOR v_college IN
    SELECT c.no, c.leaf, coalesce(max(e.position), 0) AS head
      FROM log.college c LEFT JOIN log.unparted e ON e.college = c.no GROUP BY c.no
  LOOP
    PERFORM log.make_college(v_college.no);
    FOR v_n IN 2..v_college.head / v_college.leaf + 1 LOOP
      PERFORM log.make_leaf(v_college.no, v_n);
    END LOOP;
  END LOOP;
  INSERT INTO log.event SELECT * FROM log.unparted;
  IF EXISTS (
    SELECT FROM log.unparted u FULL JOIN log.event e ON e.college = u.college AND e.position = u.position
     WHERE e IS DISTINCT FROM u::text::log.event
  ) THEN
    RAISE EXCEPTION 'the log could not be copied into leaves';
  END IF;
  DROP TABLE log.unparted;
END $$;

DROP FUNCTION log.append;
DROP FUNCTION log.append_one;
