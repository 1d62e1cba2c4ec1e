import type { PresetKey } from '../../src/policies/regulation/presets.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import type { History } from '../support/pure-ledger.ts';
import {
  administrator,
  college,
  command,
  curator,
  father,
  granted,
  group,
  happened,
  ivanova,
  orlov,
  petrova,
  streams,
  withRole,
  world,
} from '../support/world.ts';

const [pupil, stranger] = [idOf('account of Ivanova'), idOf('account of a stranger')];
const learners: History = {
  [streams.access(pupil)]: [
    happened('AccountOpened', { account: pupil, holder: 'student' }),
    granted(pupil, 'student', { student: ivanova }),
  ],
  [streams.access(stranger)]: [
    happened('AccountOpened', { account: stranger, holder: 'student' }),
    granted(stranger, 'student', { student: idOf('stranger') }),
  ],
};
const under = (preset: PresetKey) =>
  world({
    ...learners,
    [streams.regulation]: [happened('RegulationAdopted', { college, preset })],
  });
const issue = (account: string) => command('IssueSignInCode', { account });
const renew = command('RenewOwnSignInCode', {});

describe('a sign-in code', () => {
  it('R-ACC-05, R-ACC-12: is made by an administrator for everybody at the college', () => {
    for (const account of [orlov, pupil, father])
      given(under('003'), { by: administrator })
        .when(issue(account))
        .thenRecords({ type: 'SignInCodeIssued' }, { right: 'journalAdministrator' });
    given(under('003'), { by: administrator })
      .when(issue(idOf('nobody')))
      .thenRefuses({ code: 'NOT_FOUND' });
    given(under('004'), { by: petrova }).when(issue(pupil)).thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it.each(['002', '004'] as const)(
    'R-ACC-06: under %s is made by the curator for students of the own group and their guardians',
    (preset) => {
      for (const account of [pupil, father])
        given(under(preset), { by: curator })
          .when(issue(account))
          .thenRecords({ type: 'SignInCodeIssued' }, { right: 'groupCurator' });
      for (const account of [stranger, orlov])
        given(under(preset), { by: curator }).when(issue(account)).thenRefuses({ code: 'NOT_IN_GROUP' });
    },
  );

  it('R-ACC-03, R-ACC-06: is no curator’s to make where the regulation names another issuer', () => {
    given(under('003'), { by: curator })
      .when(issue(pupil))
      .thenRefuses({ code: 'NOT_PERMITTED', clause: '003 §3.1 L46-47' });
    given(under('000'), { by: curator })
      .when(issue(pupil))
      .thenRefuses({ code: 'NOT_PERMITTED', clause: '000 §3.1 L33-34' });
  });
});

describe('a member of staff who begins later', () => {
  const account = idOf('newcomer of the staff');
  const soon = {
    [streams.access(account)]: [
      happened('AccountOpened', { account, holder: 'staff' }),
      happened('StaffListed', { account, from: '2024-10-01', order: null }),
    ],
  };

  it('R-ACC-04: is given account, role and code beforehand; the role waits for its first day', () => {
    given(world(soon), { by: administrator }).when(issue(account)).thenRecords({ type: 'SignInCodeIssued' });
    const role = { account, grant: idOf('grant'), role: 'teacher', student: null, order: '№ 1' } as const;
    given(world(soon), { by: administrator })
      .when(command('GrantRole', { ...role, from: '2024-10-01' }))
      .thenRecords({ type: 'RoleGranted', data: { from: '2024-10-01' } });
    given(world(soon), { by: administrator })
      .when(command('GrantRole', role))
      .thenRefuses({ code: 'NOT_ON_STAFF_LIST' });
  });
});

describe('renewing one’s own code', () => {
  it('R-ACC-08, T-41: is refused to a student with the clause where the regulation forbids it', () => {
    given(under('004'), { by: pupil })
      .when(renew)
      .thenRefuses({ code: 'NOT_PERMITTED', clause: '004 §4.3.2 L255-256' });
  });

  it('T-41: is anybody’s else, and a student’s where nothing is said', () => {
    for (const by of [father, petrova])
      given(under('004'), { by })
        .when(renew)
        .thenRecords({ type: 'SignInCodeIssued', data: { account: by } });
    given(under('003'), { by: pupil })
      .when(renew)
      .thenRecords({ type: 'SignInCodeIssued', data: { account: pupil } }, { right: 'student' });
    given(under('003'), { by: idOf('nobody') })
      .when(renew)
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });
});

describe('contacts', () => {
  const record = (account: string, email: string | null = 'a@example.org') =>
    command('RecordContacts', { account, email, phone: '+7 912 345-67-89' });

  it('R-ACC-09: are recorded by the curator of the group or an administrator, and sealed', () => {
    for (const by of [curator, administrator])
      given(under('003'), { by })
        .when(record(father))
        .thenRecords({
          type: 'ContactsRecorded',
          data: { account: father },
          sealed: { email: 'a@example.org', phone: '+7 912 345-67-89' },
        });
    given(under('003'), { by: curator }).when(record(stranger)).thenRefuses({ code: 'NOT_IN_GROUP' });
    given(under('003')).when(record(father)).thenRefuses({ code: 'NOT_PERMITTED' });
    given(under('003'), { by: administrator })
      .when(record(idOf('nobody')))
      .thenRefuses({ code: 'NOT_FOUND' });
  });

  it('that are not given are not known any more', () => {
    given(under('003'), { by: administrator })
      .when(record(father, null))
      .thenRecords({ type: 'ContactsRecorded', sealed: { phone: '+7 912 345-67-89' } });
  });
});

describe('briefing a group', () => {
  const brief = (on: string) => command('BriefGroup', { group, on, audience: 'guardians' });

  it('R-ACC-10: is recorded by its curator, on time within the first academic week under 003', () => {
    given(under('003'), { by: curator, on: '2024-09-10' })
      .when(brief('2024-09-07'))
      .thenRecords(
        { type: 'GroupBriefed', data: { on: '2024-09-07', audience: 'guardians' } },
        { right: 'groupCurator', rule: { deadline: '2024-09-07', late: false, clause: '003 §3.2 L74-75' } },
      );
    given(under('003'), { by: curator, on: '2024-09-10' })
      .when(brief('2024-09-09'))
      .thenRecords({ type: 'GroupBriefed' }, { rule: { deadline: '2024-09-07', late: true } });
  });

  it('R-ACC-10, D-17: is due within the first month under 000, and has no day under 004', () => {
    given(under('000'), { by: curator, on: '2024-09-30' })
      .when(brief('2024-09-30'))
      .thenRecords({ type: 'GroupBriefed' }, { rule: { deadline: '2024-09-30', late: false } });
    given(under('004'), { by: curator, on: '2025-03-01' })
      .when(brief('2025-03-01'))
      .thenRecords({ type: 'GroupBriefed' }, { rule: null });
  });

  it('is nobody else’s, nor of a day to come, nor of a group that is not there', () => {
    given(under('003'), { by: petrova }).when(brief('2024-09-03')).thenRefuses({ code: 'NOT_PERMITTED' });
    given(world(withRole(stranger, 'groupCurator')), { by: stranger })
      .when(brief('2024-09-03'))
      .thenRefuses({ code: 'NOT_IN_GROUP' });
    given(under('003'), { by: curator }).when(brief('2024-09-04')).thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(under('003'), { by: administrator })
      .when(command('BriefGroup', { group: idOf('none'), on: '2024-09-03', audience: 'students' }))
      .thenRefuses({ code: 'NOT_FOUND' });
  });
});

describe('a password of one’s own', () => {
  const set = command('SetOwnPassword', { proof: 'recentSignIn' });

  it('T-57: is chosen by the holder of the account, and the log tells that, not what', () => {
    given(under('003'), { by: orlov })
      .when(set)
      .thenRecords({ type: 'PasswordSet', data: { account: orlov, proof: 'recentSignIn' } });
  });

  it('R-ACC-08, T-41: is not a student’s to choose where the regulation forbids it', () => {
    given(under('004'), { by: pupil }).when(set).thenRefuses({ code: 'NOT_PERMITTED' });
  });
});

describe('an identity of the provider', () => {
  const account = orlov;
  const bind = command('BindProviderIdentity', { account });
  const release = command('ReleaseProviderIdentity', { account });

  it('R-ACC-03: is bound to an account by an administrator and by nobody else', () => {
    given(under('003'), { by: administrator })
      .when(bind)
      .thenRecords(
        { type: 'ProviderIdentityAssigned', data: { account } },
        { right: 'journalAdministrator' },
      );
    for (const by of [petrova, curator, account])
      given(under('003'), { by }).when(bind).thenRefuses({ code: 'NOT_PERMITTED' });
    given(under('003'), { by: administrator })
      .when(command('BindProviderIdentity', { account: idOf('nobody') }))
      .thenRefuses({ code: 'NOT_FOUND' });
  });

  it('is released once, and then there is nothing left to do', () => {
    const bound = {
      ...learners,
      [streams.access(account)]: [happened('ProviderIdentityAssigned', { account })],
    };
    const opened = happened('AccountOpened', { account, holder: 'staff' });
    const past = world({ [streams.access(account)]: [opened, ...(bound[streams.access(account)] ?? [])] });
    given(past, { by: administrator }).when(release).thenRecords({ type: 'ProviderIdentityReleased' });
    given(under('003'), { by: administrator }).when(release).thenNothingChanges();
  });
});
