import { Field, ID, InputType } from 'type-graphql';
import { globalId, uuidOf } from '../global-id.ts';
import { FreeText, Label, LocalDate } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

@InputType({ description: 'A time in which the journal is out of reach.' })
class DeclareOutageInput {
  @Field(() => LocalDate, { description: 'Its first day; never ahead.' })
  readonly from!: string;

  @Field(() => FreeText, { description: 'What happened.' })
  readonly reason!: string;
}

@InputType({ description: 'A request to the developers because of an outage.' })
class AskDevelopersInput {
  @Field(() => ID, { description: 'The outage.' })
  readonly outageId!: string;

  @Field(() => Label, { description: 'Under which the developers keep it.' })
  readonly reference!: string;
}

@InputType({ description: 'An inspection that falls into an outage.' })
class DeferInspectionInput {
  @Field(() => ID, { description: 'The outage.' })
  readonly outageId!: string;

  @Field(() => Label, { description: 'Which inspection, such as its order.' })
  readonly inspection!: string;
}

@InputType({ description: 'The end of an outage.' })
class RestoreAccessInput {
  @Field(() => ID, { description: 'The outage.' })
  readonly outageId!: string;

  @Field(() => LocalDate, { description: 'The day access was back.' })
  readonly on!: string;
}

/** What is done about outages. */
export const outageCommands = [
  defineCommand({
    one: 'declareOutage',
    many: 'declareOutages',
    description: 'Declares that the journal is out of reach, and temporary journals are kept.',
    capability: 'outage.declare',
    input: DeclareOutageInput,
    command: (input, created) => ({
      command: { type: 'DeclareOutage', data: { ...input, outage: created } },
      id: globalId('Outage', created),
    }),
  }),
  defineCommand({
    one: 'askDevelopers',
    many: 'askDevelopersInTurn',
    description: 'Notes the request filed with the developers because of an outage.',
    capability: 'outage.declare',
    input: AskDevelopersInput,
    command: ({ outageId, reference }) => ({
      command: { type: 'AskDevelopers', data: { outage: uuidOf('Outage', outageId), reference } },
      id: outageId,
    }),
  }),
  defineCommand({
    one: 'deferInspection',
    many: 'deferInspections',
    description:
      'Puts an inspection’s data off to the moment access is back, where the regulation knows that.',
    capability: 'outage.declare',
    input: DeferInspectionInput,
    command: ({ outageId, inspection }) => ({
      command: { type: 'DeferInspection', data: { outage: uuidOf('Outage', outageId), inspection } },
      id: outageId,
    }),
  }),
  defineCommand({
    one: 'restoreAccess',
    many: 'restoreAccessInTurn',
    description: 'Ends an outage; temporary journals may be brought over for the regulation’s working days.',
    capability: 'outage.declare',
    input: RestoreAccessInput,
    command: ({ outageId, on }) => ({
      command: { type: 'RestoreAccess', data: { outage: uuidOf('Outage', outageId), on } },
      id: outageId,
    }),
  }),
];
