import type { EventType } from '../../events/register.ts';
import type { Recorded } from '../../events/recorded.ts';
import type { Handlers } from '../projection.ts';
import type { MonitoredChange } from './table.ts';

/** What replaces or takes back what stood; an absence is a mark too (T-09). */
const CHANGES = [
  'MarkCorrected',
  'MarkWithdrawn',
  'AbsenceCancelled',
  'AttestationMarkCorrected',
  'CourseWorkMarkCorrected',
  'ThesisResultCorrected',
  'DemonstrationExamCorrected',
] as const satisfies readonly EventType[];

/** What is looked at only where it came late or under a grant. */
const ENTRIES = [
  'MarkRecorded',
  'AbsenceRecorded',
  'LateArrivalRecorded',
  'AttestationMarkRecorded',
  'CourseWorkMarkRecorded',
] as const satisfies readonly EventType[];

const isAnnouncement = ({ type, data }: Recorded): boolean =>
  type === 'AbsenceCancelled' && data.was === 'announced';

const changed =
  (always: boolean) =>
  (event: Recorded): ReturnType<NonNullable<Handlers<MonitoredChange>['MarkCorrected']>> => {
    const { position, data, meta } = event;
    const { at, actor, rule, source, correlation, command } = meta;
    const grant = rule?.grant ?? null;
    if (source === 'import' || isAnnouncement(event)) return [];
    if (!always && grant === null && !rule?.late) return [];
    const journal = 'journal' in data && typeof data.journal === 'string' ? data.journal : null;
    const row = { position, at, account: actor.account, journal, burst: correlation ?? command, grant };
    return [{ key: [position.toString()], next: () => row }];
  };

/** Changes of marks, and entries that were late or under a grant: few of all events, and the ones to look at. */
export const changeHandlers: Handlers<MonitoredChange> = Object.fromEntries([
  ...CHANGES.map((type) => [type, changed(true)]),
  ...ENTRIES.map((type) => [type, changed(false)]),
]) as Handlers<MonitoredChange>;
