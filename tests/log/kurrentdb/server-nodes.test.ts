import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { NO_STREAM, NotLeaderError, UnknownError, UnsupportedError } from '@kurrent/kurrentdb-client';
import { served } from './behaviour/served.ts';
import { failureOf, freshStream, record, said, wordsIn } from './behaviour/words.ts';

const { another, connect, server } = served();

describe('a node that is not the leader', () => {
  it('names the leader, and the client goes there with its next append', async () => {
    const follower = await another({ store: server().store });
    follower.faults.notLeader(server().endpoint);
    const [client, stream] = [connect(follower.url), freshStream()];
    const failure = await failureOf(client.appendToStream(stream, said('x')));
    expect(failure).toBeInstanceOf(NotLeaderError);
    expect(failure).toMatchObject({
      leader: { address: server().endpoint.host, port: server().endpoint.port },
    });
    await client.appendToStream(stream, said('x'));
    await expect(wordsIn(connect(), stream)).resolves.toEqual(['x']);
  });

  it('refuses a read too, and the next one goes to the leader', async () => {
    const follower = await another({ store: server().store });
    follower.faults.notLeader(server().endpoint);
    const [client, stream] = [connect(follower.url), freshStream()];
    await connect().appendToStream(stream, said('x'));
    const failure = await failureOf(wordsIn(client, stream));
    expect(failure).toBeInstanceOf(NotLeaderError);
    await expect(wordsIn(client, stream)).resolves.toEqual(['x']);
  });

  it('names it in words that the client does not read when records are appended', async () => {
    server().faults.notLeader({ host: '127.0.0.1', port: 1 });
    const failure = await failureOf(connect().appendRecords([record(freshStream(), 'x')]));
    expect(failure).toBeInstanceOf(UnknownError);
    expect(failure).toMatchObject({ code: 9 });
  });

  it('is passed by where the client asks the cluster who leads', async () => {
    const follower = await another({ store: server().store });
    follower.faults.notLeader(server().endpoint);
    const { host, port } = follower.endpoint;
    const url = `kurrentdb://${host}:${String(port)},${server().endpoint.host}:${String(server().endpoint.port)}?tls=false`;
    const [client, stream] = [connect(url), freshStream()];
    await client.appendRecords([record(stream, 'x')]);
    await expect(wordsIn(client, stream)).resolves.toEqual(['x']);
  });
});

describe('a server that is older', () => {
  it.each([
    ['has no checks before 26.1', { version: '25.1.0', appendRecords: false }, 'appendRecords'],
    [
      'has one stream an append before 25.1',
      { version: '24.10.0', appendRecords: false, multiStreamAppend: false },
      'both',
    ],
  ])('%s, and the client says which it needs', async (_, features, missing) => {
    const older = await another({ features });
    const client = connect(older.url);
    const records = await failureOf(client.appendRecords([record(freshStream(), 'x')]));
    expect(records).toBeInstanceOf(UnsupportedError);
    expect(records).toMatchObject({ minimumVersion: '26.1' });
    const session = client.multiStreamAppend([
      { streamName: freshStream(), events: [said('x')], expectedState: NO_STREAM },
    ]);
    await (missing === 'both'
      ? expect(session).rejects.toThrow('25.1')
      : expect(session).resolves.toMatchObject({ responses: [{ revision: 0n }] }));
  });

  it('has no shared call for appends, and takes each over a call of its own', async () => {
    const older = await another({
      features: { version: '21.6.0', batchAppend: false, appendRecords: false, multiStreamAppend: false },
    });
    const [client, stream] = [connect(older.url), freshStream()];
    await client.appendToStream(stream, said('x'));
    await expect(wordsIn(client, stream)).resolves.toEqual(['x']);
  });
});

describe('a server that asks who calls', () => {
  it('lets in who is named in the connection string, over a connection that is secured', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gradeledger-test-'));
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    await promisify(execFile)('openssl', [
      ...[
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '1',
      ],
      ...[
        '-subj',
        '/CN=localhost',
        '-addext',
        'subjectAltName=DNS:localhost',
        '-addext',
        'basicConstraints=critical,CA:FALSE',
      ],
      ...['-keyout', key, '-out', certificate],
    ]);
    const password = randomUUID();
    const secured = await another({
      tls: { key: await readFile(key), certificate: await readFile(certificate) },
      users: { journal: password },
    });
    const { port } = secured.endpoint;
    const at = (name: string, secret: string) =>
      connect(
        `kurrentdb://${name}:${secret}@localhost:${String(port)}?tls=true&tlsCAFile=${encodeURIComponent(certificate)}`,
      );
    const stream = freshStream();
    await at('journal', password).appendRecords([record(stream, 'x')]);
    await expect(wordsIn(at('journal', password), stream)).resolves.toEqual(['x']);
    const stranger = at('stranger', password);
    await expect(failureOf(stranger.appendRecords([record(stream, 'y')]))).resolves.toMatchObject({
      code: 16,
    });
    await rm(folder, { recursive: true });
  });
});
