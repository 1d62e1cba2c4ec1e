import { hoursOf, linesOf, linesOn, semestersOfPeriod } from '../../policies/programme.ts';
import { read, type Circumstances, type Deciding } from '../decision.ts';
import { curricula } from '../folds/curriculum.ts';
import { curriculumOn, groups } from '../folds/group.ts';
import type { Page } from '../page.ts';
import { regulationOn } from '../regulation.ts';
import type { Warning } from '../warning.ts';

/** A page, and how many academic hours are about to be added to it. */
export interface Adding {
  readonly journal: string;
  readonly page: Page;
  readonly hours: number;
}

/** The hours a curriculum has for the unit of a page in its period; `null` where it says nothing of it. */
function* curriculumHoursOf({ opened, period }: Page): Deciding<number | null> {
  if (opened.group === null) return null;
  const id = curriculumOn(yield* read(groups, opened.group), period.from);
  const found = id === null ? null : yield* read(curricula, id);
  if (!found) return null;
  const semesters = semestersOfPeriod(found.intakeYear, period);
  const lines = linesOf(linesOn(found.versions, period.from), opened.courseUnit, semesters);
  return lines.length === 0 ? null : hoursOf(lines);
}

/**
 * A timetable is built from curricula: pages that would get more hours than theirs has are warned of, all in one
 * warning with the first of them, since lessons are held over when others fall out (R-SCH-01, R-SCH-02).
 */
export function* hoursBeyondCurriculum(
  circumstances: Circumstances,
  adding: readonly Adding[],
): Deciding<readonly Warning[]> {
  const beyond: Warning['facts'][] = [];
  for (const { journal, page, hours } of adding) {
    const wanted = yield* curriculumHoursOf(page);
    const standing = [...page.lessons.values()].filter(({ status }) => status !== 'cancelled');
    const planned = standing.reduce((sum, lesson) => sum + lesson.academicHours, hours);
    if (wanted !== null && planned > wanted)
      beyond.push({ with: 'curriculum', ofJournal: journal, planned, wanted, difference: planned - wanted });
  }
  const [first] = beyond;
  if (!first) return [];
  const regulation = yield* regulationOn(circumstances, circumstances.today);
  const facts = { ...first, pages: beyond.length };
  return [{ code: 'HOURS_DO_NOT_ADD_UP', facts, ...regulation.rule('timetable.producedBy') }];
}
