import { ApiClient } from '../support/api-client.ts';
import { Browser } from '../support/browser.ts';
import { foundCollege, type College } from '../support/college.ts';
import { signIn } from '../support/founding.ts';
import { claimOf } from '../support/identity-provider.ts';
import { trailOf } from '../support/readings.ts';
import { codeOf, sessionOf, signedInAgo, tokenIn, tryStepUp } from '../support/signing-in.ts';
import {
  assign,
  cameBack,
  release,
  RETURN_URL,
  serveWithProvider,
  type ServedProvider,
} from '../support/with-provider.ts';

let world: ServedProvider;
let college: College;
let origin: string;
beforeAll(async () => {
  world = await serveWithProvider();
  ({ origin } = world.served);
  college = await foundCollege(world.served);
});
afterAll(() => world.close());

const enter = async (subject: string): Promise<ApiClient> => {
  const fragment = await cameBack(new Browser(), origin, subject);
  return await signIn(origin, fragment.replace(/^code=/u, ''));
};

describe('signing in by the identity provider of the college (R-ACC-03)', () => {
  it('is told to who asks where to begin', async () => {
    expect(await new ApiClient(origin).read('{ providerSignInPath }')).toEqual({
      providerSignInPath: '/provider/sign-in',
    });
  });

  it('leads nowhere until an administrator has assigned the person to an account', async () => {
    expect(await cameBack(new Browser(), origin, 'smirnova')).toBe('problem=NOT_ASSIGNED');
  });

  it('is assigned by administrators alone, to an account that is there, and to one at a time', async () => {
    const { accounts } = college;
    for (const person of ['deputy', 'teacher', 'curator', 'auditor'] as const)
      expect(codeOf(await assign(college.as(person), accounts.teacher, claimOf('smirnova')))).toBe(
        'FORBIDDEN',
      );
    const administrator = college.as('administrator');
    expect(codeOf(await assign(administrator, accounts.teacher, claimOf('smirnova')))).toBe('ok');
    expect(codeOf(await assign(administrator, accounts.colleague, claimOf('smirnova')))).toBe(
      'BAD_USER_INPUT',
    );
    expect(codeOf(await assign(administrator, accounts.teacher, claimOf('smirnova')))).toBe('ok');
  });

  it('ends in a session of that account, with the time of the proof', async () => {
    const client = await enter('smirnova');
    expect(await client.read('{ viewer { account { id } } }')).toEqual({
      viewer: { account: { id: college.accounts.teacher } },
    });
    const { method, authenticatedAt, signedInAt } = await sessionOf(client);
    expect(method).toBe('PROVIDER');
    expect(authenticatedAt <= signedInAt).toBe(true);
  });

  it('T-57: stands in the trail with who assigned it, without who it is at the provider', async () => {
    const kinds = ['PROVIDER_IDENTITY_ASSIGNED'];
    const { nodes } = await trailOf(college.as('auditor'), { kinds }, { first: 10 });
    expect(nodes.length).toBe(2);
    expect(JSON.stringify(nodes)).not.toContain('smirnova');
    const pool = world.served.house.database.app.pool(1);
    const { rows } = await pool.query<{ row: string }>(
      'SELECT p::text AS row FROM identity.provider_identity p',
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toContain('smirnova');
  });

  it('proves anew who somebody is: a step-up by way of the provider', async () => {
    await assign(college.as('administrator'), college.accounts.auditor, claimOf('volkova'));
    const stale = await signedInAgo(world.served, college, 'auditor', 60);
    await expect(stale.do('exportAuditTrail', { format: 'CSV' })).rejects.toThrow(
      /STEP_UP_REQUIRED.*"PROVIDER"/u,
    );
    const fragment = await cameBack(new Browser(), origin, 'volkova', '?stepUp=1');
    const answer = await tryStepUp(stale, { code: fragment.replace(/^code=/u, '') });
    const renewed = new ApiClient(origin, tokenIn(answer));
    expect((await sessionOf(renewed)).method).toBe('PROVIDER');
    expect(await renewed.do('exportAuditTrail', { format: 'CSV' })).toMatchObject({ accepted: true });
  });

  it('ends at the provider too: its own page asks, and leads back to the front end', async () => {
    const page = await new Browser().visit(`${origin}/provider/sign-out`, (url) =>
      url.startsWith(world.provider.issuer),
    );
    const url = new URL(page.url);
    expect(url.searchParams.get('post_logout_redirect_uri')).toBe(RETURN_URL);
    expect(url.searchParams.get('client_id')).toBe('journal');
  });

  it('ends with its release, and so do the sessions that began so', async () => {
    const client = await enter('smirnova');
    const others = college.as('teacher');
    expect(codeOf(await release(college.as('administrator'), college.accounts.teacher))).toBe('ok');
    expect(codeOf(await client.query('{ viewer { roles } }'))).toBe('UNAUTHENTICATED');
    expect(codeOf(await others.query('{ viewer { roles } }'))).toBe('ok');
    expect(await cameBack(new Browser(), origin, 'smirnova')).toBe('problem=NOT_ASSIGNED');
  });
});
