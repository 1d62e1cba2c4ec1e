import { Field, ID, InputType } from 'type-graphql';
import type { PlaceCourseUnit, RegisterCourseUnit } from '../../src/decisions/course-unit.ts';
import { CourseUnitKind } from '../enums/college.ts';
import { PracticeKind } from '../enums/programme.ts';
import { globalId, uuidOf, uuidOrNull } from '../global-id.ts';
import { Label } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

@InputType({ description: 'A course unit for the reference data.' })
class RegisterCourseUnitInput {
  @Field(() => Label, { description: 'Its code in the curriculum: `МДК.01.02`.' })
  readonly code!: string;

  @Field(() => Label, { description: 'Its title.' })
  readonly title!: string;

  @Field(() => CourseUnitKind, { description: 'What it is.' })
  readonly kind!: RegisterCourseUnit['kind'];

  @Field(() => ID, {
    nullable: true,
    description: 'The professional module it belongs to: of an МДК or a practice.',
  })
  readonly moduleId?: string | null;

  @Field(() => PracticeKind, { nullable: true, description: 'Which practice it is, if it is one.' })
  readonly practiceKind?: PlaceCourseUnit['practiceKind'];
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

@InputType({ description: 'A course unit in its place.' })
class PlaceCourseUnitInput {
  @Field(() => ID, { description: 'The course unit.' })
  readonly courseUnitId!: string;

  @Field(() => ID, { nullable: true, description: 'The professional module it belongs to.' })
  readonly moduleId?: string | null;

  @Field(() => PracticeKind, { nullable: true, description: 'Which practice it is, if it is one.' })
  readonly practiceKind?: PlaceCourseUnit['practiceKind'];
}

/** What is done to course units. */
export const courseUnitCommands = [
  defineCommand({
    one: 'registerCourseUnit',
    many: 'registerCourseUnits',
    description: 'Adds a course unit to the reference data.',
    capability: 'courseUnit.register',
    input: RegisterCourseUnitInput,
    command: ({ code, title, kind, moduleId, practiceKind = null }, created) => ({
      command: {
        type: 'RegisterCourseUnit',
        data: {
          courseUnit: created,
          code,
          title,
          kind,
          module: uuidOrNull('CourseUnit', moduleId),
          practiceKind,
        },
      },
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
  defineCommand({
    one: 'placeCourseUnit',
    many: 'placeCourseUnits',
    description: 'Puts an МДК or a practice into a professional module, and says which practice it is.',
    capability: 'courseUnit.register',
    input: PlaceCourseUnitInput,
    command: ({ courseUnitId, moduleId, practiceKind = null }) => ({
      command: {
        type: 'PlaceCourseUnit',
        data: {
          courseUnit: uuidOf('CourseUnit', courseUnitId),
          module: uuidOrNull('CourseUnit', moduleId),
          practiceKind,
        },
      },
      id: courseUnitId,
    }),
  }),
];
