import { randomUUID } from 'node:crypto';
import { copyLog, type Copied } from '../../../src/log-copy/copy-log.ts';
import { endAt, type End } from '../../../src/log-copy/end.ts';
import { NO_STREAM, type SealedLog } from '../../../src/log/event-log.ts';
import { postgresLog } from '../../../src/log/postgres/postgres-log.ts';
import type { TestDatabase } from '../../support/postgres.ts';
import { append, appendOne, college, event, uuidV7, write } from '../requests.ts';
import { indexOf, startWorld, type World } from './world.ts';

let world: World;
const tenant = college();
const ends: End[] = [];

beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => {
  Object.assign(tenant, college());
});
afterEach(async () => {
  await Promise.all(ends.splice(0).flatMap(({ cluster }) => (cluster ? [cluster.close()] : [])));
});
afterAll(() => world.close());

const at = ({ ownerUrl }: TestDatabase, url: string | null = null): End => {
  const end = endAt(world.pool(ownerUrl), url);
  ends.push(end);
  return end;
};

const copy = (
  from: End,
  to: End,
  signal = new AbortController().signal,
  onCopied = (): void => undefined,
): Promise<Copied> => copyLog({ from, to, college: tenant.id, signal, onCopied });

const texts = async (log: SealedLog) =>
  (await log.read(tenant.id, 0n, 2_000)).map(({ position, sealed }) => [position, sealed]);

const subject = randomUUID();
const keyOf = (generation: number) => `${subject}/special/${String(generation)}`;

/** A log with commands of several events, texts that stand, and texts that were erased. */
const fill = async (log: SealedLog, count = 260) => {
  await log.open(tenant);
  const reason = (generation: number) => [
    { field: 'reason', key: keyOf(generation), ciphertext: Buffer.from(`болел ${String(generation)}`) },
  ];
  await log.append(
    tenant.id,
    append([write('mark-a', NO_STREAM, [event('a', reason(1)), event('b', reason(2))])]),
  );
  const ending = {
    ...event(),
    type: 'SubjectKeyDestroyed',
    body: JSON.stringify({ data: { generation: 1, purpose: 'special', subject } }),
  };
  await log.append(tenant.id, append([write(`key-${subject}.special`, NO_STREAM, [ending])]));
  await Promise.all(
    Array.from({ length: count }, (_, i) =>
      log.append(
        tenant.id,
        append([write('journal-1', i - 1), write(`mark-${String(i)}`, NO_STREAM, [event(`№ ${String(i)}`)])]),
      ),
    ),
  );
};

const postgresAt = ({ appUrl }: TestDatabase): SealedLog => postgresLog({ pool: world.pool(appUrl) });

describe('a copy of a log', () => {
  it('from one database to another, cut off in the middle and begun again, is the same to the last byte', async () => {
    const [one, other] = [await world.another(), await world.another()];
    const source = postgresAt(one);
    await fill(source);
    const [from, to] = [at(one), at(other)];
    const stopping = new AbortController();
    const cut = copy(from, to, stopping.signal, () => {
      stopping.abort(new Error('cut off'));
    });
    await expect(cut).rejects.toThrow('cut off');
    const target = postgresAt(other);
    const half = await target.head(tenant.id);
    expect(half).toBeGreaterThan(0n);
    expect(half).toBeLessThan(await source.head(tenant.id));

    const copied = await copy(from, to);
    expect(copied.to).toEqual(copied.from);
    expect(copied.from.size).toBe(Number(await source.head(tenant.id)));
    expect(await indexOf(to.pool, tenant.id)).toEqual(await indexOf(from.pool, tenant.id));
    expect(await texts(target)).toEqual(await texts(source));
    expect(await target.colleges()).toContainEqual({ ...tenant });
    expect(await target.append(tenant.id, appendOne('mark-more'))).toMatchObject({ status: 'appended' });
    await Promise.all([source.close(), target.close()]);
  });

  it('from a database to KurrentDB with that database as its index goes on there, and comes back', async () => {
    const one = await world.another();
    const source = postgresAt(one);
    await fill(source, 60);
    const before = await texts(source);
    await source.close();
    const inKurrent = at(one, world.server.url);
    const there = await copy(at(one), inKurrent);
    expect(there.to).toEqual(there.from);

    const log = world.log({ database: one });
    const [repeated] = await log.readStream(tenant.id, 'mark-7');
    expect(repeated?.body).toBe('{"note":"№ 7"}');
    expect(await log.append(tenant.id, appendOne('mark-0', 0))).toMatchObject({
      status: 'appended',
      first: 124n,
    });
    await log.close();

    const back = await copy(inKurrent, at(one));
    expect(back.to).toEqual(back.from);
    const again = postgresAt(one);
    expect((await texts(again)).slice(0, before.length)).toEqual(before);
    expect(await again.append(tenant.id, appendOne('mark-0', 1))).toMatchObject({
      status: 'appended',
      first: 125n,
    });
    await again.close();
  });

  it('to KurrentDB with another database as its index, cut off and begun again, and from there to a third', async () => {
    const [one, other, third] = [await world.another(), await world.another(), await world.another()];
    const source = postgresAt(one);
    await fill(source);
    const [from, inKurrent] = [at(one), at(other, world.server.url)];
    const stopping = new AbortController();
    const cut = copy(from, inKurrent, stopping.signal, () => {
      stopping.abort(new Error('cut off'));
    });
    await expect(cut).rejects.toThrow('cut off');
    const copied = await copy(from, inKurrent);
    expect(copied.to).toEqual(copied.from);
    expect(await indexOf(inKurrent.pool, tenant.id)).toEqual(await indexOf(from.pool, tenant.id));

    const to = at(third);
    const back = await copy(inKurrent, to);
    expect(back.to.root).toBe(copied.from.root);
    const target = postgresAt(third);
    expect(await texts(target)).toEqual(await texts(source));
    await Promise.all([source.close(), target.close()]);
  });

  it('is refused where something else lies, with the first position that differs', async () => {
    const [one, other] = [await world.another(), await world.another()];
    const [source, target] = [postgresAt(one), postgresAt(other)];
    await Promise.all([source.open(tenant), target.open(tenant)]);
    const shared = appendOne('mark-1');
    for (const log of [source, target]) await log.append(tenant.id, shared);
    await source.append(tenant.id, appendOne('mark-2', NO_STREAM, 'a five'));
    await target.append(tenant.id, { ...appendOne('mark-2', NO_STREAM, 'a two'), commandId: uuidV7() });
    await expect(copy(at(one), at(other))).rejects.toThrow('differ from position 2 on');
    await Promise.all([source.close(), target.close()]);
  });
});
