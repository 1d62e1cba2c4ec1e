-- How and when somebody proved who they are: it may be earlier than the session, and later after a step-up.
ALTER TABLE identity.session
  ADD COLUMN method           text NOT NULL DEFAULT 'code' CHECK (method IN ('code', 'password', 'provider')),
  ADD COLUMN authenticated_at timestamptz;
UPDATE identity.session SET authenticated_at = signed_in_at;
ALTER TABLE identity.session ALTER COLUMN authenticated_at SET NOT NULL;

-- A code proves no more than its maker knew: one that somebody made for themselves is as old as their session's proof.
ALTER TABLE identity.sign_in_code
  ADD COLUMN method           text NOT NULL DEFAULT 'code' CHECK (method IN ('code', 'provider')),
  ADD COLUMN authenticated_at timestamptz;

-- The name is made here and says nothing of the person. The hash carries its own parameters and salt.
CREATE TABLE identity.password (
  college uuid        NOT NULL,
  account uuid        NOT NULL,
  name    text        NOT NULL UNIQUE,
  hash    text        NOT NULL CHECK (hash LIKE '$argon2id$%'),
  set_at  timestamptz NOT NULL,
  PRIMARY KEY (college, account)
);

-- Failed attempts by the SHA-256 of a name or an address: every server counts here.
CREATE TABLE identity.attempt (
  key      bytea       PRIMARY KEY CHECK (octet_length(key) = 32),
  failures integer     NOT NULL CHECK (failures >= 0),
  last_at  timestamptz NOT NULL,
  open_at  timestamptz NOT NULL
);
CREATE INDEX attempt_age ON identity.attempt (last_at);

-- Who an identity provider's person is here: the SHA-256 of issuer and claim, bound by an administrator.
CREATE TABLE identity.provider_identity (
  college      uuid        NOT NULL,
  subject_hash bytea       NOT NULL CHECK (octet_length(subject_hash) = 32),
  account      uuid        NOT NULL,
  bound_at     timestamptz NOT NULL,
  PRIMARY KEY (college, subject_hash),
  UNIQUE (college, account)
);

-- A way to the provider and back: used once, by the browser that began it, and soon over.
CREATE TABLE identity.provider_flow (
  state_hash   bytea       PRIMARY KEY CHECK (octet_length(state_hash) = 32),
  browser_hash bytea       NOT NULL CHECK (octet_length(browser_hash) = 32),
  college      uuid        NOT NULL,
  nonce        text        NOT NULL,
  verifier     text        NOT NULL,
  is_step_up   boolean     NOT NULL,
  expires_at   timestamptz NOT NULL
);
CREATE INDEX provider_flow_expiry ON identity.provider_flow (expires_at);

GRANT SELECT, INSERT, UPDATE, DELETE
  ON identity.password, identity.attempt, identity.provider_identity, identity.provider_flow TO gradeledger_app;
