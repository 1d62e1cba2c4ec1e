import { join } from 'node:path';
import { Client } from 'pg';
import { connections } from '../../src/database/pools.ts';
import { withDatabase, withRole } from '../../src/database/connection-url.ts';
import { ensureDatabase } from '../../src/database/ensure-database.ts';
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
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { eventually } from '../support/signing.ts';

let served: ServedHouse;
let folder: string;
let fresh: FaultyCluster;
const signers: RunningSigner[] = [];

beforeAll(async () => {
  served = await serveHouse();
  folder = await openFolder();
  const made = await clusterIn(folder, join(folder, 'programs'));
  fresh = await startCluster(made, await makeCluster(made));
}, 300_000);
afterAll(async () => {
  for (const signer of signers) await signer.close();
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

describe('a database that was dumped and restored into a fresh cluster', () => {
  it('goes on where it was: positions, read models, signatures and keys', async () => {
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
    const [main, keys] = [await dumpDatabase(operatorUrl), await dumpDatabase(keysOf(operatorUrl))];

    const databaseUrl = journalIn(fresh.adminUrl);
    await ensureDatabase(fresh.adminUrl, 'journal');
    const place = { databaseUrl, dataDir };
    await (await serveJournal(place)).close();
    await restoreDatabase(databaseUrl, main);
    await restoreDatabase(keysOf(databaseUrl), keys);
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
  }, 300_000);
});
