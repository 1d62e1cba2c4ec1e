-- What was signed or reported stays: for the signer, the owner, a superuser, and one who plays replica.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['checkpoint', 'cosignature', 'tile', 'report', 'key'] LOOP
    EXECUTE format(
      'CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.%I
         FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_rewriting()', name);
    EXECUTE format('ALTER TABLE ledger.%I ENABLE ALWAYS TRIGGER append_only', name);
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA ledger TO gradeledger_app, gradeledger_signer, gradeledger_auditor;
GRANT SELECT ON ledger.checkpoint, ledger.cosignature, ledger.tile, ledger.report, ledger.key
  TO gradeledger_app, gradeledger_signer, gradeledger_auditor;
GRANT INSERT ON ledger.checkpoint, ledger.cosignature, ledger.tile, ledger.report, ledger.key TO gradeledger_signer;

-- The signer reads events and nothing personal: sealed texts are not among them.
GRANT USAGE ON SCHEMA log TO gradeledger_signer, gradeledger_auditor;
GRANT SELECT ON log.college, log.stream, log.event TO gradeledger_signer, gradeledger_auditor;
