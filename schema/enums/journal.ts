import type { EventNamed } from '../../events/register.ts';
import type {
  AbsenceClass as AbsenceClassName,
  AttendanceState,
} from '../../src/decisions/folds/attendance.ts';
import type {
  AttestationForm as FormName,
  AttestationResult as ResultName,
} from '../../src/policies/attestation.ts';
import type { MarkScale as ScaleName } from '../../src/policies/mark-scale.ts';
import { graphqlEnum } from './graphql-enum.ts';

/** What a mark is given for. */
export const WorkType = graphqlEnum<EventNamed<'MarkRecorded'>['data']['workType']>(
  'WorkType',
  'What a mark is given for (вид работы): several marks of one cell are told apart by it.',
  {
    lessonWork: 'Work at the lesson.',
    control: 'Control work (контрольная).',
    laboratory: 'Laboratory work.',
    practical: 'Practical work.',
    graphic: 'Graphic work.',
    independent: 'Independent work.',
    written: 'Written work.',
    homework: 'Homework.',
    test: 'Test.',
    qualityMonitoring: 'Control work of the internal quality monitoring.',
  },
);

/** The scales of current marks. */
export const MarkScale = graphqlEnum<ScaleName>('MarkScale', 'The scale of the current marks of a page.', {
  fivePoint: 'Five-point: 2, 3, 4, 5.',
  passFail: '`pass` or `fail`.',
  hundredPoint: 'Whole points from 0 to 100.',
});

/** How a page is attested. */
export const AttestationForm = graphqlEnum<FormName>('AttestationForm', 'How a page is attested.', {
  credit: 'Credit (зачёт): pass, without a grade.',
  gradedCredit: 'Graded credit (дифференцированный зачёт).',
  exam: 'Exam.',
  moduleExam: 'Exam of a professional module (квалификационный).',
  finalMark: 'Final mark without a form.',
});

/** What an attestation ends in. */
export const AttestationResult = graphqlEnum<ResultName>(
  'AttestationResult',
  'What an attestation may end in. There is no unsatisfactory mark: a failure is an academic debt.',
  {
    pass: 'Pass (зачёт).',
    grade3: '3, satisfactory.',
    grade4: '4, good.',
    grade5: '5, excellent.',
    academicDebt: 'а/з: failed; leaves an academic debt.',
    notAttested: 'н/а: did not appear, or did not clear debts in time; leaves an academic debt.',
    validReasonNonAttendance: 'НПА: not passed for valid reasons; leaves no debt.',
  },
);

/** Where a lesson stands. */
export const LessonStatus = graphqlEnum<'scheduled' | 'conducted' | 'cancelled'>(
  'LessonStatus',
  'Where a lesson stands.',
  {
    scheduled: 'In the timetable, not yet recorded as held; takes no mark and no absence.',
    conducted: 'Held.',
    cancelled: 'Does not take place and counts in no total.',
  },
);

/** How a lesson is delivered. */
export const DeliveryForm = graphqlEnum<EventNamed<'LessonConducted'>['data']['deliveryForm']>(
  'DeliveryForm',
  'How a lesson is delivered.',
  {
    inPerson: 'In person.',
    distance: 'In a live session at a distance.',
    electronic: 'By electronic tasks.',
  },
);

/** Attendance of a student at a lesson. */
export const Attendance = graphqlEnum<AttendanceState['status']>(
  'Attendance',
  'Attendance of a student at a lesson.',
  {
    none: 'Nothing entered: present, or not yet held.',
    announced: 'An absence was announced ahead; it counts only when the teacher records it.',
    absent: 'Absent.',
    late: 'Came late.',
  },
);

/** Whether an absence is excused. */
export const AbsenceClass = graphqlEnum<AbsenceClassName>('AbsenceClass', 'Whether an absence is excused.', {
  excused: 'For a valid reason.',
  unexcused: 'Without a valid reason.',
  unclassified: 'The curator has not said.',
});

/** What a grant opens again. */
export const Covers = graphqlEnum<'currentMarks' | 'attestationMarks'>(
  'Covers',
  'What a grant opens again.',
  {
    currentMarks: 'Current marks and lesson records.',
    attestationMarks: 'Attestation marks.',
  },
);
