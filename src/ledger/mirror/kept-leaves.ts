import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, truncate, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../durable-file.ts';
import { LedgerFault } from '../fault.ts';

/** Events in one file of a mirror: few enough files to copy, small enough ones to look into. */
const LINES = 65_536;

const LINE_BREAK = 0x0a;

const nameOf = (segment: number): string => `${String(segment).padStart(6, '0')}.ndjson`;

const eventsIn = (folder: string): string => join(folder, 'events');

const segmentsIn = async (folder: string): Promise<readonly string[]> => {
  const names = await readdir(eventsIn(folder)).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => /^\d{6}\.ndjson$/u.test(name)).toSorted();
};

/** The whole lines of a file, without their line breaks; what follows the last line break is left out. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let from = 0;
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    for (let end = bytes.indexOf(LINE_BREAK); end >= 0; end = bytes.indexOf(LINE_BREAK, from)) {
      yield bytes.subarray(from, end);
      from = end + 1;
    }
    rest = bytes.subarray(from);
  }
}

/**
 * The leaves that a folder of a mirror holds, in order: a line of `events/000000.ndjson` is a leaf byte by byte, since
 * canonical JSON has no raw line break. Throws `LedgerFault` where a file is missing or has too few lines before another.
 */
export async function* readLeaves(folder: string): AsyncGenerator<Buffer, void> {
  const segments = await segmentsIn(folder);
  for (const [segment, name] of segments.entries()) {
    let lines = 0;
    if (name !== nameOf(segment)) throw new LedgerFault(`The mirror lacks a file before ${name}.`);
    for await (const line of linesOf(join(eventsIn(folder), name))) {
      lines += 1;
      yield line;
    }
    if (segment < segments.length - 1 && lines !== LINES)
      throw new LedgerFault(`The mirror's file ${name} has not ${LINES} lines.`);
  }
}

/** Appends leaves after the first `size`, and waits until they are on the disk. */
export const appendLeaves = async (
  folder: string,
  size: number,
  leaves: readonly Buffer[],
): Promise<void> => {
  if (leaves.some((leaf) => leaf.includes(LINE_BREAK)))
    throw new LedgerFault('A leaf with a line break is no canonical JSON.');
  const made = await mkdir(eventsIn(folder), { recursive: true, mode: 0o700 });
  if (made !== undefined) await syncFolder(folder);
  for (let at = 0; at < leaves.length;) {
    const segment = Math.floor((size + at) / LINES);
    const count = Math.min(leaves.length - at, (segment + 1) * LINES - (size + at));
    const text = leaves.slice(at, at + count).flatMap((leaf) => [leaf, Buffer.of(LINE_BREAK)]);
    const file = await open(join(eventsIn(folder), nameOf(segment)), 'a', 0o600);
    try {
      await file.writeFile(Buffer.concat(text));
      await file.datasync();
    } finally {
      await file.close();
    }
    at += count;
  }
  await syncFolder(eventsIn(folder));
};

/** Cuts off what lies beyond the first `size` leaves: it was never cosigned. */
export const cutLeaves = async (folder: string, size: number): Promise<void> => {
  const last = Math.floor(size / LINES);
  const segments = await segmentsIn(folder);
  for (const name of segments.slice(last + 1)) await unlink(join(eventsIn(folder), name));
  if (segments[last] === undefined) return;
  const file = join(eventsIn(folder), segments[last]);
  let bytes = 0;
  let kept = size - last * LINES;
  for await (const line of linesOf(file)) {
    if (kept === 0) break;
    bytes += line.length + 1;
    kept -= 1;
  }
  await truncate(file, bytes);
};
