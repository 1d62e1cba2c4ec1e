/** A process that appends one event as of its own clock, and says what the log answered and what time it believes. */
import { connections } from '../../src/database/pools.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import { append, college, write } from '../log/requests.ts';

const [url = ''] = process.argv.slice(2);
const pool = connections(url).pool(2);
const log = postgresLog({ pool });
const own = college('server');
await log.open(own);
const at = new Date().toISOString();
const { status } = await log.append(own.id, append([write('mark-1')], { at }));
process.stdout.write(JSON.stringify({ status, at }));
await log.close();
await pool.end();
