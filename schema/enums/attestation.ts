import type { EventNamed } from '../../events/register.ts';
import { graphqlEnum } from './graphql-enum.ts';

/** Why an academic debt arose. */
export const DebtCause = graphqlEnum<EventNamed<'AcademicDebtIncurred'>['data']['cause']>(
  'DebtCause',
  'Why an academic debt arose.',
  {
    failed: 'The attestation was failed (а/з).',
    notAttested: 'The student was not attested (н/а).',
  },
);

/** What the college does about an academic debt. */
export const DebtMeasure = graphqlEnum<EventNamed<'DebtMeasureRecorded'>['data']['measure']>(
  'DebtMeasure',
  'What is done so that an academic debt is cleared.',
  {
    talk: 'A talk with the student.',
    guardianInformed: 'The guardians were informed.',
    consultation: 'Consultations.',
    individualSchedule: 'A schedule of their own for clearing debts.',
    pedagogicalCouncil: 'Brought before the pedagogical council.',
    other: 'Something else, told in the note.',
  },
);

/** Where an academic debt stands. */
export const DebtState = graphqlEnum<'standing' | 'overdue' | 'cleared'>(
  'DebtState',
  'Where an academic debt stands.',
  {
    standing: 'Not cleared; it may still be.',
    overdue: 'Not cleared, and no attempt or no day is left.',
    cleared: 'Cleared by a repeat attestation or a correction.',
  },
);

/** What a supervisor is named for. */
export const Supervised = graphqlEnum<EventNamed<'SupervisorAppointed'>['data']['of']>(
  'Supervised',
  'What an order names a supervisor for.',
  {
    thesis: 'The final qualification work (ВКР).',
    preDiplomaPractice: 'The pre-diploma practice (преддипломная практика).',
  },
);

/** What a thesis or a demonstration exam ends in. */
export const FinalResult = graphqlEnum<EventNamed<'ThesisResultRecorded'>['data']['result']>(
  'FinalResult',
  'What a thesis or a demonstration exam ends in.',
  {
    grade5: '5, excellent.',
    grade4: '4, good.',
    grade3: '3, satisfactory.',
    failed: 'Failed.',
    notAppeared: 'Did not appear.',
  },
);
