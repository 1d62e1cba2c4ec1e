import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { ROLES } from '../../events/role.ts';
import { connections, type Connections } from '../../src/database/pools.ts';
import { demoColleges } from '../../src/demo/college.ts';
import { demoAccountFor, demoPeople, rolesAmong } from '../../src/demo/people.ts';
import { FIRST_LINK_SECONDS, signInLinks } from '../../src/demo/sign-in.ts';
import { demoToken } from '../../src/demo/token.ts';
import { findSession, signIn } from '../../src/identity/sessions.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';
import { largeCollege } from './small-demo.ts';

const NOW = '2026-11-22T11:15:30.123Z';
const SOON = '2026-11-22T11:25:00.000Z';
const origin = 'http://127.0.0.1:4000';

describe('Signing in to the demo', () => {
  let database: TestDatabase;
  let app: Connections;
  let pool: Pool;
  let dataDir: string;

  const links = async (now: string, at = origin) => await signInLinks({ pool, dataDir, origin: at, now });

  beforeAll(async () => {
    database = await testDatabase();
    app = connections(database.appUrl);
    pool = app.pool(4);
  });

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'gradeledger-demo-'));
  });

  afterEach(async () => {
    await rm(dataDir, { recursive: true });
  });

  afterAll(async () => {
    await app.end();
    await database.drop();
  });

  it('has a link for every role of both colleges, in a file that only its owner can read', async () => {
    const { path } = await links(NOW);
    const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.includes('#code='));
    const roles = demoColleges.flatMap((college) => rolesAmong(demoPeople(college)));
    expect(lines).toHaveLength(roles.length);
    expect(roles.length).toBe(ROLES.length * 2 - 1);
    expect(lines[0]).toMatch(
      /^kama\.example\/journal \| director \| .+ \| http:\/\/127\.0\.0\.1:4000\/graphiql#code=[\w-]{43} \| until /u,
    );
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(dataDir, 'demo'))).mode & 0o777).toBe(0o700);
  });

  it('works once with a link, as the person of that role', async () => {
    const { links: made } = await links(NOW);
    const teacher = made.find(({ role }) => role === 'teacher');
    const signedIn = await signIn(pool, teacher?.code ?? '', SOON);
    expect(signedIn?.session.account).toBe(demoAccountFor(largeCollege, 'teacher').account);
    expect(await signIn(pool, teacher?.code ?? '', SOON)).toBeNull();
  });

  it('keeps unused links at a later start and replaces used ones, at the port of that start', async () => {
    const first = (await links(NOW)).links;
    const [used, unused] = first;
    await signIn(pool, used?.code ?? '', SOON);
    const { path, links: second } = await links(SOON, 'http://127.0.0.1:4321');
    expect(second[0]?.code).not.toBe(used?.code);
    expect(second[1]).toEqual(unused);
    expect(await readFile(path, 'utf8')).toContain(
      `http://127.0.0.1:4321/graphiql#code=${unused?.code ?? ''}`,
    );
  });

  it('replaces links that have run out', async () => {
    const first = (await links(NOW)).links;
    const later = new Date(Date.parse(NOW) + (FIRST_LINK_SECONDS + 1) * 1_000).toISOString();
    const second = new Set((await links(later)).links.map(({ code }) => code));
    expect(first.filter(({ code }) => second.has(code))).toEqual([]);
  });

  it('gives an access token for any role of a demo college', async () => {
    const [college] = demoColleges.map(({ id, origin: at }) => ({
      id,
      origin: at,
      clock: 'virtual' as const,
    }));
    const token = college && (await demoToken(pool, college, 'auditor', NOW));
    const session = await findSession(pool, token ?? '', SOON);
    expect(session).toMatchObject({
      account: demoAccountFor(largeCollege, 'auditor').account,
      channel: 'cli',
    });
  });

  it.each([
    { id: largeCollege.id, origin: 'kama.example/journal', clock: 'server' as const },
    { id: '7d1d3c1e-1111-4111-8111-111111111111', origin: 'real.example/journal', clock: 'virtual' as const },
  ])('gives no token for a college that is no demo: $origin, $clock', async (college) => {
    await expect(demoToken(pool, college, 'teacher', NOW)).rejects.toThrow('is no demo college');
  });
});
