import { Frontier } from '../ledger/frontier.ts';
import { leafHash } from '../ledger/leaf.ts';
import { LogFault } from '../log/event-log.ts';
import type { ToldCommand } from '../log/kurrentdb/told.ts';
import type { End, Standing } from './end.ts';
import { storedCommands } from './stored-commands.ts';

/** The tree of a log that was read from the first event to the last. */
export interface Tree {
  readonly size: number;
  /** RFC 6962, hex. */
  readonly root: string;
}

type Commands = AsyncGenerator<ToldCommand, void>;

async function* each(pages: ReturnType<typeof storedCommands>): Commands {
  for await (const page of pages) yield* page;
}

/** What an end holds of a college, from the truth it keeps: KurrentDB's records, or the database's rows. */
export const commandsAt = ({ cluster, pool }: End, { id, no }: Pick<Standing, 'id' | 'no'>): Commands =>
  cluster ? cluster.commands(id) : each(storedCommands(pool, no, 0n));

const leavesOf = ({ events }: ToldCommand): readonly Buffer[] => events.map(({ body }) => leafHash(body));

const isEqual = (one: ToldCommand, other: ToldCommand): boolean =>
  one.id === other.id &&
  one.fingerprint === other.fingerprint &&
  one.events.length === other.events.length &&
  one.events.every((event, index) => {
    const same = other.events[index];
    return (
      event.stream === same?.stream &&
      event.revision === same.revision &&
      event.id === same.id &&
      leafHash(event.body).equals(leafHash(same.body))
    );
  });

/** How a log is held against the one that it should begin like. */
export interface Held extends Tree {
  /** Where in the order of its records the last command lies, `null` before the first. */
  readonly position: ToldCommand['position'] | null;
}

/**
 * Holds everything that one log has to the beginning of another, command by command and leaf by leaf. Throws `LogFault`
 * with the first position at which they differ, or at which the other one ends.
 */
export async function demandBeginning(held: Commands, whole: Commands): Promise<Held> {
  const frontier = new Frontier();
  let position: Held['position'] = null;
  try {
    for await (const command of held) {
      const { value: same } = await whole.next();
      const leaves = leavesOf(command);
      if (!same || !isEqual(command, same)) {
        const theirs = same ? leavesOf(same) : [];
        const equal = leaves.findIndex((leaf, index) => !theirs[index]?.equals(leaf));
        throw new LogFault(`the logs differ from position ${frontier.size + Math.max(equal, 0) + 1} on`);
      }
      for (const leaf of leaves) frontier.append(leaf);
      ({ position } = command);
    }
    return { size: frontier.size, root: frontier.root().toString('hex'), position };
  } finally {
    await whole.return();
  }
}

/** The tree of a log. */
export async function treeOf(commands: Commands): Promise<Tree> {
  const frontier = new Frontier();
  for await (const command of commands) for (const leaf of leavesOf(command)) frontier.append(leaf);
  return { size: frontier.size, root: frontier.root().toString('hex') };
}
