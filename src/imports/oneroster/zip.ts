import { posix } from 'node:path';
import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { SourceUnreadable, type Source, type SourceLimits } from './byte-source.ts';

const isClutter = (name: string): boolean =>
  name.endsWith('/') || name.startsWith('__MACOSX/') || posix.basename(name).startsWith('.');

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

function megabytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(bytes < 1024 ** 2 ? 3 : 0)} MB`;
}

/** Lists the archive without unpacking it; the reader holds each file to the size stated here. */
async function list(path: string, zip: ZipFile, limits: SourceLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.files)
    throw new SourceUnreadable(
      path,
      `holds ${String(zip.entryCount)} files, more than ${String(limits.files)}`,
    );
  const entries = new Map<string, Entry>();
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    if (isClutter(entry.fileName)) continue;
    bytes += entry.uncompressedSize;
    if (bytes > limits.bytes)
      throw new SourceUnreadable(path, `would unpack to more than ${megabytes(limits.bytes)}`);
    if (entry.isEncrypted()) throw new SourceUnreadable(path, 'is encrypted');
    if (entries.has(entry.fileName)) throw new SourceUnreadable(path, `holds ${entry.fileName} twice`);
    entries.set(entry.fileName, entry);
  }
  return entries;
}

/** Archivers often pack the folder around the files; the bundle is the one folder that holds CSV files. */
function bundleFolder(path: string, names: Iterable<string>): string {
  const tables = [...names].filter((name) => name.toLowerCase().endsWith('.csv'));
  const folders = new Set(tables.map((name) => posix.dirname(name)));
  if (folders.has('.')) return '.';
  if (folders.size > 1)
    throw new SourceUnreadable(path, 'holds several folders with CSV files, not one bundle');
  return [...folders][0] ?? '.';
}

async function* unpack(path: string, zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let sum = 0;
  try {
    const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (cause) {
    throw new SourceUnreadable(path, `is damaged at ${entry.fileName}: ${reasonOf(cause)}`, cause);
  }
  if (sum !== entry.crc32)
    throw new SourceUnreadable(path, `is damaged at ${entry.fileName}: wrong checksum`);
}

/** A zip file as a bundle; nothing is written to disk and nothing is unpacked before it is read. */
export async function openZip(path: string, limits: SourceLimits): Promise<Source> {
  const zip = await openPromise(path, { autoClose: false }).catch((cause: unknown) => {
    throw new SourceUnreadable(path, `is not a readable zip file: ${reasonOf(cause)}`, cause);
  });
  try {
    const entries = await list(path, zip, limits);
    const folder = bundleFolder(path, entries.keys());
    const inside = new Map<string, Entry>();
    for (const [name, entry] of entries)
      if (posix.dirname(name) === folder) inside.set(posix.basename(name), entry);
    return {
      files: new Map(Array.from(inside, ([name, entry]) => [name, entry.uncompressedSize])),
      read(name) {
        const entry = inside.get(name);
        if (!entry) throw new SourceUnreadable(path, `does not hold ${name}`);
        return unpack(path, zip, entry);
      },
      close() {
        zip.close();
        return Promise.resolve();
      },
    };
  } catch (cause) {
    zip.close();
    if (cause instanceof SourceUnreadable) throw cause;
    throw new SourceUnreadable(path, `is not a safe zip file: ${reasonOf(cause)}`, cause);
  }
}
