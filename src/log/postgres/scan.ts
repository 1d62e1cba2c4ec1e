import type { Pool } from 'pg';
import type { Scanned, SealedText, StoredEvent } from '../event-log.ts';
import { wanted } from '../wanted.ts';
import { createNumbers } from './college-number.ts';
import { partOf } from './parts.ts';

/** Events in one text: longer ones grow the driver's buffers, and these make the garbage collector look at everything. */
const TOGETHER = 200;

/**
 * Of each event a line, empty where nobody asks for it; many of them as one text, because to take rows apart costs the
 * driver several times as much. A body in canonical JSON has no line break and tells its stream itself.
 */
const linesOf = (no: number): string => `SELECT x.events, x.first, x.last, x.lines
  FROM generate_series($2 + 1, $2 + $3::bigint, ${String(TOGETHER)}) WITH ORDINALITY AS c(first, o)
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS events, min(e.position) AS first, max(e.position) AS last,
        string_agg(e.line, E'\\n') AS lines
      FROM (
        SELECT e.position, CASE WHEN e.type <> ALL ($4::text[]) OR e.version > 1
            THEN concat_ws(' ', e.revision, e.version, e.sealed, e.type, e.body) ELSE '' END AS line
          FROM ${partOf(no)} e
         WHERE e.college = $1 AND e.position >= c.first
           AND e.position < least(c.first + ${String(TOGETHER)}, $2 + $3::bigint + 1)
         ORDER BY e.position OFFSET 0
      ) e
  ) x
  ORDER BY c.o`;

const TEXTS = `SELECT x.position, x.field, x.key, x.ciphertext FROM log.sealed x
  WHERE x.college = $1 AND x.position = ANY ($2::bigint[]) ORDER BY x.position, x.field`;

interface Lines {
  readonly events: number;
  readonly first: bigint | string | null;
  readonly last: bigint | string | null;
  readonly lines: string | null;
}

interface TextRow extends SealedText {
  readonly position: bigint | string;
}

const STREAM = ',"stream":"';

/** The name of the stream in a canonical body; `null` in any other. */
const streamIn = (body: string): string | null => {
  const start = body.lastIndexOf(STREAM);
  if (start < 0) return null;
  const from = start + STREAM.length;
  return body.slice(from, body.indexOf('"', from));
};

/** An event, and whether texts were sealed with it. */
interface Line {
  readonly event: StoredEvent;
  readonly isSealed: boolean;
}

const NONE: readonly SealedText[] = [];

/** Names that outlive the page they were read with must not keep all of its text. */
const createNames = () => {
  const names = new Map<string, string>();
  return (name: string): string => names.getOrInsertComputed(name, () => Buffer.from(name).toString());
};

/** The log's scan; `readPage` reads what is not as it should be: a stretch with a gap, a body that is not canonical. */
export const createScan = (
  pool: Pool,
  readPage: (college: string, after: bigint, limit: number) => Promise<readonly StoredEvent[]>,
) => {
  const numberOf = createNumbers(pool);
  const nameOf = createNames();

  const lineOf = (line: string, position: bigint): Line | null => {
    const version = line.indexOf(' ') + 1;
    const sealed = line.indexOf(' ', version) + 1;
    const type = line.indexOf(' ', sealed) + 1;
    const start = line.indexOf(' ', type) + 1;
    const body = line.slice(start);
    const stream = streamIn(body);
    if (stream === null) return null;
    const event = {
      position,
      stream,
      revision: Number(line.slice(0, version)),
      type: nameOf(line.slice(type, start - 1)),
      version: Number(line.slice(version, sealed)),
      body,
      sealed: NONE,
    };
    return { event, isSealed: line[sealed] !== '0' };
  };

  /** `null` where what was found is not as many canonical bodies without a gap. */
  const taken = (after: bigint, found: readonly Lines[]): { lines: readonly Line[]; last: bigint } | null => {
    const taking: Line[] = [];
    let last = after;
    for (const { events, first, last: to, lines } of found) {
      if (events === 0) continue;
      const each = lines?.split('\n') ?? [];
      if (each.length !== events || BigInt(first ?? 0) !== last + 1n) return null;
      for (const line of each) {
        last += 1n;
        const one = line === '' ? undefined : lineOf(line, last);
        if (one === null) return null;
        if (one) taking.push(one);
      }
      if (BigInt(to ?? 0) !== last) return null;
    }
    return last === after ? null : { lines: taking, last };
  };

  const withTexts = async (no: number, lines: readonly Line[]): Promise<readonly StoredEvent[]> => {
    const positions = lines.flatMap(({ event, isSealed }) => (isSealed ? [String(event.position)] : []));
    if (positions.length === 0) return lines.map(({ event }) => event);
    const { rows } = await pool.query<TextRow>({ name: 'log.texts', text: TEXTS, values: [no, positions] });
    const texts = Map.groupBy(rows, ({ position }) => BigInt(position));
    return lines.map(({ event, isSealed }) => {
      const sealed = isSealed ? texts.get(event.position) : undefined;
      return sealed
        ? { ...event, sealed: sealed.map(({ field, key, ciphertext }) => ({ field, key, ciphertext })) }
        : event;
    });
  };

  return async (
    college: string,
    after: bigint,
    limit: number,
    without: readonly string[],
  ): Promise<Scanned<StoredEvent>> => {
    const no = await numberOf(college);
    if (no === null) return { events: [], last: after };
    const values = [no, after, limit, without];
    const { rows } = await pool.query<Lines>({ name: `log.scan_${String(no)}`, text: linesOf(no), values });
    const found = taken(after, rows);
    if (found) return { events: await withTexts(no, found.lines), last: found.last };
    return wanted(await readPage(college, after, limit), after, without);
  };
};
