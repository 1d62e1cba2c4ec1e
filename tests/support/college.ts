import type { ApiClient } from './api-client.ts';
import { confirmRoles, foundEmpty, type Founding } from './founding.ts';
import type { ServedHouse } from './served-house.ts';

/*
 * A small college as its users find it, built through the API: two groups, a period, two pages. It is 20 November 2026;
 * the lesson of 5 October was held and marked in its time, and its window has closed on 26 October.
 */
const ROLES = {
  director: 'DIRECTOR',
  deputy: 'DEPUTY_DIRECTOR',
  departmentHead: 'DEPARTMENT_HEAD',
  observer: 'JOURNAL_ADMINISTRATOR_READ_ONLY',
  auditor: 'AUDITOR',
  teacher: 'TEACHER',
  colleague: 'TEACHER',
  curator: 'GROUP_CURATOR',
} as const;

const STUDENTS = ['ivanova', 'petrov', 'sidorov', 'petrova', 'kuznetsova'] as const;
const GUARDIANS = { mother: ['ivanova'], father: ['ivanova'], guardianOfTwo: ['petrov', 'petrova'] } as const;
const LESSONS = {
  old: '2026-10-05',
  yesterday: '2026-11-19',
  today: '2026-11-20',
  tomorrow: '2026-11-21',
  physics: '2026-11-19',
} as const;

type StaffName = keyof typeof ROLES;
type StudentName = (typeof STUDENTS)[number];
type GuardianName = keyof typeof GUARDIANS;
type LessonName = keyof typeof LESSONS;

/** Who can sign in. */
export type Person = 'administrator' | StaffName | StudentName | GuardianName;

/** The day on which the tests find the college. */
export const TODAY = '2026-11-20T07:00:00.000Z';
const LONG_AGO = '2026-10-05T07:00:00.000Z';

/** A college of the tests, and its people. */
export interface College {
  /** Its id, as its log has it. */
  readonly id: string;
  /** What its clock shows; a test may move it on. */
  readonly clock: { now: string };
  /** Somebody signed in; the same session each time. */
  as(person: Person): ApiClient;
  readonly accounts: Readonly<Record<Person, string>>;
  readonly students: Readonly<Record<StudentName, string>>;
  readonly lessons: Readonly<Record<LessonName, string>>;
  readonly groups: { readonly first: string; readonly second: string };
  readonly journals: { readonly algebra: string; readonly physics: string };
  readonly period: string;
  readonly guardianships: readonly string[];
}

const named = <Name extends string>(
  names: readonly Name[],
  ids: readonly string[],
): Readonly<Record<Name, string>> =>
  Object.fromEntries(names.map((name, index) => [name, ids[index] ?? ''])) as Record<Name, string>;

