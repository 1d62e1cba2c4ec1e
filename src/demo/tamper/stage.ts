import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, escapeIdentifier } from 'pg';
import { withDatabase } from '../../database/connection-url.ts';
import { enterEmbedded } from '../../database/embedded.ts';
import { openHouse, systemClock, type House } from '../../house.ts';
import { parseVkey } from '../../ledger/key-text.ts';
import { postgresPublished } from '../../ledger/published/postgres-published.ts';
import { startSigner, type RunningSigner } from '../../ledger/signer/signer.ts';
import type { WitnessAddress } from '../../ledger/signer/witness-client.ts';
import { startWitness } from '../../ledger/witness/witness.ts';
import { demoColleges, type DemoCollege } from '../college.ts';
import { makeDemo } from '../demo.ts';
import { idOf } from '../names.ts';

/** A signer that nobody has to wait for. */
const PACE = {
  ...{ leastMs: 20, mostMs: 200, busyMs: 20, sweepMs: 1, passMs: 200 },
  ...{ recheckMs: 200, witnessMs: 100 },
} as const;

const PATIENCE_MS = 30_000;

/** The small demo college, made smaller still. */
const [, small] = demoColleges as readonly [DemoCollege, DemoCollege];
const college: DemoCollege = { ...small, studentsPerGroup: 4 };

/** A throw-away server with a college whose log was signed and witnessed, and what an auditor kept of it. */
export interface Stage {
  readonly college: DemoCollege;
  readonly folder: string;
  /** The key of the log, as it was told on paper. */
  readonly vkey: string;
  readonly witness: WitnessAddress;
  /** The last checkpoint, as a file. */
  readonly kept: string;
  /** The signer's own folder, outside PostgreSQL. */
  readonly signerFolder: string;
  /** Copies the college's database as it is, or as the old backup has it, and gives the superuser's address. */
  copy(name: string, from: 'now' | 'backup'): Promise<string>;
  /** Opens a database as the program does. */
  open(url: string): Promise<House>;
  close(): Promise<void>;
}

/** Asks again until there is an answer; `null` when it takes too long. */
export const until = async <Answer>(
  ask: () => Promise<Answer | null> | Answer | null,
): Promise<Answer | null> => {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    const answer = await ask();
    if (answer !== null) return answer;
    await sleep(50);
  }
  return null;
};

/** Starts a signer in this process on a database. */
export const signing = (
  house: House,
  folder: string,
  witnesses: readonly WitnessAddress[],
  makeKeys = false,
): RunningSigner =>
  startSigner({ databaseUrl: house.database.signer.url, folder, makeKeys, witnesses, pace: PACE });

const execute = async (adminUrl: string, statement: string): Promise<void> => {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(statement).finally(() => admin.end());
};

/** Waits until everything is signed, and cosigned where there is a witness; gives the note. */
const signed = async (house: House, witnesses: number): Promise<string> => {
  const published = postgresPublished(house.database.auditor.pool(2));
  const head = Number(await house.log.head(college.id));
  const checkpoint = await until(async () => {
    const latest = await published.latest(college.id);
    return latest?.size === head && latest.cosignatures.length >= witnesses ? latest : null;
  });
  if (!checkpoint) throw new Error('The signer did not sign in time.');
  return checkpoint.note;
};

const formGroup = async (house: House): Promise<void> => {
  const { execute: command } = await house.college(college.id);
  const account = idOf(college.id, 'administrator 1');
  const data = { group: idOf(college.id, 'group after the backup'), name: 'М-9', year: 1, semester: 2 };
  const actor = { account, session: idOf(college.id, 'session of the demo'), channel: 'demo' } as const;
  const outcome = await command(
    { type: 'FormGroup', data },
    { commandId: idOf(college.id, 'command after the backup'), actor },
  );
  if (!outcome.accepted) throw new Error(`The group was refused: ${outcome.refusal.code}.`);
};

type Server = Awaited<ReturnType<typeof enterEmbedded>>;

/** Founds the college, has its log signed and witnessed, takes a backup, and lets it go on for a moment. */
const prepared = async (folder: string, server: Server, closing: (() => Promise<void>)[]): Promise<Stage> => {
  const signerFolder = join(folder, 'signer');
  await mkdir(signerFolder);
  const url = (name: string): string => withDatabase(server.adminUrl, name);
  const open = (databaseUrl: string): Promise<House> =>
    openHouse(
      { dataDir: join(folder, 'data'), databaseUrl, roleUrls: { keys: url('college_keys') } },
      'guest',
    );
  const sign = async (
    house: House,
    witnesses: readonly WitnessAddress[],
  ): Promise<readonly [string, string]> => {
    const signer = signing(house, signerFolder, witnesses, true);
    const note = await signed(house, witnesses.length);
    const vkey = signer.logs()[0]?.vkeys[0] ?? '';
    await signer.close();
    return [note, vkey];
  };
  await execute(server.adminUrl, 'CREATE DATABASE college');

  const before = await open(url('college'));
  await makeDemo({ house: before, now: systemClock(), colleges: [college] });
  const [, vkey] = await sign(before, []);
  const running = await startWitness({
    folder: join(folder, 'witness'),
    name: 'witness.example/w1',
    logs: [{ key: parseVkey(vkey), url: null }],
    host: '127.0.0.1',
    port: 0,
  });
  closing.unshift(() => running.close());
  const witness = { url: running.url, key: parseVkey(running.vkey) };
  await sign(before, [witness]);
  await before.close();
  await execute(server.adminUrl, 'CREATE DATABASE backup TEMPLATE college');

  const after = await open(url('college'));
  await formGroup(after);
  const [note] = await sign(after, [witness]);
  const kept = join(folder, 'kept-checkpoint.txt');
  await writeFile(kept, note);
  await after.close();
  return {
    college,
    folder,
    vkey,
    witness,
    kept,
    signerFolder,
    open,
    async copy(name, from) {
      const template = escapeIdentifier(from === 'now' ? 'college' : 'backup');
      await execute(
        server.adminUrl,
        `CREATE DATABASE ${escapeIdentifier(`copy_${name}`)} TEMPLATE ${template}`,
      );
      return url(`copy_${name}`);
    },
    close: () => closeAll(closing),
  };
};

const closeAll = async (closing: readonly (() => Promise<void>)[]): Promise<void> => {
  for (const close of closing) await close();
};

/** Sets the stage; whatever happens, nothing of it is left running or lying about once it is closed. */
export const openStage = async (): Promise<Stage> => {
  const folder = await mkdtemp(join(tmpdir(), 'gradeledger-tamper-'));
  const server = await enterEmbedded(join(folder, 'data'), 'server');
  const closing = [() => server.leave(), () => rm(folder, { recursive: true, force: true })];
  try {
    return await prepared(folder, server, closing);
  } catch (error) {
    await closeAll(closing);
    throw error;
  }
};
