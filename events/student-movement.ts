import { z } from 'zod';
import { defineEvent } from './event.ts';
import { date, id, order } from './vocabulary.ts';

/** очная, очно-заочная, заочная. */
export const formOfStudy = z.enum(['fullTime', 'partTime', 'correspondence']);

const reason = {
  purpose: 'special',
  meaning: 'Why.',
  subject: ({ student }: { student: string }) => student,
} as const;

const entry = {
  student: id,
  group: id.nullable(),
  from: date,
  formOfStudy,
  individualCurriculum: id.nullable(),
};

const StudentEnrolled = defineEvent({
  type: 'StudentEnrolled',
  category: 'student',
  meaning: 'A student was enrolled (зачислен), usually into a study group, from a date on.',
  data: z.strictObject({ ...entry, order: order.nullable() }),
});

const StudentReinstated = defineEvent({
  type: 'StudentReinstated',
  category: 'student',
  meaning:
    'A student who had been expelled was reinstated (восстановлен) from a date on; the expulsion stays.',
  data: z.strictObject({ ...entry, order: order.nullable() }),
});

const StudentTransferred = defineEvent({
  type: 'StudentTransferred',
  category: 'student',
  meaning: 'A student moved to another group: the date is the first day there (D-22).',
  data: z.strictObject({ student: id, from: id.nullable(), to: id, on: date, order: order.nullable() }),
});

const AcademicLeaveGranted = defineEvent({
  type: 'AcademicLeaveGranted',
  category: 'student',
  meaning: 'A student went on academic leave (академический отпуск): both days are days of leave.',
  data: z.strictObject({
    student: id,
    group: id.nullable(),
    from: date,
    until: date,
    order: order.nullable(),
  }),
  sealed: { reason },
});

const AcademicLeaveEnded = defineEvent({
  type: 'AcademicLeaveEnded',
  category: 'student',
  meaning: 'A student came back from academic leave before its end; the date is the last day of leave.',
  data: z.strictObject({
    student: id,
    group: id.nullable(),
    from: date,
    until: date,
    on: date,
    order: order.nullable(),
  }),
});

const StudentExpelled = defineEvent({
  type: 'StudentExpelled',
  category: 'student',
  meaning: 'The enrolment ended; the date is the last day. Nothing of the history goes (T-33, D-20).',
  data: z.strictObject({ student: id, group: id.nullable(), on: date, order: order.nullable() }),
  sealed: { reason },
});

const StudentGraduated = defineEvent({
  type: 'StudentGraduated',
  category: 'student',
  meaning: 'A student completed the programme: the educational relationship ends with the date (R-PRM-06).',
  data: z.strictObject({ student: id, group: id.nullable(), on: date, order: order.nullable() }),
});

const StudentPromoted = defineEvent({
  type: 'StudentPromoted',
  category: 'student',
  meaning: 'A student moved up with the group; conditionally, while academic debts remain (T-34).',
  data: z.strictObject({
    student: id,
    group: id,
    promotion: z.enum(['semester', 'year']),
    toYear: z.int().min(1).max(6),
    toSemester: z.int().min(1).max(12),
    conditional: z.boolean(),
    debts: z.array(id),
    order: order.nullable(),
  }),
});

/** What a movement can be; expulsions are undone by a reinstatement and by nothing else. */
const movementKind = z.enum([
  'enrolment',
  'reinstatement',
  'transfer',
  'termsChange',
  'leave',
  'leaveEnd',
  'graduation',
  'promotion',
]);

const StudentMovementAnnulled = defineEvent({
  type: 'StudentMovementAnnulled',
  category: 'student',
  meaning:
    'A movement that should not have been was annulled: it is named by the id of its event, and what stands without it is told (D-20).',
  data: z.strictObject({
    student: id,
    movement: id,
    kind: movementKind,
    stays: z.array(
      z.strictObject({
        group: id.nullable(),
        from: date,
        until: date.nullable(),
        formOfStudy,
        individualCurriculum: id.nullable(),
      }),
    ),
    leaves: z.array(z.strictObject({ from: date, until: date })),
    order: order.nullable(),
  }),
  sealed: { reason },
});

/** The movement of the student body (движение контингента): who came, moved, paused, went, by which order. */
export const movementEvents = {
  StudentEnrolled,
  StudentReinstated,
  StudentTransferred,
  AcademicLeaveGranted,
  AcademicLeaveEnded,
  StudentExpelled,
  StudentGraduated,
  StudentPromoted,
  StudentMovementAnnulled,
} as const;
