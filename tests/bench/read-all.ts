/** The whole log through the port, page by page, against a cursor of plain SQL over the same rows. */
import type { Pool } from 'pg';
import { connections } from '../../src/database/pools.ts';
import type { BenchResult } from './append.ts';
import { writeHistory } from './gradebook-history.ts';
import { historyHouse, rate, readAll } from './history-house.ts';
import { median, spread } from './median.ts';

const EVENTS = 200_000;
const ROUNDS = 9;
const PAGE = 5_000;

const ROWS = `SELECT e.position, s.name AS stream, e.revision, e.type, e.version, e.body
  FROM log.event e JOIN log.stream s ON s.no = e.stream
  WHERE e.college = (SELECT c.no FROM log.college c WHERE c.id = '$college') ORDER BY e.position`;

/** Streams the rows by a cursor and throws them away. */
async function stream(pool: Pool, college: string): Promise<number> {
  const client = await pool.connect();
  let read = 0;
  try {
    await client.query('BEGIN');
    await client.query(`DECLARE all_rows NO SCROLL CURSOR FOR ${ROWS.replace('$college', college)}`);
    for (;;) {
      const { rows } = await client.query(`FETCH ${String(PAGE)} FROM all_rows`);
      if (rows.length === 0) return read;
      read += rows.length;
    }
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

/** Runs the bench and says what it found. */
export async function run(): Promise<BenchResult> {
  const house = await historyHouse();
  const pool = connections(house.app.url).pool(1);
  // The server may stop before the connection has said goodbye.
  const [reads, streams]: [number[], number[]] = [[], []];
  let events = 0;
  try {
    const { college, origin } = await house.open();
    events = await writeHistory(house.log, college, origin, EVENTS);
    console.log(`${String(events)} events in the log`);
    for (let round = 0; round <= ROUNDS; round += 1) {
      const streamed = await rate(() => stream(pool, college));
      const read = await rate(() => readAll(house.log, college, PAGE));
      console.log(
        `read ${read.toFixed(0)}/s, cursor ${streamed.toFixed(0)}/s, ratio ${(read / streamed).toFixed(2)}`,
      );
      // The first round warms up connections, plans and caches.
      if (round === 0) continue;
      reads.push(read);
      streams.push(streamed);
    }
  } finally {
    await pool.end();
    await house.stop();
  }
  const paired = reads.map((value, round) => value / (streams[round] ?? NaN));
  return {
    bench: 'read-all',
    ratios: { cursor: Number(median(paired).toFixed(3)) },
    spread: { cursor: spread(paired) },
    perSecond: { readAll: Math.round(median(reads)), cursor: Math.round(median(streams)) },
    notes: `${String(events)} events, ${String(PAGE)} at once; the port also gives the sealed texts of each event and their keys, the cursor none`,
  };
}
