import type { LearnerData, LearnerView } from './scope.ts';

/** What a lesson of the diary can say to a learner. */
export interface LearnerParts {
  readonly marks: boolean;
  readonly attendance: boolean;
  readonly homework: boolean;
  readonly topic: boolean;
}

/**
 * The kinds of data behind each part of the diary: where a regulation speaks of notices, absences are among them;
 * where it speaks of programmes and progress, topics and homework are.
 */
const SOURCES: Readonly<Record<keyof LearnerParts, readonly LearnerData[]>> = {
  marks: ['marks'],
  attendance: ['attendance', 'notices'],
  homework: ['homework', 'programmeProgress', 'workProgrammes'],
  topic: ['homework', 'programmeProgress', 'workProgrammes'],
};

/** Which parts of a lesson learners are shown (R-ROLE-18, D-15); all of them where the regulation names none. */
export const partsShown = ({ shows }: LearnerView): LearnerParts => {
  const isShown = (part: keyof LearnerParts): boolean =>
    shows === null || SOURCES[part].some((data) => shows.has(data));
  return {
    marks: isShown('marks'),
    attendance: isShown('attendance'),
    homework: isShown('homework'),
    topic: isShown('topic'),
  };
};
