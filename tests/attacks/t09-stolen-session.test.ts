import { randomUUID } from 'node:crypto';
import { buildGradeLedgerSchema } from '../../schema/schema.ts';
import { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { codeFor, signIn } from '../support/founding.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { codeOf, sessionOf, signedInAgo, tokenIn, tryStepUp } from '../support/signing-in.ts';

const RENEW = 'mutation ($id: UUID!) { renewOwnSignInCode(commandId: $id) { code } }';

let served: ServedHouse;
let college: College;
beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
});
afterAll(() => served.close());

const exporting = async (client: ApiClient): Promise<string> =>
  codeOf(
    await client.query(
      'mutation ($id: UUID!) { exportAuditTrail(commandId: $id, input: { format: CSV }) { accepted } }',
      { id: randomUUID() },
    ),
  );
const ownCode = async (client: ApiClient): Promise<string> => {
  const { renewOwnSignInCode } = await client.read(RENEW, { id: randomUUID() });
  return (renewOwnSignInCode as { readonly code: string }).code;
};

describe('a session in the wrong hands (attack T09)', () => {
  it('looks, but exports nothing without a proof', async () => {
    const stolen = await signedInAgo(served, college, 'auditor', 60);
    expect(codeOf(await stolen.query('{ viewer { roles } }'))).toBe('ok');
    expect(await exporting(stolen)).toBe('STEP_UP_REQUIRED');
  });

  it('makes itself no younger: a code that was made in it proves nothing there, nor in the session it opens', async () => {
    const stolen = await signedInAgo(served, college, 'auditor', 60);
    expect(codeOf(await tryStepUp(stolen, { code: await ownCode(stolen) }))).toBe('UNAUTHENTICATED');
    const second = await signIn(served.origin, await ownCode(stolen));
    expect(await exporting(second)).toBe('STEP_UP_REQUIRED');
    expect((await sessionOf(second)).authenticatedAt).toBe((await sessionOf(stolen)).authenticatedAt);
  });

  it('is not renewed by somebody else’s code, nor by the same code twice', async () => {
    const stolen = await signedInAgo(served, college, 'auditor', 60);
    const others = await codeFor(college.as('administrator'), college.accounts.teacher);
    expect(codeOf(await tryStepUp(stolen, { code: others }))).toBe('UNAUTHENTICATED');
    expect(codeOf(await tryStepUp(stolen, { code: 'x'.repeat(43) }))).toBe('UNAUTHENTICATED');
    // It was not used up by the attempt of somebody else.
    expect((await signIn(served.origin, others)).token).toMatch(/^gl_/u);
    const code = await codeFor(college.as('administrator'), college.accounts.auditor);
    const renewed = new ApiClient(served.origin, tokenIn(await tryStepUp(stolen, { code })));
    expect(codeOf(await tryStepUp(renewed, { code }))).toBe('UNAUTHENTICATED');
  });
});

/** What is grave: it gives or takes rights, opens what is closed, changes the rules, takes data out, or can not be undone. */
const GRAVE = {
  rights: [
    ...['grantRole', 'confirmRoleGrant', 'revokeRole', 'recordDeparture'],
    ...['establishGuardianship', 'grantGuardianDelegation'],
    ...['assignProviderIdentity', 'releaseProviderIdentity', 'issueSignInCode', 'setOwnPassword'],
  ],
  windows: ['grantEditWindow', 'confirmEditWindowGrant', 'reopenAttestationPeriod'],
  rules: ['proposeRegulationChange', 'confirmRegulationChange'],
  data: [
    ...['exportAuditTrail', 'registerWebhook', 'changeWebhook', 'issueWebhookSecret'],
    ...['requestErasure', 'approveErasure', 'withdrawContactConsent'],
  ],
} as const;

describe('what is grave (attack T09)', () => {
  it('asks for a proof that is minutes old, one at a time and as a list, and says so; nothing else does', () => {
    const mutations = Object.values(buildGradeLedgerSchema().getMutationType()?.getFields() ?? {});
    const asking = mutations.filter(({ description }) => description?.includes('STEP_UP_REQUIRED'));
    const named = (name: string): boolean =>
      !name.endsWith('s') || !asking.some((one) => `${one.name}s` === name);
    expect(
      asking
        .map(({ name }) => name)
        .filter(named)
        .sort(),
    ).toEqual(Object.values(GRAVE).flat().sort());
  });

  it('is not done in a stolen session: no role is taken, no rule changed, no consent withdrawn', async () => {
    const stolen = await signedInAgo(served, college, 'administrator', 60);
    const accountId = college.accounts.teacher;
    const inputs = {
      revokeRole: { accountId, role: 'TEACHER', reason: 'Уволен' },
      recordDeparture: { accountId, until: '2026-11-20', reason: 'Уволен' },
      reopenAttestationPeriod: { periodId: college.period, reason: 'Так' },
      withdrawContactConsent: { accountId },
    };
    for (const [name, input] of Object.entries(inputs)) {
      const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`;
      const answer = await stolen.query(
        `mutation ($id: UUID!, $input: ${type}!) { ${name}(commandId: $id, input: $input) { accepted } }`,
        { id: randomUUID(), input },
      );
      expect([name, codeOf(answer)]).toEqual([name, 'STEP_UP_REQUIRED']);
    }
    expect(await college.as('teacher').read('{ viewer { roles } }')).toEqual({
      viewer: { roles: ['TEACHER'] },
    });
  });
});

describe('a token from before a step-up (attack T09: session fixation)', () => {
  it('opens nothing afterwards: what was planted or copied does not rise with its victim', async () => {
    const planted = await signedInAgo(served, college, 'auditor', 60);
    const code = await codeFor(college.as('administrator'), college.accounts.auditor);
    const answer = await tryStepUp(planted, { code });
    const renewed = new ApiClient(served.origin, tokenIn(answer));
    expect(renewed.token).not.toBe(planted.token);
    expect(codeOf(await planted.query('{ viewer { roles } }'))).toBe('UNAUTHENTICATED');
    expect(await exporting(planted)).toBe('UNAUTHENTICATED');
    expect(await exporting(renewed)).toBe('ok');
  });

  it('is chosen by nobody: a token that a client brings along is never taken over', async () => {
    const brought = new ApiClient(served.origin, `gl_${'A'.repeat(43)}`);
    const code = await codeFor(college.as('administrator'), college.accounts.teacher);
    const answer = await brought.query('mutation ($code: String!) { signIn(code: $code) { token } }', {
      code,
    });
    expect(tokenIn(answer)).not.toBe(brought.token);
    expect(codeOf(await brought.query('{ viewer { roles } }'))).toBe('UNAUTHENTICATED');
  });
});
