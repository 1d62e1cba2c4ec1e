import { basename } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '../../database/transaction.ts';
import { LedgerFault } from '../fault.ts';
import { digestOf, readArchive, type ArchivedEvent } from './archive-file.ts';
import type { Archived } from './archive.ts';
import { archivedStretches, demandLog } from './archived-log.ts';
import { readManifest } from './manifest.ts';
import { signedStretch } from './signed-stretch.ts';

const MAKE_LEAVES = `SELECT log.make_leaf($1, n) FROM generate_series(($2::bigint - 1) / $4 + 1, $3::bigint / $4) n`;

const EVENTS = `INSERT INTO log.event
    (college, position, stream, revision, id, command, type, version, sealed, recorded_at, body, leaf_hash)
  SELECT $1, u.position, s.no, u.revision, u.id, u.command, u.type, u.version, u.sealed, u.at, u.body, decode(u.leaf, 'hex')
    FROM unnest($2::bigint[], $3::text[], $4::int[], $5::uuid[], $6::uuid[], $7::text[], $8::smallint[], $9::smallint[],
                $10::timestamptz[], $11::text[], $12::text[])
      AS u(position, stream, revision, id, command, type, version, sealed, at, body, leaf)
    JOIN log.stream s ON s.college = $1 AND s.name = u.stream`;

const store = async (db: PoolClient, no: number, events: readonly ArchivedEvent[]): Promise<void> => {
  const column = <Name extends keyof ArchivedEvent>(name: Name): ArchivedEvent[Name][] =>
    events.map((event) => event[name]);
  const { rowCount } = await db.query(EVENTS, [
    no,
    column('position'),
    column('stream'),
    column('revision'),
    column('id'),
    column('command'),
    column('type'),
    column('version'),
    column('sealed'),
    column('recordedAt'),
    column('body'),
    column('leafHash'),
  ]);
  if (rowCount !== events.length)
    throw new LedgerFault('The archive tells of a stream that the log has not.');
};

/**
 * Brings an archived stretch back into its log. The manifest must be the one the database knows, the file the manifest's, and
 * every event the one that was signed. Throws `LedgerFault`, and changes nothing, otherwise.
 */
export const attachArchive = async (owner: Pool, file: string): Promise<Archived> => {
  const { manifest, hash } = await readManifest(file);
  const { college, first, last, root } = manifest;
  const { no, origin, leaf } = await demandLog(owner, college);
  const known = (await archivedStretches(owner, no)).find((stretch) => stretch.manifest.equals(hash));
  if (!known)
    throw new LedgerFault(
      `The log ${origin} knows of no archive with the manifest of ${basename(file)}: it was changed, or its events are back.`,
    );
  if ((await digestOf(file)).sha256 !== manifest.sha256)
    throw new LedgerFault(`${basename(file)} is not the file that its manifest was written for.`);

  const signed = await signedStretch(owner, college, first, last);
  await inTransaction(owner, 'BEGIN', async (db) => {
    await db.query(MAKE_LEAVES, [no, first, last, leaf]);
    for await (const events of readArchive(file)) {
      await signed.demand(events);
      await store(db, no, events);
    }
    if (signed.root().toString('hex') !== root || !known.root.equals(signed.root()))
      throw new LedgerFault(`${basename(file)} holds other events than its manifest says.`);
    await db.query('SELECT log.attach_stretch($1, $2)', [college, hash]);
  });
  return { origin, first, last, file, manifest: hash.toString('hex') };
};
