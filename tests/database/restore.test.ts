import { join } from 'node:path';
import { Client } from 'pg';
import { connections } from '../../src/database/pools.ts';
import { withDatabase, withRole } from '../../src/database/connection-url.ts';
import { ensureDatabase } from '../../src/database/ensure-database.ts';
import { enterOutside } from '../../src/database/outside.ts';
import { APP, SIGNER } from '../../src/database/roles.ts';
import { startSigner, type RunningSigner } from '../../src/ledger/signer/signer.ts';
import type { StoredEvent } from '../../src/log/event-log.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import {
  clusterIn,
  makeCluster,
  openFolder,
  removeFolder,
  startCluster,
  type FaultyCluster,
} from '../faults/cluster.ts';
import { foundEdited } from '../faults/edited-college.ts';
import { projectionsEqualReplay, serveJournal } from '../faults/journal-server.ts';
import { journalIn } from '../faults/kept-log.ts';
import { ApiClient } from '../support/api-client.ts';
import { dumpDatabase, restoreDatabase } from '../support/dump.ts';
import { postgresClients } from '../support/postgres-clients.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { eventually } from '../support/signing.ts';

const clients = await postgresClients();

let served: ServedHouse;
let folder: string;
let fresh: FaultyCluster;
const signers: RunningSigner[] = [];

beforeEach(async () => {
  served = await serveHouse();
  folder = await openFolder();
  const made = await clusterIn(folder, join(folder, 'programs'));
  fresh = await startCluster(made, await makeCluster(made));
}, 300_000);
afterEach(async () => {
  for (const signer of signers.splice(0)) await signer.close();
  await fresh.end();
  await served.close();
  await removeFolder(folder);
});

const signing = (databaseUrl: string): RunningSigner => {
  const signer = startSigner({ databaseUrl, folder: join(folder, 'signer'), makeKeys: true });
  signers.push(signer);
  return signer;
};

const keysOf = (url: string): string => withDatabase(url, `${new URL(url).pathname.slice(1)}_keys`);

interface Checkpoint {
  readonly projection: string;
  readonly college: string;
  readonly version: number;
  readonly position: string;
}

const checkpoints = async (url: string): Promise<readonly Checkpoint[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Checkpoint>(
    'SELECT projection, college, version, position::text AS position FROM read.checkpoint ORDER BY 1, 2',
  );
  await client.end();
  return rows;
};

/** Puts both databases into the fresh cluster; the address of the first. */
type Carry = (main: string, dataDir: string) => Promise<string>;

const byCopy: Carry = async (main, dataDir) => {
  const dumps = [await dumpDatabase(main), await dumpDatabase(keysOf(main))] as const;
  const databaseUrl = journalIn(fresh.adminUrl);
  await ensureDatabase(fresh.adminUrl, 'journal');
  await (await serveJournal({ databaseUrl, dataDir })).close();
  await restoreDatabase(databaseUrl, dumps[0]);
  await restoreDatabase(keysOf(databaseUrl), dumps[1]);
  return databaseUrl;
};

const byPostgresClients: Carry = async (main) => {
  if (!clients) throw new Error('There is no pg_dump as new as the server.');
  const files = [join(folder, 'main.dump'), join(folder, 'keys.dump')] as const;
  await clients.dump(main, files[0]);
  await clients.dump(keysOf(main), files[1]);
  // What makes the roles, which belong to no database.
  await ensureDatabase(fresh.adminUrl, 'empty');
  await enterOutside(withDatabase(fresh.adminUrl, 'empty'), {});
  const databaseUrl = journalIn(fresh.adminUrl);
  await ensureDatabase(fresh.adminUrl, 'journal');
  await ensureDatabase(fresh.adminUrl, 'journal_keys');
  await clients.restore(files[0], databaseUrl);
  await clients.restore(files[1], keysOf(databaseUrl));
  return databaseUrl;
};

describe('a database that was dumped and restored into a fresh cluster', () => {
  const goesOn = async (carry: Carry): Promise<void> => {
    const { operatorUrl, signerUrl, dataDir } = served.database;
    const edited = await foundEdited(served, 3);
    const tenant = edited.college.id;
    const head = await served.house.log.head(tenant);
    // Of what concerns no table the checkpoint is moved a while after.
    const isReached = ({ college, position }: Checkpoint): boolean =>
      college !== tenant || position === String(head);
    await eventually(async () => (await checkpoints(operatorUrl)).every(isReached));
    const first = signing(signerUrl);
    await eventually(() =>
      first.logs().find(({ college, size }) => college === tenant && size >= Number(head)),
    );
    await first.close();
    const before = await checkpoints(operatorUrl);
    const databaseUrl = await carry(operatorUrl, dataDir);
    const place = { databaseUrl, dataDir };
    expect(await checkpoints(databaseUrl)).toEqual(before);

    const again = signing(withRole(databaseUrl, SIGNER));
    await eventually(() =>
      again.logs().find(({ college, size }) => college === tenant && size >= Number(head)),
    );
    expect(again.logs().map(({ alarm }) => alarm)).toEqual(again.logs().map(() => null));
    expect(await projectionsEqualReplay(place)).toBe(true);

    const pool = connections(withRole(databaseUrl, APP)).pool(10);
    const log = postgresLog({ pool });
    const following = log.subscribe(tenant, head, AbortSignal.timeout(60_000))[Symbol.asyncIterator]();
    const next = following.next() as Promise<IteratorYieldResult<readonly StoredEvent[]>>;
    const server = await serveJournal(place);
    const teacher = new ApiClient(server.origin, edited.college.as('teacher').token);
    const { journalId, lessonId, students } = edited;
    const mark = { studentId: students[0] ?? '', workType: 'TEST', value: '5' };
    const marked = await teacher.do('recordMark', { journalId, lessonId, ...mark });
    expect(marked.userErrors).toEqual([]);
    await server.close();
    const { value: page } = await next;
    expect(page[0]?.position).toBe(head + 1n);
    await eventually(() =>
      again.logs().find(({ college, size }) => college === tenant && size > Number(head)),
    );
    expect(again.logs().every(({ alarm }) => alarm === null)).toBe(true);
    await following.return?.();
    await log.close();
    await pool.end();
  };

  const what = 'goes on where it was, positions, read models, signatures and keys';
  it(`${what}: every table by COPY`, () => goesOn(byCopy), 300_000);
  (clients ? it : it.skip)(`${what}: by pg_dump and pg_restore`, () => goesOn(byPostgresClients), 300_000);
});
