import { Pool } from 'pg';
import { openHouse, type House } from '../../src/house.ts';
import { openReadModels } from '../../src/runtime/read-models.ts';
import { rebuild } from '../../src/runtime/rebuild.ts';
import { startContender, type Contender } from './contender.ts';
import { durableServer, type DurableServer } from './durable-server.ts';
import { sideBySide } from './founded-college.ts';
import { growCollege, type GrownCollege } from './grown-college.ts';
import { signedInAs } from './page-college.ts';
import type { ServedSetup } from './page-served.ts';

/** A college with a history of some size, served. */
export interface GrownServer extends GrownCollege {
  readonly server: DurableServer;
  readonly contender: Contender;
  /** The journal administrator's, who may read the trail. */
  readonly token: string;
  /** Bytes on disk by schema. */
  readonly bytes: Readonly<Record<'log' | 'read', number>>;
  stop(): Promise<void>;
}

/** The projections that a page, the history of a mark and the trail are read from. */
export const READ_FROM: readonly string[] = ['audit-trail', 'gradebook', 'directory', 'timetable'];

/** Rebuilt at once: one for each processor. */
const AT_ONCE = 2;

const SETTINGS = {
  full_page_writes: 'off',
  checkpoint_timeout: '30min',
  max_wal_size: '2GB',
  maintenance_work_mem: '512MB',
} as const;

const seconds = (since: number): string => ((performance.now() - since) / 1_000).toFixed(1);

const projected = async (
  house: House,
  admin: Pool,
  college: string,
  chosen: readonly string[] | 'all',
): Promise<void> => {
  const models = openReadModels(house.database);
  const names = chosen === 'all' ? models.models.map(({ name }) => name) : chosen;
  // Whoever nothing here asks is told that it has seen everything, so that it stays out of the way.
  const others = models.models.filter(({ name }) => !names.includes(name));
  await sideBySide(names, AT_ONCE, async (name) => {
    const since = performance.now();
    const [report] = await rebuild(house.log, models, name, 'all');
    console.log(`  ${name} rebuilt from ${report?.events ?? 0} events in ${seconds(since)} s`);
  });
  const head = await house.log.head(college);
  await house.log.keyring.reach(college, head);
  for (const { name, version } of others)
    await admin.query(
      `INSERT INTO read.checkpoint (projection, college, version, position) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [name, college, version, head],
    );
};

const bytesOf = async (admin: Pool): Promise<Readonly<Record<'log' | 'read', number>>> => {
  const { rows } = await admin.query<{ schema: 'log' | 'read'; bytes: string }>(
    `SELECT n.nspname AS schema, sum(pg_total_relation_size(c.oid)) AS bytes
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ('log', 'read') AND c.relkind = 'r' GROUP BY 1`,
  );
  const of = (schema: string): number => Number(rows.find((row) => row.schema === schema)?.bytes ?? 0);
  return { log: of('log'), read: of('read') };
};

const grownOn = async (
  server: DurableServer,
  events: number,
  names: readonly string[] | 'all',
): Promise<Omit<GrownServer, 'server' | 'contender' | 'stop'>> => {
  const house = await openHouse({ dataDir: server.dataDir, databaseUrl: server.adminUrl }, 'server');
  const admin = new Pool({ connectionString: server.adminUrl, max: 2 });
  try {
    const since = performance.now();
    const grown = await growCollege(server, house, events, new Date().toISOString().slice(0, 10));
    await admin.query('VACUUM (ANALYZE)');
    console.log(`${grown.events} events told in ${seconds(since)} s`);
    await projected(house, admin, grown.college, names);
    await admin.query('VACUUM (ANALYZE)');
    await admin.query('CHECKPOINT');
    const token = await signedInAs(house, grown.college, grown.administrator);
    return { ...grown, token, bytes: await bytesOf(admin) };
  } finally {
    await admin.end();
    await house.close();
  }
};

/** Grows a college on a PostgreSQL of its own, projects it (`names`, or all), and has a file of this folder serve it. */
export const growServer = async (
  events: number,
  names: readonly string[] | 'all',
  file = 'page-served.ts',
): Promise<GrownServer> => {
  const server = await durableServer(SETTINGS);
  try {
    const grown = await grownOn(server, events, names);
    const contender = await startContender(file, {
      ...{ databaseUrl: server.adminUrl, dataDir: server.dataDir },
      ...{ college: grown.college, position: BigInt(grown.events) },
    } satisfies ServedSetup);
    const stop = async (): Promise<void> => {
      await contender.stop();
      await server.stop();
    };
    return { ...grown, server, contender, stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
};
