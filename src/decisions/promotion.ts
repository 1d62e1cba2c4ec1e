import type { DomainEvent } from '../../events/register.ts';
import { accept, read, readAll, refuse, type Circumstances, type Deciding } from './decision.ts';
import { groups, membersOn, type GroupState } from './folds/group.ts';
import { students, type StudentState } from './folds/student.ts';
import { applying } from './applying.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightTo } from './rights.ts';

/** Two rollovers: to the next semester, or to the next year as well (T-34). */
export type PromotionKind = 'semester' | 'year';

/** Moves a whole group up. */
export interface PromoteGroup {
  readonly group: string;
  readonly promotion: PromotionKind;
  /** The semester the group is thought to be in: a second click does not promote twice. */
  readonly fromSemester: number;
  readonly order: string | null;
}

/** What a promotion does to one student. */
export interface StudentPromotion {
  readonly student: string;
  readonly conditional: boolean;
  /** The journals in which a debt stands. */
  readonly debts: readonly string[];
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

/** Every member moves up; those in debt conditionally, and the debt stays (T-34). */
export const promotions = (
  members: readonly string[],
  states: readonly StudentState[],
): readonly StudentPromotion[] =>
  members.map((student, index) => {
    const debts = [...(states[index]?.debts.keys() ?? [])];
    return { student, conditional: debts.length > 0, debts };
  });

/** Promotes a group and each of its members in one append, all or nothing (R-PRM-01). */
export function* promoteGroup(circumstances: Circumstances, command: PromoteGroup): Deciding {
  const { group, promotion, fromSemester, order } = command;
  const right = yield* rightTo(circumstances, 'group.promote');
  if (isRefused(right)) return right;
  const state = yield* read(groups, group);
  if (!state.formed) return refuse('NOT_FOUND', {}, { what: 'group' });
  if (state.semester !== fromSemester)
    return refuse('REVISION_CONFLICT', {}, { expected: fromSemester, semester: state.semester });
  const to = promotedTo(state, promotion);
  if (to.semester > LAST_SEMESTER || to.year > LAST_YEAR)
    return refuse('ALREADY_DONE', {}, { semester: state.semester, year: state.year });

  const { today } = circumstances;
  const members = membersOn(state, today);
  const moved = promotions(members, yield* readAll(students, members));
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
      conditional: moved.filter(({ conditional }) => conditional).length,
      order,
    },
  };
  const regulation = yield* regulationOn(circumstances, today);
  const rule = applying(regulation.rule('promotion.groupRollover'));
  return accept(
    right,
    [
      { category: 'group', id: group, events: [promoted] },
      ...moved.map(({ student, conditional, debts }) => ({
        category: 'student' as const,
        id: student,
        events: [
          {
            type: 'StudentPromoted' as const,
            data: { student, group, promotion, conditional, debts: [...debts] },
          },
        ],
      })),
    ],
    { rule, occurredOn: today },
  );
}
