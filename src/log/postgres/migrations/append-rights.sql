REVOKE ALL ON ALL FUNCTIONS IN SCHEMA log FROM PUBLIC;
GRANT SELECT ON log.sealed TO gradeledger_app;
GRANT EXECUTE ON FUNCTION log.append, log.append_one TO gradeledger_app;
