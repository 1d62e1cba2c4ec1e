import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access.ts';
import { LocalDate } from '../scalars.ts';

/** An order that something rests on. */
@ObjectType({ simpleResolvers: true, description: 'An order (приказ), by its number and its date.' })
export class Order {
  @Access('signedIn')
  @Field(() => String, { description: 'Its number.' })
  readonly number!: string;

  @Access('signedIn')
  @Field(() => LocalDate, { description: 'Its date.' })
  readonly date!: string;
}

/** An order as rows hold it; none for what was imported. */
export const orderOf = (number: string | null, date: string | null): Order | null =>
  number === null || date === null ? null : { number, date };
