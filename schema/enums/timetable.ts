import type { Weeks as WeeksName } from '../../src/policies/timetable.ts';
import { graphqlEnum } from './graphql-enum.ts';

/** In which weeks a lesson of a weekly timetable is held. */
export const Weeks = graphqlEnum<WeeksName>(
  'Weeks',
  'In which weeks a lesson of a weekly timetable is held; its first week is odd.',
  {
    every: 'Every week.',
    odd: 'Odd weeks (числитель).',
    even: 'Even weeks (знаменатель).',
  },
);
