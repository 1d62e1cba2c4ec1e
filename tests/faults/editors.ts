import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient, type CommandAnswer, type Variables } from '../support/api-client.ts';
import { WORK_TYPES, type EditedCollege } from './edited-college.ts';
import type { Promised } from './log-invariants.ts';

/** People who mark and correct at once, whatever happens to the server. */
export interface Editors {
  /** What they were told of every command that was recorded: accepted ones and refused attempts. */
  readonly promised: readonly Promised[];
  /** How often no answer came, and the command was sent again. */
  readonly unanswered: () => number;
  readonly accepted: () => number;
  /** Lets everybody get the answer to their last command. */
  stop(): Promise<void>;
}

/** What is known of a student's cell: who corrects names the revision he saw. */
interface Cell {
  revision: number;
  /** The kinds of work that have a mark, as far as is known. */
  readonly marks: Set<string>;
}

const RETRY_MS = 100;
const VALUES = ['3', '4', '5'];

/** A generator of numbers below `limit`, the same for the same seed. */
const dice = (seed: number) => {
  let state = seed + 1;
  return (limit: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
};

/** Asks again until there is an answer, as a client does: with the id of a command in it, that is harmless. */
export const untilAnswered = async (
  ask: () => Promise<CommandAnswer>,
  unanswered: () => void = () => undefined,
): Promise<CommandAnswer> => {
  for (;;) {
    try {
      return await ask();
    } catch {
      unanswered();
      await sleep(RETRY_MS);
    }
  }
};

/** `client` gives the server of the moment. */
export const editEndlessly = (
  { journalId, lessonId, students }: EditedCollege,
  client: () => ApiClient,
  editors: number,
): Editors => {
  const promised: Promised[] = [];
  const cells = new Map<string, Cell>(
    students.map((student) => [student, { revision: -1, marks: new Set() }]),
  );
  let [unanswered, accepted, isStopped] = [0, 0, false];

  const next = (student: string, roll: (limit: number) => number): [name: string, input: Variables] => {
    const { revision: expectedRevision, marks } = cells.get(student) ?? { revision: -1, marks: new Set() };
    const workType = WORK_TYPES[roll(WORK_TYPES.length)] ?? 'TEST';
    const cell = { journalId, lessonId, studentId: student, workType };
    const value = VALUES[roll(VALUES.length)];
    const changed = { ...cell, expectedRevision, reason: 'Уточнено по работе' };
    if (!marks.has(workType)) return ['recordMark', { ...cell, value }];
    return roll(4) === 0 ? ['withdrawMark', changed] : ['correctMark', { ...changed, value }];
  };

  const answered = (name: string, input: Variables): Promise<CommandAnswer> => {
    const commandId = randomUUID();
    return untilAnswered(
      () => client().do(name, input, commandId),
      () => {
        unanswered += 1;
      },
    );
  };

  const learn = (student: string, name: string, workType: string, answer: CommandAnswer): void => {
    const { commandId, position, cell } = answer;
    if (position !== null && (answer.events.length > 0 || !answer.accepted))
      promised.push({ commandId, first: null, last: BigInt(position) });
    if (answer.accepted) accepted += 1;
    else learnFromRefusal(student, name, workType, answer);
    if (!cell || cell.revision < (cells.get(student)?.revision ?? -1)) return;
    cells.set(student, { revision: cell.revision, marks: new Set(cell.marks.map((mark) => mark.workType)) });
  };

  const learnFromRefusal = (
    student: string,
    name: string,
    workType: string,
    { userErrors }: CommandAnswer,
  ): void => {
    const known = cells.get(student);
    const [error] = userErrors;
    if (!known || !error) return;
    known.revision = Math.max(known.revision, error.currentRevision ?? -1);
    if (name === 'recordMark') known.marks.add(workType);
    else if (error.code !== 'REVISION_CONFLICT') known.marks.delete(workType);
  };

  const edit = async (seed: number): Promise<void> => {
    const roll = dice(seed);
    while (!isStopped) {
      const student = students[roll(students.length)] ?? '';
      const [name, input] = next(student, roll);
      learn(student, name, String(input['workType']), await answered(name, input));
    }
  };
  const editing = Promise.all(Array.from({ length: editors }, (_, seed) => edit(seed)));
  return {
    promised,
    unanswered: () => unanswered,
    accepted: () => accepted,
    stop: async () => {
      isStopped = true;
      await editing;
    },
  };
};
