CREATE SCHEMA keys;

-- The key encryption keys that wrapped something here, by the name they have in the file outside; never the key itself.
-- New keys are wrapped under one that is not retired.
CREATE TABLE keys.kek (
  id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9-]{1,60}$'),
  began_at timestamptz NOT NULL DEFAULT now(),
  retired_at timestamptz,
  forgotten_at timestamptz CHECK (forgotten_at IS NULL OR retired_at IS NOT NULL)
);

-- Data encryption keys, wrapped. A key that was destroyed leaves its name, so that none is made under it again.
CREATE TABLE keys.dek (
  college uuid NOT NULL,
  -- Subject, purpose, generation.
  name text COLLATE "C" NOT NULL,
  kek text COLLATE "C" REFERENCES keys.kek,
  wrapped bytea CHECK (octet_length(wrapped) = 60),
  destroyed_at timestamptz,
  PRIMARY KEY (college, name),
  CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL) AND (wrapped IS NULL) = (kek IS NULL))
);
CREATE INDEX dek_kek ON keys.dek (kek) WHERE kek IS NOT NULL;

-- Up to which position of a college's log the ends of its keys were carried out.
CREATE TABLE keys.reached (
  college uuid PRIMARY KEY,
  position bigint NOT NULL
);

-- What was destroyed stays destroyed, and no row goes.
CREATE FUNCTION keys.refuse_return() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION '% on keys.dek is refused: a key that was destroyed does not come back', TG_OP
    USING ERRCODE = 'GL002';
END $$;
CREATE TRIGGER destroyed_for_ever BEFORE UPDATE ON keys.dek
  FOR EACH ROW WHEN (OLD.destroyed_at IS NOT NULL) EXECUTE FUNCTION keys.refuse_return();
ALTER TABLE keys.dek ENABLE ALWAYS TRIGGER destroyed_for_ever;
CREATE TRIGGER kept_by_name BEFORE DELETE OR TRUNCATE ON keys.dek
  FOR EACH STATEMENT EXECUTE FUNCTION keys.refuse_return();
ALTER TABLE keys.dek ENABLE ALWAYS TRIGGER kept_by_name;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA keys FROM PUBLIC;
GRANT USAGE ON SCHEMA keys TO gradeledger_keys;
GRANT SELECT, INSERT ON keys.kek, keys.dek, keys.reached TO gradeledger_keys;
GRANT UPDATE (retired_at, forgotten_at) ON keys.kek TO gradeledger_keys;
GRANT UPDATE (position) ON keys.reached TO gradeledger_keys;
GRANT UPDATE (kek, wrapped, destroyed_at) ON keys.dek TO gradeledger_keys;
