import { globalId } from '../../schema/global-id.ts';
import { plusDays } from '../../src/policies/calendar.ts';
import type { GrownPage } from './grown-college.ts';
import type { GrownServer } from './grown-server.ts';
import { answerTo, type Shot } from './page-load.ts';

const PAGE = `query Page($journal: ID!) {
  gradebook(journalId: $journal) {
    columns { lessonIds lines { studentId values attendance revisions classified changedAt } }
  }
}`;
const ENTRY = `recordedAt kind from to reason actor { name } role rule { clause deadline } grantId`;
const HISTORY = `query History($student: ID!, $journal: ID!, $lesson: ID) {
  markHistory(studentId: $student, journalId: $journal, lessonId: $lesson) { ${ENTRY} }
}`;
const AUDIT = `query Audit($filter: AuditFilter!) {
  auditTrail(filter: $filter, first: 50) { nodes { position ${ENTRY} } }
}`;

/** Pages asked for by turns: more than a server keeps in memory, so that each is read from the tables. */
const PAGES = 240;

/** Other questions asked by turns. */
const ASKED = 80;

/** What is asked of a college of any size, under the ratio it counts for. */
export interface Question {
  readonly ratio: 'page' | 'history' | 'audit';
  readonly name: string;
  /** The same answers come round again after so many. */
  readonly shots: readonly Shot[];
}

type Ids = Readonly<Record<'journal' | 'group' | 'teacher' | 'student' | 'lesson', string>>;

const idsOf = ({ journal, group, teacher, students, lessons }: GrownPage, index: number): Ids => ({
  journal: globalId('Journal', journal),
  group: globalId('StudyGroup', group),
  teacher: globalId('Account', teacher),
  student: globalId('Student', students[index % students.length] ?? ''),
  lesson: globalId('Lesson', lessons[index % lessons.length] ?? ''),
});

/** Evenly spread over the running semester, and the same number whatever the size. */
const sample = (pages: readonly GrownPage[], count: number): readonly Ids[] =>
  Array.from({ length: count }, (_, index) => {
    const page = pages[Math.floor((index * pages.length) / count)];
    if (!page) throw new Error('The bench has grown no page.');
    return idsOf(page, index);
  });

/** Every question of the bench, in the order in which they are asked. */
export const questions = (
  { contender: to, token, pages }: GrownServer,
  today: string,
): readonly Question[] => {
  const shots = (
    query: string,
    variables: (of: Ids, index: number) => object,
    count = ASKED,
  ): readonly Shot[] =>
    sample(pages, count).map((of, index) => ({
      ...{ to, token, path: '/graphql' },
      body: JSON.stringify({ query, variables: variables(of, index) }),
    }));
  const audit = (name: string, filter: (of: Ids, index: number) => object): Question => ({
    ...{ ratio: 'audit', name },
    shots: shots(AUDIT, (of, index) => ({ filter: filter(of, index) })),
  });
  const day = (index: number): string => plusDays(today, -7 - (index % 90));
  return [
    { ratio: 'page', name: 'page', shots: shots(PAGE, ({ journal }) => ({ journal }), PAGES) },
    {
      ...{ ratio: 'history', name: 'history of a cell' },
      shots: shots(HISTORY, ({ student, journal, lesson }) => ({ student, journal, lesson })),
    },
    {
      ...{ ratio: 'history', name: 'history of a line' },
      shots: shots(HISTORY, ({ student, journal }) => ({ student, journal })),
    },
    audit('latest', () => ({})),
    audit('of a page', ({ journal }) => ({ journalId: journal })),
    audit('of a student', ({ student }) => ({ studentId: student })),
    audit('of a teacher', ({ teacher }) => ({ actorId: teacher })),
    audit('of a group', ({ group }) => ({ groupId: group })),
    audit('of a lesson', ({ lesson }) => ({ lessonId: lesson })),
    audit('corrections', () => ({ kinds: ['MARK_CORRECTED'] })),
    audit('corrections by a teacher', ({ teacher }) => ({ actorId: teacher, kinds: ['MARK_CORRECTED'] })),
    audit('late entries', () => ({ lateOnly: true })),
    audit('a day', (_, index) => ({ occurredFrom: day(index), occurredTo: day(index) })),
    audit('corrections of a week', (_, index) => ({
      ...{ occurredFrom: plusDays(day(index), -6), occurredTo: day(index) },
      kinds: ['MARK_CORRECTED'],
    })),
    audit('recorded in an hour', (_, index) => ({
      recordedFrom: `${day(index)}T08:00:00.000Z`,
      recordedTo: `${day(index)}T09:00:00.000Z`,
    })),
  ];
};

/** How long an answer takes, in milliseconds; an answer with errors ends the bench. */
export const wait = async (shot: Shot): Promise<number> => {
  const started = performance.now();
  const answer = await answerTo(shot);
  const waited = performance.now() - started;
  if (answer.includes('"errors"')) throw new Error(answer.toString().slice(0, 500));
  return waited;
};
