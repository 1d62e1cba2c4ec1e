import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { codeFor, signIn } from '../support/founding.ts';
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

/** The longest that a right may still be honoured after its day, where nothing else happens in the college (T05). */
const SECOND_MS = 1_100;

const ROLES = '{ viewer { roles can } }';
const DIARY = `query ($studentId: ID!) {
  diary(studentId: $studentId, from: "2026-09-01", until: "2026-12-31") {
    lessonId topic homework marks { value } attendance }
}`;

const newcomer = async (name: string, holder = 'STAFF'): Promise<string> =>
  (await administrator.do('openAccount', { holder, name })).id ?? '';
const signInAs = async (account: string): Promise<ApiClient> =>
  await signIn(served.origin, await codeFor(administrator, account));
const rolesOf = async (client: ApiClient): Promise<readonly string[]> =>
  ((await client.read(ROLES))['viewer'] as { readonly roles: readonly string[] }).roles;
const seesDiary = async (client: ApiClient, studentId: string): Promise<number | undefined> => {
  const { data } = await client.query(DIARY, { studentId });
  return (data?.['diary'] as readonly unknown[] | undefined)?.length;
};

describe('a trusted person', () => {
  it('R-ROLE-10, T-38: sees what the mother handed on, until she takes it back', async () => {
    const account = await newcomer('Бабушка', 'GUARDIAN');
    const mother = college.as('mother');
    const [guardianshipId = ''] = college.guardianships;
    const delegation = { accountId: account, guardianshipId, rights: ['DIARY_READ'] };
    expect(
      await mother.refusalOf('grantGuardianDelegation', { ...delegation, rights: ['MARK_RECORD'] }),
    ).toBe('WIDER_THAN_OWN_RIGHTS');
    const { id: delegationId, accepted } = await mother.do('grantGuardianDelegation', delegation);
    expect(accepted).toBe(true);

    const client = await signInAs(account);
    const { viewer } = await client.read(ROLES);
    expect(viewer).toMatchObject({ roles: ['TRUSTED_PERSON'] });
    expect((viewer as { readonly can: readonly string[] }).can).not.toContain('STANDING_READ');
    expect(await seesDiary(client, college.students.ivanova)).toBeGreaterThan(0);
    expect(await seesDiary(client, college.students.petrov)).toBe(0);

    await mother.do('revokeGuardianDelegation', { accountId: account, delegationId });
    expect(await seesDiary(client, college.students.ivanova)).toBeUndefined();
  });
});

describe('a guardian', () => {
  it('R-ROLE-19, T-39: of one who comes of age loses the diary on the day itself, under 004', async () => {
    const { students } = college;
    await administrator.do('recordBirthDate', { studentId: students.ivanova, birthDate: '2008-11-25' });
    const change = {
      effectiveFrom: '2026-11-20',
      order: '№ 10',
      reason: 'Положение техникума',
      values: [{ parameter: 'guardian.onlyMinors', value: true, clause: '004 §4.4.1 L263-265' }],
    };
    expect((await administrator.do('proposeRegulationChange', change)).userErrors).toEqual([]);
    const father = college.as('father');
    const seen: (number | undefined)[] = [];
    for (const day of ['2026-11-24', '2026-11-25']) {
      college.clock.now = `${day}T07:00:00.000Z`;
      await setTimeout(SECOND_MS);
      seen.push(await seesDiary(father, students.ivanova));
    }
    expect(await seesDiary(college.as('ivanova'), students.ivanova)).toBeGreaterThan(0);
    college.clock.now = '2026-11-20T07:00:00.000Z';
    expect(seen[0]).toBeGreaterThan(0);
    expect(seen[1]).toBe(0);
  });
});

