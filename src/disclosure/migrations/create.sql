-- Who of the staff read whose personal data: written once, before the answer goes out, and never changed.
CREATE SCHEMA disclosure;

CREATE TABLE disclosure.reading (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  college uuid NOT NULL,
  -- By the clock of the database.
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  account uuid NOT NULL,
  session text NOT NULL,
  roles text[] NOT NULL,
  -- The purposes of what was read: identity, contact, special, guardian, staff.
  purposes text[] NOT NULL,
  -- The fields of the API, Type.field.
  fields text[] NOT NULL,
  -- The ids of whom it was about: of students, and of accounts.
  subjects uuid[] NOT NULL,
  operation text,
  request uuid NOT NULL,
  CHECK (cardinality(purposes) > 0 AND cardinality(subjects) > 0)
);
CREATE INDEX reading_newest ON disclosure.reading (college, id DESC);
CREATE INDEX reading_account ON disclosure.reading (college, account, id DESC);
CREATE INDEX reading_subjects ON disclosure.reading USING gin (subjects);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON disclosure.reading
  FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_rewriting();
ALTER TABLE disclosure.reading ENABLE ALWAYS TRIGGER append_only;

GRANT USAGE ON SCHEMA disclosure TO gradeledger_app, gradeledger_auditor;
GRANT SELECT ON disclosure.reading TO gradeledger_app, gradeledger_auditor;
GRANT INSERT (college, account, session, roles, purposes, fields, subjects, operation, request)
  ON disclosure.reading TO gradeledger_app;
