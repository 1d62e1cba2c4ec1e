import type { EventNamed } from '../../../events/register.ts';
import type { PlainDate } from '../../policies/calendar.ts';
import type { Grant } from '../../policies/edit-window.ts';
import { givenBy } from '../../policies/regulation/given-by.ts';
import type { Rule } from '../../policies/regulation/regulation.ts';
import { defineFold } from '../decision.ts';
import { withEntry, withoutEntry } from './entries.ts';
import { ended, type Stay } from './group.ts';

/** A lesson of the page. */
export interface LessonState {
  readonly date: PlainDate;
  readonly academicHours: number;
  /** Where, as people call it. */
  readonly room: string | null;
  readonly marksUntil: PlainDate;
  /** The rule that gave `marksUntil`. */
  readonly given: Rule;
  readonly status: 'scheduled' | 'conducted' | 'cancelled';
  readonly substitute: string | null;
  readonly workTypes: readonly EventNamed<'LessonConducted'>['data']['workTypes'][number][];
  /** The topic of the thematic plan it follows. */
  readonly planItem: string | null;
  /** What attendance rests on (T-56). */
  readonly attendanceBasis: EventNamed<'LessonConducted'>['data']['attendanceBasis'];
}

/** What a teacher has of a page. */
export interface TeachingLoad {
  readonly hours: number;
  readonly tariff: string | null;
}

/** A page of the journal. */
export interface JournalState {
  readonly opened: Omit<EventNamed<'JournalOpened'>['data'], 'journal'> | null;
  /** Teacher → the first day of the load. */
  readonly teachers: ReadonlyMap<string, PlainDate>;
  readonly roster: ReadonlyMap<string, readonly Stay[]>;
  readonly lessons: ReadonlyMap<string, LessonState>;
  readonly grants: readonly Grant[];
  /** The thematic plan that the page follows. */
  readonly plan: string | null;
  /** Teacher → academic hours of the load. */
  readonly load: ReadonlyMap<string, TeachingLoad>;
  /** Control work → its day in the schedule. */
  readonly controlWorks: ReadonlyMap<string, PlainDate>;
  /** The completed attestation sheet: since when, and the rule behind the lock where it is one (T-22). */
  readonly sheet: { readonly completedOn: PlainDate; readonly lock: Rule | null } | null;
}

const amend = (state: JournalState, lesson: string, change: Partial<LessonState>): JournalState => {
  const found = state.lessons.get(lesson);
  return found ? { ...state, lessons: withEntry(state.lessons, lesson, { ...found, ...change }) } : state;
};

const extend = (state: JournalState, students: readonly string[], from: PlainDate): JournalState => {
  const roster = new Map(state.roster);
  for (const student of students)
    roster.set(student, [...(roster.get(student) ?? []), { from, until: null }]);
  return { ...state, roster };
};

/** Folds `journal-<id>`. */
export const journals = defineFold<JournalState, 'journal'>(
  'journal',
  {
    opened: null,
    teachers: new Map(),
    roster: new Map(),
    lessons: new Map(),
    grants: [],
    plan: null,
    load: new Map(),
    controlWorks: new Map(),
    sheet: null,
  },
  {
    JournalOpened: (state, { data: { journal: _, ...opened } }) => ({ ...state, opened }),
    JournalTeacherAssigned: (state, { data: { account, from } }) => ({
      ...state,
      teachers: withEntry(state.teachers, account, from),
    }),
    JournalTeacherReleased: (state, { data }) => ({
      ...state,
      teachers: withoutEntry(state.teachers, data.account),
      load: withoutEntry(state.load, data.account),
    }),
    TeachingLoadAssigned: (state, { data: { account, hours, tariff } }) => ({
      ...state,
      load: withEntry(state.load, account, { hours, tariff }),
    }),
    ThematicPlanAttached: (state, { data }) => ({ ...state, plan: data.plan }),
    ControlWorkPlanned: (state, { data: { controlWork, plannedOn } }) => ({
      ...state,
      controlWorks: withEntry(state.controlWorks, controlWork, plannedOn),
    }),
    ControlWorkDropped: (state, { data }) => ({
      ...state,
      controlWorks: withoutEntry(state.controlWorks, data.controlWork),
    }),
    RosterExtended: (state, { data }) => extend(state, data.students, data.from),
    RosterEntryEnded: (state, { data: { student, until } }) => ({
      ...state,
      roster: withEntry(state.roster, student, ended(state.roster.get(student) ?? [], until)),
    }),
    LessonScheduled: (state, { data: { lesson, date, academicHours, room, marksUntil }, meta }) => ({
      ...state,
      lessons: withEntry(state.lessons, lesson, {
        date,
        academicHours,
        room,
        marksUntil,
        given: givenBy(meta.rule, 'currentMark.editWindowDays'),
        status: 'scheduled',
        substitute: null,
        workTypes: [],
        planItem: null,
        attendanceBasis: 'presence',
      }),
    }),
    LessonMoved: (state, { data: { lesson, date, room, marksUntil }, meta }) => {
      const given = givenBy(meta.rule, 'currentMark.editWindowDays');
      return amend(state, lesson, { date, room, marksUntil, given });
    },
    LessonCancelled: (state, { data }) => amend(state, data.lesson, { status: 'cancelled' }),
    SubstituteAssigned: (state, { data: { lesson, account } }) =>
      amend(state, lesson, { substitute: account }),
    LessonConducted: (state, { data: { lesson, workTypes, planItem, attendanceBasis } }) =>
      amend(state, lesson, { status: 'conducted', workTypes, planItem, attendanceBasis }),
    LessonRecordCorrected: (state, { data: { lesson, workTypes, planItem, attendanceBasis } }) =>
      amend(state, lesson, { workTypes, planItem, attendanceBasis }),
    HomeworkAssigned: (state) => state,
    EditWindowGranted: (state, { data: { journal: _, ...grant } }) => ({
      ...state,
      grants: [...state.grants, grant],
    }),
    EditWindowGrantRevoked: (state, { data }) => ({
      ...state,
      grants: state.grants.filter(({ grant }) => grant !== data.grant),
    }),
    AttestationSheetCompleted: (state, { data: { locks }, meta }) => ({
      ...state,
      sheet: {
        completedOn: meta.occurredOn,
        lock: locks ? givenBy(meta.rule, 'attestation.lockOnEntry') : null,
      },
    }),
  },
);
