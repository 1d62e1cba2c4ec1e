import type { ApiClient, Variables } from './api-client.ts';
import type { RegulatedCollege } from './regulated-college.ts';

/*
 * What the group is taught in the first semester of 2024/25: mathematics by the teacher and English by the colleague,
 * 8 and 4 hours by the curriculum; the semester goes from 2 September to Saturday 28 December.
 */

/** The pages of the semester. */
export interface TaughtPages {
  readonly period: string;
  readonly maths: string;
  readonly english: string;
}

const UNITS = [
  { code: 'ОУД.03', title: 'Математика', kind: 'DISCIPLINE' },
  { code: 'ОГСЭ.03', title: 'Английский язык', kind: 'DISCIPLINE' },
];
const SEMESTER = { kind: 'SEMESTER', title: '1 семестр', from: '2024-09-02', until: '2024-12-28' };

const idsBy =
  (client: ApiClient) =>
  async (name: string, inputs: readonly Variables[]): Promise<readonly string[]> => {
    const ids: string[] = [];
    for (const input of inputs) {
      const { id, userErrors } = await client.do(name, input);
      if (userErrors.length > 0) throw new Error(`${name} was refused ${JSON.stringify(userErrors)}.`);
      ids.push(id ?? '');
    }
    return ids;
  };

/** Lets somebody who may enter the curriculum, the semester, the pages and who teaches them. */
export const openPages = async (college: RegulatedCollege, by: ApiClient): Promise<TaughtPages> => {
  const make = idsBy(by);
  const [maths = '', english = ''] = await make('registerCourseUnit', UNITS);
  const line = { semester: 1, weeklyHours: 2, formOfControl: 'EXAM' };
  const programme = { programmeKind: 'SPECIALTY', code: '39.02.01', title: 'Социальная работа' };
  const lines = [
    { ...line, courseUnitId: maths, hours: 8 },
    { ...line, courseUnitId: english, hours: 4 },
  ];
  const [curriculumId = ''] = await make('adoptCurriculum', [
    { ...programme, formOfStudy: 'FULL_TIME', intakeYear: 2024, effectiveFrom: '2024-09-01', lines },
  ]);
  await make('assignCurriculum', [{ groupId: college.group, curriculumId, from: '2024-09-01' }]);
  const [period = ''] = await make('setAttestationPeriod', [SEMESTER]);
  const page = { groupId: college.group, periodId: period, scale: 'FIVE_POINT', attestationForm: 'EXAM' };
  const [mathsPage = '', englishPage = ''] = await make('openJournal', [
    { ...page, courseUnitId: maths },
    { ...page, courseUnitId: english },
  ]);
  await make('assignTeacher', [
    { journalId: mathsPage, accountId: college.accounts.teacher, from: '2024-08-26' },
    { journalId: englishPage, accountId: college.accounts.colleague, from: '2024-08-26' },
  ]);
  return { period, maths: mathsPage, english: englishPage };
};

/** The academic year with the vacation that follows the first semester. */
export const calendarUntil = (vacationFrom: string) => ({
  year: 2024,
  stretches: [
    { kind: 'STUDY_PERIOD', from: '2024-09-02', until: '2024-12-21' },
    { kind: 'INTERIM_ATTESTATION', from: '2024-12-22', until: '2024-12-28' },
    { kind: 'VACATION', from: vacationFrom, until: '2025-01-12' },
    { kind: 'STUDY_PERIOD', from: '2025-01-13', until: '2025-06-28' },
    { kind: 'VACATION', from: '2025-06-30', until: '2025-08-31' },
  ],
});

/** A plan of so many hours, one topic each two. */
export const planOf = (journalId: string, hours: number) => ({
  journalId,
  topics: Array.from({ length: hours / 2 }, (_, index) => ({
    topic: `Тема ${String(index + 1)}`,
    hours: 2,
    workTypes: ['LESSON_WORK'],
  })),
});

const LESSONS = `query ($page: ID!) { gradebook(journalId: $page) { lessons { id date status } } }`;

/** The lessons of a page by their dates. */
export const lessonsOf = async (client: ApiClient, page: string): Promise<ReadonlyMap<string, string>> => {
  const { gradebook } = await client.read(LESSONS, { page });
  const { lessons } = gradebook as {
    readonly lessons: readonly { readonly id: string; readonly date: string }[];
  };
  return new Map(lessons.map(({ id, date }) => [date, id]));
};

/** What is written of a lesson in the classroom. */
export const held = (
  journalId: string,
  lessonId: string,
  workTypes: readonly string[] = ['LESSON_WORK'],
) => ({
  journalId,
  lessonId,
  deliveryForm: 'IN_PERSON',
  workTypes,
  topic: 'Числа',
});
