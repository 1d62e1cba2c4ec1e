import type { EventNamed } from '../../events/register.ts';
import { allowedForm } from '../policies/attestation.ts';
import { earlier, type PlainDate } from '../policies/calendar.ts';
import { accept, read, refuse, type Circumstances, type Deciding, type Refused } from './decision.ts';
import { accesses, rolesOn } from './folds/access.ts';
import { courseUnits } from './folds/course-unit.ts';
import { withoutEntry } from './folds/entries.ts';
import { groups, membersOn } from './folds/group.ts';
import { journals } from './folds/journal.ts';
import { periods } from './folds/period.ts';
import { ofGroup } from './movement.ts';
import { openedPage } from './page.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightTo } from './rights.ts';
import { restaffing } from './timetable/staffing.ts';
import { inAnotherSubgroup, rosterEvents } from './roster.ts';

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

/** Administrative acts on pages: an import opens and fills pages under its own right. */
const right = (circumstances: Circumstances, subject: { readonly journal: string }) =>
  rightTo(circumstances, circumstances.source === 'import' ? 'history.import' : 'journal.open', subject);

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
  const regulation = yield* regulationOn(circumstances, period.until);
  const { attestationForm: form } = opened;
  if (!allowedForm(regulation, form) && circumstances.source !== 'import')
    return refuse('FORM_NOT_HELD', subject, { form }, regulation.rule('attestation.forms'));
  const day = circumstances.today < period.from ? period.from : earlier(circumstances.today, period.until);
  const roster = yield* rosterOf(command, day);
  if (isRefused(roster)) return roster;
  const twice = yield* inAnotherSubgroup({ ...opened, journal }, roster, day);
  if (twice) return twice;

  const event = { type: 'JournalOpened', data: { journal, ...opened } } as const;
  const events = [event, ...rosterEvents(journal, [...new Set(roster)], period.from)];
  return accept(role, [
    { category: 'journal', id: journal, events },
    ...ofGroup(opened.group, (group) => ({
      type: 'GroupJournalOpened',
      data: { group, journal, period: opened.period },
    })),
  ]);
}

/** Assigns a teacher or an instructor; the account must hold such a role (T-37). */
export function* assignTeacher(circumstances: Circumstances, command: AssignTeacher): Deciding {
  const { journal, account } = command;
  const page = yield* openedPage(journal, { journal });
  if (isRefused(page)) return page;
  const role = yield* right(circumstances, { journal });
  if (isRefused(role)) return role;
  if (page.teachers.has(account)) return refuse('ALREADY_ASSIGNED', { journal });
  const roles = rolesOn(yield* read(accesses, account), circumstances.today);
  if (!roles.has('teacher') && !roles.has('practicalTrainingInstructor'))
    return refuse('NOT_FOUND', { journal }, { what: 'teacher' });
  const teachers = new Map(page.teachers).set(account, command.from);
  const placed = yield* restaffing(circumstances, { ...page, journal, teachers, released: null });
  const event = { type: 'JournalTeacherAssigned', data: { ...command } } as const;
  return accept(role, [{ category: 'journal', id: journal, events: [event] }, ...placed]);
}

/** Releases a teacher from a page. */
export function* releaseTeacher(circumstances: Circumstances, command: ReleaseTeacher): Deciding {
  const { journal, account } = command;
  const page = yield* openedPage(journal, { journal });
  if (isRefused(page)) return page;
  const role = yield* right(circumstances, { journal });
  if (isRefused(role)) return role;
  if (!page.teachers.has(account)) return refuse('NOT_FOUND', { journal }, { what: 'teacher' });
  const teachers = withoutEntry(page.teachers, account);
  const placed = yield* restaffing(circumstances, { ...page, journal, teachers, released: account });
  const event = { type: 'JournalTeacherReleased', data: { journal, account } } as const;
  return accept(role, [{ category: 'journal', id: journal, events: [event] }, ...placed]);
}
