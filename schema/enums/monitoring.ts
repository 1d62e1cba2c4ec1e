import type { StandsOut as Reason } from '../../projections/monitoring/stands-out.ts';
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
export const StandsOut = graphqlEnum<Reason>(
  'StandsOut',
  'Why an entry stands out, and the standard it was held against.',
  {
    afterGrant: 'A change made after a closed window had been opened again by a grant.',
    afterClosing:
      'A change made after the attestation sheet of its page had been completed, or its period had been locked; that it was opened again takes nothing back.',
    inBulk: 'One of many changes by the same account in one command or one minute (`changesInBulk`).',
    atOddHours:
      'A change made late in the evening or at night, by the college’s clock (`oddHoursFrom`, `oddHoursUntil`).',
    inBulkAtOddHours: 'A change in bulk and at an odd hour.',
    beforeCouncil: 'A change made just before a pedagogical council (`daysBeforeCouncil`).',
    raisedBeforeCouncil:
      'A better mark or result took the place of one just before a pedagogical council (`daysBeforeCouncil`).',
    oneValueColumn:
      'The entry after which all marks of one kind of work at a lesson were of one value, and so many (`marksOfOneValue`).',
    outsideOwnLoad:
      'A change, or an entry by another right than to fill in the page, by somebody who at that place of the log neither had the page in the load nor stood in at the lesson.',
    afterCredentialReset:
      'An entry or a change by an account for which somebody else had made a sign-in code not long before (`hoursAfterReset`, T-57).',
  },
);

/** Who alerts guardians. */
export const GuardianAlerter = graphqlEnum<'groupCurator' | 'teacher' | 'system'>(
  'GuardianAlerter',
  'Who tells the guardians of absentees.',
  { groupCurator: 'The curator.', teacher: 'The teacher.', system: 'The journal itself.' },
);
