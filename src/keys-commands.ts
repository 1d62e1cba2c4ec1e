import { existsSync } from 'node:fs';
import { Command } from 'commander';
import type { House } from './house.ts';
import { makeKekFile } from './keys/kek-file.ts';
import { kekFileOf, type KekPlace } from './keys/open-keys.ts';
import { forgetKek, KEY_BACKUP_DAYS, knownKeks, rotate, type KnownKek } from './keys/postgres/rotation.ts';
import { StartFault } from './start-fault.ts';

type Open = () => Promise<House>;

const say = (line: string): void => {
  console.log(line);
};

const told = ({ id, began, retired, forgotten, keys, forgettableFrom }: KnownKek): string => {
  const standing =
    forgotten !== null
      ? `forgotten on ${forgotten}`
      : retired === null
        ? 'in use'
        : `retired on ${retired}, may be forgotten from ${forgettableFrom ?? ''}`;
  return `${id}  since ${began}  ${standing}  ${String(keys)} keys under it`;
};

const create = (place: () => KekPlace): Command =>
  new Command('create')
    .description('Make the file of the key that wraps the keys of personal texts, where there is none.')
    .action(async () => {
      const file = kekFileOf(place());
      if (existsSync(file)) throw new StartFault(`There is a file ${file} already; it stays as it is.`);
      const [made] = await makeKekFile(file, 'kek');
      say(`Made the key ${made.id} in ${file}. Keep a copy where no copy of a database lies.`);
    });

const list = (open: Open): Command =>
  new Command('list')
    .description('Show the keys that wrap the keys of personal texts: in use, retired, forgotten.')
    .action(async () => {
      const { database } = await open();
      for (const known of await knownKeks(database.keys.pool(1))) say(told(known));
    });

const rotation = (open: Open, place: () => KekPlace): Command =>
  new Command('rotate')
    .description('Wrap every key of personal texts anew under a fresh key; a running server goes on.')
    .action(async () => {
      const { database } = await open();
      const { current, retired, rewrapped } = await rotate(
        database.keys.pool(1),
        kekFileOf(place()),
        (done) => {
          process.stderr.write(`\r${String(done)} keys wrapped anew`);
        },
      );
      process.stderr.write('\n');
      say(`${String(rewrapped)} keys are wrapped under ${current} now.`);
      for (const id of retired)
        say(
          `${id} is retired: once copies of the keys’ database are older than ${String(KEY_BACKUP_DAYS)} days, end it with \`keys forget-kek ${id}\`. What was erased until today is erased for good only then.`,
        );
    });

const forgetting = (open: Open, place: () => KekPlace): Command =>
  new Command('forget-kek')
    .description(
      'Destroy a retired key: what was erased while it was in use is then open to nobody for ever.',
    )
    .argument('<id>', 'the key, as `keys list` shows it')
    .option('--now', 'there is no copy of the keys’ database left that it opens')
    .action(async (id: string, { now = false }: { readonly now?: boolean }) => {
      const { database } = await open();
      await forgetKek(database.keys.pool(1), kekFileOf(place()), id, now);
      say(`${id} is destroyed. Destroy its copies outside this machine too.`);
    });

/** The keys of personal texts: make, show, rotate, destroy. */
export const keysCommand = (open: Open, place: () => KekPlace): Command =>
  new Command('keys')
    .description('The keys under which personal texts are sealed.')
    .addCommand(create(place))
    .addCommand(list(open))
    .addCommand(rotation(open, place))
    .addCommand(forgetting(open, place));
