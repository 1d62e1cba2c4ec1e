import type { Pool } from 'pg';
import { cosignedAt } from '../cosignature.ts';
import { parseSignature, withSignatures } from '../note.ts';
import type { Hash } from '../leaf.ts';
import type { Cosigned, PublishedCheckpoint, PublishedKey, SignerReport } from './published.ts';

interface CheckpointRow {
  readonly origin: string;
  readonly size: bigint;
  readonly root: Hash;
  readonly note: string;
  readonly signed_at: Date;
  readonly lines: readonly { readonly witness: string; readonly line: string }[] | null;
}

interface StatusRow {
  readonly head: bigint | null;
  readonly size: bigint | null;
  readonly signed_at: Date | null;
}

/** The latest report of a kind, and whether it is the latest of both kinds. */
interface ReportRow {
  readonly kind: 'alarm' | 'verified';
  readonly at: Date;
  readonly code: string;
  readonly size: bigint;
  readonly sentence: string;
}

const COLLEGE = '(SELECT c.no FROM log.college c WHERE c.id = $1)';

const CHECKPOINT = `SELECT c.origin, k.size, k.root, k.note, k.signed_at, (
    SELECT json_agg(json_build_object('witness', s.witness, 'line', s.line) ORDER BY s.witness)
      FROM ledger.cosignature s WHERE s.college = k.college AND s.size = k.size
  ) AS lines
  FROM log.college c JOIN ledger.checkpoint k ON k.college = c.no
  WHERE c.id = $1`;

const LATEST = `${CHECKPOINT} ORDER BY k.size DESC LIMIT 1`;

const LATEST_COSIGNED = `${CHECKPOINT}
  AND k.size = (SELECT max(s.size) FROM ledger.cosignature s WHERE s.college = c.no)`;

const AT_SIZE = `${CHECKPOINT} AND k.size = $2`;

const STATUS = `SELECT h.position AS head, k.size, k.signed_at
  FROM log.college c
  LEFT JOIN LATERAL (
    SELECT e.last AS position FROM log.command e WHERE e.college = c.no ORDER BY e.last DESC LIMIT 1) h ON true
  LEFT JOIN LATERAL (
    SELECT p.size, p.signed_at FROM ledger.checkpoint p WHERE p.college = c.no ORDER BY p.size DESC LIMIT 1) k ON true
  WHERE c.id = $1`;

const LAST_COSIGNATURES = `SELECT DISTINCT ON (s.witness) s.witness, s.size, s.line FROM ledger.cosignature s
  WHERE s.college = ${COLLEGE} ORDER BY s.witness, s.size DESC`;

const REPORTS = `SELECT r.kind, r.at, r.code, r.size, r.sentence
  FROM unnest(ARRAY['alarm', 'verified']) AS u(kind)
  CROSS JOIN LATERAL (
    SELECT t.* FROM ledger.report t WHERE t.college = ${COLLEGE} AND t.kind = u.kind ORDER BY t.no DESC LIMIT 1) r
  ORDER BY r.no DESC`;

const KEYS = `SELECT k.vkey, k.kind, k.since FROM ledger.key k WHERE k.college = ${COLLEGE} ORDER BY k.since, k.vkey`;

const timeOf = (line: string): string => cosignedAt(parseSignature(line)).toISOString();

const checkpointOf = (row: CheckpointRow | undefined): PublishedCheckpoint | null => {
  if (!row) return null;
  const { origin, size, root, note, signed_at: signedAt, lines } = row;
  const cosignatures = (lines ?? []).map(({ witness, line }): Cosigned => ({
    witness,
    line,
    at: timeOf(line),
  }));
  return {
    origin,
    size: Number(size),
    root,
    note: withSignatures(
      note,
      cosignatures.map(({ line }) => line),
    ),
    signedAt: signedAt.toISOString(),
    cosignatures,
  };
};

const reportOf = ({ at, code, size, sentence }: ReportRow): SignerReport => ({
  at: at.toISOString(),
  code,
  size: Number(size),
  sentence,
});

/** The queries over what the signer published, prepared once per connection. */
export const publishedRows = (pool: Pool) => {
  const checkpoint = async (name: string, text: string, values: unknown[]) =>
    checkpointOf((await pool.query<CheckpointRow>({ name, text, values })).rows[0]);
  return {
    latest: (college: string) => checkpoint('ledger.latest', LATEST, [college]),
    latestCosigned: (college: string) => checkpoint('ledger.latest_cosigned', LATEST_COSIGNED, [college]),
    checkpoint: (college: string, size: number) => checkpoint('ledger.at_size', AT_SIZE, [college, size]),

    async status(college: string) {
      const [states, witnesses, reports] = await Promise.all([
        pool.query<StatusRow>(STATUS, [college]),
        pool.query<{ witness: string; size: bigint; line: string }>(LAST_COSIGNATURES, [college]),
        pool.query<ReportRow>(REPORTS, [college]),
      ]);
      const [state] = states.rows;
      const [last] = reports.rows;
      const verified = reports.rows.find(({ kind }) => kind === 'verified');
      return {
        head: Number(state?.head ?? 0),
        signed: Number(state?.size ?? 0),
        signedAt: state?.signed_at?.toISOString() ?? null,
        witnesses: witnesses.rows.map(({ witness, size, line }) => ({
          witness,
          size: Number(size),
          at: timeOf(line),
        })),
        verified: verified ? reportOf(verified) : null,
        alarm: last?.kind === 'alarm' ? reportOf(last) : null,
      };
    },

    async keys(college: string): Promise<readonly PublishedKey[]> {
      type Row = Omit<PublishedKey, 'since'> & { readonly since: Date };
      const { rows } = await pool.query<Row>(KEYS, [college]);
      return rows.map(({ since, ...key }) => ({ ...key, since: since.toISOString() }));
    },
  };
};
