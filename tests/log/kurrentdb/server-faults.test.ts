import { randomUUID } from 'node:crypto';
import {
  AppendConsistencyViolationError,
  DeadlineExceededError,
  NO_STREAM,
  streamNameFilter,
  UnavailableError,
  type AppendStreamRequest,
  type KurrentDBClient,
} from '@kurrent/kurrentdb-client';
import { served } from './behaviour/served.ts';
import { demand, failureOf, freshStream, record, said, wordsIn, wordsOf } from './behaviour/words.ts';

const { another, connect, server } = served();

type Write = (client: KurrentDBClient, stream: string, id: string) => Promise<unknown>;

describe('a connection that is reset in the middle of a write', () => {
  const writes: readonly (readonly [string, Write])[] = [
    [
      'an append',
      (client, stream, id) => client.appendToStream(stream, said('x', id), { streamState: NO_STREAM }),
    ],
    [
      'records',
      (client, stream, id) => client.appendRecords([record(stream, 'x', id)], [demand(stream, NO_STREAM)]),
    ],
    [
      'a session',
      (client, stream, id) =>
        client.multiStreamAppend([{ streamName: stream, events: [said('x', id)], expectedState: NO_STREAM }]),
    ],
  ];

  it.each(writes)('leaves the outcome of %s unknown; sent again it is stored once', async (_, write) => {
    const [stream, id, client] = [freshStream(), randomUUID(), connect()];
    const { befallen } = server().faults;
    server().faults.resetWrites('after', 2);
    await failureOf(write(client, stream, id));
    await failureOf(write(client, stream, id));
    await write(client, stream, id);
    expect(server().faults.befallen).toBe(befallen + 2);
    await expect(wordsIn(client, stream)).resolves.toEqual(['x']);
  });

  it.each(writes)('loses %s that had not begun, and the next try stores it', async (_, write) => {
    const [stream, id, client] = [freshStream(), randomUUID(), connect()];
    server().faults.resetWrites('before');
    await failureOf(write(client, stream, id));
    await expect(wordsIn(connect(), stream)).resolves.toEqual([]);
    await write(client, stream, id);
    await expect(wordsIn(client, stream)).resolves.toEqual(['x']);
  });

  it('fails every append of that client on the way, and none of another client in the process', async () => {
    const [one, other, stream] = [connect(), connect(), freshStream()];
    await Promise.all([one, other].map((client) => client.appendToStream(freshStream(), said('warm'))));
    server().faults.resetWrites('before');
    const mine = Array.from({ length: 5 }, (_, i) => one.appendToStream(stream, said(String(i))));
    const results = Promise.allSettled(mine);
    await failureOf(Promise.all(mine));
    await expect(other.appendToStream(freshStream(), said('whole'))).resolves.toMatchObject({
      success: true,
    });
    expect((await results).some(({ status }) => status === 'rejected')).toBe(true);
  });
});

describe('a delivery that repeats itself', () => {
  it('gives events before the position that a reader went on from', async () => {
    const [client, college] = [connect(), randomUUID()];
    for (const word of ['0', '1', '2']) await client.appendRecords([record(`${college}/a`, word)]);
    const filter = streamNameFilter({ prefixes: [`${college}/`] });
    const events = await Array.fromAsync(client.readAll({ filter }));
    const fromPosition = events[2]?.event?.position;
    if (!fromPosition) throw new Error('A record of $all has a position.');
    server().faults.redeliver(1000);
    const repeated = await Array.fromAsync(client.readAll({ filter, fromPosition }));
    expect(wordsOf(repeated)).toEqual(['0', '1', '2']);
    await expect(Array.fromAsync(client.readAll({ filter, fromPosition })).then(wordsOf)).resolves.toEqual([
      '2',
    ]);
  });

  it('gives the events of a subscription twice', async () => {
    const [client, stream] = [connect(), freshStream()];
    await client.appendToStream(
      stream,
      ['0', '1'].map((word) => said(word)),
    );
    server().faults.repeat(2);
    const events = [];
    for await (const event of client.subscribeToStream(stream)) if (events.push(event) === 4) break;
    expect(wordsOf(events)).toEqual(['0', '0', '1', '1']);
  });

  it('is cut off after so many events, in a read and in a subscription', async () => {
    const [client, stream] = [connect(), freshStream()];
    await client.appendToStream(
      stream,
      Array.from({ length: 9 }, (_, i) => said(String(i))),
    );
    server().faults.cutReads(4, 2);
    await failureOf(Array.fromAsync(client.readStream(stream)));
    await failureOf(Array.fromAsync(client.subscribeToStream(stream)));
    await expect(wordsIn(client, stream)).resolves.toHaveLength(9);
  });
});

