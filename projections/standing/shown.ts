import { partsShown } from '../../src/policies/learner-view.ts';
import { averageText } from '../../src/policies/ratio.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Standing, StandingPage } from './table.ts';

/** How a student stands on a page. */
export interface StudentStanding
  extends
    Omit<Standing, 'absences' | 'attestationHeldOn' | 'attestationLate' | 'repeats' | 'repeatScheduled'>,
    Pick<StandingPage, 'group' | 'courseUnit' | 'period' | 'scale'> {
  /** Lessons missed; `null` where the regulation does not show attendance to learners. */
  readonly absences: number | null;
  /** Of the marks that are numbers, with two places, rounded half up; `null` where there is none (T-45). */
  readonly average: string | null;
}

/** The columns of a row that are shown. */
type Columns = Omit<StudentStanding, 'absences' | 'average' | 'group' | 'courseUnit' | 'period' | 'scale'> &
  Pick<Standing, 'absences'>;

/** Whether absences are kept from whoever asks: a learner, where the regulation does not show them. */
const hidesAbsences = ({ everything, journals, groups, learnerView }: Scope): boolean =>
  !everything && journals.size === 0 && groups.size === 0 && !partsShown(learnerView).attendance;

/** A row and its page as whoever asks is shown them: today's rows and those of the past alike. */
export const shownStanding = (
  scope: Scope,
  row: Columns,
  page: Pick<StandingPage, 'group' | 'courseUnit' | 'period' | 'scale'>,
): StudentStanding => ({
  journal: row.journal,
  student: row.student,
  marksSum: row.marksSum,
  marksCount: row.marksCount,
  marksByWorkType: row.marksByWorkType,
  absences: hidesAbsences(scope) ? null : row.absences,
  leftOn: row.leftOn,
  attestationOriginal: row.attestationOriginal,
  attestationCurrent: row.attestationCurrent,
  attestationRepeats: row.attestationRepeats,
  group: page.group,
  courseUnit: page.courseUnit,
  period: page.period,
  scale: page.scale,
  average: averageText(row.marksSum, row.marksCount),
});
