import { v7 } from 'uuid';
import type { Role } from '../../events/role.ts';
import type { CommandNamed, CommandType, Command } from '../../src/decisions/register.ts';
import type { House } from '../../src/house.ts';
import { issueSignInCode } from '../../src/identity/sign-in-code.ts';
import { signIn } from '../../src/identity/sessions.ts';
import { plusDays } from '../../src/policies/calendar.ts';

const [STUDENTS, LESSONS] = [30, 40];
const FROM = '2026-09-01';
const MORNING = 'T07:00:00.000Z';

/** A page on which every cell has a mark, and a teacher who is signed in. */
export interface FilledPage {
  readonly college: string;
  readonly journal: string;
  readonly students: readonly string[];
  readonly lessons: readonly string[];
  readonly token: string;
  /** The last position of the college's log. */
  readonly position: bigint;
}

/** The same before anybody has signed in. */
export interface TaughtPage extends Omit<FilledPage, 'token'> {
  readonly origin: string;
  readonly administrator: string;
  readonly teacher: string;
}

/** Makes a college by commands, day by day under a virtual clock, until its page of 30 × 40 is full. */
export const teachPage = async (house: Pick<House, 'open'>): Promise<TaughtPage> => {
  const clock = { now: `2026-08-20${MORNING}` };
  const tenant = { id: v7(), origin: 'bench.example/journal', clock: 'virtual' } as const;
  const { execute } = await house.open(tenant, () => clock.now);
  let position = 0n;
  const order = async <Type extends CommandType>(
    by: string,
    type: Type,
    data: CommandNamed<Type>['data'],
  ): Promise<void> => {
    const actor = { account: by, session: by, channel: 'cli' } as const;
    const outcome = await execute({ type, data } as unknown as Command, { commandId: v7(), actor });
    if (!outcome.accepted) throw new Error(`${type} of the bench was refused: ${outcome.refusal.code}`);
    if (outcome.position > position) ({ position } = outcome);
  };

  const [administrator, deputy, teacher, group, courseUnit, period, journal] = Array.from({ length: 7 }, () =>
    v7(),
  ) as [string, string, string, string, string, string, string];
  const students = Array.from({ length: STUDENTS }, () => v7());
  const lessons = Array.from({ length: LESSONS }, () => v7());

  await order(administrator, 'FoundCollege', {
    name: 'Колледж',
    zone: 'Europe/Moscow',
    workingWeek: 6,
    administrator,
    administratorName: 'Администратор',
  });
  const staff: readonly (readonly [string, Role])[] = [
    [deputy, 'deputyDirector'],
    [teacher, 'teacher'],
  ];
  for (const [account, role] of staff) {
    await order(administrator, 'OpenAccount', { account, holder: 'staff', name: role });
    await order(administrator, 'GrantRole', { account, grant: v7(), role, student: null, order: '№ 1-к' });
  }
  await order(administrator, 'FormGroup', { group, name: 'ИС-11', year: 1, semester: 1 });
  for (const [index, student] of students.entries()) {
    const name = { familyName: `Студент ${index + 1}`, givenName: 'Имя', patronymic: null };
    await order(administrator, 'RegisterStudent', { student, ...name });
    const enrolment = {
      student,
      group,
      from: FROM,
      formOfStudy: 'fullTime',
      individualCurriculum: null,
      order: { number: '1-с', date: plusDays(FROM, -30) },
    } as const;
    await order(administrator, 'EnrolStudent', { ...enrolment, journals: [] });
  }
  await order(deputy, 'RegisterCourseUnit', {
    courseUnit,
    code: 'ОП.01',
    title: 'Алгебра',
    kind: 'discipline',
  });
  const semester = { kind: 'semester', title: 'Семестр', from: FROM, until: '2026-12-31' } as const;
  await order(administrator, 'SetAttestationPeriod', { period, ...semester });
  await order(deputy, 'OpenJournal', {
    ...{ journal, group, subgroup: null, courseUnit, period, students },
    ...{ scale: 'fivePoint', attestationForm: 'exam' },
  });
  await order(deputy, 'AssignTeacher', { journal, account: teacher, from: FROM, order: '№ 1-н' });

  for (const [index, lesson] of lessons.entries()) {
    const date = plusDays(FROM, index * 2);
    const place = { startsAt: '08:30', academicHours: 2, room: '301', deliveryForm: 'inPerson' } as const;
    clock.now = `${date}${MORNING}`;
    await order(administrator, 'ScheduleLesson', { journal, lesson, date, ...place });
    const held = { deliveryForm: 'inPerson', workTypes: ['lessonWork'], topic: 'Уравнения' } as const;
    await order(teacher, 'ConductLesson', { journal, lesson, ...held, workTypes: [...held.workTypes] });
    await Promise.all(
      students.map((student, line) => {
        const value = String(2 + ((line * 7 + index * 3) % 4));
        return order(teacher, 'RecordMark', { journal, lesson, student, workType: 'lessonWork', value });
      }),
    );
  }

  return {
    college: tenant.id,
    origin: tenant.origin,
    journal,
    students,
    lessons,
    administrator,
    teacher,
    position,
  };
};

/** Signs in with an account of a college: an access token. */
export const signedInAs = async (house: House, college: string, account: string): Promise<string> => {
  const pool = house.database.app.pool(1);
  const now = new Date().toISOString();
  const code = await issueSignInCode(pool, { college, account, ttl: 600, now });
  const signedIn = await signIn(pool, code, now);
  if (!signedIn) throw new Error('The account of the bench could not sign in.');
  return signedIn.token;
};

/** A full page, and its teacher signed in. */
export const fillPage = async (house: House): Promise<FilledPage> => {
  const { teacher, ...page } = await teachPage(house);
  return { ...page, token: await signedInAs(house, page.college, teacher) };
};
