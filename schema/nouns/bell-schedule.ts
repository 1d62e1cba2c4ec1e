import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { BellSchedule as Row } from '../../projections/calendar/table.ts';
import { Access } from '../access.ts';
import { BellDayKind } from '../enums/calendar.ts';
import { globalId } from '../global-id.ts';
import { LocalDate, LocalTime } from '../scalars.ts';

@ObjectType({ simpleResolvers: true, description: 'A pair (пара) of a bell schedule.' })
export class Pair {
  @Access('signedIn')
  @Field(() => Int, { description: 'Its number in the day.' })
  readonly number!: number;

  @Access('signedIn')
  @Field(() => LocalTime, { description: 'When it begins.' })
  readonly startsAt!: string;

  @Access('signedIn')
  @Field(() => LocalTime, { description: 'When it ends.' })
  readonly endsAt!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A bell schedule (расписание звонков).' })
export class BellSchedule {
  @Access('signedIn')
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access('signedIn')
  @Field(() => String, { description: 'What people call it.' })
  readonly title!: string;

  @Access('signedIn')
  @Field(() => [Int], { description: 'The weekdays it is for; 1 is Monday.' })
  readonly weekdays!: readonly number[];

  @Access('signedIn')
  @Field(() => BellDayKind, { description: 'For ordinary days or for short ones.' })
  readonly dayKind!: Row['dayKind'];

  @Access('signedIn')
  @Field(() => LocalDate, { description: 'Its first day.' })
  readonly from!: string;

  @Access('signedIn')
  @Field(() => LocalDate, { nullable: true, description: 'Its last day; null while it holds.' })
  readonly until!: string | null;

  @Access('signedIn')
  @Field(() => [Pair], { description: 'Its pairs, by number.' })
  readonly pairs!: readonly Pair[];
}

/** A schedule as the API shows it. */
export const bellScheduleOf = ({ schedule, pairs, ...row }: Row): BellSchedule => ({
  ...row,
  id: globalId('BellSchedule', schedule),
  pairs: pairs.toSorted((a, b) => a.number - b.number),
});
