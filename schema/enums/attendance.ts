import { graphqlEnum } from './graphql-enum.ts';

/** What an entry of attendance is to say. */
export const AttendanceAsCorrected = graphqlEnum<'absent' | 'present'>(
  'AttendanceAsCorrected',
  'What an entry of attendance is to say.',
  { absent: 'The student was not there.', present: 'The student was there.' },
);

/** What became of a proposed correction. */
export const AbsenceCorrectionStatus = graphqlEnum<'pending' | 'consented' | 'declined'>(
  'AbsenceCorrectionStatus',
  'What became of a correction that a curator proposed.',
  {
    pending: 'The teacher has not answered.',
    consented: 'The teacher agreed; the entry was made.',
    declined: 'The teacher did not agree.',
  },
);
