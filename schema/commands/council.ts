import { Field, ID, InputType } from 'type-graphql';
import { globalId, uuidOf } from '../global-id.ts';
import { FreeText, Label, LocalDate } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

@InputType({ description: 'A meeting of the pedagogical council.' })
class ScheduleCouncilInput {
  @Field(() => ID, { nullable: true, description: 'A meeting that moves; left out: a new one.' })
  readonly councilId?: string | null;

  @Field(() => LocalDate, { description: 'Its day, today or later.' })
  readonly on!: string;

  @Field(() => Label, { description: 'What it is about.' })
  readonly title!: string;
}

@InputType({ description: 'A meeting of the pedagogical council that does not take place.' })
class CancelCouncilInput {
  @Field(() => ID, { description: 'The meeting.' })
  readonly councilId!: string;

  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

/** What is done about the pedagogical council. */
export const councilCommands = [
  defineCommand({
    one: 'scheduleCouncil',
    many: 'scheduleCouncils',
    description: 'Gives a meeting of the pedagogical council its day, or another one.',
    capability: 'council.schedule',
    input: ScheduleCouncilInput,
    command: ({ councilId, on, title }, created) => {
      const council = councilId ? uuidOf('Council', councilId) : created;
      return {
        command: { type: 'ScheduleCouncil', data: { council, on, title } },
        id: globalId('Council', council),
      };
    },
  }),
  defineCommand({
    one: 'cancelCouncil',
    many: 'cancelCouncils',
    description: 'Calls a meeting of the pedagogical council off, for a reason.',
    capability: 'council.schedule',
    input: CancelCouncilInput,
    command: ({ councilId, reason }) => ({
      command: { type: 'CancelCouncil', data: { council: uuidOf('Council', councilId), reason } },
      id: councilId,
    }),
  }),
];
