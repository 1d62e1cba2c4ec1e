import { once } from 'node:events';
import { dropRunDatabases } from './postgres.ts';

/** Leaves no process, folder or database behind. */
export default async function tearDown(): Promise<void> {
  await dropRunDatabases();
  const keeper = globalThis.postgresKeeper;
  if (!keeper) return;
  const exit = once(keeper, 'exit');
  // A process that nobody waits for ends here, and the run with it: as if every test had passed.
  keeper.ref();
  keeper.stdin?.end();
  await exit;
}
