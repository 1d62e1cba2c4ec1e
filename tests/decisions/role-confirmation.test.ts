import type { Role } from '../../events/role.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import { told, type History } from '../support/pure-ledger.ts';
import {
  administrator,
  command,
  deputy,
  grantOf,
  granted,
  happened,
  listed,
  streams,
  withRole,
  world,
} from '../support/world.ts';

const office = { by: administrator };
const [someone, director] = [idOf('someone'), idOf('director')];
const staffed = { [streams.access(someone)]: listed(someone) };
const grant = (role: Role, to = someone, more: object = {}) =>
  command('GrantRole', {
    account: to,
    grant: grantOf(to, role),
    role,
    student: null,
    order: '№ 3-к',
    ...more,
  });

describe('a role that needs a second person', () => {
  const proposal = (role: Role, from = '2024-09-03', by = administrator): History => ({
    ...withRole(director, 'director'),
    [streams.access(someone)]: [
      ...listed(someone),
      told(
        happened('RoleGrantProposed', {
          account: someone,
          grant: grantOf(someone, role),
          role,
          student: null,
          order: '№ 3-к',
          from,
          until: null,
        }),
        {
          actor: {
            account: by,
            session: 's',
            channel: 'graphql',
            role: 'journalAdministrator',
            onBehalfOf: null,
          },
        },
      ),
    ],
  });
  const confirm = (role: Role) =>
    command('ConfirmRoleGrant', { account: someone, grant: grantOf(someone, role) });
  const decline = (role: Role, reason = 'Не тот человек') =>
    command('DeclineRoleGrant', { account: someone, grant: grantOf(someone, role), reason });

  it.each(['journalAdministrator', 'auditor'] as const)(
    'R-ROLE-08: %s is only proposed by the first',
    (role) => {
      given(world(staffed), office)
        .when(grant(role))
        .thenRecords({ type: 'RoleGrantProposed', data: { role } });
      given(world(proposal(role)), office)
        .when(grant(role, someone, { grant: idOf('another') }))
        .thenRefuses({ code: 'ALREADY_ASSIGNED', facts: { pending: true } });
    },
  );

  it('R-ROLE-08: gives no right before the director has confirmed it', () => {
    given(world({ ...proposal('journalAdministrator'), ...staffedToo }), { by: someone })
      .when(grant('teacher', newcomer))
      .thenRefuses({ code: 'NOT_PERMITTED' });
    given(world(proposal('journalAdministrator')), { by: director, on: '2024-09-05' })
      .when(confirm('journalAdministrator'))
      .thenRecords(
        {
          type: 'RoleGranted',
          data: {
            role: 'journalAdministrator',
            from: '2024-09-05',
            proposedBy: administrator,
            order: '№ 3-к',
          },
        },
        { right: 'director' },
      );
  });

  it('is confirmed neither by who proposed it nor by who is to have it', () => {
    given(world(proposal('auditor')), office)
      .when(confirm('auditor'))
      .thenRefuses({ code: 'SECOND_PERSON_REQUIRED' });
    const already = granted(someone, 'director');
    const own = proposal('auditor');
    const past = { ...own, [streams.access(someone)]: [...(own[streams.access(someone)] ?? []), already] };
    given(world(past), { by: someone }).when(confirm('auditor')).thenRefuses({ code: 'OWN_RIGHTS' });
    given(world(proposal('auditor')), { by: deputy })
      .when(confirm('auditor'))
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('R-ROLE-08, R-ROLE-09: may be proposed by the director and confirmed by an administrator', () => {
    given(world({ ...staffed, ...withRole(director, 'director') }), { by: director })
      .when(grant('journalAdministrator'))
      .thenRecords({ type: 'RoleGrantProposed' }, { right: 'director' });
    given(world({ ...staffed, ...withRole(director, 'director') }), { by: director })
      .when(grant('teacher'))
      .thenRefuses({ code: 'NOT_PERMITTED', facts: { role: 'teacher' } });
    given(world(proposal('journalAdministrator', '2024-09-03', director)), office)
      .when(confirm('journalAdministrator'))
      .thenRecords({ type: 'RoleGranted', data: { proposedBy: director } });
  });

  it('may be declined for a reason, and is then gone', () => {
    given(world(proposal('auditor')), { by: director })
      .when(decline('auditor'))
      .thenRecords({ type: 'RoleGrantDeclined', sealed: { reason: 'Не тот человек' } });
    given(world(proposal('auditor')), { by: director })
      .when(decline('auditor', ' '))
      .thenRefuses({ code: 'REASON_REQUIRED' });
    given(world({ ...staffed, ...withRole(director, 'director') }), { by: director })
      .when(confirm('auditor'))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'roleGrant' } });
    given(world(withRole(someone, 'auditor')), office)
      .when(confirm('auditor'))
      .thenRefuses({ code: 'ALREADY_DONE' });
  });

  it('is confirmed only while the person is still on the staff list', () => {
    const past = proposal('auditor');
    const gone = happened('StaffDeparted', { account: someone, until: '2024-09-03', order: null });
    const left = { ...past, [streams.access(someone)]: [...(past[streams.access(someone)] ?? []), gone] };
    given(world(left), { by: director, on: '2024-09-05' })
      .when(confirm('auditor'))
      .thenRefuses({ code: 'NOT_ON_STAFF_LIST' });
  });

  const newcomer = idOf('colleague');
  const staffedToo = { [streams.access(newcomer)]: listed(newcomer) };
});
