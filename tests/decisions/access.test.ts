import type { Role } from '../../events/role.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import {
  administrator,
  college,
  command,
  deputy,
  father,
  happened,
  ivanova,
  orlov,
  petrova,
  smirnov,
  streams,
  world,
} from '../support/world.ts';

const office = { by: administrator };
const someone = idOf('someone');
const account = (holder: 'staff' | 'student' | 'guardian') => ({
  [streams.access(someone)]: [happened('AccountOpened', { account: someone, holder })],
});
const grant = (role: Role, to = someone, student: string | null = null) =>
  command('GrantRole', { account: to, role, student, order: null });
const revoke = (role: Role, from: string, reason = 'Увольнение') =>
  command('RevokeRole', { account: from, role, reason });
const open = (id: string) =>
  command('OpenAccount', { account: id, holder: 'staff', name: 'Кузнецова А. И.' });
const tie = (student: string, to = father) =>
  command('EstablishGuardianship', { account: to, guardianship: idOf('second'), student });

describe('founding a college', () => {
  const found = command('FoundCollege', {
    name: 'Колледж',
    zone: 'Europe/Moscow',
    workingWeek: 6,
    administrator: someone,
    administratorName: 'Кузнецова А. И.',
  });

  it('gives it its first administrator, and needs no right', () => {
    given({}, { by: someone })
      .when(found)
      .thenRecords([
        { type: 'CollegeFounded', data: { college, zone: 'Europe/Moscow' } },
        { type: 'AccountOpened', data: { holder: 'staff' }, sealed: { name: 'Кузнецова А. И.' } },
        { type: 'RoleGranted', data: { role: 'journalAdministrator' } },
      ]);
  });

  it('happens once', () => {
    given(world(), office).when(found).thenRefuses({ code: 'ALREADY_EXISTS' });
  });
});

describe('an account', () => {
  it('is opened by an administrator, once, with a sealed name and no right', () => {
    given(world(), office)
      .when(open(someone))
      .thenRecords({ type: 'AccountOpened', sealed: { name: 'Кузнецова А. И.' } });
    given(world(), office).when(open(orlov)).thenRefuses({ code: 'ALREADY_EXISTS' });
    given(world(), { by: deputy }).when(open(someone)).thenRefuses({ code: 'NOT_PERMITTED' });
  });
});

describe('granting a role', () => {
  it('T-37: gives a role of staff to staff only', () => {
    given(world(account('staff')), office)
      .when(grant('teacher'))
      .thenRecords({ type: 'RoleGranted', data: { role: 'teacher' } });
    given(world(account('guardian')), office)
      .when(grant('teacher'))
      .thenRefuses({ code: 'WRONG_HOLDER', facts: { holder: 'guardian' } });
    given(world(account('student')), office)
      .when(grant('auditor'))
      .thenRefuses({ code: 'WRONG_HOLDER' });
    given(world(), office)
      .when(grant('teacher'))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'account' } });
  });

  it('is never done to oneself', () => {
    given(world(), office).when(grant('teacher', administrator)).thenRefuses({ code: 'OWN_RIGHTS' });
    given(world(), { by: deputy }).when(grant('teacher', deputy)).thenRefuses({ code: 'OWN_RIGHTS' });
  });

  it('T-37: is a deputy’s right for staff, but not for administrators, auditors or learners (R-ROLE-07)', () => {
    given(world(account('staff')), { by: deputy })
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
      given(world(account('staff')), { by: deputy })
        .when(grant(role))
        .thenRefuses({ code: 'NOT_PERMITTED', facts: { role } });
  });

  it('T-36: follows no position: one person may hold several', () => {
    given(world(), office).when(grant('groupCurator', petrova)).thenRecords({ type: 'RoleGranted' });
    given(world(), office).when(grant('teacher', petrova)).thenRefuses({ code: 'ALREADY_ASSIGNED' });
  });

  it('to a student names the student it is about', () => {
    given(world(account('student')), office)
      .when(grant('student', someone, ivanova))
      .thenRecords({ type: 'RoleGranted', data: { student: ivanova } });
    given(world(account('student')), office)
      .when(grant('student'))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'student' } });
    given(world(account('student')), office)
      .when(grant('student', someone, idOf('nobody')))
      .thenRefuses({ code: 'NOT_FOUND' });
    given(world(account('staff')), office)
      .when(grant('teacher', someone, ivanova))
      .thenRefuses({ code: 'NOT_FOUND' });
  });

  it('is nothing a teacher may do', () => {
    given(world(account('staff')))
      .when(grant('teacher'))
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });
});

describe('revoking a role', () => {
  it('takes it back, for a reason', () => {
    given(world(), office)
      .when(revoke('teacher', orlov))
      .thenRecords({ type: 'RoleRevoked', sealed: { reason: 'Увольнение' } });
    given(world(), office)
      .when(revoke('teacher', orlov, ''))
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

describe('a guardianship', () => {
  it('T-39: ties a guardian to one child, as many times as there are children; whose it is stays sealed', () => {
    given(world(), office)
      .when(tie(smirnov))
      .thenRecords({
        type: 'GuardianshipEstablished',
        data: { account: father },
        sealed: { student: smirnov },
      });
    given(world(), office).when(tie(ivanova)).thenRefuses({ code: 'ALREADY_ASSIGNED' });
  });

  it('T-39: is for guardians and known students', () => {
    given(world(), office)
      .when(tie(smirnov, orlov))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'guardian' } });
    given(world(), office)
      .when(tie(idOf('nobody')))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'student' } });
    given(world(), { by: deputy }).when(tie(smirnov)).thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('T-39: ends', () => {
    const end = (guardianship: string) => command('EndGuardianship', { account: father, guardianship });
    given(world(), office)
      .when(end(idOf('guardianship')))
      .thenRecords({ type: 'GuardianshipEnded' });
    given(world(), office)
      .when(end(idOf('another')))
      .thenRefuses({ code: 'NOT_FOUND' });
  });
});
