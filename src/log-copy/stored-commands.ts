import type { Pool } from 'pg';
import { LogFault, type SealedText } from '../log/event-log.ts';
import type { ToldCommand, ToldEvent } from '../log/kurrentdb/told.ts';

/** A command as a database holds it, with the ciphertexts that still exist. */
export interface StoredCommand extends ToldCommand {
  readonly last: bigint;
  readonly texts: readonly { readonly id: string; readonly sealed: readonly SealedText[] }[];
}

/** Commands of one query. */
const PAGE = 200;

const COMMANDS = `SELECT k.id, encode(k.fingerprint, 'hex') AS fingerprint, k.first::text, k.last::text,
    to_char(k.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at
  FROM log.command k WHERE k.college = $1 AND k.last > $2 ORDER BY k.last LIMIT $3`;

const EVENTS = `SELECT e.command, s.name AS stream, e.revision, e.id, e.type, e.version, e.sealed, e.body
  FROM log.event e JOIN log.stream s ON s.no = e.stream
  WHERE e.college = $1 AND e.position BETWEEN $2 AND $3 ORDER BY e.position`;

const TEXTS = `SELECT e.command, e.id, x.field, x.key, x.ciphertext
  FROM log.sealed x JOIN log.event e ON e.college = x.college AND e.position = x.position
  WHERE x.college = $1 AND x.position BETWEEN $2 AND $3 ORDER BY x.position, x.field`;

interface CommandRow {
  readonly id: string;
  readonly fingerprint: string;
  readonly first: string;
  readonly last: string;
  readonly at: string;
}

type TextRow = SealedText & { readonly command: string; readonly id: string };

/** Reads a college's commands after a position, in order, page by page. `at` is when each was recorded. */
export async function* storedCommands(
  pool: Pool,
  no: number,
  after: bigint,
): AsyncGenerator<readonly StoredCommand[], void> {
  for (let reached = after; ;) {
    const { rows } = await pool.query<CommandRow>(COMMANDS, [no, reached, PAGE]);
    const [first, last] = [rows.at(0), rows.at(-1)];
    if (!first || !last) return;
    const stretch = [no, first.first, last.last];
    const events = await pool.query<ToldEvent & { readonly command: string }>(EVENTS, stretch);
    if (BigInt(events.rows.length) !== BigInt(last.last) - BigInt(first.first) + 1n)
      throw new LogFault(
        `events from ${first.first} to ${last.last} are not all in the database: bring back what was archived`,
      );
    const texts = await pool.query<TextRow>(TEXTS, stretch);
    const eventsOf = Map.groupBy(events.rows, ({ command }) => command);
    const textsOf = Map.groupBy(texts.rows, ({ command }) => command);
    yield rows.map(({ id, fingerprint, at, last: end }) => ({
      id,
      fingerprint,
      at,
      events: eventsOf.get(id) ?? [],
      position: { commit: BigInt(end), prepare: BigInt(end) },
      last: BigInt(end),
      texts: (textsOf.get(id) ?? []).map(({ id: event, field, key, ciphertext }) => ({
        id: event,
        sealed: [{ field, key, ciphertext }],
      })),
    }));
    reached = BigInt(last.last);
  }
}
