import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type Pool } from 'pg';
import { withDatabase } from '../../src/database/connection-url.ts';
import { enterEmbedded } from '../../src/database/embedded.ts';
import { openHouse, type House } from '../../src/house.ts';
import { keyIdOf } from '../../src/keys/key-name.ts';
import { rootByInclusion } from '../../src/ledger/inclusion.ts';
import { leafHash } from '../../src/ledger/leaf.ts';
import { rootOf } from '../../src/ledger/tree.ts';
import { scrubTables } from '../../src/runtime/scrub.ts';
import { isFaithful, verifyProjections } from '../../src/runtime/verify-projections.ts';
import { serve, type Serving } from '../../src/serve.ts';
import { everyText, untoldTexts } from '../support/every-text.ts';
import { foundInFiles } from '../support/found-in-files.ts';
import { TestCollege } from '../support/test-college.ts';
import { happened } from '../support/world.ts';

const LONG = 120_000;
const CANARY = 'ZZCANARY';

let folder: string;
let dataDir: string;
let house: House;
let serving: Serving;
let college: TestCollege;
let admin: Client;
let keys: Pool;
let leave: () => Promise<void>;
const lines: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradeledger-canary-'));
  await chmod(folder, 0o711);
  dataDir = join(folder, 'data');
  house = await openHouse({ dataDir, databaseUrl: null }, 'server');
  serving = await serve(
    house,
    { host: '127.0.0.1', port: 0 },
    { log: { write: (line) => void lines.push(line) } },
  );
  const embedded = await enterEmbedded(dataDir, 'guest');
  leave = () => embedded.leave();
  admin = new Client(withDatabase(embedded.adminUrl, 'gradeledger'));
  await admin.connect();
  keys = house.database.keys.pool(1);
  college = await new TestCollege(house.log).open();
}, LONG);

afterAll(async () => {
  await admin.end();
  await leave();
  await serving.close();
  await house.close();
  await rm(folder, { recursive: true, force: true });
}, LONG);

const level = async (position: bigint): Promise<void> => {
  serving.projector.follow(college.id);
  for (const { name } of serving.readModels.models)
    expect(await serving.projector.waitFor(name, college.id, position, LONG)).toBe(true);
};

/** Everything in memory goes to the disk, and what is not needed any more goes from it. */
const settle = async (): Promise<void> => {
  await admin.query('SELECT pg_switch_wal()');
  await admin.query('CHECKPOINT');
  await admin.query('SELECT pg_switch_wal()');
  await admin.query('CHECKPOINT');
};

/** The files of the read models, by the number that names them. */
const readFiles = async (): Promise<ReadonlySet<string>> => {
  const { rows } = await admin.query<{ path: string }>(
    `SELECT pg_relation_filepath(c.oid) AS path FROM pg_class c
      WHERE c.relnamespace = 'read'::regnamespace AND pg_relation_filepath(c.oid) IS NOT NULL`,
  );
  return new Set(rows.map(({ path }) => basename(path)));
};

const leaves = async (): Promise<readonly Buffer[]> => {
  const { rows } = await admin.query<{ body: string; hash: Buffer }>(
    `SELECT e.body, e.leaf_hash AS hash FROM log.event e JOIN log.college c ON c.no = e.college
      WHERE c.id = $1 ORDER BY e.position`,
    [college.id],
  );
  for (const { body, hash } of rows) expect(leafHash(body).equals(hash)).toBe(true);
  return rows.map(({ hash }) => hash);
};

/** The audit path of a leaf, worked out from all leaves. */
const pathOf = (all: readonly Buffer[], index: number): readonly Buffer[] => {
  if (all.length === 1) return [];
  let middle = 1;
  while (middle * 2 < all.length) middle *= 2;
  const [left, right] = [all.slice(0, middle), all.slice(middle)];
  return index < middle
    ? [...pathOf(left, index), rootOf(right)]
    : [...pathOf(right, index - middle), rootOf(left)];
};

const proofsAt = (all: readonly Buffer[], size: number): readonly string[] => {
  const root = rootOf(all.slice(0, size));
  return Array.from({ length: size }, (_, index) => {
    const path = pathOf(all.slice(0, size), index);
    expect(rootByInclusion(all[index] ?? Buffer.alloc(0), index, size, path)?.equals(root)).toBe(true);
    return Buffer.concat(path).toString('base64');
  });
};

const standingKeys = async () => {
  const { rows } = await admin.query<{ key: string }>(
    `SELECT DISTINCT s.key FROM log.sealed s JOIN log.college c ON c.no = s.college WHERE c.id = $1`,
    [college.id],
  );
  return rows.flatMap(({ key }) => keyIdOf(key) ?? []);
};

const keptKeys = async (): Promise<number | undefined> => {
  const { rows } = await keys.query<{ kept: number }>(
    'SELECT count(*)::int AS kept FROM keys.dek WHERE wrapped IS NOT NULL',
  );
  return rows[0]?.kept;
};

describe('a text that was sealed in every field of every event', () => {
  it(
    'stands in the clear in the read models and their journal alone, and after erasure nowhere',
    async () => {
      let position = await college.tell(untoldTexts());
      const canaries: string[] = [];
      for (const history of everyText((type, field) => {
        const canary = `${CANARY}-${type}-${field}-${randomUUID()}`;
        canaries.push(canary);
        return canary;
      }))
        position = await college.tell(history);
      expect(canaries.length).toBeGreaterThan(80);
      await level(position);
      await admin.query('CHECKPOINT');

      const before = await foundInFiles(dataDir, CANARY);
      const models = await readFiles();
      const isDocumented = (path: string): boolean =>
        path.includes(`${sep}pg_wal${sep}`) || models.has(basename(path).replace(/\.\d+$/u, ''));
      expect(before).not.toEqual([]);
      expect(before.filter((path) => !isDocumented(path))).toEqual([]);
      const [size, proofs] = [Number(position), proofsAt(await leaves(), Number(position))];

      for (const key of await standingKeys()) {
        const purpose = key.purpose;
        const data = { ...key, purpose, erasure: randomUUID() };
        const stream = `key-${key.subject}.${purpose}`;
        position = await college.tell({ [stream]: [happened('SubjectKeyDestroyed', data)] });
      }
      await level(position);
      expect(await standingKeys()).toEqual([]);
      while ((await scrubTables(serving.readModels.pool, true)) > 0);
      await settle();

      expect(await foundInFiles(dataDir, CANARY)).toEqual([]);
      expect(lines.join('\n')).not.toContain(CANARY);
      expect(proofsAt(await leaves(), size)).toEqual(proofs);
      expect(isFaithful(await verifyProjections(house.log, serving.readModels))).toBe(true);
      // The keys themselves go a moment later, in a database of their own.
      while (await keptKeys()) await sleep(50);
      expect(await keptKeys()).toBe(0);
    },
    LONG,
  );
});
