import { readEntries } from '../../src/ledger/entry-bundle.ts';
import { leafHash } from '../../src/ledger/leaf.ts';
import { openCheckpoint } from '../../src/ledger/checkpoint.ts';
import { noteVerifier } from '../../src/ledger/cosignature.ts';
import { parseVkey } from '../../src/ledger/key-text.ts';
import { entriesPath, tilePath } from '../../src/ledger/tile-path.ts';
import { hashesOf, tilesSince } from '../../src/ledger/tiles.ts';
import { rootOf } from '../../src/ledger/tree.ts';
import { foundCollege, type College } from '../support/college.ts';
import { signBeside, untilSigned, type ServedSigner } from '../support/served-signer.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let signer: ServedSigner;
let college: College;
let other: College;
let size: number;

const get = async (path: string, token?: string | null): Promise<Response> =>
  fetch(`${served.origin}/log/${path}`, token ? { headers: { authorization: `Bearer ${token}` } } : {});

const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  other = await foundCollege(served);
  const teacher = college.as('teacher');
  for (let fold = 0; fold < 2; fold += 1)
    await teacher.doAll(
      'recordMark',
      Array.from({ length: 120 }, () => ({
        journalId: college.journals.physics,
        lessonId: college.lessons.physics,
        studentId: college.students.kuznetsova,
        workType: 'LESSON_WORK',
        value: '5',
      })),
    );
  signer = await signBeside(served.database);
  size = await untilSigned(college.as('auditor'));
});
afterAll(async () => {
  await signer.close();
  await served.close();
});

describe('the files of a log', () => {
  it('are its signed checkpoint and tiles, for anybody, from which the whole tree can be built', async () => {
    const response = await get(`${college.id}/checkpoint`);
    expect([
      response.status,
      response.headers.get('content-type'),
      response.headers.get('cache-control'),
    ]).toEqual([200, 'text/plain; charset=utf-8', 'no-cache']);
    const verifier = noteVerifier(parseVkey(signer.vkeyOf(college.id)));
    const { checkpoint } = openCheckpoint(await response.text(), verifier);
    expect(checkpoint.size).toBe(size);
    expect(size).toBeGreaterThan(256);

    const tiles = tilesSince(0, size).filter(({ level }) => level === 0);
    const read = await Promise.all(tiles.map(async (tile) => get(`${checkpoint.origin}/${tilePath(tile)}`)));
    expect(read.map(({ status, headers }) => [status, headers.get('cache-control')])).toEqual(
      tiles.map(() => [200, 'public, max-age=31536000, immutable']),
    );
    const leaves = (await Promise.all(read.map(bytesOf))).flatMap((tile) => hashesOf(tile));
    expect(rootOf(leaves)).toEqual(checkpoint.root);
    const above = await bytesOf(await get(`${college.id}/tile/1/000.p/1`));
    expect(above).toEqual(rootOf(leaves.slice(0, 256)));
  });

  it('hold the entries for an auditor of the college, and each is the leaf in the tile', async () => {
    const { token } = college.as('auditor');
    for (const { n, width } of tilesSince(0, size).filter(({ level }) => level === 0)) {
      const response = await get(`${college.id}/${entriesPath({ n, width })}`, token);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('private, no-store');
      const entries = readEntries(await bytesOf(response));
      const tile = await bytesOf(await get(`${college.id}/${tilePath({ level: 0, n, width })}`));
      expect(entries.map((entry) => leafHash(entry))).toEqual(hashesOf(tile));
    }
  });

  it('keep the entries from everybody else', async () => {
    const path = `${college.id}/tile/entries/000`;
    expect((await get(path)).status).toBe(401);
    expect((await get(path)).headers.get('www-authenticate')).toBe('Bearer');
    expect((await get(path, 'a-token-nobody-has')).status).toBe(401);
    for (const person of ['teacher', 'curator', 'ivanova', 'mother'] as const)
      expect((await get(path, college.as(person).token)).status).toBe(403);
    expect((await get(path, other.as('auditor').token)).status).toBe(403);
    expect((await get(path, college.as('administrator').token)).status).toBe(200);
  });

  it('are not there beyond what is signed, nor for a log that is not there', async () => {
    const [full, wide] = [`${college.id}/tile/0/001`, `${college.id}/tile/0/001.p/${size - 256 + 1}`];
    const { token } = college.as('auditor');
    const missing = [
      full,
      wide,
      `${college.id}/tile/5/000`,
      'nowhere.example/journal/checkpoint',
      'checkpoint',
      `${college.id}/tile`,
      college.id,
    ];
    for (const path of missing) expect([path, (await get(path)).status]).toEqual([path, 404]);
    expect((await get(`${college.id}/tile/entries/001`, token)).status).toBe(404);
  });

  it('are asked for by paths of the format alone', async () => {
    for (const path of ['0/0', '64/000', '0/000.p/256', '0/x000/001', 'entries/0'])
      expect([path, (await get(`${college.id}/tile/${path}`)).status]).toEqual([path, 400]);
    const posted = await fetch(`${served.origin}/log/${college.id}/checkpoint`, { method: 'POST' });
    expect(posted.status).toBe(404);
  });
});
