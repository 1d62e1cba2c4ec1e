import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import type { LogClock, SealedText } from '../../log/event-log.ts';
import { LedgerFault } from '../fault.ts';
import { writeDigested, type Pieces } from './digested-file.ts';
import type { PrintedPage } from './printed-page.ts';

/** The name of the format; a change that an older verifier would misread takes another one. */
const BUNDLE_FORMAT = 'gradeledger-bundle/1';

/** A sealed text with the place of its event. */
export interface PlacedText extends SealedText {
  readonly position: number;
}

/** Everything an auditor takes home about one college's log, up to a signed checkpoint. */
export interface Bundle {
  readonly origin: string;
  readonly clock: LogClock;
  readonly size: number;
  readonly madeAt: string;
  /** The signed note of the checkpoint, with the cosignatures under it. */
  readonly checkpoint: string;
  /** C2SP tlog-policy: the log's keys, its witnesses, the quorum. */
  readonly policy: string;
  /** The exact bodies from position 1 to the size, some at a time. */
  readonly bodies: AsyncIterable<readonly string[]>;
  /** The ciphertexts that still exist, in the order of their events; `null` leaves them out. */
  readonly sealed: AsyncIterable<readonly PlacedText[]> | null;
  /** By name, the keys to texts that the auditor may read. */
  readonly keys: ReadonlyMap<string, Uint8Array>;
  /** By event id, the text of a `.tlog-proof`. */
  readonly proofs: ReadonlyMap<string, string>;
  /** Pages as the read models show them. */
  readonly pages: readonly PrintedPage[];
}

const VERIFIERS = join(import.meta.dirname, '..', 'verifier');

const line = (value: unknown): string => `${canonicalize(value) ?? ''}\n`;

async function* linesOf<Item>(
  pages: AsyncIterable<readonly Item[]>,
  write: (item: Item) => string,
): AsyncIterable<string> {
  for await (const page of pages) yield page.map(write).join('');
}

const sealedLine = ({ position, field, key, ciphertext }: PlacedText): string =>
  line({ position, field, key, ciphertext: Buffer.from(ciphertext).toString('base64') });

/** The files of a bundle but the manifest, by name. */
async function filesOf(bundle: Bundle): Promise<ReadonlyMap<string, Pieces>> {
  const files = new Map<string, Pieces>([
    ['events.ndjson', linesOf(bundle.bodies, (body) => `${body}\n`)],
    ['checkpoint.txt', bundle.checkpoint],
    ['policy.txt', bundle.policy],
  ]);
  if (bundle.sealed) files.set('sealed.ndjson', linesOf(bundle.sealed, sealedLine));
  if (bundle.keys.size > 0) {
    const keys = [...bundle.keys].map(([key, dek]) =>
      line({ key, dek: Buffer.from(dek).toString('base64') }),
    );
    files.set('keys.ndjson', keys.join(''));
  }
  for (const [event, proof] of bundle.proofs) files.set(`proofs/${event}.tlog-proof`, proof);
  for (const page of bundle.pages) files.set(`pages/${page.journal}.json`, line(page));
  for (const name of await readdir(VERIFIERS)) files.set(name, await readFile(join(VERIFIERS, name)));
  return files;
}

/**
 * Writes a bundle into a folder, which must be new or empty; the manifest comes last, so that a folder without one is an
 * export that was cut off. Throws `LedgerFault` where something lies there already.
 */
export const writeBundle = async (folder: string, bundle: Bundle): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new LedgerFault(`${folder} is not empty.`);
  const files: Record<string, string> = {};
  for (const [name, pieces] of await filesOf(bundle))
    files[name] = await writeDigested(join(folder, name), pieces);
  const { origin, clock, size, madeAt } = bundle;
  const manifest = line({ format: BUNDLE_FORMAT, origin, clock, size, madeAt, files });
  await writeDigested(join(folder, 'manifest.json'), manifest);
};
