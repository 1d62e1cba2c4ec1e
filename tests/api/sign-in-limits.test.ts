import { randomUUID } from 'node:crypto';
import { serve, type Serving } from '../../src/serve.ts';
import { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { EXECUTOR } from '../support/executor.ts';
import { trailOf } from '../support/readings.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { codeOf } from '../support/signing-in.ts';

/* Two servers on one database: what one of them has counted, the other knows. */
const ISSUE = `mutation ($id: UUID!, $account: ID!) {
  issueSignInCode(commandId: $id, accountId: $account) { code userErrors { code } } }`;

let served: ServedHouse;
let second: Serving;
let college: College;
/** The administrator, at each of the servers in turn. */
let administrators: readonly ApiClient[];

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  const options = { host: '127.0.0.1', port: 0 };
  second = await serve(served.house, options, { executor: EXECUTOR, log: { write: () => undefined } });
  const { token } = college.as('administrator');
  administrators = [served, second].map(({ origin }) => new ApiClient(origin, token));
});
afterAll(async () => {
  await second.close();
  await served.close();
});

const at = <One>(servers: readonly One[], turn: number): One => {
  const one = servers[turn % servers.length];
  if (!one) throw new Error('There are two servers.');
  return one;
};

describe('at two servers', () => {
  it('the same command for a sign-in code, many times at once, makes one code with one trace (T-57, T30)', async () => {
    const variables = { id: randomUUID(), account: college.accounts.curator };
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, turn) => at(administrators, turn).read(ISSUE, variables)),
    );
    const made = answers.map(({ issueSignInCode }) => issueSignInCode as { readonly code: string | null });
    expect(made.filter(({ code }) => code !== null)).toHaveLength(1);
    for (const one of made)
      if (one.code === null) expect(one).toEqual({ code: null, userErrors: [{ code: 'ALREADY_DONE' }] });
    const kinds = ['SIGN_IN_CODE_ISSUED'];
    const { nodes } = await trailOf(college.as('auditor'), { kinds, accountId: variables.account });
    const [latest, before] = nodes;
    expect(latest?.position).not.toBe(before?.position);
    expect(nodes.filter(({ position }) => BigInt(position) >= BigInt(latest?.position ?? 0))).toHaveLength(1);
  });

  it('ten codes an hour are made for one account, whichever server is asked (T01)', async () => {
    const account = college.accounts.observer;
    const codes: string[] = [];
    for (let turn = 0; turn < 12; turn += 1)
      codes.push(codeOf(await at(administrators, turn).query(ISSUE, { id: randomUUID(), account })));
    const { length: made } = codes.filter((code) => code === 'ok');
    // One was made when the college was founded.
    expect(made).toBeLessThanOrEqual(10);
    expect(new Set(codes.slice(made))).toEqual(new Set(['RATE_LIMITED']));
  });

  it('ten codes a minute fail from one address, and then not even the right one opens (T01)', async () => {
    const { issueSignInCode } = await at(administrators, 0).read(ISSUE, {
      id: randomUUID(),
      account: college.accounts.teacher,
    });
    const { code } = issueSignInCode as { readonly code: string };
    const clients = [served, second].map(({ origin }) => new ApiClient(origin));
    const attempt = async (turn: number, tried: string) =>
      codeOf(
        await at(clients, turn).query('mutation ($code: String!) { signIn(code: $code) { token } }', {
          code: tried,
        }),
      );
    const answers: string[] = [];
    for (let turn = 0; turn < 10; turn += 1) answers.push(await attempt(turn, 'x'.repeat(43)));
    expect(new Set(answers)).toEqual(new Set(['UNAUTHENTICATED']));
    expect([await attempt(0, code), await attempt(1, code)]).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
  });
});
