import { Field, ID, Int, ObjectType } from 'type-graphql';
import type {
  ProgrammeProgress as ProgressRow,
  TopicProgress as TopicRow,
} from '../../projections/curriculum/progress.ts';
import type { ThematicPlanItemRow, ThematicPlanRow } from '../../projections/curriculum/table-plan.ts';
import { Access } from '../access.ts';
import { WorkType } from '../enums/journal.ts';
import { globalId, globalIdOrNull } from '../global-id.ts';
import { LocalDate } from '../scalars.ts';

const reading = { capability: 'curriculum.read' } as const;

@ObjectType({ simpleResolvers: true, description: 'A topic of a thematic plan.' })
export class ThematicPlanItem {
  @Access(reading)
  @Field(() => ID, { description: 'Its id: a lesson names it as its topic.' })
  readonly id!: string;

  @Access(reading)
  @Field(() => Int, { description: 'Its place in the plan, from 1.' })
  readonly place!: number;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The topic; null where it was erased.' })
  readonly topic!: string | null;

  @Access(reading)
  @Field(() => Int, { description: 'Academic hours.' })
  readonly hours!: number;

  @Access(reading)
  @Field(() => [WorkType], { description: 'The kinds of work planned.' })
  readonly workTypes!: ThematicPlanItemRow['workTypes'];

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The planned day, or the Monday of the week.' })
  readonly plannedOn!: string | null;
}

/** A topic as the API shows it. */
const planItemOf = ({ item, plan: _, ...row }: ThematicPlanItemRow): ThematicPlanItem => ({
  ...row,
  id: globalId('ThematicPlanItem', item),
});

@ObjectType({ simpleResolvers: true, description: 'A calendar-thematic plan (КТП).' })
export class ThematicPlan {
  readonly row!: ThematicPlanRow;

  @Access(reading)
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access(reading)
  @Field(() => Int, { description: 'The calendar year in which its academic year begins.' })
  readonly academicYear!: number;

  @Access(reading)
  @Field(() => Boolean, { description: 'Whether it is a template, for every group.' })
  readonly isTemplate!: boolean;

  @Access(reading)
  @Field(() => Int, { description: 'Its academic hours.' })
  readonly hours!: number;

  @Access(reading)
  @Field(() => Int, { nullable: true, description: 'What the curriculum asked for when it was entered.' })
  readonly curriculumHours!: number | null;

  @Access(reading)
  @Field(() => ID, { nullable: true, description: 'The plan it was copied from.' })
  readonly basedOnId!: string | null;

  @Access(reading)
  @Field(() => [ThematicPlanItem], { description: 'Its topics, in their order.' })
  readonly topics!: readonly ThematicPlanItem[];
}

/** A plan as the API shows it. */
export const planOf = (row: ThematicPlanRow, items: readonly ThematicPlanItemRow[]): ThematicPlan => ({
  row,
  id: globalId('ThematicPlan', row.plan),
  academicYear: row.academicYear,
  isTemplate: row.group === null,
  hours: row.hours,
  curriculumHours: row.curriculumHours,
  basedOnId: globalIdOrNull('ThematicPlan', row.basedOn),
  topics: items.map(planItemOf),
});

@ObjectType({ simpleResolvers: true, description: 'A topic of the plan, and how much of it was taught.' })
export class TopicProgress {
  @Access(reading)
  @Field(() => ThematicPlanItem, { description: 'The topic as it was planned.' })
  readonly planned!: ThematicPlanItem;

  @Access(reading)
  @Field(() => Int, { description: 'Academic hours taught.' })
  readonly deliveredHours!: number;

  @Access(reading)
  @Field(() => [LocalDate], { description: 'The days on which it was taught.' })
  readonly deliveredOn!: readonly string[];
}

@ObjectType({ simpleResolvers: true, description: 'How far a page is with its programme.' })
export class ProgrammeProgress {
  @Access(reading)
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Access(reading)
  @Field(() => Int, { nullable: true, description: 'What the curriculum has for the page in its period.' })
  readonly curriculumHours!: number | null;

  @Access(reading)
  @Field(() => Int, { nullable: true, description: 'What the thematic plan has for the year.' })
  readonly plannedHours!: number | null;

  @Access(reading)
  @Field(() => Int, { description: 'Hours in the timetable, held or not; cancelled lessons do not count.' })
  readonly scheduledHours!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Hours of lessons that were held.' })
  readonly deliveredHours!: number;

  @Access(reading)
  @Field(() => Int, {
    description: 'Hours of topics whose planned day has come, less what was taught of them.',
  })
  readonly behindHours!: number;

  @Access(reading)
  @Field(() => [TopicProgress], { description: 'Topic by topic.' })
  readonly topics!: readonly TopicProgress[];
}

const topicOf = ({ deliveredHours, deliveredOn, ...item }: TopicRow): TopicProgress => ({
  planned: planItemOf(item),
  deliveredHours,
  deliveredOn,
});

/** The progress of a page as the API shows it. */
export const progressOf = ({ journal, topics, ...progress }: ProgressRow): ProgrammeProgress => ({
  ...progress,
  journalId: globalId('Journal', journal),
  topics: topics.map(topicOf),
});
