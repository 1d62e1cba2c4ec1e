import { userInfo } from 'node:os';
import { Command } from 'commander';
import type { Config } from './config.ts';
import { openDatabase } from './database/database.ts';
import { standings } from './log-copy/end.ts';
import { LogFault } from './log/event-log.ts';
import { createCluster } from './log/kurrentdb/cluster.ts';
import { setAside, strayIn } from './log/kurrentdb/set-aside.ts';
import { StartFault } from './start-fault.ts';

const CONNECTIONS = 1;

interface Words {
  readonly record?: string;
  readonly reason?: string;
}

const collegeOf = async (config: Config, named: string): Promise<string> => {
  const database = await openDatabase(config, 'guest');
  try {
    const found = (await standings(database.owner.pool(CONNECTIONS))).find(
      ({ id, origin }) => id === named || origin === named,
    );
    if (!found) throw new StartFault(`There is no log ${named}.`);
    return found.id;
  } finally {
    await database.close();
  }
};

const deciding = async (config: Config, log: string, { record, reason }: Words): Promise<string> => {
  if (config.logUrl === null)
    throw new StartFault(
      'The log lies in this database, where nobody writes beside it: LOG_URL names no KurrentDB.',
    );
  const college = await collegeOf(config, log);
  const cluster = createCluster(config.logUrl);
  try {
    if (record === undefined || reason === undefined) {
      const stray = await strayIn(cluster, college);
      return stray
        ? `${stray.message}: name it with --record, and say why with --reason.`
        : 'The log stopped at no record.';
    }
    const at = new Date().toISOString();
    const aside = await setAside(cluster, college, record, { reason, by: userInfo().username, at });
    return `${aside.stream}@${aside.revision} (${aside.record}) is set aside: the log goes on without it. Its bytes have the SHA-256 ${aside.sha256}.`;
  } catch (error) {
    throw error instanceof LogFault ? new StartFault(`${error.message}.`, { cause: error }) : error;
  } finally {
    await cluster.close();
  }
};

/** `cli log set-aside <log>`: names the record at which a log in KurrentDB stopped, and lets the log go on without it. */
export const setAsideCommand = (config: () => Config): Command =>
  new Command('set-aside')
    .description(
      'Let a log in KurrentDB go on without a record that somebody else wrote into it; written down there.',
    )
    .argument('<log>', 'the origin of the log, such as oka.example/journal, or the id of the college')
    .option('--record <id>', 'the record at which the log stopped; left out, it is named')
    .option('--reason <text>', 'why the log may go on without it')
    .exitOverride()
    .action(async (log: string, words: Words) => {
      console.log(await deciding(config(), log, words));
    });
