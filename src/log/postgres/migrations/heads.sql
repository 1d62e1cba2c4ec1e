-- A college keeps its origin and its clock: one that lived by the database's clock can not be told another way. The
-- heads of streams move with what is appended, and stay.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.college
  FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_rewriting();
ALTER TABLE log.college ENABLE ALWAYS TRIGGER append_only;
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON log.stream
  FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_rewriting();
ALTER TABLE log.stream ENABLE ALWAYS TRIGGER kept;
