import { randomUUID } from 'node:crypto';
import { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { codeFor, signIn } from '../support/founding.ts';
import { trailOf } from '../support/readings.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import {
  codeOf,
  sessionOf,
  setPassword,
  signedInAgo,
  tokenIn,
  tryPassword,
  trySetting,
  tryStepUp,
} from '../support/signing-in.ts';

const PASSWORD = 'семь синих слонов спят';
const CHANGE = `mutation ($id: UUID!, $old: String!, $new: String!) {
  changeOwnPassword(commandId: $id, oldPassword: $old, password: $new) { signInName userErrors { code } } }`;

let served: ServedHouse;
let college: College;
beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
});
afterAll(() => served.close());

const enter = async (person: 'teacher' | 'curator' | 'colleague' | 'deputy' | 'ivanova') =>
  await signIn(served.origin, await codeFor(college.as('administrator'), college.accounts[person]));

describe('a password', () => {
  let name = '';

  it('R-ACC-05: is chosen after a sign-in code, and opens by the name that was given', async () => {
    const teacher = await enter('teacher');
    expect(await teacher.read('{ ownSignInName }')).toEqual({ ownSignInName: null });
    name = await setPassword(teacher, PASSWORD);
    expect(await teacher.read('{ ownSignInName }')).toEqual({ ownSignInName: name });
    const answer = await tryPassword(served.origin, ` ${name.toUpperCase()} `, PASSWORD);
    const client = new ApiClient(served.origin, tokenIn(answer));
    expect(await client.read('{ viewer { roles } }')).toEqual({ viewer: { roles: ['TEACHER'] } });
    expect((await sessionOf(client)).method).toBe('PASSWORD');
  });

  it('ends the other sessions of its holder when it is set or changed, and keeps this one', async () => {
    const [one, other] = [await enter('colleague'), await enter('colleague')];
    await setPassword(one, PASSWORD);
    expect(codeOf(await other.query('{ viewer { roles } }'))).toBe('UNAUTHENTICATED');
    const third = await enter('colleague');
    const change = { id: randomUUID(), old: PASSWORD, new: 'a whole new sentence' };
    expect(await one.read(CHANGE, change)).toMatchObject({ changeOwnPassword: { userErrors: [] } });
    expect(codeOf(await third.query('{ viewer { roles } }'))).toBe('UNAUTHENTICATED');
    expect(codeOf(await one.query('{ viewer { roles } }'))).toBe('ok');
  });

  it('is changed by the one before and by no other', async () => {
    const client = new ApiClient(served.origin, tokenIn(await tryPassword(served.origin, name, PASSWORD)));
    const wrong = await client.query(CHANGE, { id: randomUUID(), old: 'not this one', new: PASSWORD });
    expect([wrong.status, codeOf(wrong)]).toEqual([401, 'UNAUTHENTICATED']);
    expect(codeOf(await tryPassword(served.origin, name, PASSWORD))).toBe('ok');
  });

  it('is refused in a sentence where it would be guessed, and nothing is written', async () => {
    const curator = await enter('curator');
    const before = await trailOf(college.as('auditor'), {}, { first: 1 });
    const answer = await trySetting(curator, 'password12345');
    expect([codeOf(answer), answer.errors?.[0]?.message]).toEqual([
      'BAD_USER_INPUT',
      expect.stringMatching(/guessed first/u),
    ]);
    expect(JSON.stringify(answer)).not.toContain('password12345');
    expect((await trailOf(college.as('auditor'), {}, { first: 1 })).nodes[0]?.position).toBe(
      before.nodes[0]?.position,
    );
  });

  it('T-57: leaves a trace of who set it and by which proof, once for a command id', async () => {
    const kinds = ['PASSWORD_SET'];
    const { nodes } = await trailOf(college.as('auditor'), { kinds }, { first: 10 });
    expect(nodes.map(({ actor }) => actor?.id)).toEqual([
      college.accounts.colleague,
      college.accounts.colleague,
      college.accounts.teacher,
    ]);
    const curator = await enter('curator');
    const document =
      'mutation ($id: UUID!, $p: String!) { setOwnPassword(commandId: $id, password: $p) { signInName userErrors { code } } }';
    const id = randomUUID();
    expect(await curator.read(document, { id, p: PASSWORD })).toMatchObject({
      setOwnPassword: { userErrors: [] },
    });
    expect(await curator.read(document, { id, p: 'some other sentence' })).toEqual({
      setOwnPassword: { signInName: null, userErrors: [{ code: 'ALREADY_DONE' }] },
    });
  });
});

