import type { DomainEvent } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import { plusDays, type PlainDate } from '../policies/calendar.ts';
import {
  accept,
  read,
  readAll,
  refuse,
  type Circumstances,
  type Deciding,
  type Refused,
} from './decision.ts';
import { groups, staysOn } from './folds/group.ts';
import { journals } from './folds/journal.ts';
import { isEnrolledOn, students } from './folds/student.ts';
import { unlockedPage, type Page } from './page.ts';
import { regulationOn } from './regulation.ts';
import { rightOfNamed } from './right-named.ts';
import { isRefused, rightTo } from './rights.ts';

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

const ROSTER_CHUNK = 500;

/** The events that put students on a page, so many in each as one event holds. */
export const rosterEvents = (
  journal: string,
  students: readonly string[],
  from: PlainDate,
): readonly DomainEvent[] =>
  Array.from({ length: Math.ceil(students.length / ROSTER_CHUNK) }, (_, chunk) => ({
    type: 'RosterExtended',
    data: { journal, students: students.slice(chunk * ROSTER_CHUNK, (chunk + 1) * ROSTER_CHUNK), from },
  }));

/** The day of the first lesson that was held on a page, or none: from it on a division stands. */
export const firstHeld = ({ lessons }: Pick<Page, 'lessons'>): PlainDate | null =>
  [...lessons.values()]
    .filter(({ status }) => status === 'conducted')
    .map(({ date }) => date)
    .toSorted()[0] ?? null;

/** An import and a page of a whole group or list of students are not bound to the ends of periods. */
const isBound = ({ source }: Circumstances, { opened }: Page): boolean =>
  source !== 'import' && opened.subgroup !== null;

/** Who fills pages; who changes a subgroup, where the regulation names somebody: those alone (R-PRM-04). */
function* rightOnRoster(
  circumstances: Circumstances,
  page: Page,
  subject: { readonly journal: string },
  day: PlainDate,
): Deciding<Role | Refused> {
  const capability = circumstances.source === 'import' ? 'history.import' : 'journal.open';
  if (!isBound(circumstances, page)) return yield* rightTo(circumstances, capability, subject);
  const regulation = yield* regulationOn(circumstances, day);
  const named = regulation.value('transfer.betweenGroups').by;
  const rule = regulation.rule('transfer.betweenGroups');
  return yield* rightOfNamed(circumstances, capability, { named, rule, subject });
}

/** A subgroup keeps its members until the end of the period: everything else is a no with its clause (T-32, R-SUB-03). */
function* inMidPeriod(
  circumstances: Circumstances,
  { period }: Page,
  subject: { readonly journal: string; readonly student: string },
  on: PlainDate,
): Deciding<Refused | null> {
  const regulation = yield* regulationOn(circumstances, on);
  if (regulation.value('transfer.betweenGroups').subgroupMove === 'anytime') return null;
  const facts = { on, from: period.from, until: period.until };
  return refuse('TRANSFER_IN_MID_PERIOD', subject, facts, regulation.rule('transfer.betweenGroups'));
}

/** Who came into the group after the period had begun has no subgroup yet. */
function* isNewcomer(page: Page, student: string, from: PlainDate): Deciding<boolean> {
  if (page.opened.group === null) return false;
  const { members } = yield* read(groups, page.opened.group);
  const stay = members.get(student)?.findLast((each) => staysOn([each], from));
  return stay !== undefined && stay.from > page.period.from;
}

/** A page as far as it is one of several subgroups. */
export type SubgroupKey = Pick<Page['opened'], 'group' | 'subgroup' | 'courseUnit' | 'period'>;

/**
 * The one of some students who stands in another subgroup of the same unit and period, if any does: nobody is in two
 * of them, so that no new page is a way around the end of the period (T-32). Those named `besides` are left out.
 */
export function* inAnotherSubgroup(
  { journal, group, subgroup, courseUnit, period }: SubgroupKey & { readonly journal: string },
  among: readonly string[],
  from: PlainDate,
  besides: readonly string[] = [],
): Deciding<Refused | null> {
  if (group === null || subgroup === null) return null;
  const { pages } = yield* read(groups, group);
  const others = pages.filter(
    (page) => page.period === period && page.journal !== journal && !besides.includes(page.journal),
  );
  const states = yield* readAll(
    journals,
    others.map((page) => page.journal),
  );
  for (const [index, { opened, roster }] of states.entries()) {
    if (opened?.courseUnit !== courseUnit || opened.subgroup === null) continue;
    const student = among.find((each) => staysOn(roster.get(each) ?? [], from));
    if (student !== undefined)
      return refuse('ALREADY_ASSIGNED', { journal, student }, { journal: others[index]?.journal ?? '' });
  }
  return null;
}

/** Puts students on a page; those who are on it already are left as they are. */
export function* extendRoster(circumstances: Circumstances, command: ExtendRoster): Deciding {
  const { journal, from } = command;
  const page = yield* unlockedPage(journal, { journal });
  if (isRefused(page)) return page;
  const role = yield* rightOnRoster(circumstances, page, { journal }, from);
  if (isRefused(role)) return role;

  const added = [...new Set(command.students)].filter(
    (student) => !staysOn(page.roster.get(student) ?? [], from),
  );
  const isSettled = isBound(circumstances, page) && (from > page.period.from || firstHeld(page) !== null);
  const enrolled = yield* readAll(students, added);
  for (const [index, student] of added.entries()) {
    const subject = { journal, student };
    const state = enrolled[index];
    if (!state || !isEnrolledOn(state, from)) return refuse('NOT_ENROLLED', subject, { day: from });
    if (page.opened.group === null) continue;
    const { members } = yield* read(groups, page.opened.group);
    if (!staysOn(members.get(student) ?? [], from)) return refuse('NOT_IN_GROUP', subject);
    if (!isSettled || (yield* isNewcomer(page, student, from))) continue;
    const early = yield* inMidPeriod(circumstances, page, subject, from);
    if (early) return early;
  }
  const twice = yield* inAnotherSubgroup({ ...page.opened, journal }, added, from);
  if (twice) return twice;
  return accept(role, [{ category: 'journal', id: journal, events: rosterEvents(journal, added, from) }]);
}

/** Whether a student belongs to the group of a page beyond a day. */
function* staysBeyond({ opened }: Page, student: string, until: PlainDate): Deciding<boolean> {
  if (opened.group === null) return true;
  const { members } = yield* read(groups, opened.group);
  return staysOn(members.get(student) ?? [], plusDays(until, 1));
}

/** Takes a student off a page; what was entered up to the day stays (T-32). */
export function* endRosterEntry(circumstances: Circumstances, command: EndRosterEntry): Deciding {
  const { journal, student, until } = command;
  const subject = { journal, student };
  const page = yield* unlockedPage(journal, subject);
  if (isRefused(page)) return page;
  const role = yield* rightOnRoster(circumstances, page, subject, until);
  if (isRefused(role)) return role;
  const open = page.roster.get(student)?.find((stay) => stay.until === null);
  if (!open) return refuse('NOT_ON_ROSTER', subject);
  if (until < open.from) return refuse('DATE_OUT_OF_RANGE', subject, { until, from: open.from });
  const isMidPeriod = isBound(circumstances, page) && until < page.period.until && firstHeld(page) !== null;
  if (isMidPeriod && (yield* staysBeyond(page, student, until))) {
    const early = yield* inMidPeriod(circumstances, page, subject, until);
    if (early) return early;
  }
  return accept(role, [
    { category: 'journal', id: journal, events: [{ type: 'RosterEntryEnded', data: { ...command } }] },
  ]);
}
