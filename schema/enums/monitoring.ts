import type { StandsOut as Reason } from '../../projections/monitoring/changes.ts';
import type { TimelinessBy as By } from '../../projections/monitoring/timeliness.ts';
import type { CompletenessPart as Part } from '../../src/policies/completeness.ts';
import type { LessonGap as Gap } from '../../src/policies/lesson-gaps.ts';
import { graphqlEnum } from './graphql-enum.ts';

/** What a lesson lacks. */
export const LessonGap = graphqlEnum<Gap>('LessonGap', 'What a lesson lacks.', {
  notRecorded: 'It is not recorded as held.',
  noAttendance: 'It was held, and attendance was not taken.',
  noMarks: 'It was held, and no mark stands at it.',
  noHomework: 'It was held, and no homework was set.',
});

/** A part of the completeness of a page. */
export const CompletenessPartName = graphqlEnum<Part['part']>(
  'CompletenessPartName',
  'A part of what makes a page complete.',
  {
    lessonRecords: 'Lessons of days that are over, recorded as held.',
    attendance: 'Lessons of days that are over, with attendance taken or resting on the results of tasks.',
    studentsWithMarks: 'Students with at least one mark, once a lesson was held.',
    results: 'Students with a result of attestation, once the period is over.',
  },
);

/** What figures of timeliness are told apart by. */
export const TimelinessBy = graphqlEnum<By>(
  'TimelinessBy',
  'What figures of timeliness are told apart by, beside the rule.',
  { account: 'Who made the entries.', journal: 'The page.', month: 'The month the entries are about.' },
);

/** Why a change of a mark stands out. */
export const StandsOut = graphqlEnum<Reason>('StandsOut', 'Why a change of a mark stands out.', {
  afterGrant: 'It was made after a closed window had been opened again.',
  inBulk: 'It is one of many by the same account in one command or one minute.',
  atOddHours: 'It was made late in the evening or at night, by the college’s clock.',
  beforeCouncil: 'It was made just before a pedagogical council.',
});

/** Who alerts guardians. */
export const GuardianAlerter = graphqlEnum<'groupCurator' | 'teacher' | 'system'>(
  'GuardianAlerter',
  'Who tells the guardians of absentees.',
  { groupCurator: 'The curator.', teacher: 'The teacher.', system: 'The journal itself.' },
);
