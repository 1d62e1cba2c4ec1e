import { idOf } from './names.ts';
import type { History } from './pure-ledger.ts';
import { autumn, courseUnit, group, happened, ivanova, orlov, petrova, smirnov, world } from './world.ts';

/** The pages of two subgroups of algebra. */
export const [one, two] = ['first subgroup', 'second subgroup'].map(idOf) as [string, string];

/** The page of a subgroup with its teacher, and a student on it or nobody yet. */
export const subgroupPage = (journal: string, subgroup: string, teacher: string, student: string | null) => [
  happened('JournalOpened', {
    journal,
    group,
    subgroup,
    courseUnit,
    period: autumn,
    scale: 'fivePoint',
    attestationForm: 'exam',
  }),
  ...(student === null
    ? []
    : [happened('RosterExtended', { journal, students: [student], from: '2024-09-01' })]),
  happened('JournalTeacherAssigned', { journal, account: teacher, from: '2024-09-01', order: null }),
];
const scheduled = happened('LessonScheduled', {
  journal: two,
  lesson: idOf('a lesson'),
  date: '2024-09-03',
  startsAt: '08:30',
  academicHours: 2,
  deliveryForm: 'inPerson',
  room: '301',
  marksUntil: '2024-09-24',
});
const held = happened(
  'LessonConducted',
  {
    journal: two,
    lesson: idOf('a lesson'),
    deliveryForm: 'inPerson',
    workTypes: [],
    planItem: null,
    attendanceBasis: 'presence',
  },
  { topic: 'Корни' },
);
/** Two subgroups of algebra in mid-period: Ivanova in the first, Smirnov in the second. */
export const divided = (more: History = {}): History => ({
  ...world(more),
  [`journal-${one}`]: subgroupPage(one, 'первая', petrova, ivanova),
  [`journal-${two}`]: [...subgroupPage(two, 'вторая', orlov, smirnov), scheduled, held],
});
