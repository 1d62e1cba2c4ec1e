import { randomUUID } from 'node:crypto';
import { Arg, createParameterDecorator, Ctx, ID, Mutation, Resolver, type ClassType } from 'type-graphql';
import { Access, type Required } from '../access.ts';
import { CommandVerdicts } from '../can/command-verdicts.ts';
import { verdictField } from '../can/verdict-field.ts';
import type { Context } from '../context.ts';
import { uuidOrNull } from '../global-id.ts';
import { ASKS_FOR_STEP_UP, demandFresh } from '../step-up.ts';
import { UUID } from '../scalars.ts';
import { carryOut, carryOutAll, createdBy, type Commanded } from './carry-out.ts';
import { CommandPayload, CommandsPayload } from './payload.ts';
import { sized } from '../bounds.ts';

/** A command as two mutations, one at a time and a list with a result for each, and as a verdict of `can`. */
export interface CommandDefinition<Input extends object> {
  readonly one: string;
  readonly many: string;
  /** What it does, for the front-end developer. */
  readonly description: string;
  /** Who may ever call it; `signedIn`: anybody, where the decider looks at whose data it is about. */
  readonly capability: Required | 'signedIn';
  readonly input: ClassType<Input>;
  /** The command behind an input. `created` is the id for what it creates; few have to look something up. */
  readonly command: (input: Input, created: string, context: Context) => Commanded | Promise<Commanded>;
  /** Commands that each write a stream of their own may go side by side. */
  readonly sideBySide?: boolean;
  /** Whether it asks for a proof of who the viewer is that is minutes old (T09). */
  readonly fresh?: boolean;
  /** Whether it may be brought over from a temporary journal after an outage (T-42). */
  readonly fromTemporaryJournal?: boolean;
}

/** A page of 30 students and 50 lessons fits into one call. */
const MOST = 1500;

const COMMAND_ID =
  'Made by the client; the same id again returns the first answer, whatever happened meanwhile.';

/** The argument of a command that may come from a temporary journal. */
const outageArg = () =>
  Arg('outageId', () => ID, {
    nullable: true,
    description:
      'The outage in whose temporary journal it was written down; left out: entered as it happened.',
  });

/** Any other command has no such argument, and no outage. */
const noOutage = () => createParameterDecorator(() => null);

/** Makes the resolver of a command. */
export const defineCommand = <Input extends object>({
  one,
  many,
  description: said,
  capability,
  input,
  command,
  fresh = false,
  sideBySide = false,
  fromTemporaryJournal = false,
}: CommandDefinition<Input>): ClassType => {
  const policy = capability === 'signedIn' ? capability : { capability };
  const description = fresh ? `${said} ${ASKS_FOR_STEP_UP}` : said;
  const OutageArg = fromTemporaryJournal ? outageArg : noOutage;
  @Resolver(() => CommandVerdicts)
  class CommandResolver {
    @Access(policy)
    @Mutation(() => CommandPayload, { name: one, description })
    async one(
      @Arg('commandId', () => UUID, { description: COMMAND_ID }) commandId: string,
      @Arg('input', () => input, { description: 'What to do.' }) given: Input,
      @OutageArg() outageId: string | null,
      @Ctx() context: Context,
    ): Promise<CommandPayload> {
      if (fresh) await demandFresh(context);
      const outage = uuidOrNull('Outage', outageId);
      return await carryOut(context, commandId, await command(given, createdBy(commandId), context), outage);
    }

    @Access(policy)
    @Mutation(() => CommandsPayload, {
      name: many,
      description: `${description} Many at a time: each is done or refused for itself.`,
    })
    async many(
      @Arg('commandId', () => UUID, { description: COMMAND_ID }) commandId: string,
      @Arg('inputs', () => [input], { description: `What to do, ${MOST} at most.` }) given: readonly Input[],
      @OutageArg() outageId: string | null,
      @Ctx() context: Context,
    ): Promise<CommandsPayload> {
      sized('inputs', given, 0, MOST);
      if (fresh) await demandFresh(context);
      return await carryOutAll(
        context,
        commandId,
        given.map((each) => (created) => command(each, created, context)),
        sideBySide,
        uuidOrNull('Outage', outageId),
      );
    }
  }
  verdictField(CommandResolver, one, {
    description,
    policy,
    fresh,
    args: (at) => {
      Arg('input', () => input, { description: 'What would be done.' })(...at(0));
    },
    command: async (_: CommandVerdicts, context, given: Input) =>
      (await command(given, createdBy(randomUUID()), context)).command,
  });
  return CommandResolver;
};
