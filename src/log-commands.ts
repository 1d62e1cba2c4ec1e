import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { Config } from './config.ts';
import type { House } from './house.ts';
import { archiveLog } from './ledger/archive/archive.ts';
import { attachArchive } from './ledger/archive/attach.ts';
import { LedgerFault } from './ledger/fault.ts';
import { copyCommand } from './log-copy-command.ts';
import { StartFault } from './start-fault.ts';

/** One for the transaction, one for the signed tiles meanwhile. */
const CONNECTIONS = 2;

type Open = () => Promise<House>;

/** Turns what is wrong with a file, a log or one's rights into a sentence for the screen. */
const orSentence = async <Answer>(act: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await act();
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (error instanceof LedgerFault) throw new StartFault(error.message, { cause: error });
    if (code === 'ENOENT') throw new StartFault(`There is no file ${path ?? ''}.`, { cause: error });
    if (code === 'EEXIST') throw new StartFault(`There is a file ${path ?? ''} already.`, { cause: error });
    if (code === '42501')
      throw new StartFault('Only who may act as the owner of the database can do this.', { cause: error });
    if (code === '55P03')
      throw new StartFault('The log is being read without a pause: try again.', { cause: error });
    throw error;
  }
};

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
    .addCommand(copyCommand(config));
