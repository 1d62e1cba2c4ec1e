import { Field, InputType } from 'type-graphql';
import { LocalDate, OrderNumber } from '../scalars.ts';

/** An order that a movement rests on. */
@InputType({ description: 'An order (приказ), by its number and its date.' })
export class OrderInput {
  @Field(() => OrderNumber, { description: 'Its number.' })
  readonly number!: string;

  @Field(() => LocalDate, { description: 'Its date; none that is still to come.' })
  readonly date!: string;
}

/** The order as commands carry it. */
export const orderOf = ({ number, date }: OrderInput): OrderInput => ({ number, date });
