import { events, type EventType } from '../../events/register.ts';
import type { Recorded } from '../../events/recorded.ts';
import { timelinessRuleOf } from '../../src/policies/timeliness.ts';
import type { Change, Handlers } from '../projection.ts';
import type { MonitoredActivity, MonitoredTimeliness } from './table.ts';

const textIn = (data: unknown, name: string): string | null => {
  const value = (data as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : null;
};

const handlersOf = <Row>(
  types: readonly EventType[],
  handler: (event: Recorded) => readonly Change<Row>[],
): Handlers<Row> => Object.fromEntries(types.map((type) => [type, handler]));

/** Every event whose rule gave it a deadline, without being listed: a new one is counted from its first day. */
export const timelinessHandlers: Handlers<MonitoredTimeliness> = handlersOf(
  Object.keys(events) as EventType[],
  ({ data, meta: { rule, source, actor, occurredOn: day } }) => {
    const due = timelinessRuleOf(rule, source);
    if (!due || source === 'import') return [];
    const { parameter, clause } = due;
    const { account } = actor;
    const journal = textIn(data, 'journal');
    const group = journal === null ? textIn(data, 'group') : null;
    const place = journal ?? group ?? 'college';
    const month = day.slice(0, 7);
    const late = rule?.late ? 1 : 0;
    return [
      {
        key: [place, account, parameter, clause, month],
        next: (row) => {
          const [entries, missed] = row?.days[day] ?? [0, 0];
          const days = { ...row?.days, [day]: [entries + 1, missed + late] as const };
          return { place, account, parameter, clause, month, journal, group, days };
        },
      },
    ];
  },
);

/** What people enter on pages; who set the page, its lessons and its rosters up is not at work on it. */
const ENTRIES = [
  'LessonConducted',
  'LessonRecordCorrected',
  'HomeworkAssigned',
  'MarkRecorded',
  'MarkCorrected',
  'MarkWithdrawn',
  'MarkMistakeReported',
  'AttendanceTaken',
  'AbsenceAnnounced',
  'AbsenceRecorded',
  'LateArrivalRecorded',
  'AbsenceCancelled',
  'AbsenceClassified',
  'AbsenceCorrectionProposed',
  'AbsenceCorrectionConsented',
  'AbsenceCorrectionDeclined',
  'AttestationMarkRecorded',
  'AttestationMarkCorrected',
  'RepeatAttestationRecorded',
  'AttestationSheetCompleted',
  'CourseWorkTopicAssigned',
  'CourseWorkMarkRecorded',
  'CourseWorkMarkCorrected',
  'AssignmentIssued',
  'AssignmentChecked',
  'TopicDebtRecorded',
  'MakeUpDaySet',
  'TopicDebtCleared',
  'ControlWorkPlanned',
  'ControlWorkDropped',
] as const satisfies readonly EventType[];

const QUARTERS_OF_AN_HOUR = 4;
const MINUTES = 15;

const quarterOf = (at: string): string =>
  String(Number(at.slice(11, 13)) * QUARTERS_OF_AN_HOUR + Math.floor(Number(at.slice(14, 16)) / MINUTES));

/** Who entered something, when; an import is nobody's work on a page. */
export const activityHandlers: Handlers<MonitoredActivity> = handlersOf(
  ENTRIES,
  ({ data, meta: { at, actor, source } }) => {
    const journal = textIn(data, 'journal');
    if (journal === null || source === 'import') return [];
    const { account } = actor;
    const day = at.slice(0, 10);
    const quarter = quarterOf(at);
    return [
      {
        key: [journal, account, day],
        next: (row) => {
          const quarters = { ...row?.quarters, [quarter]: (row?.quarters[quarter] ?? 0) + 1 };
          return { journal, account, day, quarters };
        },
      },
    ];
  },
);
