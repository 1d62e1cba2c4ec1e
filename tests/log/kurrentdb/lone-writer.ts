/** A process of its own that appends to a college until it is killed, and tells each command that it was told is stored. */
import { connections } from '../../../src/database/pools.ts';
import { kurrentdbLog } from '../../../src/log/kurrentdb/kurrentdb-log.ts';
import { appendOne } from '../requests.ts';

const [url = '', connectionString = '', college = '', name = ''] = process.argv.slice(2);
const log = kurrentdbLog({ url, pool: connections(connectionString).pool(4) });

await Promise.all(
  Array.from({ length: 8 }, async (_, writer) => {
    for (let i = 0; ; i += 1) {
      const command = appendOne(`mark-${name}.${String(writer)}`, i - 1);
      const { status } = await log.append(college, command);
      process.stdout.write(`${command.commandId} ${status}\n`);
    }
  }),
);
