CREATE SCHEMA ledger;
COMMENT ON SCHEMA ledger IS
  'What the signer says of the log: heads of the tree with signatures, complete tiles, and reports. Written by the signer alone.';

-- A signed head of a college's tree. `college` is log.college.no; `note` is a C2SP checkpoint with the log's own signatures.
CREATE TABLE ledger.checkpoint (
  college int NOT NULL,
  size bigint NOT NULL CHECK (size > 0),
  root bytea NOT NULL CHECK (octet_length(root) = 32),
  note text NOT NULL CHECK (octet_length(note) BETWEEN 1 AND 16384),
  signed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (college, size)
);

-- A signature line that a witness or a mirror gave for a checkpoint: valid when it was stored.
CREATE TABLE ledger.cosignature (
  college int NOT NULL,
  size bigint NOT NULL,
  witness text NOT NULL CHECK (octet_length(witness) BETWEEN 1 AND 255),
  line text NOT NULL CHECK (octet_length(line) BETWEEN 1 AND 16384),
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (college, size, witness),
  FOREIGN KEY (college, size) REFERENCES ledger.checkpoint
);

-- Complete tiles of 256 hashes: tile n of level l (C2SP tlog-tiles). Partial tiles follow from the log itself.
CREATE TABLE ledger.tile (
  college int NOT NULL,
  level smallint NOT NULL CHECK (level BETWEEN 0 AND 7),
  n bigint NOT NULL CHECK (n >= 0),
  hashes bytea NOT NULL CHECK (octet_length(hashes) = 8192),
  PRIMARY KEY (college, level, n)
);

-- What the signer found. An alarm stands until a later report `verified` of the same college.
-- `witness` tells of a witness that does not do its work; the log goes on.
CREATE TABLE ledger.report (
  no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  college int NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  kind text NOT NULL CHECK (kind IN ('alarm', 'verified', 'witness')),
  -- Which finding: TREE_SHRANK, PREFIX_DIFFERS …
  code text NOT NULL CHECK (code ~ '^[A-Z][A-Z_]{1,63}$'),
  -- How many events the report covers, and the position it names, if it names one.
  size bigint NOT NULL CHECK (size >= 0),
  position bigint CHECK (position > 0),
  witness text,
  sentence text NOT NULL CHECK (octet_length(sentence) BETWEEN 1 AND 2000)
);
CREATE INDEX report_latest ON ledger.report (college, kind, no DESC);

-- The verifier keys of the log and of its witnesses, as the signer knows them. Whom to trust is told by another way.
CREATE TABLE ledger.key (
  college int NOT NULL,
  vkey text NOT NULL CHECK (octet_length(vkey) BETWEEN 1 AND 4096),
  kind text NOT NULL CHECK (kind IN ('log', 'witness')),
  since timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (college, vkey)
);
