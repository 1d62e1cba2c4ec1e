import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { orSentence } from './command-sentence.ts';
import type { Config } from './config.ts';
import type { House } from './house.ts';
import { archiveLog } from './ledger/archive/archive.ts';
import { attachArchive } from './ledger/archive/attach.ts';
import { copyCommand } from './log-copy-command.ts';
import { setAsideCommand } from './log-set-aside-command.ts';

/** One for the transaction, one for the signed tiles meanwhile. */
const CONNECTIONS = 2;

type Open = () => Promise<House>;

const positionOf = (text: string): number => {
  if (!/^[1-9]\d{0,14}$/u.test(text)) throw new InvalidArgumentError('It is a position in the log.');
  return Number(text);
};

interface ArchiveWords {
  readonly through: number;
  readonly out: string;
}

const archiving = (open: Open): Command =>
  new Command('archive')
    .description('Take old events of a log out of the database into a file; whole leaves that are signed.')
    .argument('<log>', 'the origin of the log, such as oka.example/journal, or the id of the college')
    .requiredOption('--through <position>', 'up to this event at most', positionOf)
    .requiredOption('--out <folder>', 'the folder that keeps the file and its manifest')
    .exitOverride()
    .action(async (log: string, { through, out }: ArchiveWords) => {
      const { database } = await open();
      const done = await orSentence(() =>
        archiveLog(database.owner.pool(CONNECTIONS), log, through, resolve(out)),
      );
      console.log(
        `Events ${done.first} to ${done.last} of ${done.origin} lie in ${done.file} and nowhere else.\n` +
          `Its manifest is ${done.manifest}. Keep two copies of both files.`,
      );
    });

const attaching = (open: Open): Command =>
  new Command('attach')
    .description('Bring archived events back into their log.')
    .argument('<file>', 'the archive; its manifest lies beside it')
    .exitOverride()
    .action(async (file: string) => {
      const { database } = await open();
      const done = await orSentence(() => attachArchive(database.owner.pool(CONNECTIONS), resolve(file)));
      console.log(`Events ${done.first} to ${done.last} of ${done.origin} are back.`);
    });

/** `cli log`: what is done with a log as a whole. */
export const logCommand = (open: Open, config: () => Config): Command =>
  new Command('log')
    .description('Take old events of a log out into a file and bring them back; copy a log to another place.')
    .addCommand(archiving(open))
    .addCommand(attaching(open))
    .addCommand(copyCommand(config))
    .addCommand(setAsideCommand(config));
