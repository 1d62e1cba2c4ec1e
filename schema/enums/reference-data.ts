import type { EventNamed } from '../../events/register.ts';
import { graphqlEnum } from './graphql-enum.ts';

/** What a room is for. */
export const RoomKind = graphqlEnum<EventNamed<'RoomAdded'>['data']['kind']>(
  'RoomKind',
  'What a room is for.',
  {
    classroom: 'Classroom (кабинет).',
    lectureHall: 'Lecture hall (аудитория).',
    computerRoom: 'Computer room.',
    laboratory: 'Laboratory.',
    workshop: 'Workshop (мастерская).',
    gym: 'Gym (спортивный зал).',
    library: 'Library.',
    other: 'Another kind.',
  },
);

/** What a check is of. */
export const ReferenceCheckOf = graphqlEnum<EventNamed<'ReferenceDataChecked'>['data']['what']>(
  'ReferenceCheckOf',
  'What a check of reference data is of.',
  {
    referenceBooks: 'Reference books (справочники): buildings, rooms, course units, staff, student body.',
    groupComposition: 'The composition of a group.',
    personalData: 'The questionnaires of the students and guardians of a group.',
  },
);

/** A section that describes the college. */
export const InformationSection = graphqlEnum<EventNamed<'CollegeInformationFilled'>['data']['section']>(
  'InformationSection',
  'A section that describes the college.',
  { general: 'General information.', educationalProcess: 'The educational process.' },
);