describe('a server that cannot serve', () => {
  it('is UNAVAILABLE to reads by its name, to appends by a code alone', async () => {
    server().faults.unavailable();
    const client = connect();
    const read = await failureOf(Array.fromAsync(client.readStream(freshStream())));
    expect(read).toBeInstanceOf(UnavailableError);
    const append = await failureOf(client.appendToStream(freshStream(), said('x')));
    expect(append).not.toBeInstanceOf(UnavailableError);
    expect(append).toMatchObject({ code: 14 });
  });

  it('serves again when it is back at the same address', async () => {
    const [client, stream] = [connect(), freshStream()];
    await client.appendToStream(stream, said('before'));
    await server().faults.down();
    await failureOf(client.appendToStream(stream, said('while')));
    await server().faults.up();
    const after = said('after');
    await client.appendToStream(stream, after).catch(() => client.appendToStream(stream, after));
    await expect(wordsIn(connect(), stream)).resolves.toEqual(['before', 'after']);
  });

  it('takes longer than the client waits: the append took effect, and the next try finds that', async () => {
    const [stream, event] = [freshStream(), said('slow')];
    const hasty = connect(`${server().url}&defaultDeadline=300`);
    await hasty.appendRecords([record(freshStream(), 'warm')]);
    server().faults.slow(1000, 'after');
    const records = [{ streamName: stream, record: event }];
    const checks = [demand(stream, NO_STREAM)];
    const failure = await failureOf(hasty.appendRecords(records, checks));
    expect(failure).toBeInstanceOf(DeadlineExceededError);
    await server().faults.clear();
    const { responses } = await connect().appendRecords(records, checks);
    expect(responses).toEqual([{ streamName: stream, revision: 0n }]);
    await expect(wordsIn(connect(), stream)).resolves.toEqual(['slow']);
  });

  it('keeps every record when it starts anew, but no longer knows ids that came without a revision', async () => {
    const own = await another();
    const [stream, event, before] = [freshStream(), said('x'), connect(own.url)];
    await before.appendToStream(stream, event);
    await before.dispose();
    await own.faults.down();
    const again = await another({ schema: own.schema });
    const client = connect(again.url);
    await client.appendToStream(stream, event);
    await expect(wordsIn(client, stream)).resolves.toEqual(['x']);
    await again.faults.forget();
    await client.appendToStream(stream, event);
    await expect(wordsIn(client, stream)).resolves.toEqual(['x', 'x']);
  });
});

describe('a repetition', () => {
  it('beside a check of a stream that is only read is refused, and blames nobody', async () => {
    const [client, stream, read] = [connect(), freshStream(), freshStream()];
    const records = [record(stream, 'x')];
    const checks = [demand(stream, NO_STREAM), demand(read, NO_STREAM)];
    await client.appendRecords(records, checks);
    const failure = await failureOf(client.appendRecords(records, checks));
    expect(failure).toBeInstanceOf(AppendConsistencyViolationError);
    expect(failure).toMatchObject({ violations: [] });
  });

  it('of a part of a session is refused without a reason', async () => {
    const [client, one, two, event] = [connect(), freshStream(), freshStream(), said('x')];
    const part: AppendStreamRequest = { streamName: one, events: [event], expectedState: NO_STREAM };
    await client.multiStreamAppend([part]);
    const failure = await failureOf(
      client.multiStreamAppend([part, { streamName: two, events: [said('y')], expectedState: NO_STREAM }]),
    );
    expect(failure).toMatchObject({ code: 2 });
    await expect(wordsIn(client, two)).resolves.toEqual([]);
  });
});
