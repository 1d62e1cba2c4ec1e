import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { codeFor, confirmRoles, signIn } from '../support/founding.ts';
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

const STAFF = `query ($departed: Boolean!) {
  staff(departed: $departed) { account { id } roles from until positions { title portfolio from until } }
}`;
const RECORD = `query ($accountId: ID!) { accountRecord(accountId: $accountId) {
  account { id } positions { title }
  grants { role order from until grantedBy { id } proposedBy { id } revokedBy { id } }
} }`;
const PENDING = '{ pendingRoleGrants { id role account { id } proposedBy { id } from } }';
const ROLES = '{ viewer { roles can } }';

interface Member {
  readonly account: { readonly id: string };
  readonly roles: readonly string[];
  readonly until: string | null;
}

const newcomer = async (name: string, holder = 'STAFF'): Promise<string> =>
  (await administrator.do('openAccount', { holder, name })).id ?? '';
const signInAs = async (account: string): Promise<ApiClient> =>
  await signIn(served.origin, await codeFor(administrator, account));
const memberOf = async (account: string, departed = false): Promise<Member | undefined> => {
  const { staff } = await administrator.read(STAFF, { departed });
  return (staff as readonly Member[]).find((member) => member.account.id === account);
};
const rolesOf = async (client: ApiClient): Promise<readonly string[]> =>
  ((await client.read(ROLES))['viewer'] as { readonly roles: readonly string[] }).roles;

describe('the staff list', () => {
  it('R-ROLE-05, T-36: has positions beside roles, from when to when', async () => {
    const account = await newcomer('Седова Вера');
    const from = '2026-11-02';
    const position = {
      accountId: account,
      title: 'Заместитель директора',
      portfolio: 'PRACTICAL_TRAINING',
      from,
    };
    const { id } = await administrator.do('assignPosition', position);
    await administrator.do('grantRole', { accountId: account, role: 'SCHEDULER', order: '№ 5-к' });
    expect(await memberOf(account)).toMatchObject({
      roles: ['SCHEDULER'],
      from: '2026-11-20',
      positions: [],
    });
    expect(id).toBeNull();
    const later = { ...position, from: '2026-11-20' };
    await administrator.do('assignPosition', later);
    expect(await memberOf(account)).toMatchObject({
      positions: [{ title: 'Заместитель директора', portfolio: 'PRACTICAL_TRAINING', from: '2026-11-20' }],
    });
  });

  it('R-ROLE-06: keeps who has left, without roles, and deletes nothing', async () => {
    const account = await newcomer('Уходящая Анна');
    await administrator.do('grantRole', { accountId: account, role: 'METHODOLOGIST', order: '№ 6-к' });
    const departure = { accountId: account, until: '2026-11-20', order: '№ 9-к', reason: 'Переезд' };
    const { events } = await administrator.do('recordDeparture', departure);
    expect(events.map(({ kind }) => kind)).toEqual(['STAFF_DEPARTED', 'ROLE_REVOKED']);
    expect(await memberOf(account)).toMatchObject({ roles: ['METHODOLOGIST'], until: '2026-11-20' });
    college.clock.now = '2026-11-21T07:00:00.000Z';
    expect(await memberOf(account)).toBeUndefined();
    expect(await memberOf(account, true)).toMatchObject({ roles: [], until: '2026-11-20' });
    college.clock.now = '2026-11-20T07:00:00.000Z';
    const { accountRecord } = await college.as('auditor').read(RECORD, { accountId: account });
    expect(accountRecord).toMatchObject({
      grants: [{ role: 'METHODOLOGIST', order: '№ 6-к', until: '2026-11-20' }],
    });
  });

  it('R-ROLE-06, T-37: is asked before a role is given: a guardian cannot be a teacher', async () => {
    const { accounts } = college;
    const [error] = (await administrator.do('grantRole', { accountId: accounts.mother, role: 'TEACHER' }))
      .userErrors;
    expect(error).toMatchObject({ code: 'NOT_ON_STAFF_LIST' });
    expect(error?.facts).toContainEqual({ name: 'role', value: 'teacher' });
    const russian = await administrator.query(
      `mutation ($id: UUID!, $input: GrantRoleInput!) { grantRole(commandId: $id, input: $input) { userErrors { message } } }`,
      { id: randomUUID(), input: { accountId: accounts.mother, role: 'TEACHER' } },
      'ru',
    );
    expect(JSON.stringify(russian.data)).toContain('нет в списке сотрудников');
  });
});

describe('a role that needs two', () => {
  it('R-ROLE-08: waits for the director, gives nothing meanwhile, and remembers both', async () => {
    const account = await newcomer('Второй Администратор');
    const grant = { accountId: account, role: 'JOURNAL_ADMINISTRATOR', order: '№ 7-к от 20.11.2026' };
    const proposed = await administrator.do('grantRole', grant);
    expect(proposed.events.map(({ kind }) => kind)).toEqual(['ROLE_GRANT_PROPOSED']);
    const client = await signInAs(account);
    expect(await rolesOf(client)).toEqual([]);

    const confirm = { accountId: account, roleGrantId: proposed.id };
    expect(await administrator.refusalOf('confirmRoleGrant', confirm)).toBe('SECOND_PERSON_REQUIRED');
    expect((await college.as('director').read(PENDING))['pendingRoleGrants']).toMatchObject([
      {
        id: proposed.id,
        role: 'JOURNAL_ADMINISTRATOR',
        account: { id: account },
        proposedBy: { id: college.accounts.administrator },
      },
    ]);
    await confirmRoles(college.as('director'));
    expect(await rolesOf(client)).toEqual(['JOURNAL_ADMINISTRATOR']);
    expect((await administrator.read(PENDING))['pendingRoleGrants']).toEqual([]);
    const { accountRecord } = await administrator.read(RECORD, { accountId: account });
    expect(accountRecord).toMatchObject({
      grants: [
        {
          order: '№ 7-к от 20.11.2026',
          grantedBy: { id: college.accounts.director },
          proposedBy: { id: college.accounts.administrator },
        },
      ],
    });
  });

  it('R-ROLE-08: may be declined, and a teacher sees none of it', async () => {
    const account = await newcomer('Не Аудитор');
    const { id } = await administrator.do('grantRole', { accountId: account, role: 'AUDITOR' });
    const decline = { accountId: account, roleGrantId: id, reason: 'Достаточно одного' };
    expect((await college.as('director').do('declineRoleGrant', decline)).accepted).toBe(true);
    expect((await administrator.read(PENDING))['pendingRoleGrants']).toEqual([]);
    const { errors } = await college.as('teacher').query(PENDING);
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});

describe('the days of a role', () => {
  it('R-ROLE-08: give a right neither before the first nor after the last, by the college’s clock', async () => {
    const account = await newcomer('Временный Методист');
    const days = { from: '2026-11-23', until: '2026-11-24' };
    await administrator.do('grantRole', {
      accountId: account,
      role: 'METHODOLOGIST',
      order: '№ 8-к',
      ...days,
    });
    const client = await signInAs(account);
    const seen: (readonly string[])[] = [];
    for (const day of ['2026-11-20', '2026-11-23', '2026-11-24', '2026-11-25']) {
      college.clock.now = `${day}T07:00:00.000Z`;
      await setTimeout(SECOND_MS);
      seen.push(await rolesOf(client));
    }
    college.clock.now = '2026-11-20T07:00:00.000Z';
    expect(seen).toEqual([[], ['METHODOLOGIST'], ['METHODOLOGIST'], []]);
  });
});
