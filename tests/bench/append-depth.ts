/**
 * What appends and reads of streams cost on a log of five million events, against an empty one: two servers of their own, each
 * with fsync on, the rates paired within a round. `npm run bench -- depth [events]`. The old events are written by a superuser
 * straight into the leaves, by SQL: they have what appends leave behind, ids of commands in no order, and no decisions.
 */
import type { Pool } from 'pg';
import { connections } from '../../src/database/pools.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import type { SealedLog } from '../../src/log/event-log.ts';
import type { BenchResult } from './append.ts';
import { markedCollege, type MarkedCollege } from './append-marks.ts';
import { compare, rateOf, rounds, type Found } from './append-rate.ts';
import { durableServer, type DurableServer } from './durable-server.ts';
import { leavesFor } from './log-leaves.ts';

const EVENTS = 5_000_000;
/** In the small log, when streams are read: as many of the same length can be asked for. */
const FEW = 50_000;
const PER_STREAM = 50;
const AT_ONCE = 100_000;
const WRITERS = 32;

const STREAMS = `INSERT INTO log.stream (no, college, name, revision)
  SELECT nextval('log.stream_no'), $1, 'old-' || n, ${String(PER_STREAM - 1)} FROM generate_series(1, $2::int) n`;

/** A body of some 450 bytes, as a mark's; streams have their events one after another. */
const OLD = `WITH made AS MATERIALIZED (
    SELECT $2::bigint + i AS position, s.no AS stream, (i - 1) % ${String(PER_STREAM)} AS revision, gen_random_uuid() AS command,
           '{"at":"2026-11-22T08:15:30.123Z","data":{"mark":"5","n":' || i || '},"salt":"' || repeat(md5(i::text), 11)
             || '","type":"MarkRecorded"}' AS body
      FROM generate_series($3::int, $4::int) i
      JOIN log.stream s ON s.college = $1 AND s.name = 'old-' || ((i - 1) / ${String(PER_STREAM)} + 1)
  ), commands AS (
    INSERT INTO log.command (college, id, fingerprint, first, last, recorded_at)
      SELECT $1, command, sha256(convert_to(body, 'UTF8')), position, position, $5::timestamptz FROM made
  )
  INSERT INTO log.event (college, position, stream, revision, id, command, type, version, sealed, recorded_at, body, leaf_hash)
    SELECT $1, position, stream, revision, uuidv7(), command, 'MarkRecorded', 1, 0, $5::timestamptz, body,
           sha256('\\x00'::bytea || convert_to(body, 'UTF8')) FROM made ORDER BY position`;

/** A log on a server of its own, in which teachers record marks. */
interface Marked {
  readonly server: DurableServer;
  readonly pool: Pool;
  readonly log: SealedLog;
  readonly college: string;
  readonly marks: MarkedCollege;
}

const open = async (): Promise<Marked> => {
  const server = await durableServer();
  const pool = connections(server.appUrl).pool(8, { isPipelined: true });
  // The server may stop before the last connection has said goodbye.
  const log = postgresLog({ pool });
  const marks = await markedCollege(log, WRITERS);
  const [college] = await log.colleges();
  return { server, pool, log, college: college?.id ?? '', marks };
};

/** Writes old events behind the log's head. */
const fill = async ({ server, log, college }: Marked, events: number): Promise<void> => {
  const admin = connections(server.adminUrl).pool(1);
  const head = await log.head(college);
  const { rows } = await admin.query<{ no: number }>('SELECT no FROM log.college WHERE id = $1', [college]);
  const no = rows[0]?.no ?? 0;
  await leavesFor(admin, no, Number(head) + events + 1);
  await admin.query(STREAMS, [no, Math.ceil(events / PER_STREAM)]);
  await admin.query('ANALYZE log.stream');
  const at = new Date().toISOString();
  for (let from = 1; from <= events; from += AT_ONCE)
    await admin.query(OLD, [no, String(head), from, Math.min(from + AT_ONCE - 1, events), at]);
  await admin.query('VACUUM ANALYZE');
  await admin.query('CHECKPOINT');
  await admin.end();
};

const reading = ({ log, college }: Marked, events: number) =>
  rateOf(async () => {
    const stream = `old-${String(1 + Math.floor((Math.random() * events) / PER_STREAM))}`;
    const found = await log.readStream(college, stream);
    if (found.length !== PER_STREAM) throw new Error('A stream of the bench is not whole.');
  });

/** Runs the bench and says what it found. */
export async function run(part?: string): Promise<BenchResult> {
  const events = part === undefined ? EVENTS : Number(part);
  const name = events === EVENTS ? '5M' : String(events);
  const found: Found = { ratios: {}, spread: {}, perSecond: {} };
  const logs: Marked[] = [];
  try {
    const [empty, full] = [await open(), await open()];
    logs.push(empty, full);
    const started = performance.now();
    await fill(full, events);
    console.log(`${String(events)} old events in ${((performance.now() - started) / 1_000).toFixed(0)} s`);

    const appends = await rounds({ empty: empty.marks.newStreams, full: full.marks.newStreams }, WRITERS);
    const [appendsFull = [], appendsEmpty = []] = [appends['full'], appends['empty']];
    compare(found, 'depth', { full: appendsFull }, appendsEmpty, WRITERS);
    await fill(empty, FEW);
    const reads = await rounds({ few: reading(empty, FEW), full: reading(full, events) }, 4);
    const [readsFull = [], readsFew = []] = [reads['full'], reads['few']];
    compare(found, 'streams', { full: readsFull }, readsFew, 4);
  } finally {
    for (const { log, pool, server } of logs) {
      await log.close();
      await pool.end();
      await server.stop();
    }
  }
  const named = (of: Readonly<Record<string, number>>, key: string): number => of[key] ?? NaN;
  return {
    bench: 'depth',
    ratios: {
      [`depth@${name}`]: named(found.ratios, `depth@${String(WRITERS)}`),
      [`streams@${name}`]: named(found.ratios, 'streams@4'),
    },
    spread: {
      [`depth@${name}`]: found.spread[`depth@${String(WRITERS)}`] ?? '',
      [`streams@${name}`]: found.spread['streams@4'] ?? '',
    },
    perSecond: found.perSecond,
    notes: `${String(events)} old events in leaves of a million, written by SQL; appends at ${String(WRITERS)} in flight, each opening a stream and resting on two; streams of ${String(PER_STREAM)} events read by 4`,
  };
}
