import type { Role } from '../../events/role.ts';

export { ROLES, type Role } from '../../events/role.ts';

/** What can be done, as `noun.verb`; roles are mapped to these and to nothing else. */
export const CAPABILITIES = [
  'absence.announce',
  'absence.classify',
  'absence.correct',
  'absence.record',
  'account.read',
  'attendance.read',
  'account.open',
  'attestation.record',
  'attestation.repeat',
  'auditTrail.read',
  'calendar.set',
  'contact.record',
  'council.schedule',
  'control.carryOut',
  'control.read',
  'courseUnit.register',
  'courseWork.record',
  'curriculum.read',
  'curriculum.set',
  'debt.help',
  'debt.manage',
  'demonstrationExam.record',
  'diary.read',
  'directory.read',
  'duty.fulfil',
  'editWindow.read',
  'extracurricular.keep',
  'finalQualification.read',
  'finalQualification.record',
  'finding.answer',
  'finding.read',
  'gradebook.read',
  'group.brief',
  'group.form',
  'group.promote',
  'groupComposition.check',
  'guardianship.delegate',
  'guardianship.establish',
  'history.import',
  'journal.open',
  'lesson.conduct',
  'lesson.schedule',
  'mark.record',
  'mark.report',
  'markChange.read',
  'markHistory.read',
  'measure.take',
  'monitoring.read',
  'movement.read',
  'outage.declare',
  'outage.read',
  'period.lock',
  'period.read',
  'period.set',
  'personalData.correct',
  'referenceData.check',
  'referenceData.edit',
  'refusedAttempt.read',
  'registration.read',
  'regulation.configure',
  'regulation.confirm',
  'role.confirm',
  'role.grant',
  'signInCode.issue',
  'staff.keep',
  'standing.read',
  'student.move',
  'studentChange.read',
  'studentChange.request',
  'subgroup.divide',
  'substitution.assign',
  'supervisor.appoint',
  'task.read',
  'teachingLoad.read',
  'teachingLoad.set',
  'thematicPlan.set',
  'timetable.approve',
  'timetable.read',
  'window.confirm',
  'window.grant',
] as const;

/** One of the capabilities. */
export type Capability = (typeof CAPABILITIES)[number];

/** What every member of staff may look at, each within their own scope. */
const reading = [
  'curriculum.read',
  'directory.read',
  'gradebook.read',
  'attendance.read',
  'outage.read',
  'standing.read',
  'period.read',
  'teachingLoad.read',
  'finding.read',
  'task.read',
] as const;

/** Control of how the journal is kept: what is wrong is reported, and never put right by who found it (T-50). */
const controlling = ['control.carryOut', 'duty.fulfil', 'finding.answer'] as const;

/** Supervision: the whole journal, and nothing to change in it (001 §5.2.2, §5.3.5; T-50). */
const supervising = [...reading, 'control.read', 'editWindow.read', 'finalQualification.read', 'markHistory.read', 'monitoring.read'] as const;

/** Filling in the pages of one's own load (000 §3.2.2, 004 §4.5.1; T-29). */
const teaching = [
  ...reading,
  'subgroup.divide',
  'timetable.read',
  'absence.record',
  'attestation.record',
  'courseWork.record',
  'debt.help',
  'editWindow.read',
  'finding.answer',
  'lesson.conduct',
  'mark.record',
  'markHistory.read',
  'monitoring.read',
  'thematicPlan.set',
] as const;

/** Theses and pre-diploma practices of the students whom an order names (001 §5.5.13; T-55). */
const supervisingWorks = ['period.read', 'finalQualification.read', 'finalQualification.record'] as const;

/** Learners and their guardians: view only, and only their own (001 §5.7; 004 §3.8; T-39). */
const learning = ['curriculum.read', 'diary.read', 'finalQualification.read', 'standing.read', 'period.read', 'timetable.read'] as const;

/** Everything an administrator reads; none of it is a mark to edit (003 §3.1, D-11). */
const administering = [
  ...supervising,
  'markChange.read',
  'movement.read',
  'studentChange.read',
  'account.read',
  'registration.read',
  'refusedAttempt.read',
  'auditTrail.read',
  'timetable.read',
] as const;

/**
 * The one table of rights: role → capabilities (`requirements.md` §2.1; a blank there is a deny).
 * A capability is what a role may ever do; on which pages, groups and students is decided per object.
 */