describe('a step-up', () => {
  const grant = () => ({
    journalId: college.journals.algebra,
    covers: 'CURRENT_MARKS',
    until: '2026-11-25',
    reason: 'Проверка',
  });

  it('is asked for where windows are granted, trails exported, data erased and roles given', async () => {
    const stale = await signedInAgo(served, college, 'administrator', 16);
    const asked = await stale.query(
      'mutation ($id: UUID!, $input: GrantRoleInput!) { grantRole(commandId: $id, input: $input) { accepted } }',
      { id: randomUUID(), input: { accountId: college.accounts.teacher, role: 'METHODOLOGIST' } },
    );
    expect(asked.status).toBe(403);
    expect(asked.errors).toMatchObject([
      { extensions: { code: 'STEP_UP_REQUIRED', maxAgeSeconds: 900, ways: ['CODE'] } },
    ]);
    expect(await stale.consider('grantEditWindow', grant())).toMatchObject({
      allowed: true,
      asksForStepUp: true,
    });
    await expect(stale.do('exportAuditTrail', { format: 'CSV' })).rejects.toThrow('STEP_UP_REQUIRED');
    await expect(stale.do('grantEditWindow', grant())).rejects.toThrow('STEP_UP_REQUIRED');
    await expect(stale.doAll('grantEditWindow', [grant()])).rejects.toThrow('STEP_UP_REQUIRED');
    await expect(stale.do('approveErasure', { erasureId: college.journals.algebra })).rejects.toThrow(
      'STEP_UP_REQUIRED',
    );
    await expect(codeFor(stale, college.accounts.deputy)).rejects.toThrow('STEP_UP_REQUIRED');
    expect(await codeFor(stale, college.accounts.ivanova)).toEqual(expect.any(String));
    expect(codeOf(await trySetting(stale, PASSWORD))).toBe('STEP_UP_REQUIRED');
    expect(codeOf(await stale.query('{ viewer { roles } }'))).toBe('ok');
  });

  it('by a code renews the proof of the same session under a new token, and the grave act is done', async () => {
    const stale = await signedInAgo(served, college, 'administrator', 60);
    const before = await sessionOf(stale);
    const code = await codeFor(college.as('administrator'), college.accounts.administrator);
    // A code that somebody makes for themselves is only as good as the session that made it.
    const answer = await tryStepUp(stale, { code });
    const renewed = new ApiClient(served.origin, tokenIn(answer));
    const after = await sessionOf(renewed);
    expect([after.id, after.method]).toEqual([before.id, 'CODE']);
    expect(after.authenticatedAt > before.authenticatedAt).toBe(true);
    expect(await renewed.do('exportAuditTrail', { format: 'CSV' })).toMatchObject({ accepted: true });
  });

  it('by the password is among the ways of whoever has one', async () => {
    const name = await setPassword(await enter('deputy'), PASSWORD);
    const stale = await signedInAgo(served, college, 'deputy', 30);
    const asked = await stale.query(
      'mutation ($id: UUID!) { setOwnPassword(commandId: $id, password: "whatever it may be") { signInName } }',
      { id: randomUUID() },
    );
    expect(asked.errors).toMatchObject([{ extensions: { ways: ['CODE', 'PASSWORD'] } }]);
    expect(codeOf(await tryStepUp(stale, { password: 'not this' }))).toBe('UNAUTHENTICATED');
    const renewed = new ApiClient(served.origin, tokenIn(await tryStepUp(stale, { password: PASSWORD })));
    expect((await sessionOf(renewed)).method).toBe('PASSWORD');
    expect(name).not.toBe('');
  });

  it('takes one proof, not none and not two', async () => {
    for (const proof of [{}, { code: 'x', password: 'y' }])
      expect(codeOf(await tryStepUp(college.as('auditor'), proof))).toBe('BAD_USER_INPUT');
  });
});
