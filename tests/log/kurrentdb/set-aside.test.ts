import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { AppendOutcome, AppendRequest, SealedLog } from '../../../src/log/event-log.ts';
import { createCluster, type Cluster } from '../../../src/log/kurrentdb/cluster.ts';
import { setAside, strayIn } from '../../../src/log/kurrentdb/set-aside.ts';
import { followUntil } from '../following-contract.ts';
import { appendOne, college, uuidV7 } from '../requests.ts';
import { indexOf, startWorld, type World } from './world.ts';

let world: World;
let cluster: Cluster;
const tenant = college();
const decision = { reason: 'A trial by hand', by: 'petrova', at: '2026-11-22T08:15:30.123Z' };

beforeAll(async () => {
  world = await startWorld();
  cluster = createCluster(world.server.url);
});
beforeEach(() => {
  Object.assign(tenant, college());
});
afterAll(async () => {
  await cluster.close();
  await world.close();
});

const write = (streamName: string, type: string, data: unknown) => {
  const event = { id: uuidV7(), type, contentType: 'application/octet-stream' as const };
  const client = KurrentDBClient.connectionString(world.server.url);
  const records = [{ ...event, data: Buffer.from(JSON.stringify(data)), metadata: {} }];
  return client.multiStreamAppend([{ streamName, expectedState: 'any', events: records }]);
};

/** Sends the same append again until the log is sound. */
const appended = async (log: SealedLog, request: AppendRequest): Promise<AppendOutcome> => {
  for (;;)
    try {
      return await log.append(tenant.id, request);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes('not of this log')) throw error;
    }
};

const aside = async (): Promise<unknown> => {
  const found = await strayIn(cluster, tenant.id);
  return setAside(cluster, tenant.id, found?.record.id ?? '', decision);
};

describe('a record that no command of ours wrote', () => {
  it('can be set aside by who says why: the log goes on, in that stream too, and is the same when numbered again', async () => {
    const log = world.log();
    await log.open(tenant);
    await log.append(tenant.id, appendOne('mark-1'));
    await write(`${tenant.id}/mark-1`, 'MarkRecorded', { note: 'by hand' });
    const pending = appendOne('mark-2');
    await expect(log.append(tenant.id, pending)).rejects.toThrow(
      /mark-1@1 \([\w-]+\), at \d+ of \$all; cli log set-aside/u,
    );

    expect(await aside()).toMatchObject({ ...decision, stream: `${tenant.id}/mark-1`, revision: 1 });
    expect(await appended(log, pending)).toMatchObject({ first: 2n, last: 2n });
    const other = world.log();
    await other.colleges();
    expect(await log.append(tenant.id, appendOne('mark-1', 0))).toMatchObject({
      status: 'appended',
      last: 3n,
    });
    expect(await other.append(tenant.id, appendOne('mark-1', 1))).toMatchObject({
      status: 'appended',
      last: 4n,
    });
    for (const one of [log, other])
      expect(await one.append(tenant.id, appendOne('mark-1', 7))).toEqual({
        ...{ status: 'conflict', stream: 'mark-1', actual: 2 },
      });

    const anew = await world.another();
    const again = world.log({ database: anew });
    await again.colleges();
    await followUntil(again, tenant.id, 0n, 4n);
    expect(await indexOf(world.pool(anew.ownerUrl), tenant.id)).toEqual(
      await indexOf(world.pool(world.database.ownerUrl), tenant.id),
    );
  });

  it('and that began a stream, or looks like a command that was never finished, can be set aside as well', async () => {
    const log = world.log();
    await log.open(tenant);
    await write(`${tenant.id}/mark-1`, 'MarkRecorded', {});
    await write(`${tenant.id}/command/${uuidV7()}`, 'Command', {
      ...{ at: decision.at, events: 2 },
      fingerprint: 'ab',
    });
    const pending = appendOne('mark-2');
    await expect(log.append(tenant.id, pending)).rejects.toThrow('mark-1@0');
    expect(await aside()).toMatchObject({ stream: `${tenant.id}/mark-1`, revision: 0 });
    expect(await aside()).toMatchObject({
      stream: expect.stringContaining('/command/') as string,
      revision: 0,
    });
    expect(await appended(log, pending)).toMatchObject({ last: 1n });
    expect(await log.append(tenant.id, appendOne('mark-1'))).toMatchObject({ status: 'appended', last: 2n });
  });

  it('is set aside by its name alone, and nothing of the log can be', async () => {
    const log = world.log();
    await log.open(tenant);
    await log.append(tenant.id, appendOne('mark-1'));
    await expect(setAside(cluster, tenant.id, uuidV7(), decision)).rejects.toThrow(
      'the log stopped at no record',
    );
    await write(`${tenant.id}/mark-1`, 'MarkRecorded', {});
    await expect(setAside(cluster, tenant.id, uuidV7(), decision)).rejects.toThrow(
      /stopped at the record .*mark-1@1/u,
    );
    await aside();
    await expect(aside()).rejects.toThrow('the log stopped at no record');
  });
});
