import type { House } from '../house.ts';
import { decode } from '../log/body.ts';
import type { EventLog } from '../log/event-log.ts';
import type { Instant } from '../policies/calendar.ts';
import { nowFounding } from './calendar.ts';
import { demoColleges, type DemoCollege } from './college.ts';
import { historyOf } from './history.ts';
import { idOf } from './names.ts';
import { planOf } from './plan.ts';
import { runHistory, type RunReport } from './runner.ts';

/** How far the making of the demo is, over all its colleges. */
export interface DemoProgress {
  readonly done: number;
  readonly total: number;
}

/** What to make, and where. */
export interface DemoRequest {
  readonly house: Pick<House, 'log'>;
  /** The demo ends here: the real now, so that the server's clock goes on from it. */
  readonly now: Instant;
  readonly colleges?: readonly DemoCollege[];
  readonly onProgress?: (progress: DemoProgress) => void;
}

/** What was made; a college that was complete already is not in it. */
export interface DemoReport {
  readonly made: readonly (RunReport & { readonly college: DemoCollege })[];
}

/** Whether everything has happened at a demo college. */
export const isComplete = async (log: EventLog, { id }: DemoCollege): Promise<boolean> =>
  (await log.findCommand(id, idOf(id, 'command last'))) !== null;

/** The now of a demo that was begun before, else the given one: a resumed history has to be the same history. */
const nowOf = async (log: EventLog, { id }: DemoCollege, now: Instant): Promise<Instant> => {
  const [founded] = await log.readStream(id, `college-${id}`);
  return founded ? nowFounding(decode(founded).meta.at) : now;
};

/**
 * Makes the demo colleges by running their whole history through the deciders. Does nothing where they are complete,
 * and goes on where an earlier run was cut off. Throws `StartFault` when another version began them.
 */
export const makeDemo = async ({
  house: { log },
  now,
  colleges = demoColleges,
  onProgress = () => undefined,
}: DemoRequest): Promise<DemoReport> => {
  const missing: DemoCollege[] = [];
  for (const college of colleges) if (!(await isComplete(log, college))) missing.push(college);

  const runs = await Promise.all(
    missing.map(async (college) => {
      const history = historyOf(planOf(college, await nowOf(log, college, now)));
      return { college, history, done: 0 };
    }),
  );
  const total = runs.reduce((sum, { history }) => sum + history.length, 0);
  const made = await Promise.all(
    runs.map(async (run) => {
      const report = await runHistory(log, run.college, run.history, (done) => {
        run.done = done;
        onProgress({ done: runs.reduce((sum, one) => sum + one.done, 0), total });
      });
      return { college: run.college, ...report };
    }),
  );
  return { made };
};
