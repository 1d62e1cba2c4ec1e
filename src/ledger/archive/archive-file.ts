import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { LedgerFault } from '../fault.ts';

/** A row of the log as an archive tells it: everything that is needed to put it back where it was. */
export interface ArchivedEvent {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly command: string;
  /** Of the command's content, hex. */
  readonly fingerprint: string;
  readonly type: string;
  readonly version: number;
  /** How many texts were sealed with it; they stay in the database, from which they can be erased. */
  readonly sealed: number;
  /** To the microsecond, `2026-11-22T08:15:30.123456Z`. */
  readonly recordedAt: string;
  /** The stored body: canonical JSON, exactly these characters. */
  readonly body: string;
  /** As it was stored beside the body, hex. */
  readonly leafHash: string;
}

/** What a file is known by. */
export interface FileDigest {
  readonly bytes: number;
  /** SHA-256 of the bytes, hex. */
  readonly sha256: string;
}

const LINE_BREAK = 0x0a;

async function* linesOf(pages: AsyncIterable<readonly ArchivedEvent[]>): AsyncGenerator<string> {
  for await (const page of pages) yield page.map((event) => `${JSON.stringify(event)}\n`).join('');
}

/** Writes a new file, which must not be there: gzip, an event in JSON on each line. It is on the disk when this resolves. */
export const writeArchive = async (
  file: string,
  pages: AsyncIterable<readonly ArchivedEvent[]>,
): Promise<FileDigest> => {
  const digest = createHash('sha256');
  let bytes = 0;
  await pipeline(
    Readable.from(linesOf(pages)),
    createGzip(),
    async function* (source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        digest.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    },
    createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }),
  );
  return { bytes, sha256: digest.digest('hex') };
};

/** Reads a file's digest from the disk. */
export const digestOf = async (file: string): Promise<FileDigest> => {
  const digest = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    digest.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: digest.digest('hex') };
};

/** Events given at once. */
const PAGE = 2_000;

/** The events of an archive in pages, in the order in which they were written. Throws `LedgerFault` where it is cut off. */
export async function* readArchive(file: string): AsyncGenerator<readonly ArchivedEvent[], void> {
  let rest: Buffer = Buffer.alloc(0);
  let page: ArchivedEvent[] = [];
  const unzipped = createReadStream(file).pipe(createGunzip());
  for await (const chunk of unzipped as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([rest, chunk]);
    const end = bytes.lastIndexOf(LINE_BREAK);
    rest = bytes.subarray(end + 1);
    // Not a reader of lines: bodies may hold what such a one takes for the end of a line.
    for (const line of end < 0 ? [] : bytes.toString('utf8', 0, end).split('\n'))
      page.push(JSON.parse(line) as ArchivedEvent);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (rest.length > 0) throw new LedgerFault('The archive ends within a line.');
  if (page.length > 0) yield page;
}
