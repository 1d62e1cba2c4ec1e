import { hash } from 'node:crypto';
import { Pool } from 'pg';
import { openHouse } from '../../src/house.ts';
import { signCheckpoint } from '../../src/ledger/checkpoint.ts';
import { rootByInclusion } from '../../src/ledger/inclusion.ts';
import { leafHash } from '../../src/ledger/leaf.ts';
import { RightEdge, type FilledTile } from '../../src/ledger/right-edge.ts';
import { makeSigningKey, noteSigner, parseSigningKey } from '../../src/ledger/signing-key.ts';
import { serve } from '../../src/serve.ts';
import { startContender } from './contender.ts';
import type { DurableServer } from './durable-server.ts';
import { signedInAs, teachPage } from './page-college.ts';
import { answerTo } from './page-load.ts';

const ASKED = 2_000;
const WARM = 200;
const TILES_AT_ONCE = 500;
const PATIENCE_MS = 60_000;

const QUERY = `query ($id: ID!) {
  auditLog { inclusion(eventId: $id) { leafIndex treeSize leafHash hashes tlogProof } }
}`;

/** A body that the table tells by its position, so that this process need not be told. */
const bodyOf = (position: number): string => `{"position":${position}}`;

/** The id of the event at a position: of the millisecond that its position counts. */
const idOf = (position: number): string => {
  const tail = hash('sha256', String(position)).slice(0, 15);
  const time = (START + position).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-8${tail.slice(3, 6)}-${tail.slice(3, 15)}`;
};
const START = Date.UTC(2026, 11, 1);

const ID = `lpad(to_hex($4::bigint + i), 12, '0') AS time, encode(sha256(convert_to(i::text, 'UTF8')), 'hex') AS tail`;
const UUID = `(substr(t.time, 1, 8) || '-' || substr(t.time, 9) || '-7' || substr(t.tail, 1, 3) || '-8'
  || substr(t.tail, 4, 3) || '-' || substr(t.tail, 4, 12))::uuid`;

const EVENTS = `INSERT INTO log.event
    (college, position, stream, revision, id, command, type, version, sealed, recorded_at, body, leaf_hash)
  SELECT c.no, i, -i, 0, ${UUID}, gen_random_uuid(), 'MarkRecorded', 1, 0, to_timestamp(($4::bigint + i) / 1000.0),
         b.body, sha256('\\x00'::bytea || convert_to(b.body, 'UTF8'))
    FROM log.college c, generate_series($2::int, $3::int) AS i,
         LATERAL (SELECT ${ID}) t, LATERAL (SELECT '{"position":' || i || '}' AS body) b
   WHERE c.id = $1`;

const COMMAND = `INSERT INTO log.command (college, id, fingerprint, first, last, recorded_at)
  SELECT c.no, gen_random_uuid(), '', $2::int, $3::int, to_timestamp(($4::bigint + $3::int) / 1000.0)
    FROM log.college c WHERE c.id = $1`;

const ENTRIES = `INSERT INTO read.audit_entry
  SELECT r.* FROM (SELECT * FROM read.audit_entry WHERE college = $1 AND type = 'MarkRecorded' LIMIT 1) e,
    generate_series($2::int, $3::int) AS i, LATERAL (SELECT ${ID}) t,
    LATERAL jsonb_populate_record(NULL::read.audit_entry, to_jsonb(e) || jsonb_build_object(
      'position', i, 'event', ${UUID},
      'recorded_at', to_char(to_timestamp(($4::bigint + i) / 1000.0) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    )) r`;

/** Fills the log and the trail up to a size behind the server's back, and publishes its tree as a signer would have. */
const fill = async (
  { adminUrl, signerUrl }: DurableServer,
  { college, position, origin }: { college: string; position: number; origin: string },
  size: number,
): Promise<Buffer> => {
  const pool = new Pool({ connectionString: adminUrl, max: 1 });
  const values = [college, position + 1, size, START];
  for (const text of [EVENTS, COMMAND, ENTRIES]) await pool.query(text, values);
  await pool.query('UPDATE read.checkpoint SET position = $2 WHERE college = $1', [college, size]);
  await pool.query('VACUUM ANALYZE');
  const real = await pool.query<{ leaf_hash: Buffer }>(
    `SELECT leaf_hash FROM log.event e JOIN log.college c ON c.no = e.college
      WHERE c.id = $1 AND position <= $2 ORDER BY position`,
    [college, position],
  );
  await pool.end();

  const edge = new RightEdge();
  const full: FilledTile[] = [];
  for (const { leaf_hash: leaf } of real.rows) full.push(...edge.append(leaf));
  for (let next = position + 1; next <= size; next += 1) full.push(...edge.append(leafHash(bodyOf(next))));
  const root = edge.root();
  const note = signCheckpoint({ origin, size, root }, [
    noteSigner(parseSigningKey(makeSigningKey(origin, 'note'))),
  ]);
  const signer = new Pool({ connectionString: signerUrl, max: 1 });
  for (let first = 0; first < full.length; first += TILES_AT_ONCE) {
    const some = full.slice(first, first + TILES_AT_ONCE);
    await signer.query(
      `INSERT INTO ledger.tile (college, level, n, hashes)
       SELECT c.no, t.* FROM log.college c, unnest($2::int[], $3::int[], $4::bytea[]) t WHERE c.id = $1`,
      [college, some.map(({ level }) => level), some.map(({ n }) => n), some.map(({ hashes }) => hashes)],
    );
  }
  await signer.query(
    'INSERT INTO ledger.checkpoint (college, size, root, note) SELECT no, $2, $3, $4 FROM log.college WHERE id = $1',
    [college, size, root, note],
  );
  await signer.end();
  return root;
};

/** A college with a page of its own, projected by the real server. */
const teach = async (server: DurableServer) => {
  const house = await openHouse({ dataDir: server.dataDir, databaseUrl: server.adminUrl }, 'server');
  const serving = await serve(house, { host: '127.0.0.1', port: 0 });
  const page = await teachPage(house);
  for (const { name } of serving.readModels.models)
    await serving.projector.waitFor(name, page.college, page.position, PATIENCE_MS);
  const token = await signedInAs(house, page.college, page.administrator);
  await serving.close();
  await house.close();
  return { college: page.college, origin: page.origin, position: Number(page.position), token };
};

interface Answer {
  readonly data: {
    readonly auditLog: {
      readonly inclusion: { readonly leafHash: string; readonly hashes: readonly string[] };
    };
  };
}

/** How long one caller waits for a proof, in milliseconds: of events all over a log of that size, each proof verified. */
export const proofWaits = async (server: DurableServer, size: number): Promise<readonly number[]> => {
  const { token, ...college } = await teach(server);
  const root = await fill(server, college, size);
  const setup = {
    ...{ databaseUrl: server.adminUrl, dataDir: server.dataDir },
    ...{ college: college.college, position: BigInt(size) },
  };
  // One caller waits: where the scheduler puts server and database is part of what is measured.
  const to = await startContender('page-served.ts', setup, { pinned: false });
  const waits: number[] = [];
  try {
    for (let asked = 0; asked < WARM + ASKED; asked += 1) {
      const position = college.position + 1 + Math.floor(Math.random() * (size - college.position));
      const body = JSON.stringify({ query: QUERY, variables: { id: idOf(position) } });
      const started = performance.now();
      const answer = await answerTo({ to, path: '/graphql', body, token });
      if (asked >= WARM) waits.push(performance.now() - started);
      const { leafHash: leaf, hashes } = (JSON.parse(answer.toString()) as Answer).data.auditLog.inclusion;
      const path = hashes.map((one) => Buffer.from(one, 'base64'));
      const led = rootByInclusion(Buffer.from(leaf, 'base64'), position - 1, size, path);
      if (!led?.equals(root)) throw new Error(`The proof of position ${position} does not hold.`);
    }
  } finally {
    await to.stop();
  }
  return waits;
};
