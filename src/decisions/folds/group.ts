import type { EventNamed } from '../../../events/register.ts';
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

/** A promotion or graduation of the group that stands, and where the group was before it. */
export interface GroupMovement extends Pick<
  EventNamed<'GroupMovementAnnulled'>['data'],
  'kind' | 'year' | 'semester'
> {
  /** The id of its event. */
  readonly id: string;
  readonly on: PlainDate;
  /** How many pages had been opened for the group by then. */
  readonly pages: number;
  /** Who graduated with the group; a promotion stands with each student alone. */
  readonly students: readonly string[];
}

/** A study group. */
export interface GroupState {
  readonly formed: boolean;
  readonly year: number;
  readonly semester: number;
  /** Those that stand, in the order they were recorded. */
  readonly movements: readonly GroupMovement[];
  /** The pages opened for the group and the period of each, in the order in which they were opened. */
  readonly pages: readonly { readonly journal: string; readonly period: string }[];
  readonly curator: string | null;
  readonly members: ReadonlyMap<string, readonly Stay[]>;
  /** The stream (поток) it shares a calendar and a regime with. */
  readonly stream: string | null;
  /** The curricula it studies by, each from its first day, in the order in which they were assigned. */
  readonly curricula: readonly { readonly curriculum: string; readonly from: PlainDate }[];
}

/** The students who belong to the group on a day. */
export const membersOn = ({ members }: GroupState, day: PlainDate): readonly string[] =>
  [...members].filter(([, stays]) => staysOn(stays, day)).map(([student]) => student);

/** The last day of a group that completed the programme. */
export const graduatedOn = ({ movements }: GroupState): PlainDate | null =>
  movements.find(({ kind }) => kind === 'graduation')?.on ?? null;

const moved = (
  { movements, pages, year, semester }: GroupState,
  movement: Pick<GroupMovement, 'id' | 'kind' | 'on' | 'students'>,
): Pick<GroupState, 'movements'> => ({
  movements: [...movements, { ...movement, year, semester, pages: pages.length }],
});

/** The curriculum the group studies by on a day: the latest assigned that holds by then. */
export const curriculumOn = ({ curricula }: GroupState, day: PlainDate): string | null =>
  curricula.findLast(({ from }) => from <= day)?.curriculum ?? curricula[0]?.curriculum ?? null;

/** Folds `group-<id>`. */
export const groups = defineFold<GroupState, 'group'>(
  'group',
  {
    formed: false,
    year: 0,
    semester: 0,
    movements: [],
    pages: [],
    curator: null,
    members: new Map(),
    stream: null,
    curricula: [],
  },
  {
    GroupFormed: (state, { data }) => ({ ...state, formed: true, year: data.year, semester: data.semester }),
    GroupCuratorAssigned: (state, { data }) => ({ ...state, curator: data.account }),
    GroupBriefed: (state) => state,
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
    GroupCurriculumAssigned: (state, { data: { curriculum, from } }) => ({
      ...state,
      curricula: [...state.curricula, { curriculum, from }],
    }),
    GroupJournalOpened: (state, { data: { journal, period } }) => ({
      ...state,
      pages: [...state.pages, { journal, period }],
    }),
    GroupPromoted: (state, { data: { toYear, toSemester }, meta: { id, occurredOn: on } }) => ({
      ...state,
      ...moved(state, { id, kind: 'promotion', on, students: [] }),
      year: toYear,
      semester: toSemester,
    }),
    GroupGraduated: (state, { data: { on, students }, meta: { id } }) => ({
      ...state,
      ...moved(state, { id, kind: 'graduation', on, students }),
    }),
    GroupMovementAnnulled: (state, { data: { movement, year, semester } }) => ({
      ...state,
      year,
      semester,
      movements: state.movements.filter(({ id }) => id !== movement),
    }),
    GroupPlaced: (state, { data: { stream } }) => ({ ...state, stream }),
  },
);
