import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeDurably } from '../durable-file.ts';
import { LedgerFault } from '../fault.ts';
import { sha256, type Hash } from '../leaf.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/u);
const count = z.int().positive();

const Manifest = z.strictObject({
  /** The origin of the log. */
  log: z.string().min(1),
  college: z.uuid(),
  first: count,
  last: count,
  /** The name of the archive, which lies beside the manifest. */
  file: z.string().min(1),
  bytes: count,
  sha256: hash,
  /** The root of the tree of these events alone (RFC 6962), hex. */
  root: hash,
  /** The signed checkpoint that the events were held against, leaf by leaf. */
  checkpoint: z.string().min(1),
});

/** What is told of an archive: its hash is kept in the database for ever. */
export type Manifest = Readonly<z.infer<typeof Manifest>>;

const manifestOf = (file: string): string => `${file}.manifest.json`;

/** Writes the manifest beside its archive; gives the hash of its bytes. */
export const writeManifest = async (file: string, manifest: Manifest): Promise<Hash> => {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeDurably(manifestOf(file), text);
  return sha256(text);
};

/** Reads the manifest that lies beside an archive. Throws `LedgerFault` where it cannot be one. */
export const readManifest = async (
  file: string,
): Promise<{ readonly manifest: Manifest; readonly hash: Hash }> => {
  const bytes = await readFile(manifestOf(file));
  try {
    return { manifest: Manifest.parse(JSON.parse(bytes.toString('utf8'))), hash: sha256(bytes) };
  } catch (error) {
    throw new LedgerFault(`${manifestOf(file)} is no manifest of an archive.`, { cause: error });
  }
};
