import { randomUUID } from 'node:crypto';
import { connections, type Connections } from '../../src/database/pools.ts';
import { signCheckpoint } from '../../src/ledger/checkpoint.ts';
import { proveConsistency, verifyConsistency } from '../../src/ledger/consistency.ts';
import { cosign } from '../../src/ledger/cosignature.ts';
import { proveInclusion, verifyInclusion } from '../../src/ledger/inclusion.ts';
import { leafHash } from '../../src/ledger/leaf.ts';
import { parseNote } from '../../src/ledger/note.ts';
import { postgresPublished } from '../../src/ledger/published/postgres-published.ts';
import type { Published } from '../../src/ledger/published/published.ts';
import { RightEdge } from '../../src/ledger/right-edge.ts';
import { makeSigningKey, noteSigner, parseSigningKey } from '../../src/ledger/signing-key.ts';
import { tileHashes } from '../../src/ledger/tile-reader.ts';
import { hashesOf } from '../../src/ledger/tiles.ts';
import { rootOf } from '../../src/ledger/tree.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';

/** Reaches the third level of tiles, with a partial tile on each. */
const SIZE = 66_500;

const origin = 'college.example/journal';
const college = randomUUID();
const bodyOf = (position: number): string => `{"n":${position}}`;
const leaves = Array.from({ length: SIZE }, (_, i) => leafHash(bodyOf(i + 1)));
const roots = new Map<number, Buffer>();
const rootAt = (size: number): Buffer => {
  const root = roots.get(size) ?? rootOf(leaves.slice(0, size));
  roots.set(size, root);
  return root;
};

let database: TestDatabase;
let owner: Connections;
let signer: Connections;
let auditor: Connections;
let published: Published;
let no: number;

const log = parseSigningKey(makeSigningKey(origin, 'note'));
const witness = parseSigningKey(makeSigningKey('witness.example', 'cosignature'));
const noteAt = (size: number): string =>
  signCheckpoint({ origin, size, root: rootAt(size) }, [noteSigner(log)]);

const fillLog = async (): Promise<void> => {
  const pool = owner.pool(1);
  const opened = await pool.query<{ no: number }>(
    `INSERT INTO log.college (id, origin, clock) VALUES ($1, $2, 'virtual') RETURNING no`,
    [college, origin],
  );
  no = opened.rows[0]?.no ?? 0;
  await pool.query('SELECT log.make_college($1)', [no]);
  await pool.query(
    `INSERT INTO log.command (college, id, fingerprint, first, last, recorded_at)
     VALUES ($1, gen_random_uuid(), '', 1, $2, now())`,
    [no, SIZE],
  );
  await pool.query(
    `INSERT INTO log.event (college, position, stream, revision, id, command, type, version, sealed, recorded_at, body, leaf_hash)
     SELECT $1, i, i, 0, gen_random_uuid(), gen_random_uuid(), 'Test', 1, 0, now(), b.body,
            sha256('\\x00'::bytea || convert_to(b.body, 'UTF8'))
       FROM generate_series(1, $2::int) AS i, LATERAL (SELECT '{"n":' || i || '}' AS body) b`,
    [no, SIZE],
  );
};

/** The full tiles, as a signer leaves them; but those of the last level 0 it has not got to yet. */
const publishTiles = async (): Promise<void> => {
  const edge = new RightEdge();
  const full = leaves.flatMap((leaf) => edge.append(leaf)).filter(({ level, n }) => level > 0 || n < 255);
  await signer
    .pool(1)
    .query(
      'INSERT INTO ledger.tile (college, level, n, hashes) SELECT $1, * FROM unnest($2::int[], $3::int[], $4::bytea[])',
      [no, full.map(({ level }) => level), full.map(({ n }) => n), full.map(({ hashes }) => hashes)],
    );
};

const publish = async (size: number, signedAt: string): Promise<void> => {
  await signer
    .pool(1)
    .query(
      'INSERT INTO ledger.checkpoint (college, size, root, note, signed_at) VALUES ($1, $2, $3, $4, $5)',
      [no, size, rootAt(size), noteAt(size), signedAt],
    );
};

const report = async (kind: string, sentence: string): Promise<void> => {
  await signer
    .pool(1)
    .query(`INSERT INTO ledger.report (college, kind, code, size, sentence) VALUES ($1, $2, 'CODE', 5, $3)`, [
      no,
      kind,
      sentence,
    ]);
};

beforeAll(async () => {
  database = await testDatabase();
  owner = connections(database.ownerUrl);
  signer = connections(database.signerUrl);
  auditor = connections(database.auditorUrl);
  published = postgresPublished(auditor.pool(4));
  await fillLog();
});
afterAll(async () => {
  await Promise.all([owner.end(), signer.end(), auditor.end()]);
  await database.drop();
});

