import type { Variables } from './api-client.ts';
import { entered, type Entered } from './year-acts.ts';
import type { RegulatedCollege, YearPerson } from './regulated-college.ts';

/** The autumn of a college: a semester, and a page of the group in it with its teacher. */
export interface Autumn {
  readonly period: string;
  readonly courseUnit: string;
  readonly journal: string;
}

/** What is special about a page of the autumn. */
interface PageOptions {
  readonly code?: string;
  readonly kind?: string;
  readonly attestationForm?: string;
  readonly period?: string;
  readonly teacher?: YearPerson;
  readonly more?: Variables;
}

const id = ({ id: made }: Entered): string => made ?? '';

/** Sets the autumn semester of 2024: 1 September to Saturday 28 December. */
const setAutumn = async (college: RegulatedCollege): Promise<string> =>
  id(
    await entered(college, 'administrator', 'setAttestationPeriod', {
      kind: 'SEMESTER',
      title: '1 семестр',
      from: '2024-09-01',
      until: '2024-12-28',
    }),
  );

/** Opens a page of the group, by default of algebra with an exam, and puts it into the teacher’s load. */
export const openPage = async (college: RegulatedCollege, options: PageOptions = {}): Promise<Autumn> => {
  const {
    code = 'ОУД.01',
    kind = 'DISCIPLINE',
    attestationForm = 'EXAM',
    teacher = 'teacher',
    more,
  } = options;
  const period = options.period ?? (await setAutumn(college));
  const unit = { code, title: `Единица ${code}`, kind, ...more };
  const courseUnit = id(await entered(college, 'administrator', 'registerCourseUnit', unit));
  const journal = id(
    await entered(college, 'administrator', 'openJournal', {
      courseUnitId: courseUnit,
      groupId: college.group,
      periodId: period,
      scale: 'FIVE_POINT',
      attestationForm,
    }),
  );
  await entered(college, 'administrator', 'assignTeacher', {
    journalId: journal,
    accountId: college.accounts[teacher],
    from: '2024-09-01',
  });
  return { period, courseUnit, journal };
};

/** A lesson of a page. */
export interface LessonOfPage {
  readonly journalId: string;
  readonly lessonId: string;
}

/** Puts a lesson of two academic hours on a day, at 8:30 if nothing is said; by whom the regulation lets. */
export const lessonOn = async (
  college: RegulatedCollege,
  maker: YearPerson,
  journalId: string,
  date: string,
  more: Variables = {},
): Promise<LessonOfPage> => ({
  journalId,
  lessonId: id(
    await entered(college, maker, 'scheduleLesson', {
      journalId,
      date,
      startsAt: '08:30',
      room: '301',
      deliveryForm: 'IN_PERSON',
      ...more,
    }),
  ),
});

/** Records that a lesson was held. */
export const hold = (
  college: RegulatedCollege,
  lesson: LessonOfPage,
  more: Variables = {},
  by: YearPerson = 'teacher',
): Promise<Entered> =>
  entered(college, by, 'conductLesson', {
    ...lesson,
    deliveryForm: 'IN_PERSON',
    workTypes: ['LESSON_WORK'],
    topic: 'Функции',
    ...more,
  });
