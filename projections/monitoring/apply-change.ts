import type { Recorded } from '../../events/recorded.ts';
import { isRaise } from '../../src/policies/raise.ts';
import type { Handlers } from '../projection.ts';
import { CHANGES, ENTRIES } from './change-kinds.ts';
import type { MonitoredChange } from './table.ts';

const TEACHING: ReadonlySet<string | null> = new Set([
  'teacher',
  'practicalTrainingInstructor',
  'substituteTeacher',
]);

const isRaised = ({ data }: Recorded): boolean =>
  'from' in data &&
  'to' in data &&
  typeof data.from === 'string' &&
  typeof data.to === 'string' &&
  isRaise(data.from, data.to);

const isAnnouncement = ({ type, data }: Recorded): boolean =>
  type === 'AbsenceCancelled' && data.was === 'announced';

const changed =
  (always: boolean) =>
  (event: Recorded): ReturnType<NonNullable<Handlers<MonitoredChange>['MarkCorrected']>> => {
    const { position, data, meta } = event;
    const { at, actor, rule, source, correlation, command } = meta;
    const grant = rule?.grant ?? null;
    if (source === 'import' || isAnnouncement(event)) return [];
    if (!always && grant === null && !rule?.late && TEACHING.has(actor.role)) return [];
    const journal = 'journal' in data && typeof data.journal === 'string' ? data.journal : null;
    const burst = correlation ?? command;
    const row = { position, at, account: actor.account, journal, burst, grant, raised: isRaised(event) };
    return [{ key: [position.toString()], next: () => row }];
  };

/** Changes of marks, and entries that were late, under a grant or not by who fills in the page: the few to look at. */
export const changeHandlers: Handlers<MonitoredChange> = Object.fromEntries([
  ...CHANGES.map((type) => [type, changed(true)]),
  ...ENTRIES.map((type) => [type, changed(false)]),
]) as Handlers<MonitoredChange>;
