import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { CurriculumRow } from '../../projections/curriculum/table.ts';
import type { PlainDate } from '../../src/policies/calendar.ts';
import { hoursOf, linesOn, type CurriculumItem } from '../../src/policies/programme.ts';
import { Access } from '../access.ts';
import { FormOfStudy } from '../enums/college.ts';
import { AttestationForm } from '../enums/journal.ts';
import { ProgrammeKind } from '../enums/programme.ts';
import { globalId, globalIdOrNull } from '../global-id.ts';
import { LocalDate } from '../scalars.ts';

const reading = { capability: 'curriculum.read' } as const;

@ObjectType({ simpleResolvers: true, description: 'A line of a curriculum: a course unit in a semester.' })
export class CurriculumLine {
  readonly courseUnit!: string;

  @Access(reading)
  @Field(() => Int, { description: 'The semester within the whole training.' })
  readonly semester!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Academic hours in the semester.' })
  readonly hours!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Academic hours a week.' })
  readonly weeklyHours!: number;

  @Access(reading)
  @Field(() => AttestationForm, { nullable: true, description: 'The form of control at its end, if any.' })
  readonly formOfControl!: CurriculumItem['formOfControl'];
}

@ObjectType({ simpleResolvers: true, description: 'A curriculum (учебный план) as it stands on a day.' })
export class Curriculum {
  readonly student!: string | null;

  @Access(reading)
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access(reading)
  @Field(() => ProgrammeKind, { description: 'What it leads to.' })
  readonly programmeKind!: CurriculumRow['programmeKind'];

  @Access(reading)
  @Field(() => String, { description: 'The code of the programme.' })
  readonly code!: string;

  @Access(reading)
  @Field(() => String, { description: 'The title of the programme.' })
  readonly title!: string;

  @Access(reading)
  @Field(() => FormOfStudy, { description: 'For which form of study.' })
  readonly formOfStudy!: CurriculumRow['formOfStudy'];

  @Access(reading)
  @Field(() => Int, { description: 'The year of intake.' })
  readonly intakeYear!: number;

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'The curriculum it was copied from.' })
  readonly basedOnId!: string | null;

  @Access(reading)
  @Field(() => [CurriculumLine], { description: 'The lines in force on the day that was asked about.' })
  readonly lines!: readonly CurriculumLine[];

  @Access(reading)
  @Field(() => Int, { description: 'All their hours.' })
  readonly hours!: number;

  @Access(reading)
  @Field(() => [LocalDate], { description: 'The first day of each of its versions.' })
  readonly versions!: readonly string[];
}

/** A curriculum as the API shows it. */
export const curriculumOf = (
  { curriculum, basedOn, versions, ...row }: CurriculumRow,
  day: PlainDate,
): Curriculum => {
  const lines = linesOn(versions, day);
  return {
    ...row,
    id: globalId('Curriculum', curriculum),
    basedOnId: globalIdOrNull('Curriculum', basedOn),
    lines,
    hours: hoursOf(lines),
    versions: versions.map(({ from }) => from),
  };
};
