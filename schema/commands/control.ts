import { Field, ID, InputType, Int } from 'type-graphql';
import type { ControlledThing } from '../../src/decisions/control.ts';
import type { TakeMeasure } from '../../src/decisions/group-measure.ts';
import { between, sized } from '../bounds.ts';
import { ControlledKind, MeasureAbout } from '../enums/control.ts';
import { globalId, uuidOf, uuidOrNull, type NodeType } from '../global-id.ts';
import { FreeText, LocalDate } from '../scalars.ts';
import { defineCommand } from './define-command.ts';
import { problem } from '../errors/problem.ts';

@InputType({ description: 'What is controlled, or found fault with.' })
class ControlledInput {
  @Field(() => ControlledKind, { description: 'What it is.' })
  readonly about!: ControlledThing['kind'];

  @Field(() => ID, { nullable: true, description: 'Its id; left out for the whole college.' })
  readonly aboutId?: string | null;
}

@InputType({ description: 'A control that was carried out.' })
class CarryOutControlInput extends ControlledInput {
  @Field(() => LocalDate, { description: 'When.' })
  readonly on!: string;

  @Field(() => Int, { description: 'How many things were found wrong.' })
  readonly findings!: number;

  @Field(() => FreeText, { nullable: true, description: 'What was found.' })
  readonly summary?: string | null;
}

@InputType({ description: 'The checklist of a period, gone through.' })
class CheckPeriodEndInput {
  @Field(() => ID, { description: 'The period.' })
  readonly periodId!: string;

  @Field(() => Int, { description: 'How many pages were gone through.' })
  readonly pages!: number;

  @Field(() => Int, { description: 'How many things were found wrong.' })
  readonly findings!: number;

  @Field(() => FreeText, { nullable: true, description: 'What follows from it.' })
  readonly conclusion?: string | null;
}

@InputType({ description: 'A finding to be reported; those whom the regulation names are told in any case.' })
class ReportFindingInput extends ControlledInput {
  @Field(() => ID, { nullable: true, description: 'The control that found it.' })
  readonly controlId?: string | null;

  @Field(() => [ID], { defaultValue: [], description: 'Accounts of the staff who are told beside them.' })
  readonly accountIds!: readonly string[];

  @Field(() => LocalDate, { nullable: true, description: 'Until when an answer is expected.' })
  readonly answerBy?: string | null;

  @Field(() => FreeText, { description: 'What is wrong.' })
  readonly text!: string;
}

@InputType({ description: 'The answer to a finding.' })
class AnswerFindingInput {
  @Field(() => ID, { description: 'The finding.' })
  readonly findingId!: string;

  @Field(() => FreeText, { description: 'What was done about it.' })
  readonly measures!: string;
}

@InputType({ description: 'Something the curator did about what the monitoring of the group shows.' })
class TakeMeasureInput {
  @Field(() => ID, { description: 'The group.' })
  readonly groupId!: string;

  @Field(() => ID, { nullable: true, description: 'The student, where it is about one.' })
  readonly studentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The page, where it is about one.' })
  readonly journalId?: string | null;

  @Field(() => MeasureAbout, { description: 'What it is about.' })
  readonly about!: TakeMeasure['about'];

  @Field(() => LocalDate, { description: 'When.' })
  readonly on!: string;

  @Field(() => FreeText, { description: 'What was done.' })
  readonly note!: string;
}

const TYPES: Readonly<Record<Exclude<ControlledThing['kind'], 'college'>, NodeType>> = {
  department: 'Department',
  group: 'StudyGroup',
  page: 'Journal',
};

const thingOf = ({ about, aboutId }: ControlledInput): ControlledThing => {
  if (about === 'college') return { kind: about };
  if (aboutId === null || aboutId === undefined) throw problem('ARGUMENT_MISSING', { argument: 'aboutId' });
  return { kind: about, id: uuidOf(TYPES[about], aboutId) };
};

const MOST_FINDINGS = 10_000;
const MOST_ADDRESSEES = 100;

/** What those do who control how the journal is kept, and those whom they find fault with. */
export const controlCommands = [
  defineCommand({
    one: 'carryOutControl',
    many: 'carryOutControls',
    description: 'Records that the keeping of the journal was controlled, by whose duty that is.',
    capability: 'control.carryOut',
    input: CarryOutControlInput,
    sideBySide: true,
    command: ({ on, findings, summary = null, ...of }, created) => ({
      command: {
        type: 'CarryOutControl',
        data: {
          control: created,
          of: thingOf(of),
          on,
          findings: between('findings', findings, 0, MOST_FINDINGS),
          summary,
        },
      },
      id: globalId('JournalControl', created),
    }),
  }),
  defineCommand({
    one: 'checkPeriodEnd',
    many: 'checkPeriodEnds',
    description: 'Records that the checklist of a period was gone through; late is flagged, not refused.',
    capability: 'control.carryOut',
    input: CheckPeriodEndInput,
    command: ({ periodId, pages, findings, conclusion = null }) => ({
      command: {
        type: 'CheckPeriodEnd',
        data: {
          period: uuidOf('AttestationPeriod', periodId),
          pages: between('pages', pages, 0, 100_000),
          findings: between('findings', findings, 0, 100_000),
          conclusion,
        },
      },
      id: periodId,
    }),
  }),
  defineCommand({
    one: 'reportFinding',
    many: 'reportFindings',
    description: 'Reports what is wrong to whom it concerns and to whom the regulation names.',
    capability: 'control.carryOut',
    input: ReportFindingInput,
    sideBySide: true,
    command: ({ controlId, accountIds, answerBy = null, text, ...of }, created) => ({
      command: {
        type: 'ReportFinding',
        data: {
          finding: created,
          control: uuidOrNull('JournalControl', controlId),
          of: thingOf(of),
          accounts: sized('accountIds', accountIds, 0, MOST_ADDRESSEES).map((id) => uuidOf('Account', id)),
          answerBy,
          text,
        },
      },
      id: globalId('Finding', created),
    }),
  }),
  defineCommand({
    one: 'answerFinding',
    many: 'answerFindings',
    description: 'Says what was done about a finding, by one of those it was addressed to.',
    capability: 'finding.answer',
    input: AnswerFindingInput,
    sideBySide: true,
    command: ({ findingId, measures }) => ({
      command: { type: 'AnswerFinding', data: { finding: uuidOf('Finding', findingId), measures } },
      id: findingId,
    }),
  }),
  defineCommand({
    one: 'takeMeasure',
    many: 'takeMeasures',
    description: 'The curator notes what was done about marks, results, debts or attendance of the group.',
    capability: 'measure.take',
    input: TakeMeasureInput,
    sideBySide: true,
    command: ({ groupId, studentId, journalId, ...measure }, created) => ({
      command: {
        type: 'TakeMeasure',
        data: {
          ...measure,
          measure: created,
          group: uuidOf('StudyGroup', groupId),
          student: uuidOrNull('Student', studentId),
          journal: uuidOrNull('Journal', journalId),
        },
      },
      id: globalId('GroupMeasure', created),
    }),
  }),
];
