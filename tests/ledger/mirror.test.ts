import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeEntries } from '../../src/ledger/entry-bundle.ts';
import { checkMirror } from '../../src/ledger/mirror/check.ts';
import { parseTilePath } from '../../src/ledger/tile-path.ts';
import { nameOf } from '../../src/ledger/witness/cosigned.ts';
import { eventually, SignedWorld } from '../support/signing.ts';
import { addressOf, answering, Closing, mirrorOf, trusted } from '../support/witnessing.ts';
import { run } from '../support/program.ts';

let world: SignedWorld;
const closing = new Closing();

beforeEach(async () => {
  world = await SignedWorld.open();
});

afterEach(async () => {
  await closing.all();
  await world.close();
});

const bodies = async (): Promise<readonly string[]> =>
  (await world.rows<{ body: string }>('SELECT body FROM log.event ORDER BY position')).map(
    ({ body }) => body,
  );

/** The log's files as the server serves them to an auditor; `bend` may change what is sent. */
const files = (bend = (body: string): string => body, token = 'an auditor’s token'): Promise<string> =>
  answering(closing, (request, response) => {
    void (async () => {
      const path = parseTilePath((request.url ?? '').replace(/^\/log\/college\//u, ''));
      const isAuditor = request.headers.authorization === `Bearer ${encodeURIComponent(token)}`;
      if (path?.level !== 'entries') return response.writeHead(404).end();
      if (!isAuditor) return response.writeHead(401).end();
      const all = (await bodies()).slice(path.n * 256, path.n * 256 + path.width);
      return response.end(writeEntries(all.map((body) => Buffer.from(bend(body)))));
    })();
  });

const keyed = async (size: number): Promise<string> => {
  const signer = world.sign();
  const { vkeys } = await world.signed(signer, size);
  await signer.close();
  return vkeys[0] ?? '';
};

const mirrored = async (folder: string): Promise<readonly string[]> => {
  const events = join(folder, nameOf(world.origin), 'events');
  const texts = await Promise.all(
    (await readdir(events)).map((name) => readFile(join(events, name), 'utf8')),
  );
  return texts.join('').split('\n').slice(0, -1);
};

describe('a mirror', () => {
  it('R-BKP-02: holds every event byte by byte before it cosigns, from the database itself', async () => {
    await world.append(600);
    const folder = await closing.folder('mirror');
    const logs = [trusted(await keyed(600), world.database.auditorUrl)];
    const mirror = await mirrorOf(closing, logs, folder);
    const signer = world.sign({ witnesses: [addressOf(mirror)] });
    expect(await world.cosigned(600)).toEqual(['mirror.example/m1']);
    await world.append(70);
    await world.signed(signer, 670);
    await world.cosigned(670);
    expect(await mirrored(folder)).toEqual(await bodies());
    await mirror.close();
    expect(await checkMirror(folder)).toEqual([
      { name: nameOf(world.origin), origin: world.origin, size: 670, fault: null },
    ]);
  });

  it('fetches the same over HTTP with an auditor’s token, and goes on after a restart', async () => {
    await world.append(300);
    const folder = await closing.folder('mirror');
    const token = encodeURIComponent('an auditor’s token');
    const logs = [trusted(await keyed(300), `${await files()}/log/college`)];
    const first = await mirrorOf(closing, logs, folder, token);
    const signer = world.sign({ witnesses: [addressOf(first)] });
    await world.cosigned(300);
    await signer.close();
    await first.close();
    const second = await mirrorOf(closing, logs, folder, token);
    await world.append(10);
    world.sign({ witnesses: [addressOf(second)] });
    await world.cosigned(310);
    expect(await mirrored(folder)).toEqual(await bodies());
  });

  it('cosigns nothing when it is given other bytes, and keeps none of them', async () => {
    await world.append(20);
    const folder = await closing.folder('mirror');
    const url = await files((body) => body.replace('"value":"2"', '"value":"5"'));
    const logs = [trusted(await keyed(20), `${url}/log/college`)];
    const mirror = await mirrorOf(closing, logs, folder, encodeURIComponent('an auditor’s token'));
    const signer = world.sign({ witnesses: [addressOf(mirror)] });
    const reports = await eventually(async () => {
      const rows = await world.rows<{ code: string }>(
        `SELECT code FROM ledger.report WHERE kind = 'witness'`,
      );
      return rows.length > 0 && rows;
    });
    expect(reports[0]?.code).toBe('WITNESS_CONTRADICTS');
    expect(await world.rows('SELECT FROM ledger.cosignature')).toHaveLength(0);
    expect(await mirrored(folder)).toEqual([]);
    expect((await world.alarm(signer, null)).size).toBe(20);
  });

  it('cosigns nothing without the right to read', async () => {
    await world.append(3);
    const logs = [trusted(await keyed(3), `${await files()}/log/college`)];
    const mirror = await mirrorOf(closing, logs, await closing.folder('mirror'), 'no token');
    world.sign({ witnesses: [addressOf(mirror)] });
    await eventually(
      async () => (await world.rows(`SELECT FROM ledger.report WHERE kind = 'witness'`)).length > 0,
    );
    expect(await world.rows('SELECT FROM ledger.cosignature')).toHaveLength(0);
  });

  it('does not start, and its check fails, when one byte of its folder changed', async () => {
    await world.append(30);
    const folder = await closing.folder('mirror');
    const logs = [trusted(await keyed(30), world.database.auditorUrl)];
    const mirror = await mirrorOf(closing, logs, folder);
    const signer = world.sign({ witnesses: [addressOf(mirror)] });
    await world.cosigned(30);
    await signer.close();
    await mirror.close();
    const file = join(folder, nameOf(world.origin), 'events', '000000.ndjson');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"value":"3"', '"value":"4"'));
    const { code, output } = await run('cli.ts', {}, 'mirror', 'check', '--folder', folder).ended;
    expect({ code, output }).toEqual({
      code: 1,
      output: `${world.origin}: The mirrored events of ${world.origin} are not those of the cosigned checkpoint.\n`,
    });
    await expect(mirrorOf(closing, logs, folder)).rejects.toThrow('are not those of the cosigned checkpoint');
  });
});

describe('cli witness and cli mirror', () => {
  it('print the line that a signer’s policy needs, and stop cleanly', async () => {
    await world.append(2);
    const folder = await closing.folder('mirror');
    const policy = join(folder, 'logs.txt');
    await writeFile(policy, `log ${await keyed(2)} ${world.database.auditorUrl}\nquorum none\n`);
    const words = ['--folder', join(folder, 'own'), '--policy', policy, '--name', 'mirror.example/m1'];
    const mirror = run('cli.ts', {}, 'mirror', ...words);
    const said = await mirror.says('witness mirror ');
    const line = /^witness mirror .*$/mu.exec(said)?.[0] ?? '';
    await writeFile(join(world.folder, 'policy.txt'), `${line}\nquorum mirror\n`);
    const signer = run(
      'cli.ts',
      { SIGNER_DATABASE_URL: world.database.signerUrl, SIGNER_DIR: world.folder },
      'signer',
    );
    expect(await world.cosigned(2)).toEqual(['mirror.example/m1']);
    for (const program of [signer, mirror]) program.signal('SIGTERM');
    expect(await Promise.all([signer.ended, mirror.ended])).toMatchObject([
      { code: 0, errors: '' },
      { code: 0, errors: '' },
    ]);
  }, 180_000);
});