const granted: Readonly<Record<Role, readonly Capability[]>> = {
  director: [...supervising, ...controlling, 'movement.read', 'account.read', 'refusedAttempt.read', 'regulation.confirm', 'window.confirm', 'role.confirm', 'role.grant', 'referenceData.check', 'timetable.approve', 'timetable.read'],
  deputyDirector: [
    ...supervising,
    ...controlling,
    'council.schedule',
    'markChange.read',
    'movement.read',
    'studentChange.read',
    'account.read',
    'registration.read',
    'staff.keep',
    'refusedAttempt.read',
    'attestation.repeat',
    'debt.manage',
    'demonstrationExam.record',
    'supervisor.appoint',
    'courseUnit.register',
    'curriculum.set',
    'group.form',
    'group.promote',
    'journal.open',
    'lesson.schedule',
    'period.set',
    'role.grant',
    'student.move',
    'substitution.assign',
    'teachingLoad.set',
    'calendar.set',
    'referenceData.check',
    'referenceData.edit',
    'timetable.read',
  ],
  journalAdministrator: [
    ...administering,
    ...controlling,
    'council.schedule',
    'contact.record',
    'group.brief',
    'guardianship.delegate',
    'role.confirm',
    'staff.keep',
    'account.open',
    'attestation.repeat',
    'debt.manage',
    'demonstrationExam.record',
    'supervisor.appoint',
    'courseUnit.register',
    'curriculum.set',
    'group.form',
    'group.promote',
    'guardianship.establish',
    'history.import',
    'journal.open',
    'lesson.schedule',
    'outage.declare',
    'period.lock',
    'period.set',
    'regulation.configure',
    'regulation.confirm',
    'window.confirm',
    'role.grant',
    'signInCode.issue',
    'student.move',
    'substitution.assign',
    'window.grant',
    'teachingLoad.set',
    'calendar.set',
    'referenceData.check',
    'referenceData.edit',
  ],
  journalAdministratorReadOnly: administering,
  departmentHead: [...supervising, ...controlling],
  academicOfficeHead: [...supervising, ...controlling, 'lesson.schedule', 'timetable.read'],
  academicOfficeSecretary: ['directory.read', 'period.read'],
  hrSpecialist: ['directory.read'],
  methodologist: ['curriculum.read', 'directory.read', 'period.read'],
  scheduler: ['curriculum.read', 'directory.read', 'lesson.schedule', 'period.read', 'timetable.read'],
  substitutionOperator: ['directory.read', 'period.read', 'substitution.assign', 'timetable.read'],
  teacher: teaching,
  substituteTeacher: teaching,
  practicalTrainingInstructor: teaching,
  groupCurator: [...reading, 'duty.fulfil', 'finding.answer', 'measure.take', 'monitoring.read', 'movement.read', 'personalData.correct', 'studentChange.read', 'studentChange.request', 'subgroup.divide', 'debt.help', 'finalQualification.read', 'contact.record', 'group.brief', 'registration.read', 'signInCode.issue', 'extracurricular.keep', 'absence.announce', 'absence.classify', 'absence.correct', 'markHistory.read', 'groupComposition.check', 'timetable.read'],
  thesisSupervisor: supervisingWorks,
  practiceSupervisor: [...supervisingWorks, 'attestation.record'],
  student: [...learning, 'mark.report'],
  legalGuardian: [...learning, 'studentChange.read', 'studentChange.request', 'absence.announce', 'guardianship.delegate'],
  trustedPerson: [...learning, 'absence.announce'],
  technicalSpecialist: ['period.read'],
  inspector: [],
  auditor: [...supervising, 'markChange.read', 'movement.read', 'studentChange.read', 'account.read', 'auditTrail.read', 'diary.read', 'refusedAttempt.read', 'timetable.read'],
};

const sets = Object.fromEntries(
  Object.entries(granted).map(([role, capabilities]) => [role, new Set(capabilities)]),
) as unknown as Readonly<Record<Role, ReadonlySet<Capability>>>;

/** What a role may ever do. */
export const capabilitiesOf = (role: Role): ReadonlySet<Capability> => sets[role];

/** The roles that carry a capability: who could help where it is missing. */
export const rolesWith = (capability: Capability, roles: readonly Role[]): readonly Role[] =>
  roles.filter((role) => sets[role].has(capability));
