import type { Pool } from 'pg';
import { LogFault, type CollegeLog, type SealedLog } from '../event-log.ts';
import { postgresLog } from '../postgres/postgres-log.ts';
import { demandStorable } from '../request.ts';
import { asidesOf, readAsides, type Asides } from './asides.ts';
import { createCluster } from './cluster.ts';
import { createCollegeWriter, type CollegeWriter } from './college-writer.ts';
import { registerCollege, registeredColleges } from './colleges.ts';
import { createIndexWaits, type IndexWaits } from './index-waits.ts';
import { createNumbering, isBroken } from './numbering.ts';
import { startSequencer, type Sequencer } from './sequencer.ts';

/** Throws `LogFault` where a server is out of reach, or is too old for commands that check streams, as most do. */
export async function demandKurrentdb(url: string): Promise<void> {
  const cluster = createCluster(url);
  try {
    await cluster.demandChecks();
  } catch (error) {
    throw error instanceof LogFault ? error : new LogFault('KurrentDB does not answer', { cause: error });
  } finally {
    await cluster.close();
  }
}

/** Where the log lies, and the database of its index. */
export interface KurrentdbLogSettings {
  /** A connection string of KurrentDB's: `kurrentdb://user:password@host:2113?tls=true`. */
  readonly url: string;
  /** The caller's; connects as the application's role. Close the log before the pool. */
  readonly pool: Pool;
}

/** A college that this process writes, or reads as it grows. */
interface Working {
  readonly writer: CollegeWriter;
  readonly sequencer: Sequencer;
  readonly waits: IndexWaits;
}

/**
 * Engine `kurrentdb`: KurrentDB holds the events, and PostgreSQL the index in which they have dense positions, with the
 * ciphertexts of personal texts. What is read is read from the index, as engine `postgres` does.
 */
export function kurrentdbLog({ url, pool }: KurrentdbLogSettings): SealedLog {
  const cluster = createCluster(url);
  const index = postgresLog({ pool });
  const numbering = createNumbering(pool);
  const closing = new AbortController();
  const working = new Map<string, Working>();
  let taught: Promise<void> | null = null;

  const work = (college: string): Working =>
    working.getOrInsertComputed(college, () => {
      const waits = createIndexWaits(college, numbering);
      let known: Promise<Asides> | null = null;
      const read = (): Promise<Asides> => {
        const found = readAsides((stream) => cluster.readAll(stream), college).then(asidesOf);
        known = found;
        found.catch(() => {
          if (known === found) known = null;
        });
        return found;
      };
      const asides = (): Promise<Asides> => known ?? read();
      const sequencer = startSequencer({ college, cluster, numbering, told: waits, readAsides: read });
      return {
        sequencer,
        waits,
        writer: createCollegeWriter({ college, cluster, numbering, waits, asides }),
      };
    });

  /** Turns the errors of both servers into the port's. */
  const asked = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof LogFault) throw error;
      const reason = isBroken(error) ? (error as Error).message : 'the log could not be read';
      throw new LogFault(reason, { cause: error });
    }
  };

  const openIndex = async (college: CollegeLog): Promise<void> => {
    await index.open(college);
    await asked(numbering.place(college.id));
    work(college.id);
  };

  /** An index that was made anew learns which colleges there are; those that are there already go on being numbered. */
  const teach = async (): Promise<void> => {
    for (const college of await asked(registeredColleges(cluster))) await openIndex(college);
  };

  return {
    ...index,
    async open(college) {
      await index.open(college);
      await asked(numbering.place(college.id));
      await asked(registerCollege(cluster, college));
      work(college.id);
    },
    async colleges() {
      taught ??= teach().catch((error: unknown) => {
        taught = null;
        throw error;
      });
      await taught;
      return index.colleges();
    },
    async append(college, request) {
      if (closing.signal.aborted) throw new LogFault('the log is closed');
      demandStorable(college, request);
      return work(college).writer.append(request);
    },
    subscribe(college, after, signal) {
      if (!closing.signal.aborted) work(college);
      return index.subscribe(college, after, signal);
    },
    stuck: (college) => working.get(college)?.waits.fault()?.message ?? null,
    async close() {
      closing.abort();
      await Promise.all([...working.values()].map(({ writer }) => writer.drained()));
      await Promise.all([...working.values()].map(({ sequencer }) => sequencer.stop()));
      await index.close();
      await cluster.close();
    },
  };
}