describe('what the signer published', () => {
  it('is nothing at first: no checkpoint, and the whole log unsigned', async () => {
    expect(await published.latest(college)).toBeNull();
    expect(await published.latestCosigned(college)).toBeNull();
    expect(await published.status(college)).toEqual({
      head: SIZE,
      signed: 0,
      signedAt: null,
      witnesses: [],
      verified: null,
      alarm: null,
    });
  });

  it('has the same proofs whether tiles were published or all comes from the log, at any size', async () => {
    const bare = postgresPublished(auditor.pool(2));
    const sizes = [1, 255, 256, 257, 65_535, 65_536, 65_537, SIZE];
    const proofs = (of: Published) =>
      Promise.all(
        sizes.map(async (size) => {
          const read = tileHashes(of.tiles(college), size);
          const index = Math.floor(size / 3);
          const path = await proveInclusion(read, index, size);
          const proof = await proveConsistency(read, Math.ceil(size / 5), size);
          expect(verifyInclusion(leaves[index] ?? Buffer.alloc(0), index, size, rootAt(size), path)).toBe(
            true,
          );
          const from = Math.ceil(size / 5);
          expect(verifyConsistency(from, size, rootAt(from), rootAt(size), proof)).toBe(true);
          return [...path, ...proof].map((hash) => hash.toString('hex'));
        }),
      );
    const fromLog = await proofs(bare);
    await publishTiles();
    expect(await proofs(published)).toEqual(fromLog);
  });

  it('gives tiles as they were, full and partial, and none wider than the log', async () => {
    const [full, partial, top] = await published.tiles(college)([
      { level: 0, n: 3, width: 256 },
      { level: 0, n: 259, width: 196 },
      { level: 2, n: 0, width: 1 },
    ]);
    expect(hashesOf(full ?? Buffer.alloc(0))).toEqual(leaves.slice(768, 1024));
    expect(hashesOf(partial ?? Buffer.alloc(0))).toEqual(leaves.slice(259 * 256));
    expect(top).toEqual(rootAt(65_536));
    await expect(published.tiles(college)([{ level: 0, n: 259, width: 197 }])).rejects.toThrow(
      'width of 197',
    );
  });

  it('gives leaves and bundles of entries as they were stored', async () => {
    const found = await published.leaves(college, [7n, BigInt(SIZE), BigInt(SIZE + 1)]);
    expect(new Set(found.keys())).toEqual(new Set([7n, BigInt(SIZE)]));
    expect(found.get(7n)).toEqual({ body: bodyOf(7), leafHash: leaves[6] });
    expect(await published.entries(college, 259, 2)).toEqual([bodyOf(259 * 256 + 1), bodyOf(259 * 256 + 2)]);
  });

  it('is found by origin and by id', async () => {
    expect(await published.collegeOf(origin)).toBe(college);
    expect(await published.collegeOf(college)).toBe(college);
    expect(await published.collegeOf('other.example/journal')).toBeNull();
  });

  it('is the latest checkpoint with all its cosignatures, and the one of each size', async () => {
    await publish(100, '2026-11-22T08:00:00Z');
    await publish(SIZE, '2026-11-22T08:15:30Z');
    const line = cosign(parseNote(noteAt(100)).text, witness, new Date('2026-11-22T08:00:05Z'));
    await signer
      .pool(1)
      .query('INSERT INTO ledger.cosignature (college, size, witness, line) VALUES ($1, 100, $2, $3)', [
        no,
        witness.name,
        line,
      ]);
    expect(await published.latest(college)).toEqual({
      origin,
      size: SIZE,
      root: rootAt(SIZE),
      note: noteAt(SIZE),
      signedAt: '2026-11-22T08:15:30.000Z',
      cosignatures: [],
    });
    const cosigned = await published.latestCosigned(college);
    expect(cosigned?.cosignatures).toEqual([
      { witness: 'witness.example', at: '2026-11-22T08:00:05.000Z', line },
    ]);
    expect(cosigned?.note).toBe(`${noteAt(100)}${line}\n`);
    expect(await published.checkpoint(college, 100)).toEqual(cosigned);
    expect(await published.checkpoint(college, 101)).toBeNull();
  });

  it('tells how far the log is signed and cosigned, and of an alarm until a verification takes it back', async () => {
    await report('verified', 'All is as it was signed.');
    await report('alarm', 'The tree shrank.');
    const alarmed = await published.status(college);
    expect(alarmed).toMatchObject({
      head: SIZE,
      signed: SIZE,
      signedAt: '2026-11-22T08:15:30.000Z',
      witnesses: [{ witness: 'witness.example', size: 100, at: '2026-11-22T08:00:05.000Z' }],
      verified: { sentence: 'All is as it was signed.', code: 'CODE', size: 5 },
      alarm: { sentence: 'The tree shrank.' },
    });
    await report('verified', 'All is well again.');
    const settled = await published.status(college);
    expect([settled.alarm, settled.verified?.sentence]).toEqual([null, 'All is well again.']);
  });
});
