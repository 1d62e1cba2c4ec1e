import type { DomainEvent, EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import type { Command, CommandNamed } from '../../src/decisions/register.ts';
import { idOf } from './names.ts';
import type { History } from './pure-ledger.ts';

/*
 * A small college: one group of two students with a curator, one guardian, two teachers. The page of algebra in the
 * autumn of 2024 has two lessons; the first was held on Monday 2 September (marks until 23 September), the second
 * stands in the timetable for the 9th (until the 30th). The period ends on Saturday 28 December, its attestation
 * marks stay open until 28 January 2025.
 */
export const [college, group, algebra, autumn, courseUnit] = [
  'college',
  'group',
  'algebra',
  'autumn',
  'unit',
].map(idOf) as [string, string, string, string, string];
export const [first, second] = ['first lesson', 'second lesson'].map(idOf) as [string, string];
export const [ivanova, smirnov, newcomer] = ['Ivanova', 'Smirnov', 'newcomer'].map(idOf) as [
  string,
  string,
  string,
];
/** The administrator, a deputy, the teacher of the page, a colleague, the curator, Ivanova's father. */
export const [administrator, deputy, petrova, orlov, curator, father] = [
  'administrator',
  'deputy',
  'Petrova',
  'Orlov',
  'curator',
  'father',
].map(idOf) as [string, string, string, string, string, string];

/** The streams of this college. */
export const streams = {
  page: `journal-${algebra}`,
  period: `period-${autumn}`,
  group: `group-${group}`,
  regulation: `regulation-${college}`,
  mark: `mark-${first}.${ivanova}`,
  attendance: `attendance-${first}.${ivanova}`,
  ahead: `attendance-${second}.${ivanova}`,
  attestation: `attestation-${algebra}.${ivanova}`,
  of: (student: string) => `student-${student}`,
  access: (account: string) => `access-${account}`,
} as const;

/** One event by its name, as it would stand in the past. */
export const happened = <Type extends DomainEvent['type']>(
  type: Type,
  data: EventNamed<Type>['data'],
  sealed?: Readonly<Record<string, string>>,
): EventNamed<Type> => ({ type, data, ...(sealed && { sealed }) }) as unknown as EventNamed<Type>;

/** One command by its name. */
export const command = <Type extends Command['type']>(
  type: Type,
  data: CommandNamed<Type>['data'],
): Command => ({ type, data }) as unknown as Command;

/** The first day of every role, position and guardianship of this college. */
export const since = '2024-08-20';

/** The grant of a role to an account; its id follows from both. */
export const grantOf = (account: string, role: Role): string => idOf(`${role} of ${account}`);

/** A role that was granted: since the beginning and for good, unless told otherwise. */
export const granted = (account: string, role: Role, more: Partial<EventNamed<'RoleGranted'>['data']> = {}) =>
  happened('RoleGranted', {
    account,
    grant: grantOf(account, role),
    role,
    student: null,
    order: null,
    from: since,
    until: null,
    proposedBy: null,
    ...more,
  });

/** A role that `granted` gave and that was taken back after a day. */
export const revoked = (account: string, role: Role, until: string) =>
  happened('RoleRevoked', { account, grant: grantOf(account, role), role, until });

/** An account of the staff, on the staff list since the beginning. */
export const listed = (account: string): DomainEvent[] => [
  happened('AccountOpened', { account, holder: 'staff' }),
  happened('StaffListed', { account, from: since, order: null }),
];

const person = (account: string, role: Role, holder: 'staff' | 'guardian' = 'staff'): DomainEvent[] => [
  ...(holder === 'staff' ? listed(account) : [happened('AccountOpened', { account, holder })]),
  granted(account, role),
];

/** Someone with an account and one role, to be added to the world. */
export const withRole = (account: string, role: Role): History => ({
  [streams.access(account)]: person(account, role),
});

/** A lesson in the timetable. */
export const scheduled = (lesson: string, date: string, marksUntil: string) =>
  happened('LessonScheduled', {
    journal: algebra,
    lesson,
    date,
    startsAt: '08:30',
    academicHours: 2,
    deliveryForm: 'inPerson',
    room: '301',
    marksUntil,
  });

/** A lesson that was held, with class work and a test paper. */
export const conducted = (lesson: string) =>
  happened(
    'LessonConducted',
    {
      journal: algebra,
      lesson,
      deliveryForm: 'inPerson',
      workTypes: ['lessonWork', 'control'],
      planItem: null,
      attendanceBasis: 'presence',
    },
    { topic: 'Квадратные уравнения' },
  );

const enrolled = (student: string, from = '2024-09-01'): DomainEvent[] => [
  happened('StudentRegistered', { student }),
  happened('StudentEnrolled', {
    student,
    group,
    from,
    formOfStudy: 'fullTime',
    individualCurriculum: null,
    order: null,
  }),
];

const base: History = {
  [`college-${college}`]: [
    happened('CollegeFounded', { college, name: 'Колледж', zone: 'Asia/Yekaterinburg', workingWeek: 5 }),
  ],
  ...withRole(administrator, 'journalAdministrator'),
  ...withRole(deputy, 'deputyDirector'),
  ...withRole(petrova, 'teacher'),
  ...withRole(orlov, 'teacher'),
  ...withRole(curator, 'groupCurator'),
  [streams.access(father)]: [
    ...person(father, 'legalGuardian', 'guardian'),
    happened(
      'GuardianshipEstablished',
      { account: father, guardianship: idOf('guardianship'), from: since, until: null },
      { student: ivanova },
    ),
  ],
  [`courseUnit-${courseUnit}`]: [
    happened('CourseUnitRegistered', { courseUnit, code: 'ОУД.01', title: 'Алгебра', kind: 'discipline' }),
  ],
  [streams.group]: [
    happened('GroupFormed', { group, name: 'С-21', year: 1, semester: 1 }),
    happened('GroupCuratorAssigned', { group, account: curator, order: null }),
    happened('GroupJoined', { group, student: ivanova, from: '2024-09-01' }),
    happened('GroupJoined', { group, student: smirnov, from: '2024-09-01' }),
    happened('GroupJournalOpened', { group, journal: algebra, period: autumn }),
  ],
  [streams.of(ivanova)]: enrolled(ivanova),
  [streams.of(smirnov)]: enrolled(smirnov),
  [streams.period]: [
    happened('AttestationPeriodSet', {
      period: autumn,
      kind: 'semester',
      title: 'Осень 2024',
      from: '2024-09-01',
      until: '2024-12-28',
      attestationMarksUntil: '2025-01-28',
    }),
  ],
  [streams.page]: [
    happened('JournalOpened', {
      journal: algebra,
      group,
      subgroup: null,
      courseUnit,
      period: autumn,
      scale: 'fivePoint',
      attestationForm: 'exam',
    }),
    happened('RosterExtended', { journal: algebra, students: [ivanova, smirnov], from: '2024-09-01' }),
    happened('JournalTeacherAssigned', {
      journal: algebra,
      account: petrova,
      from: '2024-09-01',
      order: null,
    }),
    scheduled(first, '2024-09-02', '2024-09-23'),
    conducted(first),
    scheduled(second, '2024-09-09', '2024-09-30'),
  ],
};

/** The small college, and what else has happened in it, added to the end of each stream. */
export const world = (more: History = {}): History => ({
  ...base,
  ...Object.fromEntries(
    Object.entries(more).map(([stream, events]) => [stream, [...(base[stream] ?? []), ...events]]),
  ),
});
