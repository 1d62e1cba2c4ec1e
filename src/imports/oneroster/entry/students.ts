import { students } from '../../../decisions/folds/student.ts';
import type { StudentName } from '../../../decisions/student.ts';
import { earlier, type PlainDate } from '../../../policies/calendar.ts';
import type { User } from '../records/user.ts';
import { booked, type Desk } from './desk.ts';
import { pageOf } from './pages.ts';
import { firstDay } from './rosters.ts';

/** User → the first day of study: the earliest day on which a class of theirs begins for them. */
export async function firstDays(desk: Desk): Promise<ReadonlyMap<string, PlainDate>> {
  const starts = new Map<string, PlainDate | null>();
  const days = new Map<string, PlainDate>();
  for (const row of desk.bundle.enrollments.values()) {
    const { role, status, userSourcedId, classSourcedId, beginDate } = row;
    if (role !== 'student' || status !== 'active') continue;
    if (!starts.has(classSourcedId))
      starts.set(classSourcedId, (await pageOf(desk, classSourcedId))?.period.from ?? null);
    const periodFrom = starts.get(classSourcedId);
    const day = periodFrom ? firstDay(row, periodFrom) : beginDate;
    if (day) days.set(userSourcedId, earlier(days.get(userSourcedId) ?? day, day));
  }
  return days;
}

const nameOf = ({ familyName, givenName, middleName }: User): StudentName => {
  const clean = (text: string): string => text.normalize('NFC').trim();
  return {
    familyName: clean(familyName),
    givenName: clean(givenName),
    patronymic: middleName === undefined ? null : clean(middleName),
  };
};

const isSame = (a: StudentName, b: StudentName): boolean =>
  a.familyName === b.familyName && a.givenName === b.givenName && a.patronymic === b.patronymic;

/** Registers a student, or renames one whose name has changed, and enrols one who never studied here. */
export async function enterStudent(
  desk: Desk,
  row: User,
  standing: StudentName | undefined,
  from: PlainDate | undefined,
): Promise<void> {
  const { college, clerk, id, tally } = desk;
  const student = id('student', row.sourcedId);
  const name = nameOf(row);
  const state = await college.stateOf(students, student);
  if (!state.registered) {
    const registered = await clerk.enter('RegisterStudent', { student, ...name });
    if (!booked(desk, ['users', row], registered, 'recorded', 'the student was not registered')) return;
  } else if (standing && !isSame(standing, name)) {
    const renamed = await clerk.enter('RenameStudent', {
      student,
      ...name,
      on: await college.today(),
      order: null,
    });
    booked(desk, ['users', row], renamed, 'corrected', 'the student was not renamed');
  } else tally.count('users', 'unchanged');

  if (from === undefined || state.enrolments.length > 0) return;
  const terms = { formOfStudy: 'fullTime', individualCurriculum: null } as const;
  const data = { student, group: null, from, ...terms, order: null, journals: [] };
  const { refusal } = await clerk.enter('EnrolStudent', data);
  if (refusal) tally.refused('users', row, refusal, `the student was not enrolled from ${from}`);
}
