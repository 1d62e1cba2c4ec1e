import type { EventNamed } from '../../../events/register.ts';
import type { PlainDate } from '../../policies/calendar.ts';
import { defineFold } from '../decision.ts';
import { withEntry } from './entries.ts';

/** A lesson of the weekly timetable; `lastDay` is `null` while it goes on. */
export type TimetableEntry = Omit<EventNamed<'TimetableEntryAdded'>['data'], 'timetable' | 'entry'> & {
  readonly lastDay: PlainDate | null;
};

/** A weekly timetable. */
export interface TimetableState {
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly entries: ReadonlyMap<string, TimetableEntry>;
  /** Approved as it stands: nothing was added since. */
  readonly approved: boolean;
}

const added = (
  state: TimetableState,
  { timetable: _, entry, ...data }: EventNamed<'TimetableEntryAdded'>['data'],
): TimetableState => ({
  ...state,
  approved: false,
  entries: withEntry(state.entries, entry, { ...data, lastDay: null }),
});

const endedOn = (state: TimetableState, entry: string, lastDay: PlainDate): TimetableState => {
  const found = state.entries.get(entry);
  return found ? { ...state, entries: withEntry(state.entries, entry, { ...found, lastDay }) } : state;
};

/** Folds `timetable-<id>`; `null` before it was drawn up. */
export const timetables = defineFold<TimetableState | null, 'timetable'>('timetable', null, {
  TimetableComposed: (_, { data: { from, until } }) => ({ from, until, entries: new Map(), approved: false }),
  TimetableEntryAdded: (state, { data }) => state && added(state, data),
  TimetableEntryEnded: (state, { data }) => state && endedOn(state, data.entry, data.lastDay),
  TimetableApproved: (state) => state && { ...state, approved: true },
  LessonsGenerated: (state) => state,
});
