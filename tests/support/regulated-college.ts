import type { PresetKey } from '../../src/policies/regulation/presets.ts';
import type { ApiClient } from './api-client.ts';
import { confirmRoles, foundEmpty } from './founding.ts';
import type { ServedHouse } from './served-house.ts';

/*
 * A college at the beginning of a school year, under a regulation of its own: Tuesday 20 August 2024. It has its
 * people and one group of three students; everything else is what its year is about. Instructors are not everywhere.
 */
const STAFF = {
  director: 'DIRECTOR',
  deputy: 'DEPUTY_DIRECTOR',
  departmentHead: 'DEPARTMENT_HEAD',
  officeHead: 'ACADEMIC_OFFICE_HEAD',
  scheduler: 'SCHEDULER',
  substitutions: 'SUBSTITUTION_OPERATOR',
  teacher: 'TEACHER',
  colleague: 'TEACHER',
  curator: 'GROUP_CURATOR',
  auditor: 'AUDITOR',
} as const;
const STUDENTS = ['anna', 'boris', 'vera'] as const;

type StaffName = keyof typeof STAFF;
type StudentName = (typeof STUDENTS)[number];

/** Who can sign in: the mother is Anna's. */
export type YearPerson = 'administrator' | StaffName | StudentName | 'mother';

/** Where each college lives. */
const ZONES: Readonly<Record<PresetKey, string>> = {
  '000': 'Asia/Yekaterinburg',
  '001': 'Asia/Yekaterinburg',
  '002': 'Europe/Moscow',
  '003': 'Asia/Yekaterinburg',
  '004': 'Europe/Moscow',
};

/** A college at the beginning of its year. */
export interface RegulatedCollege {
  readonly id: string;
  /** Moves the clock to a local time of the college; 10:00 where nothing is said. */
  at(date: string, time?: string): void;
  as(person: YearPerson): ApiClient;
  readonly accounts: Readonly<Record<YearPerson, string>>;
  readonly students: Readonly<Record<StudentName, string>>;
  readonly group: string;
  /** That of the mother over Anna. */
  readonly guardianship: string;
}

const FOUNDED = '2024-08-20';

/** Founds a college under a regulation, with its people and one group enrolled from 1 September 2024. */
export const regulatedCollege = async (
  served: ServedHouse,
  regulation: PresetKey,
): Promise<RegulatedCollege> => {
  const zone = ZONES[regulation];
  const instant = (date: string, time: string): string =>
    Temporal.PlainDateTime.from(`${date}T${time}`)
      .toZonedDateTime(zone)
      .toInstant()
      .toString({ smallestUnit: 'millisecond' });
  const college = await foundEmpty(served, { now: instant(FOUNDED, '09:00'), regulation, zone });
  const { administrator, founder, make, signInAs, clock } = college;

  const staff = Object.keys(STAFF) as readonly StaffName[];
  const names = [...staff, ...STUDENTS, 'mother'] as const;
  const holderOf = (name: (typeof names)[number]): string =>
    name in STAFF ? 'STAFF' : name === 'mother' ? 'GUARDIAN' : 'STUDENT';
  const opened = await make(
    'openAccount',
    names.map((name) => ({ holder: holderOf(name), name: `Фамилия ${name}` })),
  );
  const accounts = {
    administrator: founder,
    ...Object.fromEntries(names.map((name, index) => [name, opened[index] ?? ''])),
  } as Record<YearPerson, string>;
  const registered = await make(
    'registerStudent',
    STUDENTS.map((name) => ({ familyName: 'Иванова', givenName: name })),
  );
  const students = Object.fromEntries(
    STUDENTS.map((name, index) => [name, registered[index] ?? '']),
  ) as Record<StudentName, string>;
  const [group = ''] = await make('formGroup', [{ name: 'С-21' }]);
  await make(
    'enrolStudent',
    STUDENTS.map((name) => ({
      studentId: students[name],
      groupId: group,
      from: '2024-09-01',
      formOfStudy: 'FULL_TIME',
      order: { number: '3-с', date: FOUNDED },
    })),
  );
  await make('grantRole', [
    ...staff.map((name) => ({ accountId: accounts[name], role: STAFF[name], order: '1-к от 20.08.2024' })),
    ...STUDENTS.map((name) => ({ accountId: accounts[name], role: 'STUDENT', studentId: students[name] })),
    { accountId: accounts.mother, role: 'LEGAL_GUARDIAN' },
  ]);
  await confirmRoles(await signInAs(accounts.director));
  const [guardianship = ''] = await make('establishGuardianship', [
    { accountId: accounts.mother, studentId: students.anna },
  ]);
  await make('assignCurator', [{ accountId: accounts.curator, groupId: group }]);

  const clients = new Map<YearPerson, ApiClient>([['administrator', administrator]]);
  for (const name of names) clients.set(name, await signInAs(accounts[name]));
  return {
    id: college.id,
    at: (date, time = '10:00') => {
      clock.now = instant(date, time);
    },
    as: (person) => clients.get(person) ?? administrator,
    accounts,
    students,
    group,
    guardianship,
  };
};
