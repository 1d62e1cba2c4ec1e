import type { Role as RoleName } from '../../events/role.ts';
import type { Capability as CapabilityName } from '../../src/policies/access.ts';
import { graphqlEnum } from './graphql-enum.ts';

/** What a person may be at a college. */
export const Role = graphqlEnum<RoleName>(
  'Role',
  'What a person may be at a college; a role is not a position.',
  {
    director: 'Head of the college (директор): sees the whole journal.',
    deputyDirector: 'Deputy director (заместитель директора): inspects, promotes groups, edits no mark.',
    journalAdministrator:
      'Journal administrator (ответственный за журнал): rights, periods, locks, grants; no marks.',
    journalAdministratorReadOnly: 'Administrator in view-only mode.',
    departmentHead: 'Head of a department (заведующий отделением): views without editing.',
    academicOfficeHead: 'Head of the academic office (заведующий учебной частью).',
    academicOfficeSecretary: 'Secretary of the academic office.',
    hrSpecialist: 'HR specialist (специалист отдела кадров).',
    methodologist: 'Methodologist (методист).',
    scheduler: 'Makes the timetable (лаборант по расписанию).',
    substitutionOperator: 'Records substitutions (работа с заменами).',
    teacher: 'Teacher (преподаватель): fills in the pages of the own load.',
    substituteTeacher:
      'A teacher at a lesson of a colleague: a right over that lesson, never granted as such.',
    practicalTrainingInstructor: 'Practical-training instructor (мастер производственного обучения).',
    groupCurator:
      'Curator of a group (куратор, классный руководитель): reads its pages, classifies absences.',
    thesisSupervisor: 'Thesis supervisor named by order (научный руководитель).',
    practiceSupervisor: 'Practice supervisor named by order (руководитель практики).',
    student: 'Student: sees only their own.',
    legalGuardian: 'Guardian (законный представитель): sees only their own child.',
    trustedPerson: 'Trusted person (доверенное лицо): a delegation of one guardian.',
    technicalSpecialist: 'Technical specialist: no marks.',
    inspector: 'Authority of control and supervision.',
    auditor: 'Auditor: reads everything with its history, changes nothing.',
  },
);

/** What can be done. */
export const Capability = graphqlEnum<CapabilityName>(
  'Capability',
  'What a viewer’s roles may ever do; on which pages, groups and students is decided for each.',
  {
    'absence.announce': 'Announce an absence ahead.',
    'absence.classify': 'Say whether an absence is excused.',
    'absence.record': 'Mark students absent or late.',
    'account.open': 'Open accounts.',
    'attendance.read': 'Read attendance.',
    'attestation.record': 'Give attestation marks.',
    'attestation.repeat': 'Enter results of repeat attestation.',
    'auditTrail.read': 'Read the trail of every event.',
    'courseUnit.register': 'Keep the course units.',
    'diary.read': 'Read a student’s diary.',
    'directory.read': 'Read names of students, staff and groups.',
    'editWindow.read': 'See what is open and until when.',
    'gradebook.read': 'Read pages of the journal.',
    'group.form': 'Form groups and name their curators.',
    'group.promote': 'Promote groups.',
    'guardianship.establish': 'Tie guardians to students.',
    'history.import': 'Import history from another system.',
    'journal.open': 'Open pages, assign teachers, keep rosters.',
    'lesson.conduct': 'Record lessons as held.',
    'lesson.schedule': 'Schedule, move and cancel lessons.',
    'mark.record': 'Give, correct and withdraw marks.',
    'markHistory.read': 'Read the history of a mark.',
    'period.lock': 'Lock and re-open attestation periods.',
    'period.read': 'See the attestation periods.',
    'period.set': 'Set attestation periods.',
    'refusedAttempt.read': 'See who was refused what.',
    'regulation.configure': 'Propose changes of the regulation.',
    'regulation.confirm': 'Confirm or decline proposed changes of the regulation.',
    'role.grant': 'Grant and revoke roles.',
    'signInCode.issue': 'Issue one-time sign-in codes.',
    'standing.read': 'Read averages and debts.',
    'student.move': 'Register, enrol, transfer and expel students.',
    'substitution.assign': 'Assign substitutes.',
    'window.grant': 'Open a closed edit window again.',
  },
);
