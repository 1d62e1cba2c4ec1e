import { setTimeout as sleep } from 'node:timers/promises';
import { LogFault } from '../log/event-log.ts';
import type { Cluster } from '../log/kurrentdb/cluster.ts';
import { registerCollege } from '../log/kurrentdb/colleges.ts';
import { kurrentdbLog } from '../log/kurrentdb/kurrentdb-log.ts';
import { createNumbering } from '../log/kurrentdb/numbering.ts';
import { transactionOfTold } from '../log/kurrentdb/records.ts';
import { isSameDatabase, standingOf, type End, type Standing } from './end.ts';
import { commandsAt, demandBeginning, treeOf, type Held, type Tree } from './proof.ts';
import { storedCommands } from './stored-commands.ts';

/** How long an index may take to number what KurrentDB was given, without a step, in milliseconds. */
const PATIENCE_MS = 60_000;

/** How far a copy is. */
export type OnCopied = (done: number, total: number) => void;

/** What both ends hold, read again after the copy. */
export interface Copied {
  readonly origin: string;
  readonly from: Tree;
  readonly to: Tree;
}

interface Copy {
  readonly from: End;
  readonly to: End;
  readonly college: Standing;
  readonly onCopied: OnCopied;
  readonly signal: AbortSignal;
}

/** The index of a log in KurrentDB, brought up to what KurrentDB holds. */
const catchUp = async ({ pool, url }: End, college: string, size: number): Promise<void> => {
  if (url === null) return;
  const log = kurrentdbLog({ url, pool });
  try {
    await log.colleges();
    let [head, since] = [-1n, Date.now()];
    while (head < BigInt(size)) {
      await sleep(50);
      const now = await log.head(college);
      if (now > head) [head, since] = [now, Date.now()];
      else if (Date.now() - since > PATIENCE_MS)
        throw new LogFault(`the index has ${head} of ${size} events`);
    }
  } finally {
    await log.close();
  }
};

/** Fills a database by the function that numbers: what it makes of commands is the same wherever they come from. */
const fillDatabase = async ({ from, to, college, onCopied, signal }: Copy): Promise<void> => {
  const numbering = createNumbering(to.pool);
  await to.pool.query('SELECT log.open_college($1, $2, $3)', [college.id, college.origin, college.clock]);
  const there = await standingOf(to.pool, college.id);
  if (there.origin !== college.origin || there.clock !== college.clock)
    throw new LogFault(`the log of college ${college.id} is open there with other particulars`);
  const { numbered, head, no } = there;
  if (numbered && numbered.commit !== (head === 0n ? -1n : head))
    throw new LogFault('there it is the index of a log in KurrentDB');
  await demandBeginning(
    commandsAt({ ...to, cluster: null }, there),
    commandsAt({ ...from, cluster: null }, college),
  );
  // As long as this row is there, no server takes the log for a whole one.
  if (!numbered && head < college.head)
    await to.pool.query('INSERT INTO log.source VALUES ($1, $2, $2, $3)', [
      no,
      head === 0n ? -1n : head,
      head,
    ]);
  let reached = { commit: head === 0n ? -1n : head, prepare: head === 0n ? -1n : head };
  for await (const page of storedCommands(from.pool, college.no, head)) {
    signal.throwIfAborted();
    const last = page.at(-1);
    if (!last) break;
    await numbering.stage(
      college.id,
      page.flatMap(({ texts }) => texts),
    );
    await numbering.number(college.id, reached, last.position, page);
    reached = last.position;
    onCopied(Number(last.last), Number(college.head));
  }
  await to.pool.query('DELETE FROM log.source WHERE college = $1', [no]);
};

const demandStored = async (
  cluster: Cluster,
  college: string,
  command: Parameters<typeof transactionOfTold>[1],
) => {
  const violations = await cluster.send(transactionOfTold(college, command));
  if (violations.length > 0)
    throw new LogFault(`KurrentDB holds something else in ${violations[0]?.streamName ?? ''}`);
};

