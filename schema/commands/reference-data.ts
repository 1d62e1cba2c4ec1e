import { Field, ID, InputType, Int } from 'type-graphql';
import type { FillCollegeInformation } from '../../src/decisions/reference-data.ts';
import type { CheckReferenceData } from '../../src/decisions/reference-check.ts';
import { between } from '../bounds.ts';
import { InformationSection, ReferenceCheckOf } from '../enums/reference-data.ts';
import { globalId, uuidOf, uuidOrNull } from '../global-id.ts';
import { FreeText, Label } from '../scalars.ts';
import { defineCommand } from './define-command.ts';
import { problem } from '../errors/problem.ts';

@InputType({ description: 'A department (отделение) for the reference data.' })
class RegisterDepartmentInput {
  @Field(() => Label, { description: 'Its name, once at the college.' })
  readonly name!: string;
}

@InputType({ description: 'A department under another name.' })
class RenameDepartmentInput extends RegisterDepartmentInput {
  @Field(() => ID, { description: 'The department.' })
  readonly departmentId!: string;
}

@InputType({ description: 'A stream of groups (учебный поток).' })
class RegisterStudyStreamInput {
  @Field(() => Label, { description: 'Its name, once at the college.' })
  readonly name!: string;
}

@InputType({ description: 'Where a group belongs.' })
class PlaceGroupInput {
  @Field(() => ID, { description: 'The group.' })
  readonly groupId!: string;

  @Field(() => ID, { nullable: true, description: 'The department; left out: none.' })
  readonly departmentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The stream; left out: none.' })
  readonly studyStreamId?: string | null;
}

@InputType({ description: 'A section that describes the college.' })
class FillCollegeInformationInput {
  @Field(() => InformationSection, { description: 'Which section.' })
  readonly section!: FillCollegeInformation['section'];

  @Field(() => FreeText, { description: 'What it says; it replaces what it said.' })
  readonly text!: string;
}

@InputType({ description: 'Which check: of what, and for which year or month.' })
class HandOverSourceDocumentsInput {
  @Field(() => ReferenceCheckOf, { description: 'What it is of.' })
  readonly what!: CheckReferenceData['what'];

  @Field(() => ID, { nullable: true, description: 'The group, where it is of one.' })
  readonly groupId?: string | null;

  @Field(() => String, { description: 'The academic year `2024`, or the month `2024-09`.' })
  readonly term!: string;
}

@InputType({ description: 'A check of reference data that was done.' })
class CheckReferenceDataInput extends HandOverSourceDocumentsInput {
  @Field(() => Int, { defaultValue: 0, description: 'How many faults it found; 0 closes it.' })
  readonly faults!: number;
}

const checkOf = ({ what, groupId, term }: HandOverSourceDocumentsInput) => {
  if (!/^(19|20|21)\d{2}(-(0[1-9]|1[0-2]))?$/u.test(term)) throw problem('TERM_OF_CHECK_MALFORMED');
  return { what, group: uuidOrNull('StudyGroup', groupId), term };
};

const checking = ['referenceData.check', 'groupComposition.check'] as const;

/** What is done to reference data that have no family of their own, and the checks of all of them. */
export const referenceDataCommands = [
  defineCommand({
    one: 'registerDepartment',
    many: 'registerDepartments',
    description: 'Adds a department.',
    capability: 'referenceData.edit',
    input: RegisterDepartmentInput,
    command: ({ name }, created) => ({
      command: { type: 'RegisterDepartment', data: { department: created, name } },
      id: globalId('Department', created),
    }),
  }),
  defineCommand({
    one: 'renameDepartment',
    many: 'renameDepartments',
    description: 'Gives a department another name.',
    capability: 'referenceData.edit',
    input: RenameDepartmentInput,
    command: ({ departmentId, name }) => ({
      command: { type: 'RenameDepartment', data: { department: uuidOf('Department', departmentId), name } },
      id: departmentId,
    }),
  }),
  defineCommand({
    one: 'registerStudyStream',
    many: 'registerStudyStreams',
    description: 'Names a stream of groups that share a calendar or a regime.',
    capability: 'referenceData.edit',
    input: RegisterStudyStreamInput,
    command: ({ name }, created) => ({
      command: { type: 'RegisterStudyStream', data: { stream: created, name } },
      id: globalId('StudyStream', created),
    }),
  }),
  defineCommand({
    one: 'placeGroup',
    many: 'placeGroups',
    description: 'Says to which department and which stream a group belongs.',
    capability: 'group.form',
    input: PlaceGroupInput,
    command: ({ groupId, departmentId, studyStreamId }) => ({
      command: {
        type: 'PlaceGroup',
        data: {
          group: uuidOf('StudyGroup', groupId),
          department: uuidOrNull('Department', departmentId),
          stream: uuidOrNull('StudyStream', studyStreamId),
        },
      },
      id: groupId,
    }),
  }),
  defineCommand({
    one: 'fillCollegeInformation',
    many: 'fillCollegeInformationSections',
    description: 'Fills in a section that describes the college or its educational process.',
    capability: 'referenceData.edit',
    input: FillCollegeInformationInput,
    command: (data) => ({ command: { type: 'FillCollegeInformation', data: { ...data } }, id: null }),
  }),
  defineCommand({
    one: 'handOverSourceDocuments',
    many: 'handOverSourceDocumentSets',
    description: 'Records that the source documents for a check came; late is flagged, not refused.',
    capability: 'referenceData.check',
    input: HandOverSourceDocumentsInput,
    command: (input) => ({
      command: { type: 'HandOverSourceDocuments', data: checkOf(input) },
      id: null,
    }),
  }),
  defineCommand({
    one: 'checkReferenceData',
    many: 'checkReferenceDataSets',
    description: 'Records that reference data, or the composition of a group, were checked.',
    capability: checking,
    input: CheckReferenceDataInput,
    command: (input) => ({
      command: {
        type: 'CheckReferenceData',
        data: { ...checkOf(input), faults: between('faults', input.faults, 0, 100_000) },
      },
      id: null,
    }),
  }),
];
