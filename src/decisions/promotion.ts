import type { DomainEvent } from '../../events/register.ts';
import type { PlainDate } from '../policies/calendar.ts';
import { applying } from './applying.ts';
import { accept, read, readAll, refuse, type Circumstances, type Deciding } from './decision.ts';
import { graduatedOn, groups, membersOn, type GroupState } from './folds/group.ts';
import { currentEnrolment, departureOf, leaveOn, students, type StudentState } from './folds/student.ts';
import { orderBehind, type Order } from './order.ts';
import { regulationOn } from './regulation.ts';
import { rightOfNamed } from './right-named.ts';
import { isRefused } from './rights.ts';

/** Two rollovers: to the next semester, or to the next year as well (T-34). */
export type PromotionKind = 'semester' | 'year';

/** Moves a whole group up. */
export interface PromoteGroup {
  readonly group: string;
  readonly promotion: PromotionKind;
  /** The semester the group is thought to be in: a second click does not promote twice. */
  readonly fromSemester: number;
  readonly order: Order | null;
}

/** What becomes of a student when the group moves up: the last three are not moved. */
export type PromotionOutcome =
  'promoted' | 'conditional' | 'onLeave' | 'expelled' | 'graduated' | 'transferred';

/** What a promotion does to one student, and why. */
export interface StudentPromotion {
  readonly student: string;
  readonly outcome: PromotionOutcome;
  /** The journals in which a debt stands. */
  readonly debts: readonly string[];
  /** The last day of the leave that keeps the student where they are. */
  readonly leaveUntil: PlainDate | null;
}

const LAST_SEMESTER = 12;
const LAST_YEAR = 6;

/** Where a promotion leads: the next semester, and the next year of study with a year's rollover. */
export const promotedTo = (
  { year, semester }: Pick<GroupState, 'year' | 'semester'>,
  kind: PromotionKind,
) => ({
  year: kind === 'year' ? year + 1 : year,
  semester: semester + 1,
});

/** Who a promotion is about: the members of the day, and who left the group since its last movement. */
export const concerned = (state: GroupState, day: PlainDate): readonly string[] => {
  const since = state.movements.at(-1)?.on ?? '';
  const left = [...state.members].filter(([, stays]) =>
    stays.some(({ from, until }) => until !== null && from <= until && until >= since && until < day),
  );
  return [...new Set([...membersOn(state, day), ...left.map(([student]) => student)])];
};

const outcomeOf = (state: StudentState, group: string, day: PlainDate): PromotionOutcome => {
  const departure = departureOf(state);
  if (departure && departure.on < day) return departure.kind === 'expulsion' ? 'expelled' : 'graduated';
  if (currentEnrolment(state)?.group !== group) return 'transferred';
  if (leaveOn(state, day)) return 'onLeave';
  return state.debts.size > 0 ? 'conditional' : 'promoted';
};

/** Every member moves up; those in debt conditionally, and the debt stays; who is on leave or has left does not (T-34). */
export const promotions = (
  group: string,
  concerns: readonly string[],
  states: readonly StudentState[],
  day: PlainDate,
): readonly StudentPromotion[] =>
  concerns.flatMap((student, index) => {
    const state = states[index];
    if (!state) return [];
    const outcome = outcomeOf(state, group, day);
    return [
      { student, outcome, debts: [...state.debts.keys()], leaveUntil: leaveOn(state, day)?.until ?? null },
    ];
  });

/** Whether the student moves up. */
export const isMoved = ({ outcome }: StudentPromotion): boolean =>
  outcome === 'promoted' || outcome === 'conditional';

/** Promotes a group and each of its members in one append, all or nothing (R-PRM-01). */
export function* promoteGroup(circumstances: Circumstances, command: PromoteGroup): Deciding {
  const { group, promotion, fromSemester, order } = command;
  const { today } = circumstances;
  const regulation = yield* regulationOn(circumstances, today);
  const rollover = regulation.value('promotion.groupRollover');
  const rule = regulation.rule('promotion.groupRollover');
  const named = rollover?.by ?? null;
  const right = yield* rightOfNamed(circumstances, 'group.promote', { named, rule, subject: {} });
  if (isRefused(right)) return right;
  if (rollover && !rollover.to.includes(promotion)) return refuse('NOT_PERMITTED', {}, { promotion }, rule);
  const state = yield* read(groups, group);
  if (!state.formed) return refuse('NOT_FOUND', {}, { what: 'group' });
  if (state.semester !== fromSemester)
    return refuse('REVISION_CONFLICT', {}, { expected: fromSemester, semester: state.semester });
  const unordered = orderBehind(circumstances, order, {});
  if (unordered) return unordered;
  const graduated = graduatedOn(state);
  if (graduated !== null) return refuse('ALREADY_DONE', {}, { state: 'graduated', on: graduated });
  const to = promotedTo(state, promotion);
  if (to.semester > LAST_SEMESTER || to.year > LAST_YEAR)
    return refuse('ALREADY_DONE', {}, { semester: state.semester, year: state.year });

  const members = membersOn(state, today);
  const moved = promotions(group, members, yield* readAll(students, members), today).filter(isMoved);
  const promoted: DomainEvent = {
    type: 'GroupPromoted',
    data: {
      group,
      promotion,
      fromYear: state.year,
      fromSemester,
      toYear: to.year,
      toSemester: to.semester,
      students: moved.length,
      conditional: moved.filter(({ outcome }) => outcome === 'conditional').length,
      order,
    },
  };
  return accept(
    right,
    [
      { category: 'group', id: group, events: [promoted] },
      ...moved.map(({ student, outcome, debts }) => ({
        category: 'student' as const,
        id: student,
        events: [
          {
            type: 'StudentPromoted' as const,
            data: {
              student,
              group,
              promotion,
              toYear: to.year,
              toSemester: to.semester,
              conditional: outcome === 'conditional',
              debts: [...debts],
              order,
            },
          },
        ],
      })),
    ],
    { rule: applying(rule, {}), occurredOn: today },
  );
}
