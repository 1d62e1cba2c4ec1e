import type { Role } from '../../events/role.ts';
import { recordMark } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import {
  administrator,
  college,
  command,
  deputy,
  father,
  grantOf,
  granted,
  happened,
  ivanova,
  listed,
  orlov,
  petrova,
  revoked,
  since,
  streams,
  world,
} from '../support/world.ts';

const office = { by: administrator };
const someone = idOf('someone');
const staffed = { [streams.access(someone)]: listed(someone) };
const holding = (holder: 'student' | 'guardian') => ({
  [streams.access(someone)]: [happened('AccountOpened', { account: someone, holder })],
});
const grant = (role: Role, to = someone, more: object = {}) =>
  command('GrantRole', {
    account: to,
    grant: grantOf(to, role),
    role,
    student: null,
    order: '№ 3-к',
    ...more,
  });
const revoke = (role: Role, from: string, more: object = {}) =>
  command('RevokeRole', { account: from, role, reason: 'Увольнение', ...more });

describe('granting a role', () => {
  it('R-ROLE-08: keeps the order it rests on, and its days', () => {
    const days = { from: '2024-09-10', until: '2024-12-28' };
    given(world(staffed), office)
      .when(grant('teacher', someone, days))
      .thenRecords({ type: 'RoleGranted', data: { role: 'teacher', order: '№ 3-к', ...days } });
    given(world(staffed), office)
      .when(grant('teacher', someone, { from: '2024-09-10', until: '2024-09-09' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(staffed), office)
      .when(grant('teacher', someone, { from: since, until: '2024-09-02' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
  });

  it('R-ROLE-06, T-37: refuses whoever is not on the staff list, by its own code', () => {
    given(world(), office)
      .when(grant('teacher'))
      .thenRefuses({ code: 'NOT_ON_STAFF_LIST', facts: { role: 'teacher' } });
    given(world(holding('guardian')), office)
      .when(grant('teacher'))
      .thenRefuses({ code: 'NOT_ON_STAFF_LIST' });
    const gone = happened('StaffDeparted', { account: orlov, until: '2024-09-06', order: null });
    given(world({ [streams.access(orlov)]: [gone] }), { ...office, on: '2024-09-09' })
      .when(grant('methodologist', orlov))
      .thenRefuses({ code: 'NOT_ON_STAFF_LIST', facts: { from: '2024-09-09' } });
    given(world({ [streams.access(orlov)]: [gone] }), { ...office, on: '2024-09-03' })
      .when(grant('methodologist', orlov))
      .thenRecords({ type: 'RoleGranted', data: { until: '2024-09-06' } });
  });

  it('R-ROLE-03, R-ROLE-04: gives the director and the deputies their role on their appointment', () => {
    for (const role of ['director', 'deputyDirector'] as const)
      given(world(staffed), office).when(grant(role)).thenRecords({ type: 'RoleGranted', data: { role } });
  });

  it('T-37: gives learners’ roles to their own kind of account, and a student’s names the student', () => {
    given(world(holding('student')), office)
      .when(grant('student', someone, { student: ivanova }))
      .thenRecords({ type: 'RoleGranted', data: { student: ivanova } });
    given(world(holding('guardian')), office)
      .when(grant('student', someone, { student: ivanova }))
      .thenRefuses({ code: 'WRONG_HOLDER', facts: { holder: 'guardian' } });
    given(world(holding('student')), office)
      .when(grant('student', someone, { student: idOf('nobody') }))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'student' } });
    given(world(), office)
      .when(grant('legalGuardian'))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'account' } });
  });

  it('T-38: makes nobody a trusted person: a guardian has to delegate', () => {
    given(world(holding('guardian')), office)
      .when(grant('trustedPerson'))
      .thenRefuses({ code: 'DELEGATION_REQUIRED' });
  });

  it('is never done to oneself', () => {
    given(world(), office).when(grant('teacher', administrator)).thenRefuses({ code: 'OWN_RIGHTS' });
    given(world(), { by: deputy }).when(grant('teacher', deputy)).thenRefuses({ code: 'OWN_RIGHTS' });
  });

  it('R-ROLE-07, T-37: is a deputy’s right for staff, but not for administrators, auditors or learners', () => {
    given(world(staffed), { by: deputy })
      .when(grant('teacher'))
      .thenRecords({ type: 'RoleGranted' }, { right: 'deputyDirector' });
    for (const role of [
      'journalAdministrator',
      'journalAdministratorReadOnly',
      'director',
      'auditor',
      'student',
      'legalGuardian',
    ] as const)
      given(world(staffed), { by: deputy })
        .when(grant(role))
        .thenRefuses({ code: 'NOT_PERMITTED', facts: { role } });
    given(world(staffed)).when(grant('teacher')).thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('R-ROLE-07, T-37: of a teacher is an administrator’s alone to give where the regulation says so', () => {
    const adopted = { [streams.regulation]: [happened('RegulationAdopted', { college, preset: '000' })] };
    given(world({ ...staffed, ...adopted }), { by: deputy })
      .when(grant('teacher'))
      .thenRefuses({ code: 'NOT_PERMITTED', clause: '000 §3.1 L29; 000 §3.1 L31' });
    given(world({ ...staffed, ...adopted }), office)
      .when(grant('teacher'))
      .thenRecords({ type: 'RoleGranted' });
    given(world({ ...staffed, ...adopted }), { by: deputy })
      .when(grant('methodologist'))
      .thenRecords({ type: 'RoleGranted' });
  });

  it('R-ROLE-05, T-36: follows no position: one person may hold several, each once at a time', () => {
    given(world(), office).when(grant('groupCurator', petrova)).thenRecords({ type: 'RoleGranted' });
    given(world(), office).when(grant('teacher', petrova)).thenRefuses({ code: 'ALREADY_ASSIGNED' });
    const ending = { [streams.access(petrova)]: [revoked(petrova, 'teacher', '2024-12-28')] };
    const again = { grant: idOf('again'), from: '2025-01-09' };
    given(world(ending), office)
      .when(grant('teacher', petrova, again))
      .thenRecords({ type: 'RoleGranted', data: again });
    given(world(ending), office)
      .when(grant('teacher', petrova, { from: '2025-01-09' }))
      .thenRefuses({ code: 'ALREADY_EXISTS', facts: { what: 'roleGrant' } });
  });

  it('R-ROLE-01: knows no role that the regulation does not know', () => {
    const adopted = { [streams.regulation]: [happened('RegulationAdopted', { college, preset: '000' })] };
    given(world({ ...staffed, ...adopted }), office)
      .when(grant('practicalTrainingInstructor'))
      .thenRefuses({ code: 'NOT_PERMITTED', clause: '000 §1.7' });
    given(world(staffed), office)
      .when(grant('practicalTrainingInstructor'))
      .thenRecords({ type: 'RoleGranted' });
  });
});

describe('a role gives a right', () => {
  const between = (from: string, until: string | null) =>
    world({
      [streams.access(petrova)]: [
        revoked(petrova, 'teacher', '2024-08-31'),
        granted(petrova, 'teacher', { grant: idOf('limited'), from, until }),
      ],
    });

  it('R-ROLE-08: neither before its first day nor after its last', () => {
    const past = between('2024-09-03', '2024-09-05');
    given(past, { on: '2024-09-02' }).when(recordMark()).thenRefuses({ code: 'NOT_PERMITTED' });
    given(past, { on: '2024-09-03' }).when(recordMark()).thenRecords({ type: 'MarkRecorded' });
    given(past, { on: '2024-09-05' }).when(recordMark()).thenRecords({ type: 'MarkRecorded' });
    given(past, { on: '2024-09-06' }).when(recordMark()).thenRefuses({ code: 'NOT_PERMITTED' });
  });
});

describe('revoking a role', () => {
  it('takes it back at once or after a day, for a reason', () => {
    given(world(), office)
      .when(revoke('teacher', orlov))
      .thenRecords({
        type: 'RoleRevoked',
        data: { grant: grantOf(orlov, 'teacher'), until: '2024-09-02' },
        sealed: { reason: 'Увольнение' },
      });
    given(world(), office)
      .when(revoke('teacher', orlov, { until: '2024-12-28' }))
      .thenRecords({ type: 'RoleRevoked', data: { until: '2024-12-28' } });
    given(world(), office)
      .when(revoke('teacher', orlov, { until: '2024-08-30' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(), office)
      .when(revoke('teacher', orlov, { reason: '' }))
      .thenRefuses({ code: 'REASON_REQUIRED' });
    given(world(), office).when(revoke('auditor', orlov)).thenRefuses({ code: 'NOT_FOUND' });
  });

  it('leaves the college an administrator, and the deputy within bounds', () => {
    given(world(), office)
      .when(revoke('journalAdministrator', administrator))
      .thenRefuses({ code: 'OWN_RIGHTS' });
    given(world(), { by: deputy })
      .when(revoke('journalAdministrator', administrator))
      .thenRefuses({ code: 'NOT_PERMITTED' });
    given(world(), { by: deputy })
      .when(revoke('legalGuardian', father))
      .thenRefuses({ code: 'NOT_PERMITTED' });
    given(world(), { by: deputy }).when(revoke('teacher', orlov)).thenRecords({ type: 'RoleRevoked' });
  });
});
