import { Field, ID, ObjectType } from 'type-graphql';
import type { StaffPosition as Row } from '../../projections/directory/table-access.ts';
import { Access } from '../access.ts';
import { Portfolio } from '../enums/college.ts';
import { globalId } from '../global-id.ts';
import { LocalDate } from '../scalars.ts';

const reading = { capability: 'directory.read' } as const;

@ObjectType({
  simpleResolvers: true,
  description: 'A position (должность) of a member of staff: what somebody is, not what they may do.',
})
export class StaffPosition {
  @Access(reading)
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access(reading)
  @Field(() => String, { description: 'What it is called.' })
  readonly title!: string;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The department or unit.' })
  readonly department!: string | null;

  @Access(reading)
  @Field(() => Portfolio, { nullable: true, description: 'What a deputy director answers for.' })
  readonly portfolio!: Row['portfolio'];

  @Access(reading)
  @Field(() => LocalDate, { description: 'The first day.' })
  readonly from!: string;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The last day, once it is known.' })
  readonly until!: string | null;
}

/** A position as the API shows it. */
export const positionOf = ({ position, title, department, portfolio, from, until }: Row): StaffPosition => ({
  id: globalId('StaffPosition', position),
  title,
  department,
  portfolio,
  from,
  until,
});
