import type { Pool } from 'pg';
import { LogFault } from '../event-log.ts';

const ARCHIVED = `SELECT a.first, a.last, a.file, encode(a.manifest, 'hex') AS manifest FROM log.archived($1) a`;

interface Stretch {
  readonly first: string;
  readonly last: string;
  readonly file: string;
  readonly manifest: string;
}

const told = ({ first, last, file, manifest }: Stretch): string =>
  `events ${first} to ${last} lie in the archive ${file} (manifest ${manifest})`;

const fault = (what: string, stretches: readonly Stretch[]): LogFault =>
  new LogFault(
    `${what}: ${stretches.map(told).join('; ')}. Bring them back with "cli log attach ${stretches[0]?.file ?? ''}".`,
  );

/** Says of events that a read did not find whether they were archived; `no` is the college's number. */
export const createArchived = (pool: Pool) => {
  const stretches = async (no: number): Promise<readonly Stretch[]> =>
    (await pool.query<Stretch>({ name: 'log.archived', text: ARCHIVED, values: [no] })).rows;
  return {
    /** Throws `LogFault` where an event was archived. */
    async demandPosition(no: number, position: bigint): Promise<void> {
      const [stretch] = (await stretches(no)).filter(
        ({ first, last }) => BigInt(first) <= position && position <= BigInt(last),
      );
      if (stretch) throw fault(`Event ${String(position)} of this log is archived`, [stretch]);
    },
    /** Throws `LogFault` where anything of the log was archived: then that is what a stream lacks. */
    async demandStream(no: number, stream: string): Promise<void> {
      const found = await stretches(no);
      if (found.length > 0) throw fault(`Events of the stream ${stream} are archived`, found);
    },
  };
};
