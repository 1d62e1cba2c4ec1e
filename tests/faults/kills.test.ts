import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { withRole } from '../../src/database/connection-url.ts';
import { ensureDatabase } from '../../src/database/ensure-database.ts';
import { SIGNER } from '../../src/database/roles.ts';
import { ApiClient } from '../support/api-client.ts';
import { TODAY } from '../support/college.ts';
import {
  clusterIn,
  makeCluster,
  openFolder,
  removeFolder,
  startCluster,
  type FaultyCluster,
} from './cluster.ts';
import { foundEdited, type EditedCollege } from './edited-college.ts';
import { editEndlessly } from './editors.ts';
import { projectionsEqualReplay, serveJournal, type JournalPlace } from './journal-server.ts';
import { journalIn } from './kept-log.ts';
import { wholeLogSigned } from './ledger-invariants.ts';
import { inForm } from './length.ts';
import { examineLog, SOUND } from './log-invariants.ts';
import { killable, type Killable } from './programs.ts';

const EDITORS = 64;
/** Each has six kinds of work: some two hundred cells. */
const STUDENTS = 34;
/** Of each: the server, the database, the signer. */
const ROUNDS = inForm(1, 8);
/** What is written between two kills, at least. */
const BETWEEN = inForm(60, 120);

let folder: string;
let cluster: FaultyCluster;
let place: JournalPlace;
let edited: EditedCollege;
let server: Killable;
let signer: Killable;

beforeAll(async () => {
  folder = await openFolder();
  const made = await clusterIn(folder, join(folder, 'programs'));
  cluster = await startCluster(made, await makeCluster(made));
  const databaseUrl = journalIn(cluster.adminUrl);
  await ensureDatabase(cluster.adminUrl, 'journal');
  place = { databaseUrl, dataDir: join(folder, 'secrets') };
  const served = await serveJournal(place);
  edited = await foundEdited(served, STUDENTS);
  await served.close();
  const settings = { DATABASE_URL: databaseUrl, DATA_DIR: place.dataDir, TEST_NOW: TODAY };
  server = await killable('tests/support/server-process.ts', settings);
  const signing = { SIGNER_DATABASE_URL: withRole(databaseUrl, SIGNER), SIGNER_DIR: join(folder, 'signer') };
  signer = await killable('src/signer.ts', signing);
}, 300_000);
afterAll(async () => {
  await signer.end();
  await server.end();
  await cluster.end();
  await removeFolder(folder);
});

/** Kills each of the three in turn while people write. */
const killAll = async (accepted: () => number): Promise<void> => {
  const moreWritten = async (): Promise<void> => {
    const enough = accepted() + BETWEEN;
    while (accepted() < enough) await sleep(20);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    await moreWritten();
    await server.killAndRestart();
    await moreWritten();
    await cluster.kill();
    await cluster.restart();
    await moreWritten();
    await signer.killAndRestart();
  }
  await moreWritten();
};

describe('64 people who mark 200 cells while server, database and signer are killed', () => {
  it('lose nothing, double nothing, move nothing; what was signed holds, and what is shown is what was recorded (F01, F11)', async () => {
    const { token } = edited.college.as('teacher');
    const editors = editEndlessly(edited, () => new ApiClient(server.line(), token), EDITORS);
    await killAll(editors.accepted);
    await editors.stop();

    expect(editors.accepted()).toBeGreaterThan(BETWEEN * ROUNDS);
    expect(editors.unanswered()).toBeGreaterThan(0);
    expect(await examineLog(place.databaseUrl, editors.promised)).toEqual(SOUND);
    const ledger = await wholeLogSigned(place.databaseUrl);
    expect(ledger).toEqual({ ...ledger, unlike: 0, ahead: 0, unsigned: 0 });
    expect(ledger.checkpoints).toBeGreaterThan(1);
    await server.end();
    expect(await projectionsEqualReplay(place)).toBe(true);
  }, 600_000);
});
