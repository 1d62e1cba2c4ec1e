import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { PageLoad as LoadRow } from '../../projections/curriculum/load-queries.ts';
import type { GradingCriteriaRow, WorkProgrammeRow } from '../../projections/curriculum/table-plan.ts';
import { Access } from '../access.ts';
import { WorkType } from '../enums/journal.ts';
import { globalId } from '../global-id.ts';
import { Account } from './account.ts';

const reading = { capability: 'curriculum.read' } as const;
const load = { capability: 'teachingLoad.read' } as const;

@ObjectType({ simpleResolvers: true, description: 'The work programme (рабочая программа) of a year.' })
export class WorkProgramme {
  @Access(reading)
  @Field(() => Int, { description: 'The calendar year in which its academic year begins.' })
  readonly academicYear!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Its academic hours.' })
  readonly hours!: number;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'Modules, topics, lessons, materials, works.' })
  readonly contents!: string | null;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The codifier of elements of content.' })
  readonly codifier!: string | null;
}

/** A work programme as the API shows it. */
export const workProgrammeOf = ({
  academicYear,
  hours,
  contents,
  codifier,
}: WorkProgrammeRow): WorkProgramme => ({
  academicYear: Number(academicYear),
  hours,
  contents,
  codifier,
});

@ObjectType({ simpleResolvers: true, description: 'What is asked of an answer in a course unit.' })
export class GradingCriteria {
  @Access(reading)
  @Field(() => [WorkType], { description: 'The kinds of work that are graded.' })
  readonly workTypes!: GradingCriteriaRow['workTypes'];

  @Access(reading)
  @Field(() => Int, { nullable: true, description: 'Within how many days works are checked.' })
  readonly checkingDays!: number | null;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'What is required for each mark.' })
  readonly criteria!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A page in the load of a teacher.' })
export class PageLoad {
  @Access(load)
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Access(load)
  @Field(() => Int, {
    nullable: true,
    description: 'The hours given; null while only the page was assigned.',
  })
  readonly hours!: number | null;

  @Access(load)
  @Field(() => String, { nullable: true, description: 'The load tariff, by its reference.' })
  readonly tariff!: string | null;

  @Access(load)
  @Field(() => Int, { description: 'Hours of the page in the timetable.' })
  readonly scheduledHours!: number;

  @Access(load)
  @Field(() => Int, { description: 'Hours of the page that were held.' })
  readonly deliveredHours!: number;

  @Access(load)
  @Field(() => Int, { nullable: true, description: 'What the curriculum has for the page.' })
  readonly curriculumHours!: number | null;

  @Access(load)
  @Field(() => Int, {
    nullable: true,
    description: 'The hours of all its teachers less the curriculum’s: above 0 is over, below under it.',
  })
  readonly difference!: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'The load of a teacher.' })
export class TeachingLoad {
  @Access(load)
  @Field(() => Account, { nullable: true, description: 'The teacher.' })
  readonly teacher!: Account | null;

  @Access(load)
  @Field(() => Int, { description: 'All hours given.' })
  readonly hours!: number;

  @Access(load)
  @Field(() => [PageLoad], { description: 'Page by page.' })
  readonly pages!: readonly PageLoad[];
}

/** The load of one teacher as the API shows it. */
export const teachingLoadOf = (teacher: Account | null, rows: readonly LoadRow[]): TeachingLoad => ({
  teacher,
  hours: rows.reduce((sum, { hours }) => sum + (hours ?? 0), 0),
  pages: rows.map(({ account: _, journal, ...row }) => ({ ...row, journalId: globalId('Journal', journal) })),
});
