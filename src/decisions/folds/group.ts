import type { PlainDate } from '../../policies/calendar.ts';
import { defineFold } from '../decision.ts';
import { withEntry } from './entries.ts';

/** A stretch of days; `until` is the last day, `null` while it lasts. */
export interface Stay {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

/** Whether a day lies in one of the stays. */
export const staysOn = (stays: readonly Stay[], day: PlainDate): boolean =>
  stays.some(({ from, until }) => from <= day && (until === null || day <= until));

/** The same stays with the open one ended. */
export const ended = (stays: readonly Stay[], until: PlainDate): readonly Stay[] =>
  stays.map((stay) => (stay.until === null ? { ...stay, until } : stay));

/** A study group. */
export interface GroupState {
  readonly formed: boolean;
  readonly year: number;
  readonly semester: number;
  readonly curator: string | null;
  readonly members: ReadonlyMap<string, readonly Stay[]>;
}

/** The students who belong to the group on a day. */
export const membersOn = ({ members }: GroupState, day: PlainDate): readonly string[] =>
  [...members].filter(([, stays]) => staysOn(stays, day)).map(([student]) => student);

/** Folds `group-<id>`. */
export const groups = defineFold<GroupState, 'group'>(
  'group',
  { formed: false, year: 0, semester: 0, curator: null, members: new Map() },
  {
    GroupFormed: (state, { data }) => ({ ...state, formed: true, year: data.year, semester: data.semester }),
    GroupCuratorAssigned: (state, { data }) => ({ ...state, curator: data.account }),
    GroupJoined: (state, { data: { student, from } }) => ({
      ...state,
      members: withEntry(state.members, student, [
        ...(state.members.get(student) ?? []),
        { from, until: null },
      ]),
    }),
    GroupLeft: (state, { data: { student, until } }) => ({
      ...state,
      members: withEntry(state.members, student, ended(state.members.get(student) ?? [], until)),
    }),
    GroupPromoted: (state, { data }) => ({ ...state, year: data.toYear, semester: data.toSemester }),
  },
);