/** Founds a college on a server and fills it; under 003 unless another regulation is named. */
export const foundCollege = async (
  served: Pick<ServedHouse, 'house' | 'origin' | 'projector'>,
  founding: Pick<Founding, 'regulation'> = {},
): Promise<College> => {
  const { id, clock, administrator, founder, signInAs, make } = await foundEmpty(served, {
    now: LONG_AGO,
    ...founding,
  });

  const staffNames = Object.keys(ROLES) as readonly StaffName[];
  const guardianNames = Object.keys(GUARDIANS) as readonly GuardianName[];
  const others = [...staffNames, ...STUDENTS, ...guardianNames];
  const holderOf = (index: number): string =>
    index < staffNames.length
      ? 'STAFF'
      : index < staffNames.length + STUDENTS.length
        ? 'STUDENT'
        : 'GUARDIAN';
  const opened = await make(
    'openAccount',
    others.map((name, index) => ({ holder: holderOf(index), name })),
  );
  const accounts = { administrator: founder, ...named(others, opened) };

  const students = named(
    STUDENTS,
    await make(
      'registerStudent',
      STUDENTS.map((name) => ({ familyName: `Фамилия-${name}`, givenName: name })),
    ),
  );
  const [first = '', second = ''] = await make('formGroup', [{ name: 'ИС-11' }, { name: 'ИС-12' }]);
  const inFirst = (name: StudentName): boolean => STUDENTS.indexOf(name) < 3;
  await make(
    'enrolStudent',
    STUDENTS.map((name) => ({
      studentId: students[name],
      groupId: inFirst(name) ? first : second,
      from: '2026-09-01',
      formOfStudy: 'FULL_TIME',
      order: { number: '3-с', date: '2026-08-28' },
    })),
  );
  await make('grantRole', [
    ...staffNames.map((name) => ({ accountId: accounts[name], role: ROLES[name] })),
    ...STUDENTS.map((name) => ({ accountId: accounts[name], role: 'STUDENT', studentId: students[name] })),
    ...guardianNames.map((name) => ({ accountId: accounts[name], role: 'LEGAL_GUARDIAN' })),
  ]);
  await confirmRoles(await signInAs(accounts.director));
  const guardianships = await make(
    'establishGuardianship',
    guardianNames.flatMap((name) =>
      GUARDIANS[name].map((child) => ({ accountId: accounts[name], studentId: students[child] })),
    ),
  );
  await make('assignCurator', [{ accountId: accounts.curator, groupId: first }]);

  const [period = ''] = await make('setAttestationPeriod', [
    { kind: 'SEMESTER', title: '1 семестр', from: '2026-09-01', until: '2026-12-30' },
  ]);
  const [unitA = '', unitB = ''] = await make('registerCourseUnit', [
    { code: 'ОУД.01', title: 'Алгебра', kind: 'DISCIPLINE' },
    { code: 'ОУД.02', title: 'Физика', kind: 'DISCIPLINE' },
  ]);
  const page = { periodId: period, scale: 'FIVE_POINT' };
  const [algebra = '', physics = ''] = await make('openJournal', [
    { ...page, groupId: first, courseUnitId: unitA, attestationForm: 'EXAM' },
    { ...page, groupId: second, courseUnitId: unitB, attestationForm: 'CREDIT' },
  ]);
  await make('assignTeacher', [
    { journalId: algebra, accountId: accounts.teacher, from: '2026-09-01' },
    { journalId: physics, accountId: accounts.colleague, from: '2026-09-01' },
  ]);
  const lessonNames = Object.keys(LESSONS) as readonly LessonName[];
  // Under 001 only the lab assistant of the timetable makes it: the colleague, for these lessons.
  const isMadeByScheduler = founding.regulation === '001';
  if (isMadeByScheduler) await make('grantRole', [{ accountId: accounts.colleague, role: 'SCHEDULER' }]);
  const maker = isMadeByScheduler ? await signInAs(accounts.colleague) : administrator;
  const { results } = await maker.doAll(
    'scheduleLesson',
    lessonNames.map((name) => ({
      journalId: name === 'physics' ? physics : algebra,
      date: LESSONS[name],
      startsAt: '08:30',
      deliveryForm: 'IN_PERSON',
    })),
  );
  const lessons = named(
    lessonNames,
    results.map(({ id: lesson }) => lesson ?? ''),
  );

  const clients = new Map<Person, ApiClient>([['administrator', administrator]]);
  for (const name of others) clients.set(name, await signInAs(accounts[name]));
  const as = (person: Person): ApiClient => clients.get(person) ?? administrator;

  const old = { journalId: algebra, lessonId: lessons.old };
  await as('teacher').do('conductLesson', {
    ...old,
    deliveryForm: 'IN_PERSON',
    workTypes: ['LESSON_WORK'],
    topic: 'Множества',
  });
  await as('teacher').do('recordMark', {
    ...old,
    studentId: students.ivanova,
    workType: 'LESSON_WORK',
    value: '4',
  });
  clock.now = TODAY;
  return {
    id,
    clock,
    as,
    accounts,
    students,
    lessons,
    groups: { first, second },
    journals: { algebra, physics },
    period,
    guardianships,
  };
};
