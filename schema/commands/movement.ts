import { uuidOf, uuidOrNull } from '../global-id.ts';
import { defineCommand } from './define-command.ts';
import {
  AnnulStudentMovementInput,
  ChangeEnrolmentTermsInput,
  EndAcademicLeaveInput,
  EnrolStudentInput,
  ExpelStudentInput,
  GraduateStudentInput,
  GrantAcademicLeaveInput,
  ReinstateStudentInput,
  TransferStudentInput,
} from './movement-input.ts';
import { orderOf } from './order-input.ts';

const journals = (ids: readonly string[]): string[] => ids.map((id) => uuidOf('Journal', id));

const entryOf = ({
  studentId,
  groupId,
  from,
  formOfStudy,
  individualCurriculumId,
  order,
  journalIds,
}: EnrolStudentInput) => ({
  student: uuidOf('Student', studentId),
  group: uuidOrNull('StudyGroup', groupId),
  from,
  formOfStudy,
  individualCurriculum: uuidOrNull('Curriculum', individualCurriculumId),
  order: orderOf(order),
  journals: journals(journalIds),
});

const capability = 'student.move' as const;

/** The movement of the student body: who comes, moves, pauses and goes, each by an order. */
export const movementCommands = [
  defineCommand({
    one: 'enrolStudent',
    many: 'enrolStudents',
    description: 'Enrols a student, and puts them on open pages of the group.',
    capability,
    input: EnrolStudentInput,
    command: (input) => ({ command: { type: 'EnrolStudent', data: entryOf(input) }, id: input.studentId }),
  }),
  defineCommand({
    one: 'reinstateStudent',
    many: 'reinstateStudents',
    description:
      'Takes back a student who was expelled: the counter-act of `expelStudent`; debts are as they were.',
    capability,
    input: ReinstateStudentInput,
    command: (input) => ({
      command: { type: 'ReinstateStudent', data: entryOf(input) },
      id: input.studentId,
    }),
  }),
  defineCommand({
    one: 'changeEnrolmentTerms',
    many: 'changeTermsOfEnrolments',
    description: 'Changes form of study or individual curriculum of an enrolment from a day on.',
    capability,
    input: ChangeEnrolmentTermsInput,
    command: ({ studentId, on, formOfStudy, individualCurriculumId, order }) => ({
      command: {
        type: 'ChangeEnrolmentTerms',
        data: {
          student: uuidOf('Student', studentId),
          on,
          formOfStudy,
          individualCurriculum: uuidOrNull('Curriculum', individualCurriculumId),
          order: orderOf(order),
        },
      },
      id: studentId,
    }),
  }),
  defineCommand({
    one: 'transferStudent',
    many: 'transferStudents',
    description: 'Transfers a student to another group from a day on; history stays with the old one.',
    capability,
    input: TransferStudentInput,
    command: ({ studentId, toGroupId, on, order, leavesJournalIds, joinsJournalIds }) => ({
      command: {
        type: 'TransferStudent',
        data: {
          student: uuidOf('Student', studentId),
          to: uuidOf('StudyGroup', toGroupId),
          on,
          order: orderOf(order),
          leaves: journals(leavesJournalIds),
          joins: journals(joinsJournalIds),
        },
      },
      id: studentId,
    }),
  }),
  defineCommand({
    one: 'grantAcademicLeave',
    many: 'grantAcademicLeaves',
    description: 'Lets a student go on academic leave: in it there are no marks, absences or promotions.',
    capability,
    input: GrantAcademicLeaveInput,
    command: ({ studentId, order, ...leave }) => ({
      command: {
        type: 'GrantAcademicLeave',
        data: { ...leave, student: uuidOf('Student', studentId), order: orderOf(order) },
      },
      id: studentId,
    }),
  }),
  defineCommand({
    one: 'endAcademicLeave',
    many: 'endAcademicLeaves',
    description: 'Ends an academic leave before its time.',
    capability,
    input: EndAcademicLeaveInput,
    command: ({ studentId, on, order }) => ({
      command: {
        type: 'EndAcademicLeave',
        data: { student: uuidOf('Student', studentId), on, order: orderOf(order) },
      },
      id: studentId,
    }),
  }),
  defineCommand({
    one: 'expelStudent',
    many: 'expelStudents',
    description: 'Ends an enrolment; later lessons take no entry, nothing of the past goes.',
    capability,
    input: ExpelStudentInput,
    command: ({ studentId, on, order, reason }) => ({
      command: {
        type: 'ExpelStudent',
        data: { student: uuidOf('Student', studentId), on, order: orderOf(order), reason },
      },
      id: studentId,
    }),
  }),
  defineCommand({
    one: 'graduateStudent',
    many: 'graduateStudents',
    description:
      'Ends the enrolment of a student who completed the programme; a whole group: `graduateGroup`.',
    capability,
    input: GraduateStudentInput,
    command: ({ studentId, on, order }) => ({
      command: {
        type: 'GraduateStudent',
        data: { student: uuidOf('Student', studentId), on, order: orderOf(order) },
      },
      id: studentId,
    }),
  }),
  defineCommand({
    one: 'annulStudentMovement',
    many: 'annulStudentMovements',
    description:
      'Annuls the last movement of a student, made by mistake; refused while entries rest on it. Both stay in history.',
    capability,
    input: AnnulStudentMovementInput,
    command: ({ studentId, movementId, order, reason }) => ({
      command: {
        type: 'AnnulStudentMovement',
        data: {
          student: uuidOf('Student', studentId),
          movement: uuidOf('StudentMovement', movementId),
          order: orderOf(order),
          reason,
        },
      },
      id: studentId,
    }),
  }),
];
