-- How far each webhook has come: a mark in the log, which is the outbox. Not history: who opened which feed to where are events.
CREATE SCHEMA webhook;

CREATE TABLE webhook.progress (
  college       uuid        NOT NULL,
  webhook       uuid        NOT NULL,
  -- Everything up to here was delivered, or was not asked for.
  position      bigint      NOT NULL CHECK (position >= 0),
  -- The event that said where to begin: the registration, or the last replay.
  started_by    bigint      NOT NULL,
  -- The last event about the webhook that was heeded: it ends a wait.
  heeded        bigint      NOT NULL,
  -- How many secrets were ever made for it: all of them are destroyed with it.
  generation    integer     NOT NULL,
  -- Failures in a row, since when, and when it is tried again.
  failures      integer     NOT NULL DEFAULT 0,
  failing_since timestamptz,
  next_at       timestamptz,
  PRIMARY KEY (college, webhook)
);

-- The last attempts of each: what was sent, and how it went; never what the receiver answered beyond a status.
CREATE TABLE webhook.attempt (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  college     uuid        NOT NULL,
  webhook     uuid        NOT NULL,
  position    bigint      NOT NULL,
  event       uuid        NOT NULL,
  at          timestamptz NOT NULL,
  result      text        NOT NULL,
  status      integer,
  duration_ms integer     NOT NULL,
  FOREIGN KEY (college, webhook) REFERENCES webhook.progress ON DELETE CASCADE
);
CREATE INDEX attempt_newest ON webhook.attempt (college, webhook, id DESC);

GRANT USAGE ON SCHEMA webhook TO gradeledger_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook.progress TO gradeledger_app;
GRANT SELECT, INSERT, DELETE ON webhook.attempt TO gradeledger_app;
