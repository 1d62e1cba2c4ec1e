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
const may = (role: Role, of: readonly Capability[]) =>
  of.filter((capability) => capabilitiesOf(role).has(capability));
const teaching: readonly Role[] = ['teacher', 'substituteTeacher', 'practicalTrainingInstructor'];

describe('who may do what', () => {
  it('T-29, T-50: marks are recorded by those who teach and by nobody else', () => {
    for (const act of ['mark.record', 'absence.record', 'attestation.record', 'lesson.conduct'] as const)
      expect(rolesWith(act, ROLES)).toEqual(teaching);
  });

  it.each([
    'departmentHead',
    'academicOfficeHead',
    'director',
    'journalAdministratorReadOnly',
    'auditor',
  ] as const)('T-50: the %s changes nothing at all', (role) => {
    expect(may(role, acts)).toEqual([]);
    expect(may(role, reads)).not.toEqual([]);
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

  it('T-39: students and guardians read no gradebook and no directory', () => {
    for (const role of ['student', 'legalGuardian', 'trustedPerson'] as const)
      expect(may(role, reads)).toEqual(['diary.read', 'period.read', 'standing.read']);
    expect(may('student', acts)).toEqual([]);
    expect(may('legalGuardian', acts)).toEqual(['absence.announce']);
  });

  it('T-13, T-14: a curator classifies absences and edits nothing else', () => {
    expect(may('groupCurator', acts)).toEqual(['absence.announce', 'absence.classify']);
  });

  it('every capability is somebody’s, and every role is in the table', () => {
    expect(CAPABILITIES.filter((capability) => rolesWith(capability, ROLES).length === 0)).toEqual([]);
    expect(ROLES.filter((role) => !(capabilitiesOf(role) instanceof Set))).toEqual([]);
  });
});
