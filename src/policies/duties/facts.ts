import type { Role } from '../../../events/role.ts';
import type { CalendarStretch, Days } from '../academic-year.ts';
import type { PlainDate } from '../calendar.ts';
import type { Regulation } from '../regulation/regulation.ts';

/** A group with its curator, from the day it was formed to its graduation. */
export interface GroupFact {
  readonly group: string;
  readonly curator: string | null;
  readonly formedOn: PlainDate;
  readonly graduatedOn: PlainDate | null;
  /** How many guardians of its students want paper (T-40). */
  readonly guardiansOnPaper: number;
}

/** A page of the journal with who teaches it. */
export interface PageFact {
  readonly journal: string;
  readonly group: string | null;
  readonly courseUnit: string;
  readonly period: string;
  readonly teachers: readonly string[];
  /** The day of its first lesson; `null` while there is none. */
  readonly firstLesson: PlainDate | null;
}

/** An attestation period. */
export interface PeriodFact extends Days {
  readonly period: string;
  readonly kind: 'semester' | 'year' | 'studyPeriod';
}

/** A control that was carried out, and the role it was carried out in. */
export interface ControlFact {
  readonly role: Role;
  readonly on: PlainDate;
}

/** An outage after which temporary journals are brought over, and a page that had lessons in it. */
export interface BackEntryFact {
  readonly outage: string;
  readonly journal: string;
  readonly until: PlainDate;
  /** How many of its lessons of those days are not yet in the journal. */
  readonly missing: number;
}

/** Something that waits for a second person. */
export interface PendingFact {
  readonly duty: 'regulationConfirmation' | 'windowConfirmation' | 'roleConfirmation';
  readonly id: string;
  /** The day after which the yes would come too late. */
  readonly until: PlainDate;
  /** The page it is about, where it is about one. */
  readonly journal: string | null;
}

/** Everything that what is owed depends on, beside the regulation. */
export interface DutyFacts {
  readonly groups: readonly GroupFact[];
  readonly pages: readonly PageFact[];
  readonly periods: readonly PeriodFact[];
  /** The stretches of the college's academic calendars. */
  readonly stretches: readonly CalendarStretch[];
  /** The weekly timetables: the days each is for. */
  readonly timetables: readonly Days[];
  readonly controls: readonly ControlFact[];
  /** Group and month, `<group>.2024-09`, in which absences are still to be classified. */
  readonly unclassified: ReadonlySet<string>;
  readonly backEntries: readonly BackEntryFact[];
  readonly pending: readonly PendingFact[];
  /** What was done, by the key of its duty, and on which day. */
  readonly done: ReadonlyMap<string, PlainDate>;
}

/** What each part of the policy is given: the facts, the regulation of any day, and the days asked about. */
export interface Inquiry {
  readonly facts: DutyFacts;
  /** The regulation in force on a day: nothing is retroactive (T-48). */
  readonly regulationOn: (day: PlainDate) => Regulation;
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** Whether any day of a stretch is studied: outside vacations, or September to June where no calendar says so. */
export const isStudied = ({ stretches }: DutyFacts, { from, until }: Days): boolean => {
  const first = Temporal.PlainDate.from(from);
  const last = Temporal.PlainDate.from(until);
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    const date = day.toString();
    const inYear = stretches.some((stretch) => stretch.from <= date && date <= stretch.until);
    const onVacation = stretches.some(
      ({ kind, ...stretch }) => kind === 'vacation' && stretch.from <= date && date <= stretch.until,
    );
    if (inYear ? !onVacation : day.month >= SEPTEMBER || day.month <= JUNE) return true;
  }
  return false;
};

const SEPTEMBER = 9;
const JUNE = 6;

/** Whether a group is there on a day. */
export const isThere = ({ formedOn, graduatedOn }: GroupFact, day: PlainDate): boolean =>
  formedOn <= day && (graduatedOn === null || day <= graduatedOn);
