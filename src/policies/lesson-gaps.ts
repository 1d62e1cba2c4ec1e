import type { EventNamed } from '../../events/register.ts';

/** What a lesson may lack once its day is over. */
export const LESSON_GAPS = ['notRecorded', 'noAttendance', 'noMarks', 'noHomework'] as const;

/** One of them. */
export type LessonGap = (typeof LESSON_GAPS)[number];

/** What has been entered about a lesson. */
export interface LessonFilling {
  readonly status: 'scheduled' | 'conducted' | 'cancelled';
  readonly attendanceBasis: EventNamed<'LessonConducted'>['data']['attendanceBasis'];
  readonly attendanceTaken: boolean;
  readonly marks: number;
  readonly homework: boolean;
}

/**
 * What a lesson lacks: first its record, and only then what belongs into it. A cancelled one lacks nothing (T-31), and
 * where attendance rests on the results of tasks there is none to take (T-56). No mark and no homework are no fault of
 * themselves: not every lesson has some.
 */
export const gapsOf = (lesson: LessonFilling): readonly LessonGap[] => {
  if (lesson.status === 'cancelled') return [];
  if (lesson.status === 'scheduled') return ['notRecorded'];
  const lacking: Readonly<Record<Exclude<LessonGap, 'notRecorded'>, boolean>> = {
    noAttendance: !lesson.attendanceTaken && lesson.attendanceBasis !== 'taskResults',
    noMarks: lesson.marks === 0,
    noHomework: !lesson.homework,
  };
  return LESSON_GAPS.filter((gap) => gap !== 'notRecorded' && lacking[gap]);
};
