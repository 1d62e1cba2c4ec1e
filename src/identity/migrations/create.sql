CREATE SCHEMA identity;

-- A code is shown once and used once. Only its SHA-256 is kept: who reads this table can not sign in with it.
CREATE TABLE identity.sign_in_code (
  code_hash  bytea       PRIMARY KEY CHECK (octet_length(code_hash) = 32),
  college    uuid        NOT NULL,
  account    uuid        NOT NULL,
  channel    text        NOT NULL,
  issued_at  timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > issued_at),
  used_at    timestamptz
);
CREATE INDEX sign_in_code_account ON identity.sign_in_code (college, account);
CREATE INDEX sign_in_code_expiry ON identity.sign_in_code (expires_at);

CREATE TABLE identity.session (
  id            uuid        PRIMARY KEY,
  token_hash    bytea       NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
  college       uuid        NOT NULL,
  account       uuid        NOT NULL,
  channel       text        NOT NULL,
  signed_in_at  timestamptz NOT NULL,
  idle_until    timestamptz NOT NULL,
  ends_at       timestamptz NOT NULL,
  signed_out_at timestamptz
);
CREATE INDEX session_account ON identity.session (college, account) WHERE signed_out_at IS NULL;
CREATE INDEX session_end ON identity.session (ends_at);

GRANT USAGE ON SCHEMA identity TO gradeledger_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.sign_in_code, identity.session TO gradeledger_app;
