import { randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { readConfig, type Config } from '../src/config.ts';
import { withUser } from '../src/database/connection-url.ts';
import { openDatabase } from '../src/database/database.ts';
import { makeKekFile } from '../src/keys/kek-file.ts';
import { makeKey } from '../src/ledger/signer/kept-keys.ts';
import { demandLeastRights, demandRealKeys, productionWarnings } from '../src/production-guard.ts';
import { testDatabase, type TestDatabase } from './support/postgres.ts';
import { run } from './support/program.ts';

let folder: string;
let database: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradeledger-production-'));
  database = await testDatabase();
});

afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** A production with nothing wrong with it, in a folder of its own. */
const production = async (more: Readonly<Record<string, string>> = {}): Promise<Config> => {
  const dataDir = join(folder, randomUUID());
  const kekFile = join(dataDir, 'secrets', 'kek');
  await makeKekFile(kekFile, 'kek');
  return readConfig({
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    KEK_FILE: kekFile,
    DEMO: 'off',
    SIGNER_KEYS: 'given',
    DATABASE_URL: database.operatorUrl,
    ...more,
  });
};

describe('a production', () => {
  it('starts with keys and files of its own', async () => {
    await expect(demandRealKeys(await production())).resolves.toBeUndefined();
  });

  it('does not start as a laptop does, and says everything that is missing at once', async () => {
    const dataDir = join(folder, 'laptop');
    const { code, errors } = await run('main.ts', { NODE_ENV: 'production', DATA_DIR: dataDir, PORT: '0' })
      .ended;
    expect(code).toBe(1);
    expect(errors.trim().split('\n')).toEqual([
      'This is not fit for production, so the server does not start:',
      '  DEMO must be off: demo colleges have no place beside real ones.',
      '  DATABASE_URL must be set: who runs a database of our own is its superuser.',
      '  SIGNER_KEYS must be given: a key that made itself is nobody’s.',
      `  There is no key encryption key in ${join(dataDir, 'secrets', 'kek')}: make it with \`npm run cli -- keys create\`.`,
    ]);
  });

  it('sends no webhook to the machine it runs on', async () => {
    await expect(demandRealKeys(await production({ WEBHOOKS: 'loopback' }))).rejects.toThrow(
      /WEBHOOKS must be on or off/u,
    );
    await expect(demandRealKeys(await production({ WEBHOOKS: 'off' }))).resolves.toBeUndefined();
  });

  it('takes no key encryption key that a demo made', async () => {
    const config = await production({ KEK_FILE: join(folder, 'demo', 'kek') });
    await makeKekFile(join(folder, 'demo', 'kek'), 'demo');
    await expect(demandRealKeys(config)).rejects.toThrow(/The key demo-\w+ in .*kek was made for a demo/u);
  });

  it('takes no signing key that a demo made, and none that others can read', async () => {
    const config = await production();
    const college = join(config.signerFolder, 'college');
    await makeKey(college, 'college.example/journal', 'demo');
    const { file } = await makeKey(college, 'college.example/journal', 'real');
    await chmod(file, 0o640);
    const refused = demandRealKeys(config);
    await expect(refused).rejects.toThrow(
      /The signing key .*demo-.*\.key was made for a demo: make another\./u,
    );
    await expect(refused).rejects.toThrow(
      `The file ${file} may be read by its owner alone: run chmod 600 ${file}.`,
    );
  });

  it('takes no secret that others can read', async () => {
    const config = await production();
    const file = join(config.dataDir, 'secrets', 'pepper');
    await mkdir(join(config.dataDir, 'secrets'), { recursive: true });
    await writeFile(file, 'secret', { mode: 0o644 });
    await expect(demandRealKeys(config)).rejects.toThrow(`The file ${file} may be read by its owner alone`);
  });

  it('does not connect as a superuser', async () => {
    const opened = await openDatabase({ dataDir: folder, databaseUrl: database.operatorUrl }, 'server');
    await expect(demandLeastRights(opened)).rejects.toThrow(
      /The server connects as \w+, who is a superuser: give it/u,
    );
    await opened.close();
  });

  it('connects as a login that can act as its roles and not as the owner, in a database migrated before', async () => {
    const login = `gradeledger_least_${randomUUID().slice(0, 8)}`;
    const admin = new Client({ connectionString: database.operatorUrl });
    await admin.connect();
    await admin.query(`CREATE ROLE ${login} LOGIN INHERIT PASSWORD 'p-${login}'`);
    const roles = ['app', 'projector', 'reader', 'signer', 'auditor', 'keys'].map(
      (role) => `gradeledger_${role}`,
    );
    await admin.query(`GRANT ${roles.join(', ')} TO ${login}`);
    const databaseUrl = withUser(database.operatorUrl, login, `p-${login}`);
    const keys = withUser(database.keysOwnerUrl, login, `p-${login}`).replace(/\?.*$/u, '');

    const opened = await openDatabase({ dataDir: folder, databaseUrl, roleUrls: { keys } }, 'server');
    await expect(demandLeastRights(opened)).resolves.toBeUndefined();
    const { rows } = await opened.app.pool(1).query('SELECT current_user AS acting, session_user AS login');
    expect(rows).toEqual([{ acting: 'gradeledger_app', login }]);
    expect(await productionWarnings(opened)).toEqual([
      expect.stringContaining('no witness keeps what is signed'),
    ]);
    await opened.close();

    await admin.query(`GRANT gradeledger_owner TO ${login}`);
    const owning = await openDatabase({ dataDir: folder, databaseUrl, roleUrls: { keys } }, 'server').catch(
      (error: unknown) => error,
    );
    expect(String(owning)).toMatch(/^StartFault: The user of .* must own the database/u);
    await admin.query(`DROP OWNED BY ${login}`);
    await admin.query(`DROP ROLE ${login}`);
    await admin.end();
  });
});
