import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import type { Pool } from 'pg';
import { connections, type Connections } from './database/pools.ts';
import type { Config } from './config.ts';
import { withRole } from './database/connection-url.ts';
import { openDatabase, type Database } from './database/database.ts';
import { OWNER } from './database/roles.ts';
import { copyLog, type Copied } from './log-copy/copy-log.ts';
import { endAt, standings, type End } from './log-copy/end.ts';
import { LogFault } from './log/event-log.ts';
import { StartFault } from './start-fault.ts';

const CONNECTIONS = 6;

interface CopyWords {
  readonly college?: string;
  readonly index?: string;
  readonly fromIndex?: string;
}

const isDatabase = (address: string): boolean => /^postgres(ql)?:\/\//u.test(address);

const demandAddress = (address: string): string => {
  if (address === 'own' || isDatabase(address) || /^kurrentdb(\+discover)?:\/\//u.test(address))
    return address;
  throw new StartFault(`${address} is no address of a log: own, postgres://… or kurrentdb://….`);
};

/** Opens the ends of a copy; `close` ends what was opened. */
const opening = (database: Database) => {
  const opened: Connections[] = [];
  const ends: End[] = [];
  const poolAt = (address: string): Pool => {
    if (address === 'own') return database.owner.pool(CONNECTIONS);
    const owner = connections(withRole(address, OWNER));
    opened.push(owner);
    return owner.pool(CONNECTIONS);
  };
  return {
    end(address: string, index: string): End {
      const isIn = address === 'own' || isDatabase(address);
      const end = isIn ? endAt(poolAt(address), null) : endAt(poolAt(index), address);
      ends.push(end);
      return end;
    },
    async close() {
      await Promise.all(ends.flatMap(({ cluster }) => (cluster ? [cluster.close()] : [])));
      await Promise.all(opened.map((one) => one.end()));
    },
  };
};

const collegeOf = async ({ pool }: End, named: string | undefined): Promise<string> => {
  const all = await standings(pool);
  const found = named === undefined ? all : all.filter(({ id, origin }) => named === id || named === origin);
  const [only, ...others] = found;
  if (!only)
    throw new StartFault(named === undefined ? 'There is no log to copy.' : `There is no log ${named}.`);
  if (others.length > 0)
    throw new StartFault(`Name one with --college: ${found.map(({ origin }) => origin).join(', ')}.`);
  return only.id;
};

const copying = async (
  open: () => Promise<Database>,
  addresses: readonly string[],
  words: CopyWords,
): Promise<Copied> => {
  const [from = '', to = ''] = addresses.map(demandAddress);
  const database = await open();
  const ends = opening(database);
  const bar = new SingleBar({
    format: 'copying [{bar}] {percentage} % · {value} of {total} events',
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 5_000,
    stream: process.stderr,
  });
  const stopping = new AbortController();
  const stop = (): void => {
    stopping.abort(new StartFault('Stopped; the same command goes on from here.'));
  };
  process.once('SIGINT', stop);
  try {
    const { index = 'own' } = words;
    const isBetweenClusters = [from, to].every((address) => address !== 'own' && !isDatabase(address));
    const source = ends.end(from, words.fromIndex ?? (isBetweenClusters ? 'own' : index));
    const college = await collegeOf(source, words.college);
    let isShown = false;
    return await copyLog({
      from: source,
      to: ends.end(to, index),
      college,
      signal: stopping.signal,
      onCopied(done, total) {
        if (!isShown) bar.start(total, 0);
        isShown = true;
        bar.update(done);
      },
    });
  } catch (error) {
    throw error instanceof LogFault ? new StartFault(`${error.message}.`, { cause: error }) : error;
  } finally {
    bar.stop();
    process.off('SIGINT', stop);
    await ends.close();
    await database.close();
  }
};

/** `cli log copy <from> <to>`: moves a college's log between engines and databases, and proves both equal. */
export const copyCommand = (config: () => Config): Command =>
  new Command('copy')
    .description(
      'Copy a college’s log to another engine or database, and prove both equal; run again, it goes on.',
    )
    .argument('<from>', 'own (the database of this configuration), postgres://… or kurrentdb://…')
    .argument('<to>', 'the same')
    .option(
      '--college <log>',
      'the origin of the log, or the id of the college; needed where there are several',
    )
    .option('--index <database>', 'the database of the index of a log in KurrentDB: own, or postgres://…')
    .option('--from-index <database>', 'between two KurrentDBs: that of the first, own unless told')
    .exitOverride()
    .action(async (from: string, to: string, words: CopyWords) => {
      const {
        origin,
        from: source,
        to: copy,
      } = await copying(() => openDatabase(config(), 'guest'), [from, to], words);
      console.log(
        `${origin}: the two logs are equal, leaf by leaf.\n` +
          `  from ${source.size} events, root ${source.root}\n  to   ${copy.size} events, root ${copy.root}`,
      );
    });
