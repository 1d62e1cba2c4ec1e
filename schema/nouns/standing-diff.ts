import { Field, ID, ObjectType } from 'type-graphql';
import type { StandingDifference as Difference } from '../../projections/standing/difference.ts';
import { AcademicDebt } from '../academic-debts.ts';
import { Access } from '../access.ts';
import { PageStanding } from '../standing.ts';
import { EventAt } from './event-at.ts';
import { MomentInLog } from './moment-in-log.ts';

const reading = { capability: 'standing.read' } as const;
const EVENTS = 'What made it so between, in the order of the log; never empty.';

@ObjectType({
  simpleResolvers: true,
  description:
    'How a student stood on a page before and after; equal values mean that it was changed and changed back.',
})
export class PageStandingDifference {
  @Access(reading)
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Access(reading)
  @Field(() => PageStanding, {
    nullable: true,
    description: 'Before; null: not on the page yet, or not of those asked for.',
  })
  readonly before!: PageStanding | null;

  @Access(reading)
  @Field(() => PageStanding, { nullable: true, description: 'After; null: no longer of those asked for.' })
  readonly after!: PageStanding | null;

  @Access(reading)
  @Field(() => [EventAt], { description: EVENTS })
  readonly events!: readonly EventAt[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'An academic debt that was incurred, worked on or cleared; that it grew overdue is no event.',
})
export class DebtDifference {
  @Access(reading)
  @Field(() => ID, { description: 'The student.' })
  readonly studentId!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The page.' })
  readonly journalId!: string;

  @Access(reading)
  @Field(() => AcademicDebt, {
    nullable: true,
    description: 'As it stood before; null: there was none, or it was not of those asked for.',
  })
  readonly before!: AcademicDebt | null;

  @Access(reading)
  @Field(() => AcademicDebt, {
    nullable: true,
    description: 'As it stood after, cleared perhaps; null: no longer of those asked for.',
  })
  readonly after!: AcademicDebt | null;

  @Access(reading)
  @Field(() => [EventAt], { description: EVENTS })
  readonly events!: readonly EventAt[];
}

@ObjectType({
  simpleResolvers: true,
  description:
    'What happened to the standing of a student, a page or a group between two moments: what was touched, and nothing else.',
})
export class StandingDiff {
  readonly difference!: Difference;

  @Access(reading)
  @Field(() => MomentInLog, { description: 'The earlier moment; what happened at it is not told again.' })
  readonly from!: MomentInLog;

  @Access(reading)
  @Field(() => MomentInLog, { description: 'The later moment, itself included.' })
  readonly to!: MomentInLog;

  @Access(reading)
  @Field(() => [PageStandingDifference], { description: 'By student and page.' })
  readonly pages!: readonly PageStandingDifference[];

  @Access(reading)
  @Field(() => [DebtDifference], { description: 'By student and page.' })
  readonly debts!: readonly DebtDifference[];
}
