import type { EventNamed } from '../../events/register.ts';
import { graphqlEnum } from './graphql-enum.ts';

/** Which kind of practice it is. */
export const PracticeKind = graphqlEnum<NonNullable<EventNamed<'CourseUnitPlaced'>['data']['practiceKind']>>(
  'PracticeKind',
  'Which kind of practice it is.',
  {
    training: 'Training practice (учебная).',
    industrial: 'Industrial practice (производственная).',
    preDiploma: 'Pre-diploma practice (преддипломная).',
  },
);

/** What a curriculum leads to. */
export const ProgrammeKind = graphqlEnum<EventNamed<'CurriculumAdopted'>['data']['programmeKind']>(
  'ProgrammeKind',
  'What a curriculum leads to.',
  {
    specialty: 'A specialty (ППССЗ).',
    profession: 'A profession.',
    adaptedProgramme: 'An adapted programme.',
    supplementary: 'A supplementary programme.',
  },
);

/** What attendance at a lesson rests on. */
export const AttendanceBasis = graphqlEnum<EventNamed<'LessonConducted'>['data']['attendanceBasis']>(
  'AttendanceBasis',
  'What attendance at a lesson rests on.',
  {
    presence: 'Being there.',
    liveSession: 'Factual presence in the live session: a conference, a webinar, an online contact.',
    taskResults: 'The tasks that were issued and their results, instead of presence.',
  },
);
