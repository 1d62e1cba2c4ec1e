import type { EventNamed } from '../../events/register.ts';
import { refuse, type Circumstances, type Refused } from './decision.ts';
import type { Subject } from './refusal.ts';

/** An order (приказ) by its number and date. */
export type Order = NonNullable<EventNamed<'StudentExpelled'>['data']['order']>;

/** The order a movement rests on: none but an import comes without, and none is dated ahead. */
export const orderBehind = (
  { source, today }: Circumstances,
  order: Order | null,
  subject: Subject,
): Refused | null => {
  if (order === null) return source === 'import' ? null : refuse('ORDER_REQUIRED', subject);
  return order.date > today ? refuse('DATE_OUT_OF_RANGE', subject, { orderDate: order.date, today }) : null;
};
