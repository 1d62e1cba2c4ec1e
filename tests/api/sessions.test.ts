import { randomUUID } from 'node:crypto';
import { issueSignInCode } from '../../src/identity/sign-in-code.ts';
import { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { codeFor, signIn, uuidIn } from '../support/founding.ts';
import { trailOf } from '../support/readings.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let college: College;
let administrator: ApiClient;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  administrator = college.as('administrator');
});
afterAll(() => served.close());

const SIGN_IN = 'mutation ($code: String!) { signIn(code: $code) { token expires } }';
const codeOf = async (client: ApiClient, document: string, variables = {}): Promise<unknown> =>
  (await client.query(document, variables)).errors?.[0]?.extensions?.['code'];

describe('a one-time code', () => {
  it('signs in once: used a second time it is refused', async () => {
    const code = await codeFor(administrator, college.accounts.teacher);
    const client = await signIn(served.origin, code);
    expect(await client.read('{ viewer { roles } }')).toEqual({ viewer: { roles: ['TEACHER'] } });
    const again = await new ApiClient(served.origin).query(SIGN_IN, { code });
    expect(again.status).toBe(401);
    expect(again.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('is refused in the same words when it has expired or never was', async () => {
    const pool = served.house.database.app.pool(1);
    const account = uuidIn(college.accounts.teacher);
    const long = { college: college.id, account, ttl: 60, now: '2026-01-01T00:00:00.000Z' };
    const expired = await issueSignInCode(pool, long);
    const nobody = new ApiClient(served.origin);
    const words = [];
    for (const code of [expired, 'x'.repeat(43), '', '\u0000'])
      words.push((await nobody.query(SIGN_IN, { code })).errors?.[0]?.message);
    expect(new Set(words)).toEqual(new Set(['The code is unknown, used or expired.']));
  });

  it('leaves a trace of who made it and for whom (T-57)', async () => {
    const { position: before } = (await trailOf(administrator, {}, { first: 1 })).nodes[0] ?? {
      position: '0',
    };
    await codeFor(administrator, college.accounts.curator);
    const { nodes } = await trailOf(college.as('auditor'), { kinds: ['SIGN_IN_CODE_ISSUED'] }, { first: 1 });
    expect(nodes).toMatchObject([{ actor: { id: college.accounts.administrator } }]);
    expect(Number(nodes[0]?.position)).toBe(Number(before) + 1);
  });

  it('is made once for a command id, so that every code has its trace (T-57)', async () => {
    const document = `mutation ($commandId: UUID!, $accountId: ID!) {
      issueSignInCode(commandId: $commandId, accountId: $accountId) { code userErrors { code } } }`;
    const variables = { commandId: randomUUID(), accountId: college.accounts.teacher };
    const first = await administrator.read(document, variables);
    expect(first).toMatchObject({ issueSignInCode: { code: expect.any(String) as unknown, userErrors: [] } });
    expect(await administrator.read(document, variables)).toEqual({
      issueSignInCode: { code: null, userErrors: [{ code: 'ALREADY_DONE' }] },
    });
  });

  it('is made by nobody but an administrator', async () => {
    const document = `mutation ($commandId: UUID!, $accountId: ID!) {
      issueSignInCode(commandId: $commandId, accountId: $accountId) { code } }`;
    const variables = { commandId: randomUUID(), accountId: college.accounts.teacher };
    for (const person of ['deputy', 'teacher', 'auditor', 'observer'] as const)
      expect([person, await codeOf(college.as(person), document, variables)]).toEqual([person, 'FORBIDDEN']);
  });
});

describe('a session', () => {
  it('ends when its holder signs out', async () => {
    const client = await signIn(served.origin, await codeFor(administrator, college.accounts.colleague));
    expect(await client.read('mutation { signOut }')).toEqual({ signOut: true });
    expect(await codeOf(client, '{ viewer { roles } }')).toBe('UNAUTHENTICATED');
    expect(await college.as('colleague').read('{ viewer { roles } }')).toEqual({
      viewer: { roles: ['TEACHER'] },
    });
  });

  it.each([null, 'nonsense', `gl_${'A'.repeat(43)}`])(
    'is asked for before anything is told: %s',
    async (token) => {
      const client = new ApiClient(served.origin, token);
      expect(await codeOf(client, '{ viewer { roles } }')).toBe('UNAUTHENTICATED');
      expect(await codeOf(client, '{ courseUnits { id } }')).toBe('UNAUTHENTICATED');
    },
  );
});
