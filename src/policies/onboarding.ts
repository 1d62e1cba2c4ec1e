import { boundsOf } from './academic-year.ts';
import { plusDays, type PlainDate } from './calendar.ts';
import type { ValueOf } from './regulation/parameters.ts';

type Kind = NonNullable<ValueOf<'onboarding.deadline'>>['kind'];

/** The first academic week is the seven days from the first of the academic year. */
const WEEK_DAYS = 7;

/** The first day of the academic year that a day lies in. */
export const academicYearStart = (day: PlainDate): PlainDate => {
  const { year } = Temporal.PlainDate.from(day);
  const { from } = boundsOf(year);
  return day < from ? boundsOf(year - 1).from : from;
};

/** The last day to brief students and guardians in the academic year of a day; `null` where none is named (D-17). */
export const onboardingDue = (kind: Kind | null, day: PlainDate): PlainDate | null => {
  const start = academicYearStart(day);
  switch (kind) {
    case 'firstAcademicWeek':
      return plusDays(start, WEEK_DAYS - 1);
    case 'firstMonth':
      return Temporal.PlainDate.from(start).add({ months: 1 }).subtract({ days: 1 }).toString();
    case 'ongoing':
    case 'undated':
    case null:
      return null;
  }
};
