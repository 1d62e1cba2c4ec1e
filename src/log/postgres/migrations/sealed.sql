-- Personal texts were sealed from here on. What was written before holds them in the clear and commits to them
-- otherwise: it cannot be read any more, and is left as it is.
DO $$
BEGIN
  IF EXISTS (SELECT FROM log.event) THEN
    RAISE EXCEPTION 'the log was written before its texts were sealed' USING ERRCODE = 'GL001';
  END IF;
END
$$;
DROP TABLE IF EXISTS log.sealed;
DROP FUNCTION IF EXISTS log.append;
DROP FUNCTION IF EXISTS log.append_one;
DROP FUNCTION IF EXISTS log.refuse_detaching;
DROP FUNCTION IF EXISTS log.detach;
DROP FUNCTION IF EXISTS log.is_destroyed;

-- Personal texts that bodies commit to, sealed: the one table of the log from which rows are deleted.
CREATE TABLE log.sealed (
  college int NOT NULL,
  position bigint NOT NULL,
  field text COLLATE "C" NOT NULL,
  -- The key: subject, purpose, generation.
  key text COLLATE "C" NOT NULL,
  ciphertext bytea NOT NULL,
  PRIMARY KEY (college, position, field)
);
CREATE INDEX sealed_key ON log.sealed (college, key);

-- Whether the log says that a key was destroyed.
CREATE FUNCTION log.is_destroyed(p_college int, p_key text) RETURNS boolean
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT EXISTS (
    SELECT FROM log.stream s JOIN log.event e ON e.stream = s.no
     WHERE s.college = p_college
       AND s.name = 'key-' || split_part(p_key, '/', 1) || '.' || split_part(p_key, '/', 2)
       AND e.type = 'SubjectKeyDestroyed'
       AND e.body::json #>> '{data,generation}' = split_part(p_key, '/', 3)
  );
$$;

-- Deletes every text of the key whose end an event tells of.
CREATE FUNCTION log.detach(p_college int, p_body text) RETURNS void
LANGUAGE sql
SET search_path = pg_catalog, pg_temp
AS $$
  DELETE FROM log.sealed x
   USING (SELECT p_body::json -> 'data' AS key) d
   WHERE x.college = p_college
     AND x.key = concat_ws('/', d.key ->> 'subject', d.key ->> 'purpose', d.key ->> 'generation');
$$;

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
CREATE TRIGGER append_only BEFORE UPDATE OR TRUNCATE ON log.sealed
  FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_rewriting();
ALTER TABLE log.sealed ENABLE ALWAYS TRIGGER append_only;
