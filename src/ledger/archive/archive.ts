import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { inTransaction } from '../../database/transaction.ts';
import { LedgerFault } from '../fault.ts';
import { digestOf, readArchive, writeArchive, type ArchivedEvent } from './archive-file.ts';
import { archivedStretches, demandLog } from './archived-log.ts';
import { writeManifest } from './manifest.ts';
import { signedStretch } from './signed-stretch.ts';

/** Events read at once. */
const PAGE = 2_000;

const EVENTS = `SELECT e.position::int8::text AS position, s.name AS stream, e.revision, e.id, e.command,
    encode(k.fingerprint, 'hex') AS fingerprint, e.type, e.version, e.sealed,
    to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "recordedAt",
    e.body, encode(e.leaf_hash, 'hex') AS "leafHash"
  FROM log.event e JOIN log.stream s ON s.no = e.stream JOIN log.command k ON k.college = e.college AND k.id = e.command
 WHERE e.college = $1 AND e.position > $2 AND e.position <= $3 ORDER BY e.position`;

/** Longer than this nobody waits for the readers of one college; the command is given again. */
const PATIENCE = `SET LOCAL lock_timeout = '10s'`;

/** What was archived. */
export interface Archived {
  readonly origin: string;
  readonly first: number;
  readonly last: number;
  readonly file: string;
  /** Hex. */
  readonly manifest: string;
}

/**
 * Takes the whole leaves of a college's log up to a position out into a file in a folder. Every event is held against the
 * signed tree, the file is read back, and only then the leaves go. Throws `LedgerFault`, and takes nothing out, otherwise.
 */
export const archiveLog = async (
  owner: Pool,
  log: string,
  through: number,
  folder: string,
): Promise<Archived> => {
  const { no, college, origin, leaf } = await demandLog(owner, log);
  const stretches = await archivedStretches(owner, no);
  const first = stretches.reduce((next, stretch) => (stretch.first === next ? stretch.last + 1 : next), 1);
  const most = stretches.find((stretch) => stretch.first > first)?.first ?? Infinity;
  const last = Math.floor(Math.min(through, most - 1) / leaf) * leaf;
  if (last < first)
    throw new LedgerFault(`No whole leaf ends from event ${first} to ${through}: one holds ${leaf} events.`);

  const name = `${college}-${first}-${last}.ndjson.gz`;
  const file = join(folder, name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const signed = await signedStretch(owner, college, first, last);
  async function* pages(): AsyncGenerator<readonly ArchivedEvent[]> {
    for (let after = first - 1; after < last; after += PAGE) {
      type Row = Omit<ArchivedEvent, 'position'> & { readonly position: string };
      const { rows } = await owner.query<Row>(EVENTS, [no, after, Math.min(after + PAGE, last)]);
      const events = rows.map((row) => ({ ...row, position: Number(row.position) }));
      await signed.demand(events);
      yield events;
    }
  }
  const written = await writeArchive(file, pages());
  const root = signed.root();

  const readBack = await signedStretch(owner, college, first, last);
  for await (const events of readArchive(file)) await readBack.demand(events);
  const { sha256 } = await digestOf(file);
  if (sha256 !== written.sha256 || !readBack.root().equals(root))
    throw new LedgerFault(`${file} is not on the disk as it was written.`);

  const stretch = { log: origin, college, first, last };
  const checkpoint = signed.checkpoint.note;
  const manifest = await writeManifest(file, {
    ...stretch,
    file: name,
    ...written,
    root: root.toString('hex'),
    checkpoint,
  });
  await inTransaction(owner, 'BEGIN', async (db) => {
    await db.query(PATIENCE);
    await db.query('SELECT log.archive_stretch($1, $2, $3, $4, $5, $6)', [
      college,
      first,
      last,
      root,
      manifest,
      name,
    ]);
  });
  return { origin, first, last, file, manifest: manifest.toString('hex') };
};
