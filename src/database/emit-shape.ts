/** Writes down what the migrations make, on a server of its own that is thrown away: `npm run shape`. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from './database.ts';
import { describeShape, linesOf } from './shape.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'gradeledger-shape-'));
// The server's own user has to reach it, where this one is root.
await chmod(dataDir, 0o711);
const database = await openDatabase({ dataDir, databaseUrl: null }, 'guest');
try {
  // What a college's part of the log is like can be seen only where there is one.
  await database.app
    .pool(1)
    .query(`SELECT log.open_college(gen_random_uuid(), 'any.example/journal', 'virtual')`);
  for (const [room, connections] of [
    ['main', database.app],
    ['keys', database.keys],
  ] as const) {
    const lines = linesOf(await describeShape(connections.pool(1), []));
    await writeFile(new URL(`shape-${room}.txt`, import.meta.url), `${lines.join('\n')}\n`);
  }
} finally {
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
}