/** Fills KurrentDB with what it does not have yet, and gives what it holds then. */
const fillCluster = async (
  { from, to, college, onCopied, signal }: Copy,
  cluster: Cluster,
): Promise<Held> => {
  const rows = { ...from, cluster: null };
  await registerCollege(cluster, college);
  const { size } = await demandBeginning(cluster.commands(college.id), commandsAt(rows, college));
  const isElsewhere = !(await isSameDatabase(from.pool, to.pool));
  const numbering = createNumbering(to.pool);
  if (isElsewhere) {
    await to.pool.query('SELECT log.open_college($1, $2, $3)', [college.id, college.origin, college.clock]);
    await numbering.place(college.id);
  }
  for await (const page of storedCommands(from.pool, college.no, BigInt(size))) {
    signal.throwIfAborted();
    if (isElsewhere)
      await numbering.stage(
        college.id,
        page.flatMap(({ texts }) => texts),
      );
    for (const command of page) await demandStored(cluster, college.id, command);
    onCopied(Number(page.at(-1)?.last ?? 0), Number(college.head));
  }
  const held = await demandBeginning(cluster.commands(college.id), commandsAt(rows, college));
  if (BigInt(held.size) < college.head)
    throw new LogFault(`KurrentDB has ${held.size} of ${college.head} events`);
  return held;
};

/** The database from which KurrentDB was filled is its index: nothing is numbered again. */
const makeIndex = async ({ to, college }: Copy, { position }: Held): Promise<void> => {
  const { commit, prepare } = position ?? { commit: -1n, prepare: -1n };
  const { rowCount } = await to.pool.query(
    `INSERT INTO log.source (college, commit_position, prepare_position, head)
       SELECT $1, $2, $3, $4::bigint
        WHERE $4::bigint = coalesce((SELECT k.last FROM log.command k WHERE k.college = $1 ORDER BY k.last DESC LIMIT 1), 0)
     ON CONFLICT (college) DO NOTHING`,
    [college.no, commit, prepare, college.head],
  );
  if (rowCount === 0 && college.numbered === null)
    throw new LogFault('the log went on while it was copied: stop the servers, and copy again');
};

/**
 * Copies a college's log from one end to the other: ids, commands, fingerprints, sealed texts, positions, the college's
 * origin and clock. Cut off, it goes on at the next call. Ends by reading both again. Throws `LogFault` where the other end
 * holds something else, with the first position that differs.
 */
export async function copyLog(copy: Omit<Copy, 'college'> & { readonly college: string }): Promise<Copied> {
  const { from, to, college: id } = copy;
  if (from.cluster) {
    const { size } = await treeOf(from.cluster.commands(id));
    await catchUp(from, id, size);
  }
  const college = await standingOf(from.pool, id);
  if (from.cluster === null && college.numbered)
    throw new LogFault('the log lies in KurrentDB, and only its index is here');
  const isInPlace = await isSameDatabase(from.pool, to.pool);
  const whole = { ...copy, college };

  if (to.cluster) {
    const held = await fillCluster(whole, to.cluster);
    if (isInPlace && from.cluster === null) await makeIndex(whole, held);
    else if (isInPlace) throw new LogFault('one database cannot be the index of two logs');
    else await catchUp(to, id, held.size);
  } else if (isInPlace) {
    if (!from.cluster) throw new LogFault('both ends are the same database');
    await demandBeginning(from.cluster.commands(id), commandsAt({ ...from, cluster: null }, college));
    await from.pool.query('DELETE FROM log.source WHERE college = $1', [college.no]);
  } else await fillDatabase(whole);

  const there = await standingOf(to.pool, id);
  const { size, root } = await demandBeginning(commandsAt(to, there), commandsAt(from, college));
  const told = await treeOf(commandsAt(from, college));
  if (told.size !== size || told.root !== root)
    throw new LogFault(`the logs differ from position ${size + 1} on`);
  return { origin: college.origin, from: told, to: { size, root } };
}
