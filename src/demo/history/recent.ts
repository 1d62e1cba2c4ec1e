import type { PlainDate } from '../../policies/calendar.ts';
import { teacherOn } from '../pages.ts';
import type { Plan } from '../plan.ts';
import type { DemoLesson } from '../timetable.ts';
import { otherMark } from '../work.ts';
import { entriesOf, type PlannedCell } from './entries.ts';

/** A lesson that was held and entered at once by the teacher of the page, with a marked cell. */
export interface MarkedLesson {
  readonly lesson: DemoLesson;
  readonly teacher: string;
  /** The cell of a student whose mark nobody has touched. */
  readonly cell: PlannedCell;
  /** The untouched mark, and the revision that a correction must name. */
  readonly data: {
    readonly journal: string;
    readonly lesson: string;
    readonly student: string;
    readonly workType: PlannedCell['marks'][number]['workType'];
    readonly value: string;
  };
  readonly revision: number;
}

const markedIn = (plan: Plan, lesson: DemoLesson): MarkedLesson | null => {
  const { cells } = entriesOf(plan, lesson);
  const cell = cells.find(({ marks, change }) => marks.length > 0 && change === null);
  const mark = cell?.marks.at(-1);
  if (!cell || !mark) return null;
  const data = { journal: lesson.page.id, lesson: lesson.id, student: cell.student.id, ...mark };
  return {
    lesson,
    teacher: teacherOn(lesson.page, plan.calendar.today),
    cell,
    data,
    revision: cell.marks.length - 1,
  };
};

/** What a lesson has to be for a scene of the last days. */
export interface Casting {
  readonly until: PlainDate;
  /** The running semester unless told. */
  readonly semester?: 'finished' | 'running';
  readonly pagesTaken?: readonly string[];
  readonly isFivePoint?: boolean;
}

/** The last marked lesson on or before a day that suits; throws when the plan is too small for one. */
export const markedLesson = (
  plan: Plan,
  { until, semester = 'running', pagesTaken = [], isFivePoint = false }: Casting,
): MarkedLesson => {
  const found = plan[semester].lessons
    .filter(
      ({ date, status, delay, substitute, isMoved, page }) =>
        date <= until &&
        status === 'held' &&
        delay === 0 &&
        !isMoved &&
        substitute === null &&
        page.takeover === null &&
        !pagesTaken.includes(page.id) &&
        (!isFivePoint || page.unit.scale === 'fivePoint'),
    )
    .toReversed()
    .values()
    .map((lesson) => markedIn(plan, lesson))
    .find((marked) => marked !== null);
  if (!found) throw new Error(`The plan of ${plan.college.origin} has no marked lesson by ${until}.`);
  return found;
};

/** A correction of an untouched mark. */
export const corrected = ({ lesson, data, revision }: MarkedLesson) => ({
  ...data,
  value: otherMark(lesson.page.unit.scale, data.value),
  expectedRevision: revision,
  reason: 'Проверена работа, сданная по болезни позже',
});
