import type { EventNamed } from '../../../events/register.ts';
import type { Role } from '../../../events/role.ts';
import type { PlainDate } from '../calendar.ts';
import type { Rule } from '../regulation/regulation.ts';

/** The duties that are closed by saying so: they leave no other trace. */
export type FulfilledDuty = EventNamed<'DutyFulfilled'>['data']['duty'];

/** Everything that somebody owes by a date. */
export type Duty =
  | FulfilledDuty
  | 'referenceDataCheck'
  | 'sourceDocuments'
  | 'groupCompositionCheck'
  | 'personalDataReview'
  | 'timetable'
  | 'workProgramme'
  | 'thematicPlan'
  | 'studentBriefing'
  | 'guardianBriefing'
  | 'attendanceWeekCheck'
  | 'absenceClassification'
  | 'journalControl'
  | 'periodEndCheck'
  | 'backEntry'
  | 'regulationConfirmation'
  | 'windowConfirmation'
  | 'roleConfirmation';

/** What a task is about; `id` is null for the college as a whole. */
export interface DutyOf {
  readonly kind:
    'college' | 'group' | 'page' | 'courseUnit' | 'period' | 'regulationChange' | 'windowGrant' | 'roleGrant';
  readonly id: string | null;
}

/** Something owed: what, by whom, until when, and by which clause. */
export interface Owed {
  readonly duty: Duty;
  /** What says that it was done, see `dutyKey`. */
  readonly key: string;
  readonly of: DutyOf;
  /** The group it concerns, where it concerns one: its curator sees it. */
  readonly group: string | null;
  /** What it is for: an academic year, a month, a week by its Monday, or the id of a period. */
  readonly term: string;
  /** Who owes it, where that is known; else whoever holds one of the roles. */
  readonly accounts: readonly string[];
  readonly roles: readonly Role[];
  /** To whom it is handed in. */
  readonly to: Role | null;
  readonly dueOn: PlainDate;
  /** The clause behind it; `null` for a second person's yes that no clause dates. */
  readonly rule: Rule | null;
}

/** Whether something owed has been done; the day is null where nothing records it. */
export interface Outcome {
  readonly done: boolean;
  readonly doneOn: PlainDate | null;
}

/** Something owed, and how it stands on a day: in time on its last day, overdue after it. */
export interface Task extends Owed, Pick<Outcome, 'doneOn'> {
  readonly state: 'done' | 'open' | 'overdue';
  /** Done after its day, or not yet done on a day after it. */
  readonly late: boolean;
}

/** How something owed stands on a day; late is flagged, never refused. */
export const taskOf = (owed: Owed, { done, doneOn }: Outcome, today: PlainDate): Task => ({
  ...owed,
  doneOn,
  state: done ? 'done' : today > owed.dueOn ? 'overdue' : 'open',
  late: done ? doneOn !== null && doneOn > owed.dueOn : today > owed.dueOn,
});

/** The name under which a fulfilled duty is found again. */
export const dutyKey = (duty: Duty, of: string | null, term: string): string =>
  `${duty}.${of ?? 'college'}.${term}`;
