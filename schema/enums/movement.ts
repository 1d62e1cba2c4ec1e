import type { EventNamed } from '../../events/register.ts';
import type { StudentGraduation } from '../../src/decisions/graduation.ts';
import type { PromotionOutcome as OutcomeName } from '../../src/decisions/promotion.ts';
import { graphqlEnum } from './graphql-enum.ts';

/** What a curator or a guardian asks for. */
export const StudentChangeKind = graphqlEnum<EventNamed<'StudentChangeRequested'>['data']['kind']>(
  'StudentChangeKind',
  'What a request about a student is about.',
  {
    enrolment: 'A new enrolment (зачисление).',
    departure: 'A departure (отчисление, выбытие).',
    transfer: 'A transfer to another group (перевод).',
    surnameChange: 'Another surname (смена фамилии).',
    personalData: 'A mistake in the data (прочие данные).',
  },
);

/** What became of a request. */
export const StudentChangeStatus = graphqlEnum<'open' | 'accepted' | 'declined'>(
  'StudentChangeStatus',
  'What became of a request.',
  { open: 'Nobody has answered yet.', accepted: 'It was accepted.', declined: 'It was declined.' },
);

/** What a promotion does to a student. */
export const PromotionOutcome = graphqlEnum<OutcomeName>(
  'PromotionOutcome',
  'What a promotion of the group does to a student, and why.',
  {
    promoted: 'Moves up.',
    conditional: 'Moves up conditionally: academic debts stand, and survive.',
    onLeave: 'Stays: on academic leave.',
    expelled: 'Stays out: expelled.',
    graduated: 'Stays out: graduated.',
    transferred: 'Stays out: in another group.',
  },
);

/** What a graduation does to a student. */
export const GraduationOutcome = graphqlEnum<StudentGraduation['outcome']>(
  'GraduationOutcome',
  'What a graduation of the group does to a student, and why.',
  {
    graduates: 'Completes the programme.',
    onLeave: 'Stays enrolled: on academic leave.',
    indebted: 'Stays enrolled: academic debts stand.',
  },
);

/** The kind of a movement of the student body. */
export type MovementKindName =
  EventNamed<'StudentMovementAnnulled'>['data']['kind'] | 'expulsion' | 'surnameChange';

/** What a movement is. */
export const MovementKind = graphqlEnum<MovementKindName>(
  'MovementKind',
  'What a movement of a student is.',
  {
    enrolment: 'Enrolment (зачисление).',
    reinstatement: 'Reinstatement (восстановление).',
    transfer: 'Transfer to another group (перевод).',
    termsChange: 'Other form of study or individual curriculum.',
    leave: 'Academic leave (академический отпуск).',
    leaveEnd: 'Early end of an academic leave.',
    expulsion: 'Expulsion (отчисление); undone by a reinstatement.',
    graduation: 'Graduation (выпуск).',
    promotion: 'Promotion to the next semester or year (перевод на следующий семестр, курс).',
    surnameChange: 'Another name (смена фамилии).',
  },
);

/** How a name of a student came about. */
export const StudentNameCause = graphqlEnum<'registered' | 'changed' | 'corrected'>(
  'StudentNameCause',
  'How a name of a student came about.',
  {
    registered: 'With the registration.',
    changed: 'The student took another name, by an order.',
    corrected: 'A mistake was put right.',
  },
);
