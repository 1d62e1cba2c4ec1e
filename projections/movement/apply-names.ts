import type { Recorded } from '../../events/recorded.ts';
import type { EventNamed } from '../../events/register.ts';
import type { Change, Handlers } from '../projection.ts';
import type { StudentName } from './table.ts';

type Named = Recorded<EventNamed<'StudentRegistered' | 'StudentRenamed' | 'StudentDataCorrected'>>;

const named = (
  { data: { student }, sealed, position }: Named,
  told: Pick<StudentName, 'since' | 'cause'> & Partial<StudentName>,
): readonly Change<StudentName>[] => [
  {
    key: [student, position.toString()],
    next: () => ({
      student,
      position,
      familyName: sealed?.familyName ?? null,
      givenName: sealed?.givenName ?? null,
      patronymic: sealed?.patronymic ?? null,
      orderNumber: null,
      orderDate: null,
      ...told,
    }),
  },
];

/** Every name a student had, from its first day on: a correction holds from the day it was made (T-33). */
export const nameHandlers: Handlers<StudentName> = {
  StudentRegistered: (event) => named(event, { since: event.meta.occurredOn, cause: 'registered' }),
  StudentRenamed: (event) => {
    const { on: since, order } = event.data;
    const orderNumber = order?.number ?? null;
    return named(event, { since, cause: 'changed', orderNumber, orderDate: order?.date ?? null });
  },
  StudentDataCorrected: (event) => named(event, { since: event.meta.occurredOn, cause: 'corrected' }),
};
