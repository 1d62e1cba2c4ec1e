import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Where the tests' server listens, as its superuser. */
export interface TestServer {
  readonly adminUrl: string;
  readonly rolePassword: string;
  /** A server that outlives the run, where our roles must not be given a password. */
  readonly isOutside: boolean;
}

const FOLDER = 'GRADELEDGER_TEST_FOLDER';
const PASSWORD = 'GRADELEDGER_TEST_PASSWORD';

/** Makes the folder through which the run's processes find their server. */
export function makeTestFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gradeledger-test-'));
  process.env[FOLDER] = folder;
  process.env[PASSWORD] = randomBytes(24).toString('hex');
  return folder;
}

/** Names what belongs to this run alone. */
export const testRun = (): string => testFolder().slice(-6).toLowerCase();

/** The run's server; the first test that asks starts it. */
export async function testServer(): Promise<TestServer> {
  const adminUrl = process.env['TEST_DATABASE_URL'];
  if (adminUrl) return { adminUrl, rolePassword: process.env[PASSWORD] ?? '', isOutside: true };

  const folder = testFolder();
  await writeFile(join(folder, 'wanted'), '');
  for (;;) {
    const answer = await readFile(join(folder, 'server.json'), 'utf8').catch(() => null);
    if (answer) {
      const server = JSON.parse(answer) as TestServer | { readonly failure: string };
      if ('failure' in server) throw new Error(server.failure);
      return server;
    }
    await setTimeout(10);
  }
}

function testFolder(): string {
  const folder = process.env[FOLDER];
  if (!folder) throw new Error('The tests run under `npm test`, which makes their folder.');
  return folder;
}
