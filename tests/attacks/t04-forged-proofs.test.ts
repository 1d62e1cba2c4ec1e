import { createHmac } from 'node:crypto';
import { ApiClient } from '../support/api-client.ts';
import { Browser } from '../support/browser.ts';
import { foundCollege, type College } from '../support/college.ts';
import { claimOf } from '../support/identity-provider.ts';
import { codeOf } from '../support/signing-in.ts';
import {
  answerOf,
  assign,
  brought,
  cameBack,
  serveWithProvider,
  type ServedProvider,
} from '../support/with-provider.ts';

let world: ServedProvider;
let college: College;
let origin: string;
beforeAll(async () => {
  world = await serveWithProvider('phishing-resistant');
  ({ origin } = world.served);
  college = await foundCollege(world.served);
  await assign(college.as('administrator'), college.accounts.teacher, claimOf('smirnova'));
});
afterAll(() => world.close());

const altered = (answer: string, name: string, value: string | null): string => {
  const url = new URL(answer);
  if (value === null) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  return url.href;
};

describe('an answer of the identity provider (attack T04)', () => {
  it('opens once: brought again, by Back or by a thief, it is over', async () => {
    const browser = new Browser();
    const answer = await answerOf(browser, origin, 'smirnova');
    const thief = new Browser();
    expect(await brought(thief, answer)).toBe('problem=SIGN_IN_EXPIRED');
    expect(await brought(browser, answer)).toMatch(/^code=[\w-]{43}$/u);
    expect(await brought(browser, answer)).toBe('problem=SIGN_IN_EXPIRED');
  });

  it('that came to another browser is not taken: nobody is signed in as somebody else', async () => {
    const [own, attacker] = [new Browser(), new Browser()];
    const theirs = await answerOf(attacker, origin, 'smirnova');
    await answerOf(own, origin, 'smirnova');
    expect(await brought(own, theirs)).toBe('problem=SIGN_IN_EXPIRED');
  });

  it.each([
    ['state', 'x'.repeat(43), 'SIGN_IN_EXPIRED'],
    ['state', null, 'SIGN_IN_EXPIRED'],
    ['iss', 'https://attacker.example', 'PROVIDER_REFUSED'],
    ['iss', null, 'PROVIDER_REFUSED'],
    ['code', 'somebody-elses', 'PROVIDER_REFUSED'],
    ['code', null, 'PROVIDER_REFUSED'],
    ['error', 'access_denied', 'PROVIDER_REFUSED'],
  ])('with another %s (%s) is refused: mixed up, injected or forged', async (name, value, problem) => {
    const browser = new Browser();
    const answer = await answerOf(browser, origin, 'smirnova');
    expect(await brought(browser, altered(answer, name, value))).toBe(`problem=${problem}`);
    if (problem === 'PROVIDER_REFUSED')
      expect(await brought(browser, answer)).toBe('problem=SIGN_IN_EXPIRED');
  });

  it('that comes too late is refused', async () => {
    const browser = new Browser();
    const answer = await answerOf(browser, origin, 'smirnova');
    const pool = world.served.house.database.app.pool(1);
    await pool.query(`UPDATE identity.provider_flow SET expires_at = now() - interval '1 second'`);
    expect(await brought(browser, answer)).toBe('problem=SIGN_IN_EXPIRED');
  });

  it('takes its nonce and its PKCE secret from the way it belongs to', async () => {
    const pool = world.served.house.database.app.pool(1);
    for (const column of ['nonce', 'verifier']) {
      const browser = new Browser();
      const answer = await answerOf(browser, origin, 'smirnova');
      await pool.query(`UPDATE identity.provider_flow SET ${column} = repeat('x', 43)`);
      expect([column, await brought(browser, answer)]).toEqual([column, 'problem=PROVIDER_REFUSED']);
    }
  });

  it('is no step-up without the authentication that one takes', async () => {
    expect(await cameBack(new Browser(), origin, 'smirnova', '?stepUp=1')).toBe('problem=PROVIDER_REFUSED');
  });

  it('never leads where a request says, and writes nobody’s name into the log', async () => {
    const page = await new Browser().visit(
      `${origin}/provider/sign-in?college=nowhere&return=https://attacker.example`,
      (url) => !url.startsWith(origin),
    );
    expect(page.url).toBe('http://localhost:9/journal#problem=SIGN_IN_EXPIRED');
    expect(world.served.log.join('\n')).not.toContain('smirnova');
  });
});

describe('a token that was made elsewhere (attack T04)', () => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { sub: 'administrator', iss: 'https://gradeledger', aud: 'api', exp: 4_000_000_000 };
  const signed = (header: object): string => {
    const body = `${part(header)}.${part(claims)}`;
    return `${body}.${createHmac('sha256', 'guess').update(body).digest('base64url')}`;
  };

  it.each([
    `${part({ alg: 'none' })}.${part(claims)}.`,
    signed({ alg: 'HS256' }),
    signed({ alg: 'HS256', kid: '../../dev/null' }),
    signed({ alg: 'RS256', jku: 'https://attacker.example/keys' }),
    signed({ alg: 'RS256', jwk: { kty: 'oct', k: 'Z3Vlc3M' } }),
    `gl_${part(claims).slice(0, 43)}`,
    `gl_${'A'.repeat(43)}`,
    'gl_',
  ])('opens nothing: %#', async (token) => {
    const answer = await new ApiClient(origin, token).query('{ viewer { roles } }');
    expect([answer.status, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED']);
  });
});
