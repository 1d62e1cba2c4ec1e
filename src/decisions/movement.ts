import type { DomainEvent } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import type { PlainDate } from '../policies/calendar.ts';
import { read, refuse, type Circumstances, type Deciding, type Refused, type Write } from './decision.ts';
import { graduatedOn, groups, staysOn, type GroupState } from './folds/group.ts';
import { currentEnrolment, students, type Enrolment, type StudentState } from './folds/student.ts';
import { orderBehind, type Order } from './order.ts';
import { unlockedPage, type Page } from './page.ts';
import type { Subject } from './refusal.ts';
import { isRefused, rightTo } from './rights.ts';
import { inAnotherSubgroup } from './roster.ts';

/** An event of a student's stream. */
export const ofStudent = (student: string, event: DomainEvent): Write => ({
  category: 'student',
  id: student,
  events: [event],
});

/** An event of a group's stream; of none for who studies outside a group. */
export const ofGroup = (group: string | null, event: (group: string) => DomainEvent): readonly Write[] =>
  group === null ? [] : [{ category: 'group', id: group, events: [event(group)] }];

/** The right to move students; an import moves them under its own. */
export const rightToMove = (circumstances: Circumstances, subject: Subject) =>
  rightTo(circumstances, circumstances.source === 'import' ? 'history.import' : 'student.move', subject);

/** A student who is enrolled, and the role that may move them. */
export interface Moving {
  readonly role: Role;
  readonly state: StudentState;
  readonly enrolment: Enrolment;
}

/** What every movement of an enrolled student rests on: the right, the enrolment, and the order behind it. */
export function* moving(
  circumstances: Circumstances,
  { student, order }: { readonly student: string; readonly order: Order | null },
  day: PlainDate,
): Deciding<Moving | Refused> {
  const subject = { student };
  const role = yield* rightToMove(circumstances, subject);
  if (isRefused(role)) return role;
  const state = yield* read(students, student);
  const enrolment = currentEnrolment(state);
  if (!enrolment) return refuse('NOT_ENROLLED', subject, { day });
  const unordered = orderBehind(circumstances, order, subject);
  return unordered ?? { role, state, enrolment };
}

/** A group that takes students: formed, and not yet through with the programme. */
export function* openGroup(group: string, subject: Subject): Deciding<GroupState | Refused> {
  const state = yield* read(groups, group);
  if (!state.formed) return refuse('NOT_FOUND', subject, { what: 'group' });
  const on = graduatedOn(state);
  return on === null ? state : refuse('ALREADY_DONE', subject, { state: 'graduated', on });
}

/** Each id once, less those of another list: a stream is written once. */
export const distinct = (ids: readonly string[], less: readonly string[] = []): readonly string[] => [
  ...new Set(ids).difference(new Set(less)),
];

/** The pages, none of them behind a lock. */
export function* unlockedPages(
  student: string,
  pages: readonly string[],
): Deciding<readonly Page[] | Refused> {
  const unlocked: Page[] = [];
  for (const journal of pages) {
    const page = yield* unlockedPage(journal, { journal, student });
    if (isRefused(page)) return page;
    unlocked.push(page);
  }
  return unlocked;
}

/** Whoever joins pages stands in one subgroup of a unit, among those joined and those stood on before (T-32). */
function* inTwoSubgroups(
  student: string,
  pages: readonly string[],
  states: readonly Page[],
  from: PlainDate,
): Deciding<Refused | null> {
  const joined = new Map<string, string>();
  for (const [index, { opened }] of states.entries()) {
    const journal = pages[index] ?? '';
    if (opened.subgroup === null) continue;
    const unit = `${opened.courseUnit} ${opened.period}`;
    const other = joined.get(unit);
    if (other !== undefined) return refuse('ALREADY_ASSIGNED', { journal, student }, { journal: other });
    joined.set(unit, journal);
    const standing = yield* inAnotherSubgroup({ ...opened, journal }, [student], from);
    if (standing) return standing;
  }
  return null;
}

/** Puts a student on pages of a group from a day on. */
export function* joining(
  student: string,
  group: string,
  pages: readonly string[],
  from: PlainDate,
): Deciding<readonly Write[] | Refused> {
  const states = yield* unlockedPages(student, pages);
  if (isRefused(states)) return states;
  if (states.some(({ opened }) => opened.group !== group))
    return refuse('NOT_FOUND', { student }, { what: 'journal' });
  const twice = yield* inTwoSubgroups(student, pages, states, from);
  if (twice) return twice;
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

/** Takes a student off pages after a day; what was entered stays (T-32). */
export function* leaving(
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
