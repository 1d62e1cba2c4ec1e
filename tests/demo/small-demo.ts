import { demoColleges, type DemoCollege } from '../../src/demo/college.ts';
import { makeDemo } from '../../src/demo/demo.ts';
import type { Recorded } from '../../events/recorded.ts';
import { decode } from '../../src/log/body.ts';
import type { EventLog } from '../../src/log/event-log.ts';
import { eventLog } from '../support/event-log.ts';

const [large, small] = demoColleges as readonly [DemoCollege, DemoCollege];

/** The small demo college, which lives by 004, with small groups. */
export const smallCollege: DemoCollege = { ...small, studentsPerGroup: 10 };

/** The college of full size, which lives by 003. */
export const largeCollege = large;

/** That college with two small groups: whatever happens there happens in these. */
export const shrunkCollege: DemoCollege = {
  ...large,
  studentsPerGroup: 10,
  groups: [...large.groups.slice(0, 1), ...large.groups.slice(-1)],
};

/** A day of the project's own time, at a quarter past two in Moscow. */
export const NOW = '2026-11-22T11:15:30.123Z';

/** Makes the small demo in a log, a fresh one unless told. */
export const makeSmall = async (now = NOW, log: EventLog = eventLog(), college = smallCollege) => {
  const { made } = await makeDemo({ house: { log }, now, colleges: [college] });
  return { log, report: made[0] };
};

/** Everything in the log of a college, the small one unless told. */
export const eventsIn = async (log: EventLog, { id } = smallCollege): Promise<readonly Recorded[]> =>
  (await log.read(id, 0n, 1_000_000)).map(decode);

/** The same events without what is drawn anew each time: ids and keys; by stream, since bursts run side by side. */
export const tellable = (events: readonly Recorded[]): readonly unknown[] =>
  events
    .filter(({ type }) => type !== 'SubjectKeyCreated')
    .map(({ position: _, data, ...event }) => ({
      ...event,
      // An annulment names what it annuls by the id of its event.
      data: 'movement' in data ? { ...data, movement: null } : data,
      meta: { ...event.meta, id: null },
    }))
    .toSorted((a, b) => (a.stream === b.stream ? a.revision - b.revision : a.stream < b.stream ? -1 : 1));
