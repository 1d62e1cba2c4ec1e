import {
  CAPABILITIES,
  ROLES,
  capabilitiesOf,
  rolesWith,
  type Capability,
  type Role,
} from '../../src/policies/access.ts';

const reads = CAPABILITIES.filter((capability) => capability.endsWith('.read'));
const acts = CAPABILITIES.filter((capability) => !capability.endsWith('.read'));
/** What is entered of lessons, attendance and results. */
const entries = [
  'absence.record',
  'attestation.record',
  'courseWork.record',
  'lesson.conduct',
  'mark.record',
] as const;
/** What only staff read. */
const others = [
  'account.read',
  'attendance.read',
  'auditTrail.read',
  'directory.read',
  'gradebook.read',
] as const;
const may = (role: Role, of: readonly Capability[]) =>
  of.filter((capability) => capabilitiesOf(role).has(capability));
const teaching: readonly Role[] = ['teacher', 'substituteTeacher', 'practicalTrainingInstructor'];

describe('who may do what', () => {
  it('T-29, T-50: marks are recorded by those who teach and by nobody else', () => {
    for (const act of ['mark.record', 'absence.record', 'lesson.conduct'] as const)
      expect(rolesWith(act, ROLES)).toEqual(teaching);
    // The head of a practice, named in an order, enters its results (T-55).
    expect(rolesWith('attestation.record', ROLES)).toEqual([...teaching, 'practiceSupervisor']);
  });

  it.each([
    'departmentHead',
    'academicOfficeHead',
    'director',
    'deputyDirector',
    'journalAdministrator',
    'journalAdministratorReadOnly',
    'auditor',
  ] as const)(
    'R-ROLE-14, R-ROLE-15, T-50, D-09…D-11: the %s enters no mark, no absence and no lesson',
    (role) => {
      expect(may(role, entries)).toEqual([]);
      expect(may(role, reads)).not.toEqual([]);
    },
  );

  it('T-50: read-only administrators, heads of the academic office and auditors change nothing at all', () => {
    for (const role of ['journalAdministratorReadOnly', 'auditor'] as const)
      expect(may(role, acts)).toEqual([]);
  });

  it('R-ROLE-08, R-ROLE-16: the director looks at everything, appoints and confirms', () => {
    const touched = may('director', acts).filter((act) => !/\.(confirm|approve|check)$/u.test(act));
    expect(touched).toEqual(['control.carryOut', 'duty.fulfil', 'finding.answer', 'role.grant']);
    expect(rolesWith('role.confirm', ROLES)).toEqual(['director', 'journalAdministrator']);
    expect(may('director', ['gradebook.read', 'attendance.read', 'standing.read'])).toHaveLength(3);
  });

  it('T-36: the read-only administrator reads whatever the administrator reads', () => {
    expect(may('journalAdministratorReadOnly', reads)).toEqual(may('journalAdministrator', reads));
  });

  it('T-49: windows are granted and periods locked by the administrator alone', () => {
    for (const act of ['window.grant', 'period.lock', 'regulation.configure', 'history.import'] as const)
      expect(rolesWith(act, ROLES)).toEqual(['journalAdministrator']);
  });

  it('T-49: the auditor reads the whole trail; beside him only administrators do', () => {
    expect(rolesWith('auditTrail.read', ROLES)).toEqual([
      'journalAdministrator',
      'journalAdministratorReadOnly',
      'auditor',
    ]);
    expect(
      may('auditor', ['refusedAttempt.read', 'markHistory.read', 'gradebook.read', 'editWindow.read']),
    ).toHaveLength(4);
  });

  it('R-ROLE-17, R-SEC-07, T-39: students and guardians read no gradebook, no directory and no account', () => {
    for (const role of ['student', 'legalGuardian', 'trustedPerson'] as const) {
      expect(may(role, reads)).toEqual(
        expect.arrayContaining(['diary.read', 'period.read', 'standing.read']),
      );
      expect(may(role, [...others, ...entries])).toEqual([]);
    }
    expect(may('legalGuardian', acts)).toEqual(expect.arrayContaining(['absence.announce']));
  });

  it('R-ROLE-10, T-38: a trusted person may ever do only what a guardian may', () => {
    expect(
      [...capabilitiesOf('trustedPerson')].filter((one) => !capabilitiesOf('legalGuardian').has(one)),
    ).toEqual([]);
  });

  it('R-ROLE-13, R-ROLE-25, T-13, T-14: a curator sees the group and enters no mark and no lesson', () => {
    expect(may('groupCurator', entries)).toEqual([]);
    expect(may('groupCurator', ['absence.announce', 'absence.classify'])).toHaveLength(2);
    expect(may('groupCurator', ['gradebook.read', 'attendance.read', 'standing.read'])).toHaveLength(3);
  });

  it('R-ROLE-20: a technical specialist sees no marks', () => {
    expect(may('technicalSpecialist', [...others, 'diary.read', 'standing.read'])).toEqual([]);
  });

  it('every capability is somebody’s, and every role is in the table', () => {
    expect(CAPABILITIES.filter((capability) => rolesWith(capability, ROLES).length === 0)).toEqual([]);
    expect(ROLES.filter((role) => !(capabilitiesOf(role) instanceof Set))).toEqual([]);
  });
});
