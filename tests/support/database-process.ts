/** A process that opens the database of a data folder, says so, and closes it when asked to end. */
import { openDatabase } from '../../src/database/database.ts';

const [dataDir = ''] = process.argv.slice(2);
const database = await openDatabase({ dataDir, databaseUrl: null }, 'server');
process.stdout.write('open\n');
const alive = setInterval(() => undefined, 60_000);
process.once('SIGTERM', () => {
  clearInterval(alive);
  void database.close();
});
