import type { DomainEvent, EventNamed } from '../../events/register.ts';
import type { PlainDate } from '../policies/calendar.ts';
import { plusDays } from '../policies/calendar.ts';
import {
  accept,
  read,
  refuse,
  type Circumstances,
  type Deciding,
  type Refused,
  type Write,
} from './decision.ts';
import { groups, staysOn } from './folds/group.ts';
import { currentEnrolment, students } from './folds/student.ts';
import { unlockedPage, type Page } from './page.ts';
import { isRefused, rightTo } from './rights.ts';

/** The parts of a student's name; personal, so never in a body. */
export interface StudentName {
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
}

/** Makes a student known. */
export interface RegisterStudent extends StudentName {
  readonly student: string;
}

/** Enrols a student, and puts them on open pages of the group. */
export interface EnrolStudent {
  readonly student: string;
  readonly group: string | null;
  readonly from: PlainDate;
  readonly formOfStudy: EventNamed<'StudentEnrolled'>['data']['formOfStudy'];
  readonly order: string | null;
  readonly journals: readonly string[];
}

/** Moves a student to another group: off the pages of the old one, on those of the new one. */
export interface TransferStudent {
  readonly student: string;
  readonly to: string;
  readonly on: PlainDate;
  readonly order: string | null;
  readonly leaves: readonly string[];
  readonly joins: readonly string[];
}

/** Ends an enrolment; the day is the last one. */
export interface ExpelStudent {
  readonly student: string;
  readonly on: PlainDate;
  readonly order: string | null;
  readonly reason: string;
}

const sealedName = ({ familyName, givenName, patronymic }: StudentName) => ({
  familyName,
  givenName,
  ...(patronymic === null ? {} : { patronymic }),
});

const ofStudent = (student: string, event: DomainEvent): Write => ({
  category: 'student',
  id: student,
  events: [event],
});

const ofGroup = (group: string | null, event: DomainEvent): readonly Write[] =>
  group === null ? [] : [{ category: 'group', id: group, events: [event] }];

const right = (circumstances: Circumstances, subject: { readonly student: string }) =>
  rightTo(circumstances, circumstances.source === 'import' ? 'history.import' : 'student.move', subject);

/** Registers a student under a name. */
export function* registerStudent(circumstances: Circumstances, command: RegisterStudent): Deciding {
  const { student } = command;
  const role = yield* right(circumstances, { student });
  if (isRefused(role)) return role;
  const { registered } = yield* read(students, student);
  if (registered) return refuse('ALREADY_EXISTS', { student }, { what: 'student' });
  const event = { type: 'StudentRegistered', data: { student }, sealed: sealedName(command) } as const;
  return accept(role, [ofStudent(student, event)]);
}

/** Gives a student another name; documents already issued keep the old one (T-33). */
export function* renameStudent(circumstances: Circumstances, command: RegisterStudent): Deciding {
  const { student } = command;
  const role = yield* right(circumstances, { student });
  if (isRefused(role)) return role;
  const { registered } = yield* read(students, student);
  if (!registered) return refuse('NOT_FOUND', { student }, { what: 'student' });
  const event = { type: 'StudentRenamed', data: { student }, sealed: sealedName(command) } as const;
  return accept(role, [ofStudent(student, event)]);
}

/** Each id once, less those of another list: a stream is written once. */
const distinct = (ids: readonly string[], less: readonly string[] = []): readonly string[] => [
  ...new Set(ids).difference(new Set(less)),
];

/** The pages, none of them behind a lock. */
function* unlockedPages(student: string, pages: readonly string[]): Deciding<readonly Page[] | Refused> {
  const unlocked: Page[] = [];
  for (const journal of pages) {
    const page = yield* unlockedPage(journal, { journal, student });
    if (isRefused(page)) return page;
    unlocked.push(page);
  }
  return unlocked;
}

function* joining(
  student: string,
  group: string,
  pages: readonly string[],
  from: PlainDate,
): Deciding<readonly Write[] | Refused> {
  const states = yield* unlockedPages(student, pages);
  if (isRefused(states)) return states;
  if (states.some(({ opened }) => opened.group !== group))
    return refuse('NOT_FOUND', { student }, { what: 'journal' });
  return pages.flatMap((journal, index): readonly Write[] =>
    staysOn(states[index]?.roster.get(student) ?? [], from)
      ? []
      : [
          {
            category: 'journal',
            id: journal,
            events: [{ type: 'RosterExtended', data: { journal, students: [student], from } }],
          },
        ],
  );
}

