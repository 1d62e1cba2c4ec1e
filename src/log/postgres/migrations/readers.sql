-- Who reads the log beside the application: the one who signs it, and the one who audits it.
GRANT USAGE ON SCHEMA log TO gradeledger_signer, gradeledger_auditor;
GRANT SELECT ON log.college, log.event TO gradeledger_signer;
GRANT SELECT ON log.college, log.stream, log.event, log.command, log.sealed TO gradeledger_auditor;
