import type { Pool } from 'pg';
import { LedgerFault } from '../fault.ts';
import { proveInclusion } from '../inclusion.ts';
import type { Published, PublishedCheckpoint } from '../published/published.ts';
import { postgresPublished } from '../published/postgres-published.ts';
import { tileHashes } from '../tile-reader.ts';
import { writeTlogProof } from '../tlog-proof.ts';
import { writeBundle } from './bundle.ts';
import { publishedPolicy } from './published-policy.ts';
import { withLoggedRows, type LoggedRows } from './logged-rows.ts';
import type { PrintedPage } from './printed-page.ts';

/** What an auditor asks for. */
export interface ExportRequest {
  /** The origin of a log, or the id of its college. */
  readonly log: string;
  /** A new or empty folder. */
  readonly folder: string;
  /** Up to which signed checkpoint; left out, the latest that has what the policy asks for. */
  readonly size?: number;
  /** Whether the ciphertexts of personal texts come along. */
  readonly isSealed: boolean;
  /** Ids of events that get a proof of their own. */
  readonly proofs: readonly string[];
  /** The auditor's own policy; left out, one from the keys that the signer published. */
  readonly policy?: string;
  /** Of the keys that texts in the bundle are sealed under, those to texts that the auditor may read. */
  readonly keysOf?: (college: string, names: readonly string[]) => Promise<ReadonlyMap<string, Uint8Array>>;
  /** Pages as the read models show them at a position. */
  readonly pagesOf?: (college: string, size: number) => Promise<readonly PrintedPage[]>;
}

/** What was written. */
export interface Exported {
  readonly origin: string;
  readonly size: number;
  readonly witnesses: number;
}

const demandCheckpoint = async (
  published: Published,
  college: string,
  { log, size }: ExportRequest,
): Promise<PublishedCheckpoint> => {
  if (size !== undefined) {
    const found = await published.checkpoint(college, size);
    if (found) return found;
    const signed = (await published.latest(college))?.size ?? 0;
    throw new LedgerFault(
      `No checkpoint of ${log} was signed at ${size}; the latest is at ${signed}. Leave --size out, or name a size that was signed.`,
    );
  }
  const found = (await published.latestCosigned(college)) ?? (await published.latest(college));
  if (found) return found;
  throw new LedgerFault(
    `Nothing of ${log} was signed yet. The signer runs beside the server (\`npm start\`), or by itself: see src/ledger/README.md.`,
  );
};

const proofsOf = async (
  published: Published,
  rows: LoggedRows,
  college: string,
  { size, note }: PublishedCheckpoint,
  events: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const read = tileHashes(published.tiles(college), size);
  const proofs = new Map<string, string>();
  for (const event of events) {
    const index = (await rows.positionOf(event, size)) - 1;
    proofs.set(event, writeTlogProof({ index, path: await proveInclusion(read, index, size), note }));
  }
  return proofs;
};

/**
 * Writes a bundle of a college's log, reading as the auditor and nothing but what an auditor may. Throws `LedgerFault`
 * with what is missing: no such log, nothing signed, no such size, a folder that is not empty.
 */
export const exportBundle = async (pool: Pool, request: ExportRequest): Promise<Exported> => {
  const published = postgresPublished(pool);
  const college = await published.collegeOf(request.log);
  if (college === null) throw new LedgerFault(`There is no log ${request.log}.`);
  return withLoggedRows(pool, college, async (rows) => {
    const checkpoint = await demandCheckpoint(published, college, request);
    const { size, note, cosignatures } = checkpoint;
    await writeBundle(request.folder, {
      origin: rows.origin,
      clock: rows.clock,
      size,
      madeAt: new Date().toISOString(),
      checkpoint: note,
      policy: request.policy ?? publishedPolicy(rows.origin, await published.keys(college)),
      bodies: rows.bodies(size),
      sealed: request.isSealed ? rows.sealed(size) : null,
      keys: (await request.keysOf?.(college, await rows.keyNames(size))) ?? new Map(),
      proofs: await proofsOf(published, rows, college, checkpoint, request.proofs),
      pages: (await request.pagesOf?.(college, size)) ?? [],
    });
    return { origin: rows.origin, size, witnesses: cosignatures.length };
  });
};
