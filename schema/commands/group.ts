import { Field, ID, InputType, Int } from 'type-graphql';
import type { RegisterCourseUnit } from '../../src/decisions/group.ts';
import { CourseUnitKind, PromotionKind } from '../enums/college.ts';
import { between } from '../bounds.ts';
import { globalId, uuidOf } from '../global-id.ts';
import { Label, OrderReference } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

@InputType({ description: 'A study group to be formed.' })
class FormGroupInput {
  @Field(() => Label, { description: 'Its name.' })
  readonly name!: string;

  @Field(() => Int, { defaultValue: 1, description: 'The year of study, 1 to 6.' })
  readonly year!: number;

  @Field(() => Int, { defaultValue: 1, description: 'The semester within the whole training, 1 to 12.' })
  readonly semester!: number;
}

@InputType({ description: 'A curator for a group.' })
class AssignCuratorInput {
  @Field(() => ID, { description: 'The group.' })
  readonly groupId!: string;

  @Field(() => ID, { description: 'The account of the curator.' })
  readonly accountId!: string;

  @Field(() => OrderReference, { nullable: true, description: 'The order.' })
  readonly order?: string | null;
}

@InputType({ description: 'A group to be promoted.' })
class PromoteGroupInput {
  @Field(() => ID, { description: 'The group.' })
  readonly groupId!: string;

  @Field(() => PromotionKind, { description: 'Where it leads.' })
  readonly promotion!: 'semester' | 'year';

  @Field(() => Int, { description: 'The semester the group is in now, as it was read: promotes once only.' })
  readonly fromSemester!: number;

  @Field(() => OrderReference, { nullable: true, description: 'The order.' })
  readonly order?: string | null;
}

@InputType({ description: 'A course unit for the reference data.' })
class RegisterCourseUnitInput {
  @Field(() => Label, { description: 'Its code in the curriculum: `МДК.01.02`.' })
  readonly code!: string;

  @Field(() => Label, { description: 'Its title.' })
  readonly title!: string;

  @Field(() => CourseUnitKind, { description: 'What it is.' })
  readonly kind!: RegisterCourseUnit['kind'];
}

@InputType({ description: 'A course unit under another name.' })
class RenameCourseUnitInput {
  @Field(() => ID, { description: 'The course unit.' })
  readonly courseUnitId!: string;

  @Field(() => Label, { description: 'Its code.' })
  readonly code!: string;

  @Field(() => Label, { description: 'Its title.' })
  readonly title!: string;
}

/** What is done to groups and course units. */
export const groupCommands = [
  defineCommand({
    one: 'formGroup',
    many: 'formGroups',
    description: 'Forms a study group.',
    capability: 'group.form',
    input: FormGroupInput,
    command: ({ name, year, semester }, created) => ({
      command: {
        type: 'FormGroup',
        data: {
          name,
          year: between('year', year, 1, 6),
          semester: between('semester', semester, 1, 12),
          group: created,
        },
      },
      id: globalId('StudyGroup', created),
    }),
  }),
  defineCommand({
    one: 'assignCurator',
    many: 'assignCurators',
    description: 'Gives a group its curator; an earlier one no longer is.',
    capability: 'group.form',
    input: AssignCuratorInput,
    command: ({ groupId, accountId, order = null }) => ({
      command: {
        type: 'AssignCurator',
        data: { group: uuidOf('StudyGroup', groupId), account: uuidOf('Account', accountId), order },
      },
      id: groupId,
    }),
  }),
  defineCommand({
    one: 'promoteGroup',
    many: 'promoteGroups',
    description:
      'Promotes a group with all its students; those in debt conditionally. See `promotionPreview`.',
    capability: 'group.promote',
    input: PromoteGroupInput,
    command: ({ groupId, promotion, fromSemester, order = null }) => ({
      command: {
        type: 'PromoteGroup',
        data: { group: uuidOf('StudyGroup', groupId), promotion, fromSemester, order },
      },
      id: groupId,
    }),
  }),
  defineCommand({
    one: 'registerCourseUnit',
    many: 'registerCourseUnits',
    description: 'Adds a course unit to the reference data.',
    capability: 'courseUnit.register',
    input: RegisterCourseUnitInput,
    command: (input, created) => ({
      command: { type: 'RegisterCourseUnit', data: { ...input, courseUnit: created } },
      id: globalId('CourseUnit', created),
    }),
  }),
  defineCommand({
    one: 'renameCourseUnit',
    many: 'renameCourseUnits',
    description: 'Gives a course unit another code or title.',
    capability: 'courseUnit.register',
    input: RenameCourseUnitInput,
    command: ({ courseUnitId, ...names }) => ({
      command: {
        type: 'RenameCourseUnit',
        data: { ...names, courseUnit: uuidOf('CourseUnit', courseUnitId) },
      },
      id: courseUnitId,
    }),
  }),
];
