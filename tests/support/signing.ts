import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type Pool } from 'pg';
import { connections } from '../../src/database/pools.ts';
import { leafHash } from '../../src/ledger/leaf.ts';
import type { SignerPace } from '../../src/ledger/signer/pace.ts';
import {
  startSigner,
  type RunningSigner,
  type SignedLog,
  type SignerLine,
  type SignerOptions,
} from '../../src/ledger/signer/signer.ts';
import { NO_STREAM } from '../../src/log/event-log.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import { uuidV7 } from '../log/requests.ts';
import { holdInLeaves } from './small-leaves.ts';
import { testDatabase, type TestDatabase } from './postgres.ts';

/** A signer that never lets a test wait. */
export const QUICK: Partial<SignerPace> = {
  leastMs: 10,
  mostMs: 50,
  busyMs: 10,
  sweepMs: 5,
  passMs: 50,
  recheckMs: 50,
  witnessMs: 50,
  witnessTimeoutMs: 2_000,
  secondMs: 100,
};

const AT = '2026-11-22T08:15:30.123Z';

/** The tables that triggers keep from everybody. */
const GUARDED = [
  'log.event',
  'log.command',
  ...['checkpoint', 'cosignature', 'tile', 'report', 'key'].map((name) => `ledger.${name}`),
];

/** What a copy of the database has of the log and of what was signed, in the order it can be filled. */
const COPIED = ['log.stream', ...GUARDED];

/** Waits until something is true; the test's own time limit ends a wait in vain. */
export const eventually = async <Answer>(
  ask: () => Promise<Answer | null | undefined | false> | Answer | null | undefined | false,
): Promise<Answer> => {
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    await sleep(20);
  }
};

/** A log in a real database, told by bodies of the test's own, and whoever signs it. */
export class SignedWorld {
  readonly college: string;
  readonly origin: string;
  readonly lines: SignerLine[] = [];
  readonly folder: string;
  readonly database: TestDatabase;
  readonly log: ReturnType<typeof postgresLog>;
  readonly #pool: Pool;
  readonly #revisions = new Map<string, number>();
  readonly #signers: RunningSigner[] = [];

  private constructor(database: TestDatabase, folder: string, college: string) {
    this.college = college;
    this.origin = `college-${college}.example/journal`;
    this.database = database;
    this.folder = folder;
    this.#pool = connections(database.appUrl).pool(4);
    this.log = postgresLog({ pool: this.#pool });
  }

  /**
   * A fresh database and a fresh folder for the signer; the college may be one that another world has too, and its leaves may
   * hold few events.
   */
  static async open(college: string = randomUUID(), leaf: number | null = null): Promise<SignedWorld> {
    const folder = await mkdtemp(join(tmpdir(), 'gradeledger-signer-'));
    const world = new SignedWorld(await testDatabase(), folder, college);
    if (leaf !== null) await holdInLeaves(world.database, leaf);
    await world.log.open({ id: world.college, origin: world.origin, clock: 'virtual' });
    return world;
  }

  /** Appends events to streams in turn, each in a command of its own. */
  async append(count: number, streams = 3): Promise<void> {
    const appends = Array.from({ length: count }, async (_, i) => {
      const stream = `mark-${i % streams}`;
      const revision = (this.#revisions.get(stream) ?? NO_STREAM) + 1;
      this.#revisions.set(stream, revision);
      const [id, command] = [uuidV7(), randomUUID()];
      const body = this.bodyOf({ id, stream, revision, value: String(2 + (i % 4)), command });
      const outcome = await this.log.append(this.college, {
        commandId: command,
        fingerprint: leafHash(command).toString('hex'),
        at: AT,
        writes: [
          {
            stream,
            expected: revision - 1,
            events: [{ id, type: 'MarkRecorded', version: 1, body, sealed: [] }],
          },
        ],
        checks: [],
      });
      if (outcome.status !== 'appended') throw new Error(`An append was answered with ${outcome.status}.`);
    });
    await Promise.all(appends);
  }

  /** Lets the next append to a stream begin that much earlier, for a log that was rolled back. */
  forget(stream: string, events: number): void {
    this.#revisions.set(stream, (this.#revisions.get(stream) ?? NO_STREAM) - events);
  }

  /** Waits until a checkpoint of a size was cosigned; who did. */
  async cosigned(size: number, count = 1): Promise<readonly string[]> {
    const text = 'SELECT witness FROM ledger.cosignature WHERE size = $1 ORDER BY witness';
    return eventually(async () => {
      const witnesses = (await this.rows<{ witness: string }>(text, [size])).map(({ witness }) => witness);
      return witnesses.length >= count && witnesses;
    });
  }

  /** A body as the log would have it. */
  bodyOf(event: {
    readonly id: string;
    readonly stream: string;
    readonly revision: number;
    readonly value: string;
    readonly command?: string;
  }): string {
    const { id, stream, revision, value, command = id } = event;
    return JSON.stringify({
      at: AT,
      command,
      data: { value },
      id,
      log: this.origin,
      revision,
      sealed: [],
      stream,
      type: 'MarkRecorded',
      v: 1,
    });
  }

  /** Starts a signer in this process; `close` ends it. */
  sign(options: Partial<SignerOptions> = {}): RunningSigner {
    const signer = startSigner({
      databaseUrl: this.database.signerUrl,
      folder: this.folder,
      makeKeys: true,
      say: (line) => void this.lines.push(line),
      ...options,
      pace: { ...QUICK, ...options.pace },
    });
    this.#signers.push(signer);
    return signer;
  }

  /** Waits until a signer has signed so many events. */
  async signed(signer: RunningSigner, size: number): Promise<SignedLog> {
    return eventually(() => signer.logs().find((one) => one.college === this.college && one.size >= size));
  }

  /** Waits until a signer's alarm has a code, or until there is none. */
  async alarm(signer: RunningSigner, code: string | null): Promise<SignedLog> {
    return eventually(() =>
      signer.logs().find((one) => one.college === this.college && (one.alarm?.code ?? null) === code),
    );
  }

  /** Rows as the auditor reads them. */
  async rows<Row extends object>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    return ask<Row>(this.database.auditorUrl, text, values);
  }

  /** What a superuser can do who switches the triggers off. */
  async forge(...statements: readonly string[]): Promise<void> {
    const client = new Client({ connectionString: this.database.operatorUrl });
    await client.connect();
    try {
      await client.query('BEGIN');
      for (const table of COPIED) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
      for (const statement of statements) await client.query(statement);
      for (const table of GUARDED)
        await client.query(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER append_only`);
      await client.query('ALTER TABLE log.stream ENABLE ALWAYS TRIGGER kept');
      await client.query('COMMIT');
    } finally {
      await client.end();
    }
  }

  /** Copies log and ledger within the database, as a backup would hold them. */
  takeCopy(): Promise<void> {
    return this.forge(
      'CREATE SCHEMA copy',
      ...COPIED.map((table) => `CREATE TABLE copy.${table.replace('.', '_')} AS SELECT * FROM ${table}`),
    );
  }

  /** Puts log and ledger back to the copy, as restoring that backup would. */
  restoreCopy(): Promise<void> {
    const emptied = COPIED.toReversed().map((table) => `DELETE FROM ${table}`);
    const filled = COPIED.map(
      (table) => `INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM copy.${table.replace('.', '_')}`,
    );
    return this.forge(...emptied, ...filled);
  }

  async close(): Promise<void> {
    await Promise.all(this.#signers.map((signer) => signer.close()));
    await this.log.close();
    await this.#pool.end();
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Asks a database one question. */
export const ask = async <Row extends object>(
  url: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
};
