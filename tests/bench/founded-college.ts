import { v7 } from 'uuid';
import type { Role } from '../../events/role.ts';
import type { Command, CommandNamed, CommandType } from '../../src/decisions/register.ts';
import type { House } from '../../src/house.ts';
import type { RunningCollege } from '../../src/runtime/college.ts';

/** Who commands, what, and with which words; gives the position the log then had. */
export type Order = <Type extends CommandType>(
  by: string,
  type: Type,
  data: CommandNamed<Type>['data'],
) => Promise<bigint>;

/** A clock that is set by hand. */
export interface Clock {
  now: string;
}

/** A study group with its students. */
export interface BenchGroup {
  readonly id: string;
  readonly students: readonly string[];
  readonly curator: string;
}

/** A course unit with the people who teach it. */
export interface BenchUnit {
  readonly id: string;
  readonly teachers: readonly string[];
}

/** A college before its first lesson. */
export interface FoundedCollege {
  readonly college: string;
  readonly origin: string;
  readonly administrator: string;
  readonly deputy: string;
  readonly groups: readonly BenchGroup[];
  readonly units: readonly BenchUnit[];
}

/** How large a college is. */
export interface CollegeSize {
  readonly groups: number;
  readonly studentsInGroup: number;
  readonly units: number;
  /** Groups that one teacher of a unit teaches. */
  readonly groupsOfTeacher: number;
}

const ids = (count: number): readonly string[] => Array.from({ length: count }, () => v7());

/** Orders that must be accepted; a refusal ends the bench. */
export const ordering =
  ({ execute }: Pick<RunningCollege, 'execute'>): Order =>
  async (by, type, data) => {
    const actor = { account: by, session: by, channel: 'cli' } as const;
    const command = { type, data } as unknown as Command;
    const outcome = await execute(command, { commandId: v7(), actor });
    if (!outcome.accepted)
      throw new Error(
        `${type} of the bench was refused: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal.facts)}`,
      );
    return outcome.position;
  };

const staffed = async (
  order: Order,
  administrator: string,
  account: string,
  role: Role,
  student: string | null = null,
): Promise<void> => {
  const holder = student === null ? 'staff' : 'student';
  await order(administrator, 'OpenAccount', { account, holder, name: `Бенчева ${role}` });
  await order(administrator, 'GrantRole', {
    ...{ account, grant: v7(), role, student },
    order: student === null ? '№ 1-к' : null,
  });
};

/** An account for a student. */
export const studentAccount = async (
  order: Order,
  administrator: string,
  student: string,
): Promise<string> => {
  const account = v7();
  await staffed(order, administrator, account, 'student', student);
  return account;
};

const enrolled = async (
  order: Order,
  { administrator }: Pick<FoundedCollege, 'administrator'>,
  { id: group, students, curator }: BenchGroup,
  index: number,
  from: string,
): Promise<void> => {
  await order(administrator, 'FormGroup', { group, name: `БГ-${index + 1}`, year: 1, semester: 1 });
  await order(administrator, 'AssignCurator', { group, account: curator, order: '№ 2-к' });
  await Promise.all(
    students.map(async (student, line) => {
      const name = { familyName: `Студент ${line + 1}`, givenName: 'Имя', patronymic: null };
      await order(administrator, 'RegisterStudent', { student, ...name });
    }),
  );
  for (const student of students)
    await order(administrator, 'EnrolStudent', {
      ...{ student, group, from, formOfStudy: 'fullTime', individualCurriculum: null, journals: [] },
      order: { number: '1-с', date: from },
    });
};

/** Those of one list by turns, `side` of them at once. */
export const sideBySide = async <One>(
  list: readonly One[],
  side: number,
  act: (one: One, index: number) => Promise<void>,
): Promise<void> => {
  const entries = list.entries();
  await Promise.all(
    Array.from({ length: side }, async () => {
      for (const [index, one] of entries) await act(one, index);
    }),
  );
};

const AT_ONCE = 16;

/** Founds a college by commands on a day: its staff, groups, students and course units. */
export const found = async (
  house: Pick<House, 'open'>,
  clock: Clock,
  origin: string,
  size: CollegeSize,
): Promise<FoundedCollege & { readonly order: Order }> => {
  const day = clock.now.slice(0, 10);
  const tenant = { id: v7(), origin, clock: 'virtual' } as const;
  const order = ordering(await house.open(tenant, () => clock.now));
  const [administrator, deputy] = [v7(), v7()];
  const groups = Array.from({ length: size.groups }, () => ({
    ...{ id: v7(), curator: v7() },
    students: ids(size.studentsInGroup),
  }));
  const units = Array.from({ length: size.units }, () => ({
    id: v7(),
    teachers: ids(Math.ceil(size.groups / size.groupsOfTeacher)),
  }));
  await order(administrator, 'FoundCollege', {
    ...{ name: 'Колледж', zone: 'Europe/Moscow', workingWeek: 6 },
    ...{ administrator, administratorName: 'Администратор' },
  });
  await staffed(order, administrator, deputy, 'deputyDirector');
  const posts = [
    ...units.flatMap(({ teachers }) => teachers.map((account) => [account, 'teacher'] as const)),
    ...groups.map(({ curator }) => [curator, 'groupCurator'] as const),
  ];
  await sideBySide(posts, AT_ONCE, ([account, role]) => staffed(order, administrator, account, role));
  await sideBySide(groups, AT_ONCE, (group, index) => enrolled(order, { administrator }, group, index, day));
  for (const [index, { id: courseUnit }] of units.entries())
    await order(deputy, 'RegisterCourseUnit', {
      ...{ courseUnit, code: `ОП.${index + 1}`, title: `Дисциплина ${index + 1}`, kind: 'discipline' },
    });
  return { college: tenant.id, origin, administrator, deputy, groups, units, order };
};
