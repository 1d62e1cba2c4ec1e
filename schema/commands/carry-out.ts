import { v5 } from 'uuid';
import type { Recorded } from '../../events/recorded.ts';
import { marks } from '../../src/decisions/folds/mark.ts';
import { markCell } from '../../src/decisions/mark.ts';
import type { Command } from '../../src/decisions/register.ts';
import { leafHash } from '../../src/ledger/leaf.ts';
import type { Bodies, Outcome } from '../../src/runtime/execute.ts';
import { viewerOf, type Context } from '../context.ts';
import { globalId } from '../global-id.ts';
import { warningOf } from '../nouns/warning.ts';
import { explain } from '../refusal.ts';
import type { CommandPayload, CommandsPayload, MarkCell, RecordedEvent } from './payload.ts';

/** A command as a mutation makes it, and the id of what it is about. */
export interface Commanded {
  readonly command: Command;
  readonly id: string | null;
}

/** The id of what a command creates: the same for the same command id, so that a retry creates nothing twice. */
export const createdBy = (commandId: string): string => v5('created', commandId);

const isAboutMarks = ({ type }: Command): boolean =>
  type === 'RecordMark' || type === 'CorrectMark' || type === 'WithdrawMark';

const cellOf = async (context: Context, { data }: Command): Promise<MarkCell> => {
  const cell = data as { readonly lesson: string; readonly student: string };
  const state = await context.college().stateOf(marks, markCell(cell));
  return {
    lessonId: globalId('Lesson', cell.lesson),
    studentId: globalId('Student', cell.student),
    revision: state.revision,
    marks: [...state.marks].map(([workType, { value }]) => ({ workType, value })),
  };
};

/** The leaf hash of a body, where one was written. */
const receiptOf = (body: string | undefined): string | null =>
  body === undefined ? null : leafHash(body).toString('base64');

const recordedOf = (
  { type: kind, position, revision, meta: { id } }: Recorded,
  bodies: Bodies,
): RecordedEvent => {
  const hash = receiptOf(bodies.get(position));
  if (hash === null) throw new Error('An event was recorded without its body.');
  return { id, kind, position, revision, leafHash: hash };
};

const payloadOf = async (
  context: Context,
  commandId: string,
  { command, id }: Commanded,
  outcome: Outcome,
): Promise<CommandPayload> => ({
  commandId,
  accepted: outcome.accepted,
  id: outcome.accepted ? id : null,
  position: outcome.position,
  leafHash: outcome.position === null ? null : receiptOf(outcome.bodies.get(outcome.position)),
  events: outcome.accepted ? outcome.events.map((event) => recordedOf(event, outcome.bodies)) : [],
  cell: outcome.accepted && isAboutMarks(command) ? await cellOf(context, command) : null,
  userErrors: outcome.accepted ? [] : [await explain(outcome.refusal, context)],
  warnings: outcome.accepted
    ? (outcome.events[0]?.meta.warnings ?? []).map((warning) => warningOf(warning, context.locale))
    : [],
});

/** How commands came in: with which list, and from the temporary journal of which outage. */
export interface Entering {
  readonly correlation: string | null;
  readonly outage: string | null;
}

const execute = (context: Context, commandId: string, command: Command, entering: Entering) => {
  const { account, session, provedBy, provedAt } = viewerOf(context);
  const actor = { account, session, channel: 'graphql', provedBy, provedAt } as const;
  const source = entering.outage === null ? 'online' : 'temporaryJournal';
  return context
    .college()
    .execute(command, { commandId, actor, source, request: context.requestId, ...entering });
};

type Carried = Pick<Outcome, 'accepted' | 'position'>;

/**
 * Waits until a plain query shows what was done: for marks that is the page, since they are entered by the hundred;
 * whoever asks for something else right after them names the position. Anything else is waited for everywhere.
 */
const shown = async (
  context: Context,
  carried: readonly (Carried & Pick<Commanded, 'command'>)[],
): Promise<bigint | null> => {
  const positions = carried.flatMap(({ position }) => position ?? []);
  const position = positions.reduce<bigint | null>(
    (last, next) => (last === null || next > last ? next : last),
    null,
  );
  if (position === null) return null;
  const onPages = carried.every(({ accepted, command }) => accepted && isAboutMarks(command));
  await (onPages ? context.pageShown(position) : context.settled(position));
  return position;
};

/** Carries out one command, and waits until the pages show it. */
export const carryOut = async (
  context: Context,
  commandId: string,
  commanded: Commanded,
  outage: string | null = null,
): Promise<CommandPayload> => {
  const outcome = await execute(context, commandId, commanded.command, { correlation: null, outage });
  await shown(context, [{ ...outcome, ...commanded }]);
  return await payloadOf(context, commandId, commanded, outcome);
};

/**
 * Carries out a list of commands, each under an id derived from the list's, each for itself. Commands about
 * cells go side by side and share commits; commands that share a stream go one after the other.
 */
export const carryOutAll = async (
  context: Context,
  commandId: string,
  commands: readonly ((created: string) => Commanded | Promise<Commanded>)[],
  sideBySide: boolean,
  outage: string | null = null,
): Promise<CommandsPayload> => {
  // All of them are made before one is carried out: a malformed input stops the list as a whole.
  const made = await Promise.all(
    commands.map(async (make, index) => {
      const id = v5(String(index), commandId);
      return { id, commanded: await make(createdBy(id)) };
    }),
  );
  const entering = { correlation: commandId, outage };
  const one = async ({ id, commanded }: (typeof made)[number]): Promise<CommandPayload> =>
    await payloadOf(context, id, commanded, await execute(context, id, commanded.command, entering));
  const results: CommandPayload[] = [];
  if (sideBySide) results.push(...(await Promise.all(made.map(one))));
  else for (const each of made) results.push(await one(each));

  const carried = results.flatMap((result, index) => {
    const { commanded } = made[index] ?? {};
    return commanded ? [{ ...result, ...commanded }] : [];
  });
  const position = await shown(context, carried);
  const accepted = results.filter((result) => result.accepted).length;
  return { results, accepted, refused: results.length - accepted, position };
};
