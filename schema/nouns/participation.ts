import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { DayOfActivity as Row } from '../../projections/monitoring/activity.ts';
import type { Share as Fraction } from '../../src/policies/participation.ts';
import { Access } from '../access.ts';
import { globalId } from '../global-id.ts';
import { LocalDate } from '../scalars.ts';

const reading = { capability: 'monitoring.read' } as const;

@ObjectType({ simpleResolvers: true, description: 'So many of so many.' })
class Share {
  @Access(reading)
  @Field(() => Int, { description: 'How many.' })
  readonly count!: number;

  @Access(reading)
  @Field(() => Int, { description: 'Of how many.' })
  readonly of!: number;

  @Access(reading)
  @Field(() => String, {
    nullable: true,
    description: 'In per cent, one place, rounded half up; null of none.',
  })
  readonly percent!: string | null;
}

const STAFF = { description: 'Of the teaching staff of that time, who entered anything on a page.' };
const STUDENTS = {
  description: 'Of the students enrolled in that time, who has no mark of those days at all.',
};

@ObjectType({ simpleResolvers: true, description: 'Participation in one group: its pages and its students.' })
export class GroupParticipation {
  readonly groupUuid!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The group.' })
  readonly groupId!: string;

  @Access(reading)
  @Field(() => Share, STAFF)
  readonly staffAtWork!: Fraction;

  @Access(reading)
  @Field(() => Share, STUDENTS)
  readonly studentsWithoutMarks!: Fraction;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'Who works with the journal and who has marks in it; people count once, whatever groups they have.',
})
export class Participation {
  @Access(reading)
  @Field(() => Share, STAFF)
  readonly staffAtWork!: Fraction;

  @Access(reading)
  @Field(() => Share, STUDENTS)
  readonly studentsWithoutMarks!: Fraction;

  @Access(reading)
  @Field(() => [GroupParticipation], { description: 'Group by group.' })
  readonly groups!: readonly GroupParticipation[];
}

@ObjectType({ simpleResolvers: true, description: 'What somebody entered on a day.' })
export class DayOfActivity {
  readonly accountUuid!: string;

  @Access(reading)
  @Field(() => ID, { description: 'The account.' })
  readonly accountId!: string;

  @Access(reading)
  @Field(() => LocalDate, { description: 'The day, by the college’s calendar.' })
  readonly date!: string;

  @Access(reading)
  @Field(() => Int, { description: 'How many entries.' })
  readonly entries!: number;

  @Access(reading)
  @Field(() => Int, { description: 'On how many pages.' })
  readonly pages!: number;
}

/** A day of activity as the API shows it. */
export const dayOf = ({ account, ...row }: Row): DayOfActivity => ({
  ...row,
  accountUuid: account,
  accountId: globalId('Account', account),
});
