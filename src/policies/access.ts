import type { Role } from '../../events/role.ts';

export { ROLES, type Role } from '../../events/role.ts';

/** What can be done, as `noun.verb`; roles are mapped to these and to nothing else. */
export const CAPABILITIES = [
  'absence.announce',
  'absence.classify',
  'absence.record',
  'attendance.read',
  'account.open',
  'attestation.record',
  'attestation.repeat',
  'auditTrail.read',
  'courseUnit.register',
  'diary.read',
  'directory.read',
  'editWindow.read',
  'gradebook.read',
  'group.form',
  'group.promote',
  'guardianship.establish',
  'history.import',
  'journal.open',
  'lesson.conduct',
  'lesson.schedule',
  'mark.record',
  'markHistory.read',
  'period.lock',
  'period.read',
  'period.set',
  'refusedAttempt.read',
  'regulation.configure',
  'regulation.confirm',
  'role.grant',
  'signInCode.issue',
  'standing.read',
  'student.move',
  'substitution.assign',
  'window.grant',
] as const;

/** One of the capabilities. */
export type Capability = (typeof CAPABILITIES)[number];

/** What every member of staff may look at, each within their own scope. */
const reading = [
  'directory.read',
  'gradebook.read',
  'attendance.read',
  'standing.read',
  'period.read',
] as const;

/** Supervision: the whole journal, and nothing to change in it (001 §5.2.2, §5.3.5; T-50). */
const supervising = [...reading, 'editWindow.read', 'markHistory.read'] as const;

/** Filling in the pages of one's own load (000 §3.2.2, 004 §4.5.1; T-29). */
const teaching = [
  ...reading,
  'absence.record',
  'attestation.record',
  'editWindow.read',
  'lesson.conduct',
  'mark.record',
  'markHistory.read',
] as const;

/** Learners and their guardians: view only, and only their own (001 §5.7; 004 §3.8; T-39). */
const learning = ['diary.read', 'standing.read', 'period.read'] as const;

/** Everything an administrator reads; none of it is a mark to edit (003 §3.1, D-11). */
const administering = [...supervising, 'refusedAttempt.read', 'auditTrail.read'] as const;

/**
 * The one table of rights: role → capabilities (`requirements.md` §2.1; a blank there is a deny).
 * A capability is what a role may ever do; on which pages, groups and students is decided per object.
 */
const granted: Readonly<Record<Role, readonly Capability[]>> = {
  director: [...supervising, 'refusedAttempt.read', 'regulation.confirm'],
  deputyDirector: [
    ...supervising,
    'refusedAttempt.read',
    'attestation.repeat',
    'courseUnit.register',
    'group.form',
    'group.promote',
    'journal.open',
    'lesson.schedule',
    'period.set',
    'role.grant',
    'student.move',
    'substitution.assign',
  ],
  journalAdministrator: [
    ...administering,
    'account.open',
    'attestation.repeat',
    'courseUnit.register',
    'group.form',
    'group.promote',
    'guardianship.establish',
    'history.import',
    'journal.open',
    'lesson.schedule',
    'period.lock',
    'period.set',
    'regulation.configure',
    'regulation.confirm',
    'role.grant',
    'signInCode.issue',
    'student.move',
    'substitution.assign',
    'window.grant',
  ],
  journalAdministratorReadOnly: administering,
  departmentHead: supervising,
  academicOfficeHead: supervising,
  academicOfficeSecretary: ['directory.read', 'period.read'],
  hrSpecialist: ['directory.read'],
  methodologist: ['directory.read', 'period.read'],
  scheduler: ['directory.read', 'lesson.schedule', 'period.read'],
  substitutionOperator: ['directory.read', 'period.read', 'substitution.assign'],
  teacher: teaching,
  substituteTeacher: teaching,
  practicalTrainingInstructor: teaching,
  groupCurator: [...reading, 'absence.announce', 'absence.classify', 'markHistory.read'],
  thesisSupervisor: ['period.read'],
  practiceSupervisor: ['period.read'],
  student: learning,
  legalGuardian: [...learning, 'absence.announce'],
  trustedPerson: learning,
  technicalSpecialist: ['period.read'],
  inspector: [],
  auditor: [...supervising, 'auditTrail.read', 'diary.read', 'refusedAttempt.read'],
};

const sets = Object.fromEntries(
  Object.entries(granted).map(([role, capabilities]) => [role, new Set(capabilities)]),
) as unknown as Readonly<Record<Role, ReadonlySet<Capability>>>;

/** What a role may ever do. */
export const capabilitiesOf = (role: Role): ReadonlySet<Capability> => sets[role];

/** The roles that carry a capability: who could help where it is missing. */
export const rolesWith = (capability: Capability, roles: readonly Role[]): readonly Role[] =>
  roles.filter((role) => sets[role].has(capability));
