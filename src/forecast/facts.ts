/** A mark as a forecast sees it: when, and how good, from 0 to 1 on its scale. */
export interface DatedMark {
  readonly date: string;
  /** The work it was given for: a lesson and a kind of work. */
  readonly work: string;
  readonly worth: number;
}

/** A page as a forecast sees it. */
export interface Course {
  readonly courseUnit: string;
  /** Its numeric marks, by student. */
  readonly marks: ReadonlyMap<string, readonly DatedMark[]>;
  /** The days on which something can be marked, past and planned. */
  readonly days: readonly string[];
}

/**
 * What is known of one student on one page on a day. All but `remaining` tell how far something lies from the
 * student’s own mean, or from nothing.
 */
export const FACTS = [
  'lastMark',
  'recentMarks',
  'groupMean',
  'fewMarks',
  'missedWorks',
  'unitHistory',
] as const;

/** One of the facts. */
export type Fact = (typeof FACTS)[number];

/** The facts of one student, with the mean so far and the share of the course that lies ahead. */
export interface Facts {
  readonly ownMean: number;
  readonly remaining: number;
  readonly facts: Readonly<Record<Fact, number>>;
}

const RECENT = 3;

/** The arithmetic mean; 0 of nothing, which nobody asks for. */
export const meanOf = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

const upTo = (marks: readonly DatedMark[], day: string): readonly DatedMark[] =>
  marks.filter(({ date }) => date <= day).sort((a, b) => (a.date < b.date ? -1 : 1));

/** The share of a course that lies ahead of a day, from 0 to 1. */
export const remainingOf = ({ days }: Course, day: string): number =>
  days.length === 0 ? 0 : days.filter((date) => date > day).length / days.length;

/**
 * The facts of every student who had a mark by a day. `lastMark`, `recentMarks`: the latest one and the latest three,
 * less the own mean. `groupMean`: the mean of all, less the own one; `fewMarks`: the same, the more so the fewer
 * marks stand behind the own mean. `missedWorks`: the share of the works marked so far in which the student has
 * none. `unitHistory`: how results moved from such a day to the end in earlier pages of the course unit, as given.
 */
export const factsOn = (course: Course, day: string, unitHistory: number): ReadonlyMap<string, Facts> => {
  const known = [...course.marks]
    .map(([student, marks]) => [student, upTo(marks, day)] as const)
    .filter(([, marks]) => marks.length > 0);
  const all = known.flatMap(([, marks]) => marks);
  const groupMean = meanOf(all.map(({ worth }) => worth));
  const works = new Set(all.map(({ work }) => work)).size;
  const remaining = remainingOf(course, day);
  return new Map(
    known.map(([student, marks]) => {
      const worths = marks.map(({ worth }) => worth);
      const ownMean = meanOf(worths);
      const facts = {
        lastMark: (worths.at(-1) ?? ownMean) - ownMean,
        recentMarks: meanOf(worths.slice(-RECENT)) - ownMean,
        groupMean: groupMean - ownMean,
        fewMarks: (groupMean - ownMean) / (1 + worths.length),
        missedWorks: 1 - new Set(marks.map(({ work }) => work)).size / works,
        unitHistory,
      };
      return [student, { ownMean, remaining, facts }];
    }),
  );
};
