import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient } from '../support/api-client.ts';
import { TODAY } from '../support/college.ts';
import { startSigner, type RunningSigner } from '../../src/ledger/signer/signer.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { foundEdited, type EditedCollege } from './edited-college.ts';
import { editEndlessly } from './editors.ts';
import { projectionsEqualReplay } from './journal-server.ts';
import { wholeLogSigned } from './ledger-invariants.ts';
import { inForm } from './length.ts';
import { examineLog, SOUND } from './log-invariants.ts';
import { killable, type Killable } from './programs.ts';

const STUDENTS = 20;
const EDITORS = 16;
const WRITTEN = inForm(150, 3_000);

let served: ServedHouse;
let edited: EditedCollege;
let servers: readonly Killable[];
let signers: readonly RunningSigner[];

beforeAll(async () => {
  served = await serveHouse();
  edited = await foundEdited(served, STUDENTS);
  const { operatorUrl, dataDir, signerUrl: databaseUrl } = served.database;
  const settings = { DATABASE_URL: operatorUrl, DATA_DIR: dataDir, TEST_NOW: TODAY };
  const server = (): Promise<Killable> => killable('tests/support/server-process.ts', settings);
  servers = [await server(), await server()];
  signers = ['signer', 'signer-by-mistake'].map((folder) =>
    startSigner({ databaseUrl, folder: join(dataDir, folder), makeKeys: true }),
  );
}, 300_000);
afterAll(async () => {
  for (const signer of signers) await signer.close();
  for (const server of servers) await server.end();
  await served.close();
});

describe('two servers, two projectors and two signers on one log', () => {
  it('write one log, one set of read models and one line of checkpoints, and one server may die (F10, F13)', async () => {
    const { token } = edited.college.as('teacher');
    let turn = 0;
    const either = (): ApiClient => new ApiClient(servers[(turn += 1) % 2]?.line() ?? '', token);
    const editors = editEndlessly(edited, either, EDITORS);
    while (editors.accepted() < WRITTEN) await sleep(20);
    await servers[0]?.killAndRestart();
    while (editors.accepted() < 2 * WRITTEN) await sleep(20);
    await editors.stop();

    const { operatorUrl: databaseUrl, dataDir } = served.database;
    expect(await examineLog(databaseUrl, editors.promised)).toEqual(SOUND);
    const ledger = await wholeLogSigned(databaseUrl);
    expect(ledger).toEqual({ ...ledger, unlike: 0, ahead: 0, unsigned: 0 });
    expect(signers.filter((signer) => signer.isActive())).toHaveLength(1);
    expect(await projectionsEqualReplay({ databaseUrl, dataDir })).toBe(true);
  }, 300_000);
});
