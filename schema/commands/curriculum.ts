import { Field, ID, InputType, Int } from 'type-graphql';
import type { AdoptCurriculum } from '../../src/decisions/curriculum.ts';
import type { CurriculumItem } from '../../src/policies/programme.ts';
import { between, sized } from '../bounds.ts';
import { FormOfStudy } from '../enums/college.ts';
import { AttestationForm } from '../enums/journal.ts';
import { ProgrammeKind } from '../enums/programme.ts';
import { globalId, uuidOf, uuidOrNull } from '../global-id.ts';
import { FreeText, Label, LocalDate, OrderReference } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

@InputType({ description: 'A line of a curriculum: a course unit in a semester.' })
class CurriculumLineInput {
  @Field(() => ID, { description: 'The course unit.' })
  readonly courseUnitId!: string;

  @Field(() => Int, { description: 'The semester within the whole training, 1 to 12.' })
  readonly semester!: number;

  @Field(() => Int, { description: 'Academic hours in the semester, 1 to 2,000.' })
  readonly hours!: number;

  @Field(() => Int, { description: 'Academic hours a week, 0 to 54.' })
  readonly weeklyHours!: number;

  @Field(() => AttestationForm, { nullable: true, description: 'The form of control at its end, if any.' })
  readonly formOfControl?: CurriculumItem['formOfControl'];
}

@InputType({ description: 'A curriculum to be adopted.' })
class AdoptCurriculumInput {
  @Field(() => ProgrammeKind, { description: 'What it leads to.' })
  readonly programmeKind!: AdoptCurriculum['programmeKind'];

  @Field(() => Label, { description: 'The code of the programme: `09.02.07`.' })
  readonly code!: string;

  @Field(() => Label, { description: 'The title of the programme.' })
  readonly title!: string;

  @Field(() => FormOfStudy, { description: 'For which form of study.' })
  readonly formOfStudy!: AdoptCurriculum['formOfStudy'];

  @Field(() => Int, { description: 'The year of intake.' })
  readonly intakeYear!: number;

  @Field(() => ID, { nullable: true, description: 'The student, if it is an individual curriculum.' })
  readonly studentId?: string | null;

  @Field(() => LocalDate, { description: 'From which day on it holds.' })
  readonly effectiveFrom!: string;

  @Field(() => [CurriculumLineInput], { description: 'Its lines, 1 to 300.' })
  readonly lines!: readonly CurriculumLineInput[];

  @Field(() => OrderReference, { nullable: true, description: 'The order.' })
  readonly order?: string | null;
}

@InputType({ description: 'A curriculum to be made out of another.' })
class CopyCurriculumInput {
  @Field(() => ID, { description: 'The curriculum to copy.' })
  readonly curriculumId!: string;

  @Field(() => Int, { description: 'The year of intake of the copy.' })
  readonly intakeYear!: number;

  @Field(() => ID, { nullable: true, description: 'The student, if it is to be an individual curriculum.' })
  readonly studentId?: string | null;

  @Field(() => LocalDate, { description: 'From which day on it holds.' })
  readonly effectiveFrom!: string;

  @Field(() => OrderReference, { nullable: true, description: 'The order.' })
  readonly order?: string | null;
}

@InputType({ description: 'Other lines for a curriculum.' })
class ReviseCurriculumInput {
  @Field(() => ID, { description: 'The curriculum.' })
  readonly curriculumId!: string;

  @Field(() => LocalDate, { description: 'From which day on they hold; days before keep the old ones.' })
  readonly effectiveFrom!: string;

  @Field(() => [CurriculumLineInput], { description: 'All its lines, 1 to 300.' })
  readonly lines!: readonly CurriculumLineInput[];

  @Field(() => OrderReference, { nullable: true, description: 'The order.' })
  readonly order?: string | null;

  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

@InputType({ description: 'A curriculum for a group.' })
class AssignCurriculumInput {
  @Field(() => ID, { description: 'The group.' })
  readonly groupId!: string;

  @Field(() => ID, { description: 'The curriculum.' })
  readonly curriculumId!: string;

  @Field(() => LocalDate, { description: 'From which day on.' })
  readonly from!: string;
}

const linesOf = (lines: readonly CurriculumLineInput[]): CurriculumItem[] =>
  sized('lines', lines, 1, 300).map(
    ({ courseUnitId, semester, hours, weeklyHours, formOfControl = null }) => ({
      courseUnit: uuidOf('CourseUnit', courseUnitId),
      semester: between('semester', semester, 1, 12),
      hours: between('hours', hours, 1, 2000),
      weeklyHours: between('weeklyHours', weeklyHours, 0, 54),
      formOfControl,
    }),
  );

const yearOf = (year: number): number => between('intakeYear', year, 1990, 2199);

/** What is done to curricula. */
export const curriculumCommands = [
  defineCommand({
    one: 'adoptCurriculum',
    many: 'adoptCurricula',
    description: 'Adopts a curriculum (учебный план), with its hours and forms of control.',
    capability: 'curriculum.set',
    input: AdoptCurriculumInput,
    command: ({ studentId, lines, intakeYear, order = null, ...data }, created) => ({
      command: {
        type: 'AdoptCurriculum',
        data: {
          ...data,
          curriculum: created,
          intakeYear: yearOf(intakeYear),
          student: uuidOrNull('Student', studentId),
          items: linesOf(lines),
          order,
        },
      },
      id: globalId('Curriculum', created),
    }),
  }),
  defineCommand({
    one: 'copyCurriculum',
    many: 'copyCurricula',
    description: 'Makes the next year’s curriculum, or a student’s own, out of another one.',
    capability: 'curriculum.set',
    input: CopyCurriculumInput,
    command: ({ curriculumId, studentId, intakeYear, order = null, effectiveFrom }, created) => ({
      command: {
        type: 'CopyCurriculum',
        data: {
          curriculum: created,
          from: uuidOf('Curriculum', curriculumId),
          intakeYear: yearOf(intakeYear),
          student: uuidOrNull('Student', studentId),
          effectiveFrom,
          order,
        },
      },
      id: globalId('Curriculum', created),
    }),
  }),
  defineCommand({
    one: 'reviseCurriculum',
    many: 'reviseCurricula',
    description: 'Gives a curriculum other lines from a date on; it is never changed for days before.',
    capability: 'curriculum.set',
    input: ReviseCurriculumInput,
    command: ({ curriculumId, lines, effectiveFrom, order = null, reason }) => ({
      command: {
        type: 'ReviseCurriculum',
        data: {
          curriculum: uuidOf('Curriculum', curriculumId),
          items: linesOf(lines),
          effectiveFrom,
          order,
          reason,
        },
      },
      id: curriculumId,
    }),
  }),
  defineCommand({
    one: 'assignCurriculum',
    many: 'assignCurriculumToGroups',
    description: 'Lets a group study by a curriculum from a date on.',
    capability: 'curriculum.set',
    input: AssignCurriculumInput,
    command: ({ groupId, curriculumId, from }) => ({
      command: {
        type: 'AssignCurriculum',
        data: { group: uuidOf('StudyGroup', groupId), curriculum: uuidOf('Curriculum', curriculumId), from },
      },
      id: groupId,
    }),
  }),
];