describe('a curator', () => {
  const REGISTRATION = `query ($groupId: ID!) { registration(groupId: $groupId) {
    briefings { audience on by { id } }
    registrants { holder student { id } accountId missing declinedElectronicAccess lastSeenAt } } }`;

  it('R-ACC-09, R-ACC-11, R-RSP-13: sees who is not fully registered, and who has looked', async () => {
    const curator = college.as('curator');
    const { students, accounts, groups } = college;
    const contacts = { accountId: accounts.mother, email: 'mother@example.org', phone: '+7 912 345-67-89' };
    expect((await curator.do('recordContacts', contacts)).accepted).toBe(true);
    const refused = { accountId: accounts.mother, on: '2026-11-20', statement: 'вх. № 3' };
    await curator.do('declineElectronicAccess', refused);
    await curator.do('briefGroup', { groupId: groups.first, on: '2026-11-20', audience: 'GUARDIANS' });
    const { registration } = await curator.read(REGISTRATION, { groupId: groups.first });
    const { registrants, briefings } = registration as {
      readonly briefings: readonly unknown[];
      readonly registrants: readonly { readonly accountId: string; readonly lastSeenAt: string | null }[];
    };
    expect(briefings).toEqual([{ audience: 'GUARDIANS', on: '2026-11-20', by: { id: accounts.curator } }]);
    expect(registrants.find(({ accountId }) => accountId === accounts.mother)).toMatchObject({
      holder: 'GUARDIAN',
      student: { id: students.ivanova },
      missing: ['GIVEN_NAME'],
      declinedElectronicAccess: true,
    });
    const pupil = registrants.find(({ accountId }) => accountId === accounts.ivanova);
    expect(pupil).toMatchObject({ holder: 'STUDENT', missing: ['EMAIL', 'MOBILE_PHONE'] });
    expect(pupil?.lastSeenAt).toMatch(/^\d{4}-/u);
    const other = await curator.read(REGISTRATION, { groupId: groups.second });
    expect(other['registration']).toEqual({ briefings: [], registrants: [] });
  });

  it('R-ACC-06: makes no codes where the regulation names another issuer', async () => {
    const issue = `mutation ($id: UUID!, $account: ID!) {
      issueSignInCode(commandId: $id, accountId: $account) { code userErrors { code clause } } }`;
    const input = { id: randomUUID(), account: college.accounts.ivanova };
    expect((await college.as('curator').read(issue, input))['issueSignInCode']).toEqual({
      code: null,
      userErrors: [{ code: 'NOT_PERMITTED', clause: '003 §3.1 L46-47' }],
    });
  });
});

describe('one’s own sessions', () => {
  const SESSIONS = '{ sessions { id isThisOne signedInAt lastSeenAt expires } }';

  it('R-SEC-04, T-57: are listed, and all ended at once', async () => {
    const account = await newcomer('Осторожная Мария');
    const [one, two] = [await signInAs(account), await signInAs(account)];
    const { sessions } = await one.read(SESSIONS);
    expect(sessions).toHaveLength(2);
    expect(
      (sessions as readonly { readonly isThisOne: boolean }[]).filter(({ isThisOne }) => isThisOne),
    ).toHaveLength(1);
    expect((await one.read('mutation { signOutEverywhere }'))['signOutEverywhere']).toBe(2);
    await setTimeout(SECOND_MS);
    for (const client of [one, two]) expect((await client.query(SESSIONS)).status).toBe(401);
  });

  it('T-41: begin with a code of one’s own, where the regulation leaves that to the holder', async () => {
    const renew = 'mutation ($id: UUID!) { renewOwnSignInCode(commandId: $id) { code userErrors { code } } }';
    const { renewOwnSignInCode } = await college.as('ivanova').read(renew, { id: randomUUID() });
    const { code } = renewOwnSignInCode as { readonly code: string };
    expect(await rolesOf(await signIn(served.origin, code))).toEqual(['STUDENT']);
  });
});

describe('under the regulation of 004', () => {
  it('R-ACC-06, R-ACC-08, T-41: codes come from the curator, and a student renews none', async () => {
    const change = {
      effectiveFrom: '2026-11-20',
      order: '№ 11',
      reason: 'Положение техникума',
      values: [
        { parameter: 'learnerAccounts.issuer', value: 'curator', clause: '004 §3.2 L120-122' },
        {
          parameter: 'learnerAccounts.selfServiceCredentialChange',
          value: 'forbiddenForStudents',
          clause: '004 §4.3.2 L255-256',
        },
      ],
    };
    expect((await administrator.do('proposeRegulationChange', change)).userErrors).toEqual([]);
    const { accounts } = college;
    const client = await signIn(served.origin, await codeFor(college.as('curator'), accounts.ivanova));
    expect(await rolesOf(client)).toEqual(['STUDENT']);

    const renew =
      'mutation ($id: UUID!) { renewOwnSignInCode(commandId: $id) { code userErrors { code clause } } }';
    const refused = await client.read(renew, { id: randomUUID() });
    expect(refused['renewOwnSignInCode']).toEqual({
      code: null,
      userErrors: [{ code: 'NOT_PERMITTED', clause: '004 §4.3.2 L255-256' }],
    });
    const issue = `mutation ($id: UUID!, $account: ID!) {
      issueSignInCode(commandId: $id, accountId: $account) { userErrors { code } } }`;
    const stranger = { id: randomUUID(), account: accounts.petrova };
    expect((await college.as('curator').read(issue, stranger))['issueSignInCode']).toEqual({
      userErrors: [{ code: 'NOT_IN_GROUP' }],
    });
  });
});
