import type { DomainEvent, EventNamed } from '../../events/register.ts';
import { earlier, type PlainDate } from '../policies/calendar.ts';
import {
  accept,
  read,
  readAll,
  refuse,
  type Accepted,
  type Circumstances,
  type Deciding,
  type Refused,
} from './decision.ts';
import { accesses } from './folds/access.ts';
import { courseUnits } from './folds/course-unit.ts';
import { groups, membersOn, staysOn } from './folds/group.ts';
import { journals } from './folds/journal.ts';
import { periods } from './folds/period.ts';
import { isEnrolledOn, students } from './folds/student.ts';
import { openedPage, unlockedPage } from './page.ts';
import type { Role } from '../../events/role.ts';
import { isRefused, rightTo } from './rights.ts';

/** Opens the page of a group, a subgroup or a list of students in a course unit and a period. */
export interface OpenJournal extends Omit<EventNamed<'JournalOpened'>['data'], 'journal'> {
  readonly journal: string;
  /** Who is on it from the start of the period; `null`: the whole group. */
  readonly students: readonly string[] | null;
}

/** Puts a page into a teacher's load. */
export interface AssignTeacher {
  readonly journal: string;
  readonly account: string;
  readonly from: PlainDate;
  readonly order: string | null;
}

/** Takes a page out of a teacher's load. */
export interface ReleaseTeacher {
  readonly journal: string;
  readonly account: string;
}

/** Puts students on a page. */
export interface ExtendRoster {
  readonly journal: string;
  readonly students: readonly string[];
  readonly from: PlainDate;
}

/** Takes a student off a page after a day. */
export interface EndRosterEntry {
  readonly journal: string;
  readonly student: string;
  readonly until: PlainDate;
}

const write = (journal: string, right: Role, events: readonly DomainEvent[]): Accepted =>
  accept(right, [{ category: 'journal', id: journal, events }]);

/** Administrative acts on pages: an import opens and fills pages under its own right. */
const right = (circumstances: Circumstances, subject: { readonly journal: string }) =>
  rightTo(circumstances, circumstances.source === 'import' ? 'history.import' : 'journal.open', subject);

const ROSTER_CHUNK = 500;

const rosterEvents = (
  journal: string,
  students: readonly string[],
  from: PlainDate,
): readonly DomainEvent[] =>
  Array.from({ length: Math.ceil(students.length / ROSTER_CHUNK) }, (_, chunk) => ({
    type: 'RosterExtended',
    data: { journal, students: students.slice(chunk * ROSTER_CHUNK, (chunk + 1) * ROSTER_CHUNK), from },
  }));

/** Who stands on a new page: the given students, all of the group where there is one, else the whole group. */
function* rosterOf(command: OpenJournal, day: PlainDate): Deciding<readonly string[] | Refused> {
  if (command.group === null) return command.students ?? [];
  const group = yield* read(groups, command.group);
  const subject = { journal: command.journal };
  if (!group.formed) return refuse('NOT_FOUND', subject, { what: 'group' });
  const members = membersOn(group, day);
  const known = new Set(members);
  const stranger = command.students?.find((student) => !known.has(student));
  if (stranger !== undefined) return refuse('NOT_IN_GROUP', { ...subject, student: stranger });
  return command.students ?? members;
}

/** Opens a page and puts its students on it. */
export function* openJournal(circumstances: Circumstances, command: OpenJournal): Deciding {
  const { journal, students: _, ...opened } = command;
  const subject = { journal };
  const role = yield* right(circumstances, subject);
  if (isRefused(role)) return role;
  if ((yield* read(journals, journal)).opened) return refuse('ALREADY_EXISTS', subject, { what: 'journal' });
  if (!(yield* read(courseUnits, opened.courseUnit)))
    return refuse('NOT_FOUND', subject, { what: 'courseUnit' });
  const period = yield* read(periods, opened.period);
  if (!period) return refuse('NOT_FOUND', subject, { what: 'period' });
  if (period.locked)
    return refuse('PERIOD_LOCKED', { ...subject, period: opened.period }, { until: period.until });
  const day = circumstances.today < period.from ? period.from : earlier(circumstances.today, period.until);
  const roster = yield* rosterOf(command, day);
  if (isRefused(roster)) return roster;

  const event = { type: 'JournalOpened', data: { journal, ...opened } } as const;
  return write(journal, role, [event, ...rosterEvents(journal, [...new Set(roster)], period.from)]);
}

/** Assigns a teacher or an instructor; the account must hold such a role (T-37). */
export function* assignTeacher(circumstances: Circumstances, command: AssignTeacher): Deciding {
  const { journal, account } = command;
  const page = yield* openedPage(journal, { journal });
  if (isRefused(page)) return page;
  const role = yield* right(circumstances, { journal });
  if (isRefused(role)) return role;
  if (page.teachers.has(account)) return refuse('ALREADY_ASSIGNED', { journal });
  const { roles } = yield* read(accesses, account);
  if (!roles.has('teacher') && !roles.has('practicalTrainingInstructor'))
    return refuse('NOT_FOUND', { journal }, { what: 'teacher' });
  return write(journal, role, [{ type: 'JournalTeacherAssigned', data: { ...command } }]);
}

/** Releases a teacher from a page. */
export function* releaseTeacher(circumstances: Circumstances, command: ReleaseTeacher): Deciding {
  const { journal, account } = command;
  const page = yield* openedPage(journal, { journal });
  if (isRefused(page)) return page;
  const role = yield* right(circumstances, { journal });
  if (isRefused(role)) return role;
  if (!page.teachers.has(account)) return refuse('NOT_FOUND', { journal }, { what: 'teacher' });
  return write(journal, role, [{ type: 'JournalTeacherReleased', data: { journal, account } }]);
}

/** Puts students on a page; those who are on it already are left as they are. */
export function* extendRoster(circumstances: Circumstances, command: ExtendRoster): Deciding {
  const { journal, from } = command;
  const page = yield* unlockedPage(journal, { journal });
  if (isRefused(page)) return page;
  const role = yield* right(circumstances, { journal });
  if (isRefused(role)) return role;

  const added = [...new Set(command.students)].filter(
    (student) => !staysOn(page.roster.get(student) ?? [], from),
  );
  const enrolled = yield* readAll(students, added);
  for (const [index, student] of added.entries()) {
    const subject = { journal, student };
    const state = enrolled[index];
    if (!state || !isEnrolledOn(state, from)) return refuse('NOT_ENROLLED', subject, { day: from });
    if (page.opened.group === null) continue;
    const { members } = yield* read(groups, page.opened.group);
    if (!staysOn(members.get(student) ?? [], from)) return refuse('NOT_IN_GROUP', subject);
  }
  return write(journal, role, rosterEvents(journal, added, from));
}

/** Takes a student off a page; what was entered up to the day stays (T-32). */
export function* endRosterEntry(circumstances: Circumstances, command: EndRosterEntry): Deciding {
  const { journal, student, until } = command;
  const subject = { journal, student };
  const page = yield* unlockedPage(journal, subject);
  if (isRefused(page)) return page;
  const role = yield* right(circumstances, subject);
  if (isRefused(role)) return role;
  const open = page.roster.get(student)?.find((stay) => stay.until === null);
  if (!open) return refuse('NOT_ON_ROSTER', subject);
  if (until < open.from) return refuse('DATE_OUT_OF_RANGE', subject, { until, from: open.from });
  return write(journal, role, [{ type: 'RosterEntryEnded', data: { ...command } }]);
}
