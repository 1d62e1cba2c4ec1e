import type { EventType } from '../../events/register.ts';
import type { EventLog } from '../log/event-log.ts';
import type { Instant } from '../policies/calendar.ts';
import { dateIn } from '../policies/calendar.ts';
import { runCollege } from '../runtime/college.ts';
import type { Outcome } from '../runtime/execute.ts';
import { StartFault } from '../start-fault.ts';
import type { Act } from './act.ts';
import type { DemoCollege } from './college.ts';
import { laneOf } from './lane.ts';
import { idOf } from './names.ts';

/** A command that was answered otherwise than the plan meant. */
export interface Surprise {
  readonly at: Instant;
  readonly command: Act['command'];
  readonly expected: string;
  readonly answer: string;
}

/** What running a history did. */
export interface RunReport {
  readonly commands: number;
  /** Events by type, of the commands that were run now. */
  readonly events: Readonly<Partial<Record<EventType, number>>>;
  readonly refused: number;
  readonly surprises: readonly Surprise[];
}

/** The id of a college's command by its place in the history; the last one is known without the history. */
const commandIdOf = (college: string, index: number, count: number): string =>
  idOf(college, index === count - 1 ? 'command last' : `command ${index}`);

interface Numbered extends Act {
  readonly commandId: string;
}

/** Commands of one instant. */
type Burst = readonly [Numbered, ...Numbered[]];

const burstsOf = (college: string, history: readonly Act[]): readonly Burst[] => {
  const numbered = history.map((act, index) => ({
    ...act,
    commandId: commandIdOf(college, index, history.length),
  }));
  return [...Map.groupBy(numbered, ({ at }) => at).values()] as unknown as readonly Burst[];
};

/**
 * Where an interrupted run stopped. Bursts ran one after another, so the ones whose first command is in the log come
 * first; the last of them may be incomplete, and is run again: its commands are known by their ids.
 */
const firstToRun = async (log: EventLog, college: string, bursts: readonly Burst[]): Promise<number> => {
  let [from, to] = [0, bursts.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const burst = bursts[middle];
    if (burst && (await log.findCommand(college, burst[0].commandId))) from = middle + 1;
    else to = middle;
  }
  return Math.max(0, from - 1);
};

const answerOf = (outcome: Outcome): string =>
  outcome.accepted ? (outcome.events.length > 0 ? 'accepted' : 'nothing to do') : outcome.refusal.code;

/** Runs a history through the deciders under a virtual clock; goes on where an earlier run stopped. */
export const runHistory = async (
  log: EventLog,
  { id, origin, zone }: DemoCollege,
  history: readonly Act[],
  onProgress: (done: number) => void,
): Promise<RunReport> => {
  await log.open({ id, origin, clock: 'virtual' });
  const bursts = burstsOf(id, history);
  const first = await firstToRun(log, id, bursts);
  let clock: Instant = bursts[first]?.[0].at ?? '';
  const { execute } = runCollege(log, { id, origin }, () => clock);

  const events: Partial<Record<EventType, number>> = {};
  const surprises: Surprise[] = [];
  let refused = 0;
  const run = async ({ at, by, command, commandId, expects, outage }: Numbered): Promise<void> => {
    const session = idOf(id, `session ${by} ${dateIn(zone, at)}`);
    const actor = { account: by, session, channel: 'demo' as const };
    const outcome = await execute(command, {
      commandId,
      actor,
      outage,
      source: outage === null ? 'online' : 'temporaryJournal',
    });
    const answer = answerOf(outcome);
    if (answer === 'COMMAND_ID_REUSED' || answer === 'TRY_AGAIN')
      throw new StartFault(
        `The demo college ${origin} was begun by another version of this program: start with an empty DATA_DIR.`,
      );
    if (outcome.accepted) for (const { type } of outcome.events) events[type] = (events[type] ?? 0) + 1;
    else refused += 1;
    const expected = expects ?? 'accepted';
    if (answer !== expected) surprises.push({ at, command, expected, answer });
  };

  let done = bursts.slice(0, first).reduce((sum, { length }) => sum + length, 0);
  for (const burst of bursts.slice(first)) {
    clock = burst[0].at;
    const lanes = Map.groupBy(burst, ({ command }) => laneOf(command));
    await Promise.all(
      [...lanes.values()].map(async (lane) => {
        for (const act of lane) await run(act);
      }),
    );
    done += burst.length;
    onProgress(done);
  }
  return { commands: history.length, events, refused, surprises };
};
