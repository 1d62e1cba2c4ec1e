import type { EventNamed } from '../../../events/register.ts';
import { plusDays, type PlainDate } from '../../policies/calendar.ts';
import type { Stay } from './group.ts';

/** How somebody studies. */
export type FormOfStudy = EventNamed<'StudentEnrolled'>['data']['formOfStudy'];

/** A stretch of study in one group, or in none, on the same terms. */
export interface Enrolment extends Stay {
  readonly group: string | null;
  readonly formOfStudy: FormOfStudy;
  readonly individualCurriculum: string | null;
}

/** An academic leave; both days are days of leave. */
export interface Leave {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** A movement that stands, and what stood before it. */
export interface Movement {
  /** The id of its event. */
  readonly id: string;
  readonly kind: EventNamed<'StudentMovementAnnulled'>['data']['kind'] | 'expulsion';
  readonly on: PlainDate;
  readonly before: Pick<StudentStays, 'enrolments' | 'leaves'>;
}

/** Where and when a student studies: only the last movement can be annulled, for the others rest on each other. */
export interface StudentStays {
  readonly enrolments: readonly Enrolment[];
  readonly leaves: readonly Leave[];
  /** Those that stand, in the order they were recorded; promotions stand apart. */
  readonly movements: readonly Movement[];
}

/** Nothing yet. */
export const NO_STAYS: StudentStays = { enrolments: [], leaves: [], movements: [] };

/** The open stretch ends with a day. */
const closed = (enrolments: readonly Enrolment[], until: PlainDate): readonly Enrolment[] =>
  enrolments.map((enrolment) => (enrolment.until === null ? { ...enrolment, until } : enrolment));

/** What a movement makes of the stays before it. */
export const after = (
  state: StudentStays,
  movement: Omit<Movement, 'before'>,
  change: Partial<Movement['before']>,
): StudentStays => {
  const { enrolments, leaves, movements } = state;
  return {
    enrolments,
    leaves,
    ...change,
    movements: [...movements, { ...movement, before: { enrolments, leaves } }],
  };
};

/** A new stretch begins, and the open one, if there is one, ends the day before. */
export const begun = (
  { enrolments }: StudentStays,
  next: Omit<Enrolment, 'until'>,
): Pick<StudentStays, 'enrolments'> => ({
  enrolments: [...closed(enrolments, plusDays(next.from, -1)), { ...next, until: null }],
});

/** The leave in which a day lies ends with it. */
export const cutShort = (leaves: readonly Leave[], on: PlainDate): readonly Leave[] =>
  leaves.map((leave) => (leave.from <= on && on < leave.until ? { ...leave, until: on } : leave));

/** The study ends with a day, and a leave with it; one that was to come falls away. */
export const finished = ({ enrolments, leaves }: StudentStays, on: PlainDate): Movement['before'] => ({
  enrolments: closed(enrolments, on),
  leaves: cutShort(leaves, on).filter(({ from }) => from <= on),
});

/** Without a movement: what stood before it stands again. */
export const without = (state: StudentStays, movement: string): StudentStays => {
  const found = state.movements.find(({ id }) => id === movement);
  return found ? { ...found.before, movements: state.movements.filter(({ id }) => id !== movement) } : state;
};
