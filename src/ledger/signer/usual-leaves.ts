import { leafHash, HASH_BYTES } from '../leaf.ts';
import { readLines, type EventLines } from './event-rows.ts';
import type { Queryable } from './signer-database.ts';

/** A text in JSON with nothing escaped in it, a flat object, or one with flat objects in it. */
const [TEXT, OBJECT] = ['"[^"\\\\]*"', '\\{[^{}]*(?:\\{[^{}]*\\}[^{}]*)*\\}'];

/**
 * A row's particulars, and after them a canonical body that says the same of itself. A body that is JSON can end like this
 * in one way only: none of these quotes can stand within a text, so the last brace is the event's own. Whether it is canonical
 * JSON all through is for the verifiers to say.
 */
const AGREEING = new RegExp(
  [
    '^(\\d+) (\\d+) (\\w+) ([0-9a-f-]{36}) ([^\\s"\\\\]+) (\\{.*,"id":"\\4","log":"([^"\\\\]*)"',
    `(?:,"occurredOn":${TEXT})?(?:,"outage":${TEXT})?(?:,"request":${TEXT})?,"revision":\\1(?:,"rule":(?:null|${OBJECT}))?`,
    `(?:,"salt":${TEXT})?(?:,"sealed":\\[[^[\\]]*\\])?(?:,"seq":\\d+)?(?:,"source":${TEXT})?`,
    ',"stream":"\\5","type":"\\3","v":\\2(?:,"warnings":\\[[^[\\]]*\\])?\\})$',
  ].join(''),
  'u',
);

/** The leaf hashes of some events, where nothing is unusual about them. */
const leavesOf = ({ events, lines, hashes }: EventLines, origin: string): Buffer | null => {
  const each = lines?.split('\n') ?? [];
  // A line for each event: so no body has a line break in it.
  if (each.length !== events) return null;
  const leaves = Buffer.allocUnsafe(events * HASH_BYTES);
  for (const [i, line] of each.entries()) {
    const [, , , , , , body, log] = AGREEING.exec(line) ?? [];
    if (body === undefined || log !== origin) return null;
    leaves.set(leafHash(body), i * HASH_BYTES);
  }
  return hashes?.equals(leaves) ? leaves : null;
};

/**
 * The leaf hashes, in a row, of so many events after a position: hashed here, where every event is there, is of the log, lies
 * in the place that it names, and has the leaf hash beside it. `null` where anything is unusual: then each has to be looked
 * at by itself, which says what is wrong, if anything is.
 */
export const readUsualLeaves = async (
  db: Queryable,
  { no, origin }: { readonly no: number; readonly origin: string },
  after: number,
  count: number,
): Promise<Buffer | null> => {
  const leaves: Buffer[] = [];
  let last = after;
  for (const found of await readLines(db, no, after, count)) {
    const own = leavesOf(found, origin);
    if (own === null || found.first !== last + 1 || found.last !== last + found.events) return null;
    leaves.push(own);
    last = found.last;
  }
  return last === after + count ? Buffer.concat(leaves) : null;
};
