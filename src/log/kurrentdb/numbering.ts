import type { Position } from '@kurrent/kurrentdb-client';
import { DatabaseError, type Pool } from 'pg';
import type { AppendRequest, FoundCommand, NewEvent } from '../event-log.ts';
import { bytes, numbers, words } from '../postgres/literal.ts';
import type { ToldCommand } from './told.ts';

/** What the index says of an append that has not been sent yet. */
export interface Judged {
  readonly found: FoundCommand | null;
  readonly isStale: boolean;
}

/** Where a command was numbered, and the id of its first event. */
export interface Located extends FoundCommand {
  readonly event: string;
}

/** An event with its personal texts. */
type Sealing = Pick<NewEvent, 'id' | 'sealed'>;

/** `$all` has not been read at all. */
const START: Position = { commit: -1n, prepare: -1n };

export const isBefore = (one: Position, other: Position): boolean =>
  one.commit < other.commit || (one.commit === other.commit && one.prepare < other.prepare);

/** Whether nothing was numbered yet. */
export const isStart = (position: Position): boolean => position.commit === START.commit;

/** The index of a college is not what KurrentDB’s events make of it: it takes a person to mend that. */
export const isBroken = (error: unknown): boolean =>
  error instanceof DatabaseError && (error.code === 'GL001' || error.code === 'GL004');

// As `log.append` judges: T25, T26; `$4` is the instant of the newest append that was sent and may not be numbered yet.
const JUDGE = `SELECT encode(k.fingerprint, 'hex') AS fingerprint, k.first, k.last,
    coalesce($3::timestamptz < greatest(
        (SELECT h.recorded_at FROM log.command h WHERE h.college = c.no ORDER BY h.last DESC LIMIT 1),
        $4::timestamptz) - interval '2 seconds', false)
      OR (c.clock = 'server' AND $3::timestamptz NOT BETWEEN
          clock_timestamp() - interval '2 seconds' AND clock_timestamp() + interval '2 seconds') AS stale
  FROM log.college c LEFT JOIN log.command k ON k.college = c.no AND k.id = $2 WHERE c.id = $1`;

const LOCATE = `SELECT encode(k.fingerprint, 'hex') AS fingerprint, k.first, k.last, k.college
  FROM log.college c JOIN log.command k ON k.college = c.no AND k.id = $2 WHERE c.id = $1`;

const REVISION = `SELECT s.revision FROM log.stream s
 WHERE s.college = (SELECT c.no FROM log.college c WHERE c.id = $1) AND s.name = $2`;

const NUMBER = `SELECT log.number($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) AS answer`;

interface CommandRow {
  readonly fingerprint: string | null;
  readonly first: string;
  readonly last: string;
}

const foundIn = ({ fingerprint, first, last }: CommandRow): FoundCommand | null =>
  fingerprint === null ? null : { fingerprint, first: BigInt(first), last: BigInt(last) };

const positionIn = (row: {
  readonly commit_position: string;
  readonly prepare_position: string;
}): Position => ({
  commit: BigInt(row.commit_position),
  prepare: BigInt(row.prepare_position),
});

