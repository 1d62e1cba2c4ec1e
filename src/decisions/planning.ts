import type { RuleApplied } from '../../events/recorded.ts';
import type { PlainDate } from '../policies/calendar.ts';
import { capabilitiesOf } from '../policies/access.ts';
import {
  academicYearOf,
  academicYearStart,
  hoursOf,
  linesOf,
  linesOn,
  planDeadline,
  semestersOfYear,
} from '../policies/programme.ts';
import { isLate } from '../policies/timeliness.ts';
import { ruledOn } from '../policies/reference-check.ts';
import { applying } from './applying.ts';
import { read, refuse, type Accepted, type Circumstances, type Deciding, type Refused } from './decision.ts';
import { curricula } from './folds/curriculum.ts';
import { curriculumOn, groups } from './folds/group.ts';
import { workProgrammes } from './folds/work-programme.ts';
import { openedPage, type Page } from './page.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rolesOfActor, type Right } from './rights.ts';

const TEACHING = ['teacher', 'practicalTrainingInstructor'] as const;

/** A page, the academic year it lies in, and the right of who plans for it. */
export interface PlannedPage {
  readonly page: Page;
  readonly academicYear: number;
  readonly right: Exclude<Right, Refused>;
}

/**
 * The page as its teacher finds it who plans ahead: plans are due before the load begins, so having the page at
 * all is enough (R-REF-12, R-REF-15).
 */
export function* plannedPage(circumstances: Circumstances, journal: string): Deciding<PlannedPage | Refused> {
  const page = yield* openedPage(journal, { journal });
  if (isRefused(page)) return page;
  const roles = yield* rolesOfActor(circumstances);
  const right = TEACHING.find((role) => roles.has(role) && capabilitiesOf(role).has('thematicPlan.set'));
  if (!right) return refuse('NOT_PERMITTED', { journal }, { capability: 'thematicPlan.set' });
  if (!page.teachers.has(circumstances.actor.account)) {
    const regulation = yield* regulationOn(circumstances, circumstances.today);
    return refuse('NOT_IN_LOAD', { journal }, {}, regulation.rule('teacher.scope'));
  }
  return { page, academicYear: academicYearOf(page.period.from), right };
}

/** The hours that the curriculum of the page's group has for its course unit in a year; `null` without a curriculum. */
function* curriculumHours(page: Page, academicYear: number): Deciding<number | null> {
  const { group, courseUnit } = page.opened;
  if (group === null) return null;
  const day = academicYearStart(academicYear);
  const id = curriculumOn(yield* read(groups, group), day);
  const found = id === null ? null : yield* read(curricula, id);
  if (!found) return null;
  const semesters = semestersOfYear(found.intakeYear, academicYear);
  return hoursOf(linesOf(linesOn(found.versions, day), courseUnit, semesters));
}

/** What is wrong with the hours of a plan, as the regulation sees it: a no, or warnings (R-REF-13). */
export function* hoursOfPlan(
  circumstances: Circumstances,
  { page, academicYear }: PlannedPage,
  planned: number,
): Deciding<{ readonly curriculum: number | null; readonly warnings: Accepted['warnings'] } | Refused> {
  const { opened } = page;
  const curriculum = yield* curriculumHours(page, academicYear);
  const regulation = yield* regulationOn(circumstances, circumstances.today);
  const equal = regulation.value('thematicPlan.hoursMustEqual');
  if (!equal) return { curriculum, warnings: [] };

  const rule = regulation.rule('thematicPlan.hoursMustEqual');
  const warnings: Accepted['warnings'][number][] = [];
  for (const other of equal.with) {
    const wanted =
      other === 'curriculum'
        ? curriculum
        : ((yield* read(workProgrammes, opened.courseUnit)).hours.get(academicYear) ?? null);
    if (wanted === null || wanted === planned) continue;
    const facts = { with: other, planned, wanted, difference: planned - wanted };
    if (equal.difference === 'refused') return refuse('HOURS_DO_NOT_ADD_UP', {}, facts, rule);
    warnings.push({ code: 'HOURS_DO_NOT_ADD_UP', facts, ...rule });
  }
  return { curriculum, warnings };
}

const firstLessonOf = ({ lessons }: Page): PlainDate | null =>
  [...lessons.values()].reduce<PlainDate | null>(
    (first, { date, status }) => (status !== 'cancelled' && (first === null || date < first) ? date : first),
    null,
  );

/** Whether a plan or programme comes in time by the regulation of its year (T-48): late is flagged, never refused. */
export function* planTimeliness(
  circumstances: Circumstances,
  { page, academicYear }: PlannedPage,
  parameter: 'thematicPlan.deadline' | 'workProgramme.deadline',
): Deciding<RuleApplied | null> {
  const regulation = yield* regulationOn(circumstances, ruledOn(String(academicYear)));
  const value = regulation.value(parameter);
  if (!value) return null;
  const deadline = planDeadline(value, academicYear, firstLessonOf(page));
  return applying(regulation.rule(parameter), { deadline, late: isLate(deadline, circumstances) });
}
