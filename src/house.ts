import { openDatabase, type Place } from './database/database.ts';
import type { Keyring } from './keys/keyring.ts';
import { openKeys, type KekPlace } from './keys/open-keys.ts';
import { LogFault, type CollegeLog, type EventLog } from './log/event-log.ts';
import { openedLog } from './log/opened-log.ts';
import { openLog, type LogPlace } from './log-engine.ts';
import { runCollege, type RunningCollege } from './runtime/college.ts';
import type { Clock } from './runtime/execute.ts';
import { Room } from './runtime/states.ts';

/** The parts of a running GradeLedger, put together once for the server and for each command of the CLI. */
export interface House {
  readonly database: Awaited<ReturnType<typeof openDatabase>>;
  readonly log: EventLog;
  /** The folder of what lies beside the database. */
  readonly dataDir: string;
  /** The keys of the colleges. */
  readonly keyring: Keyring;
  /** The colleges that have a log. */
  colleges(): Promise<readonly CollegeLog[]>;
  /** A college at work, by its id: the same one for every caller. */
  college(id: string): Promise<RunningCollege>;
  /** Opens the log of a new college and puts it to work by a clock: the server's unless told. */
  open(college: CollegeLog, clock?: Clock): Promise<RunningCollege>;
  close(): Promise<void>;
}

/** The server's clock. */
export const systemClock: Clock = () => new Date().toISOString();

const CONNECTIONS = 10;
const KEY_CONNECTIONS = 4;

/** Closes a database that was opened for nothing. */
const closing =
  (database: House['database']) =>
  async (error: unknown): Promise<never> => {
    await database.close();
    throw error;
  };

/** Opens the database and the log. A `guest` works beside a running server. Throws `StartFault`. */
export const openHouse = async (
  config: Place & KekPlace & LogPlace,
  as: 'server' | 'guest',
): Promise<House> => {
  const database = await openDatabase(config, as);
  const keyring = await openKeys(database.keys.pool(KEY_CONNECTIONS), config).catch(closing(database));
  const sealed = await openLog(config, database.app.pool(CONNECTIONS, { isPipelined: true })).catch(
    closing(database),
  );
  const log = openedLog(sealed, keyring);
  const running = new Map<string, RunningCollege>();
  const room = new Room();

  const run = (college: CollegeLog, clock: Clock): RunningCollege => {
    const started = runCollege(log, college, clock, room);
    running.set(college.id, started);
    return started;
  };
  return {
    database,
    log,
    keyring,
    dataDir: config.dataDir,
    colleges: () => log.colleges(),
    async college(id) {
      const known = running.get(id);
      if (known) return known;
      const found = (await log.colleges()).find((college) => college.id === id);
      if (!found) throw new LogFault('There is no such college.');
      return running.get(id) ?? run(found, systemClock);
    },
    async open(college, clock = systemClock) {
      await log.open(college);
      return run(college, clock);
    },
    async close() {
      await log.close();
      await database.close();
    },
  };
};