/** The index’s side of a log that lies in KurrentDB. */
export const createNumbering = (pool: Pool) => ({
  /** Where numbering goes on. Throws where the college's events were stored by engine `postgres`. */
  async place(college: string): Promise<Position> {
    const { rows } = await pool.query<{ commit_position: string; prepare_position: string }>({
      name: 'log.open_source',
      text: 'SELECT * FROM log.open_source($1)',
      values: [college],
    });
    return rows[0] ? positionIn(rows[0]) : START;
  },

  /** Numbers commands that lie between two places: the number before the first, or the place that another sequencer reached instead. */
  async number(
    college: string,
    from: Position,
    to: Position,
    commands: readonly ToldCommand[],
  ): Promise<{ readonly after: bigint } | { readonly place: Position }> {
    const streams = new Map<string, number>();
    const ordinal = (stream: string): number => streams.getOrInsertComputed(stream, () => streams.size + 1);
    const events = commands.flatMap(({ events: told }, index) =>
      told.map((event) => ({ event, owner: index + 1 })),
    );
    const of = <Value>(value: (event: ToldCommand['events'][number]) => Value): Value[] =>
      events.map(({ event }) => value(event));
    const places = of(({ stream }) => ordinal(stream));
    const values = [
      college,
      ...[from.commit, from.prepare, to.commit, to.prepare].map(String),
      words([...streams.keys()]),
      words(commands.map(({ id }) => id)),
      bytes(commands.map(({ fingerprint }) => fingerprint)),
      words(commands.map(({ at }) => at)),
      numbers(events.map(({ owner }) => owner)),
      numbers(places),
      numbers(of(({ revision }) => revision)),
      words(of(({ id }) => id)),
      words(of(({ type }) => type)),
      numbers(of(({ version }) => version)),
      numbers(of(({ sealed }) => sealed)),
      of(({ body }) => body).join('\n'),
    ];
    const { rows } = await pool.query<{ answer: string }>({
      name: 'log.number_commands',
      text: NUMBER,
      values,
    });
    const [status, one = '', other = ''] = rows[0]?.answer.split(' ') ?? [];
    return status === 'numbered'
      ? { after: BigInt(one) }
      : { place: { commit: BigInt(one), prepare: BigInt(other) } };
  },

  /** What can be said before an append is sent; `null` where the college has no log. */
  async judge(
    college: string,
    { commandId, at }: AppendRequest,
    newest: string | null,
  ): Promise<Judged | null> {
    const { rows } = await pool.query<CommandRow & { readonly stale: boolean }>({
      name: 'log.judge',
      text: JUDGE,
      values: [college, commandId, at, newest],
    });
    return rows[0] ? { found: foundIn(rows[0]), isStale: rows[0].stale } : null;
  },

  /** Where a command was numbered, or `null` when it was not yet. */
  async locate(college: string, commandId: string): Promise<Located | null> {
    const { rows } = await pool.query<CommandRow & { readonly college: number }>({
      name: 'log.locate',
      text: LOCATE,
      values: [college, commandId],
    });
    const found = rows[0] && foundIn(rows[0]);
    if (!found) return null;
    const event = await pool.query<{ id: string }>(
      'SELECT e.id FROM log.event e WHERE e.college = $1 AND e.position = $2',
      [rows[0]?.college, found.first],
    );
    return { ...found, event: event.rows[0]?.id ?? '' };
  },

  /** The last revision of a stream that was numbered, or -1. */
  async revision(college: string, stream: string): Promise<number> {
    const query = { name: 'log.revision', text: REVISION, values: [college, stream] };
    return (await pool.query<{ revision: number }>(query)).rows[0]?.revision ?? -1;
  },

  /** Keeps the ciphertexts of events until they are numbered. */
  async stage(college: string, events: readonly Sealing[]): Promise<void> {
    const texts = events.flatMap(({ id, sealed }) =>
      sealed.map(({ ciphertext, ...text }) => ({
        ...text,
        event: id,
        ciphertext: Buffer.from(ciphertext).toString('hex'),
      })),
    );
    if (texts.length > 0) await pool.query('SELECT log.stage($1, $2)', [college, JSON.stringify(texts)]);
  },

  /** Takes back the ciphertexts of events that were not stored. */
  async unstage(college: string, events: readonly Sealing[]): Promise<void> {
    const ids = events.flatMap(({ id, sealed }) => (sealed.length > 0 ? [id] : []));
    if (ids.length > 0) await pool.query('SELECT log.unstage($1, $2)', [college, words(ids)]);
  },

  /** Takes back ciphertexts that nobody came for; all that KurrentDB holds must have been numbered. */
  async sweep(college: string): Promise<void> {
    await pool.query('SELECT log.sweep_staged($1)', [college]);
  },
});

export type Numbering = ReturnType<typeof createNumbering>;