function* leaving(
  student: string,
  pages: readonly string[],
  until: PlainDate,
): Deciding<readonly Write[] | Refused> {
  const states = yield* unlockedPages(student, pages);
  if (isRefused(states)) return states;
  return pages.flatMap((journal, index): readonly Write[] =>
    states[index]?.roster.get(student)?.some((stay) => stay.until === null)
      ? [
          {
            category: 'journal',
            id: journal,
            events: [{ type: 'RosterEntryEnded', data: { journal, student, until } }],
          },
        ]
      : [],
  );
}

/** Enrols a student who is known and not enrolled. */
export function* enrolStudent(circumstances: Circumstances, command: EnrolStudent): Deciding {
  const { student, group, from, formOfStudy, order } = command;
  const subject = { student };
  const role = yield* right(circumstances, subject);
  if (isRefused(role)) return role;
  const state = yield* read(students, student);
  if (!state.registered) return refuse('NOT_FOUND', subject, { what: 'student' });
  if (currentEnrolment(state)) return refuse('ALREADY_DONE', subject, { state: 'enrolled' });
  if (group !== null && !(yield* read(groups, group)).formed)
    return refuse('NOT_FOUND', subject, { what: 'group' });
  const pages = group === null ? [] : yield* joining(student, group, distinct(command.journals), from);
  if (isRefused(pages)) return pages;

  const enrolled = { type: 'StudentEnrolled', data: { student, group, from, formOfStudy, order } } as const;
  const joined =
    group === null ? [] : ofGroup(group, { type: 'GroupJoined', data: { group, student, from } });
  return accept(role, [ofStudent(student, enrolled), ...joined, ...pages], { occurredOn: from });
}

/** Transfers a student by order from a day on; history stays with the old group (D-22, T-32). */
export function* transferStudent(circumstances: Circumstances, command: TransferStudent): Deciding {
  const { student, to, on, order, joins, leaves } = command;
  const subject = { student };
  const role = yield* right(circumstances, subject);
  if (isRefused(role)) return role;
  const enrolment = currentEnrolment(yield* read(students, student));
  if (!enrolment) return refuse('NOT_ENROLLED', subject, { day: on });
  const { group: from } = enrolment;
  if (from === to) return accept(role, []);
  if (on <= enrolment.from) return refuse('DATE_OUT_OF_RANGE', subject, { on, from: enrolment.from });
  if (!(yield* read(groups, to)).formed) return refuse('NOT_FOUND', subject, { what: 'group' });
  if (from !== null) yield* read(groups, from);

  const lastDay = plusDays(on, -1);
  const joined = yield* joining(student, to, distinct(joins), on);
  if (isRefused(joined)) return joined;
  const left = yield* leaving(student, distinct(leaves, joins), lastDay);
  if (isRefused(left)) return left;
  const writes: readonly Write[] = [
    ofStudent(student, { type: 'StudentTransferred', data: { student, from, to, on, order } }),
    ...(from === null
      ? []
      : ofGroup(from, { type: 'GroupLeft', data: { group: from, student, until: lastDay } })),
    ...ofGroup(to, { type: 'GroupJoined', data: { group: to, student, from: on } }),
    ...left,
    ...joined,
  ];
  return accept(role, writes, { occurredOn: on });
}

/** Ends the enrolment: later lessons take no entry, nothing of the past goes (T-33). */
export function* expelStudent(circumstances: Circumstances, command: ExpelStudent): Deciding {
  const { student, on, order, reason } = command;
  const subject = { student };
  const role = yield* right(circumstances, subject);
  if (isRefused(role)) return role;
  const enrolment = currentEnrolment(yield* read(students, student));
  if (!enrolment) return refuse('NOT_ENROLLED', subject, { day: on });
  if (on < enrolment.from) return refuse('DATE_OUT_OF_RANGE', subject, { on, from: enrolment.from });
  if (reason.trim() === '') return refuse('REASON_REQUIRED', subject);

  const { group } = enrolment;
  if (group !== null) yield* read(groups, group);
  const expelled = {
    type: 'StudentExpelled',
    data: { student, group, on, order },
    sealed: { reason },
  } as const;
  const left =
    group === null ? [] : ofGroup(group, { type: 'GroupLeft', data: { group, student, until: on } });
  return accept(role, [ofStudent(student, expelled), ...left], { occurredOn: on });
}
