import { MUTATIONS_OF_LESSON, OPERATIONS_OF_LESSON, LESSON } from './country-day.ts';
import { STUDENTS_OF_COLLEGE } from './country-college.ts';

/** What the sums rest on, beside what was measured. */
export const ASSUMED = {
  groups: 24,
  lessonsOfDay: 4,
  studyDays: 210,
  /** Of what goes with a lesson, so much falls into the ten minutes at its end. */
  peakShare: 0.35,
  peakSeconds: 600,
  /** Of all students, so many live by the clock of Moscow. */
  sameMorning: 0.6,
  /** A processor is not planned to be busier than this. */
  busy: 0.6,
  students: 3_500_000,
  regionColleges: 100,
} as const;

/** Events that one lesson leaves: an absence each, and the sheet, beside one for each mutation. */
const EVENTS_OF_LESSON = MUTATIONS_OF_LESSON + LESSON.absent;

/** Operations a second that one college asks for in the ten minutes at the end of a morning lesson. */
export const PEAK_OF_COLLEGE =
  (ASSUMED.groups * OPERATIONS_OF_LESSON * ASSUMED.peakShare) / ASSUMED.peakSeconds;

const LESSONS_OF_DAY = ASSUMED.groups * ASSUMED.lessonsOfDay;
const EVENTS_OF_DAY = LESSONS_OF_DAY * EVENTS_OF_LESSON;
const EVENTS_OF_STUDENT_YEAR = (EVENTS_OF_DAY * ASSUMED.studyDays) / STUDENTS_OF_COLLEGE;

/** What was measured: milliseconds of processor time for an operation, bytes on disk for an event. */
export interface Measured {
  readonly server: number;
  readonly postgres: number;
  readonly signer: number;
  readonly bytes: Readonly<Record<'log' | 'read' | 'ledger', number>>;
}

const ASSUMPTIONS: readonly (readonly [string, string, string])[] = [
  ['a college', `${STUDENTS_OF_COLLEGE} students, ${ASSUMED.groups} groups of 25`, 'a middling college'],
  [
    'lessons of a group',
    `${ASSUMED.lessonsOfDay} a day of 2 academic hours, ${ASSUMED.studyDays} days a year`,
    'R-LES-04; 36 hours a week at most',
  ],
  [
    'marks of a lesson',
    `${LESSON.marks} for 25 students, ${LESSON.corrections} corrected`,
    'well over the 3–4 a semester of R-MRK-06',
  ],
  [
    'absences of a lesson',
    `${LESSON.absent} of 25, ${LESSON.classified} classified`,
    'attendance data: 11 % and 20 % absent',
  ],
  [
    'looks',
    `${LESSON.diaries} at diaries, ${LESSON.pages} at pages, ${LESSON.signIns} sign-ins a lesson`,
    'assumed: each student and half the guardians, daily',
  ],
  [
    'events',
    `${EVENTS_OF_LESSON} a lesson, ${EVENTS_OF_DAY} a college and day, ${(EVENTS_OF_DAY / STUDENTS_OF_COLLEGE).toFixed(1)} a student and day`,
    'the sum of these',
  ],
  [
    'the morning peak',
    `${ASSUMED.peakShare * 100} % of a lesson’s ${OPERATIONS_OF_LESSON} operations within 10 minutes: ${PEAK_OF_COLLEGE.toFixed(2)}/s for a college`,
    'assumed',
  ],
  [
    'the country',
    `3.5 million students, ${ASSUMED.sameMorning * 100} % in the same hour`,
    'eleven time zones',
  ],
  ['a processor', `${ASSUMED.busy * 100} % busy at the peak`, 'assumed'],
];

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const gigabytes = (bytes: number): string =>
  bytes < 1e12 ? `${Math.max(1, Math.round(bytes / 1e9))} GB` : `${(bytes / 1e12).toFixed(1)} TB`;

interface Place {
  readonly name: string;
  readonly colleges: number;
  readonly atOnce: number;
  readonly where: string;
}

const PLACES: readonly Place[] = [
  {
    ...{ name: 'a college, 600 students', colleges: 1, atOnce: 1 },
    where: 'one small machine: server, signer, PostgreSQL; the mirror on another disk',
  },
  {
    ...{ name: `a region, ${ASSUMED.regionColleges} colleges`, colleges: ASSUMED.regionColleges, atOnce: 1 },
    where:
      'one PostgreSQL primary, a replica for failing over, two servers beside each other, the signer apart',
  },
  {
    ...{ name: 'the country, 3.5 million', colleges: Math.ceil(ASSUMED.students / STUDENTS_OF_COLLEGE) },
    ...{ atOnce: ASSUMED.sameMorning },
    where:
      'as many regions as there are: a database for each, colleges shared out among them; none asks another',
  },
];

/** The capacity plan for the README, with its sums shown. */
export const capacityPlan = ({ server, postgres, signer, bytes }: Measured): string => {
  const perEvent = bytes.log + bytes.read + bytes.ledger;
  const perStudent = perEvent * EVENTS_OF_STUDENT_YEAR;
  const rows = PLACES.map(({ name, colleges, atOnce, where }) => {
    const peak = colleges * atOnce * PEAK_OF_COLLEGE;
    const processors = (ms: number): string => ((peak * ms) / 1_000 / ASSUMED.busy).toFixed(1);
    const disk = colleges * STUDENTS_OF_COLLEGE * perStudent;
    return [
      name,
      `${peak < 10 ? peak.toFixed(1) : Math.round(peak)}/s`,
      `${processors(server)} + ${processors(postgres)} + ${processors(signer)}`,
      `${gigabytes(disk)} a year`,
      where,
    ];
  });
  return [
    table(['assumed', 'how much', 'from'], ASSUMPTIONS),
    '',
    `Measured: an operation takes ${server.toFixed(2)} ms of a processor in the server, ${postgres.toFixed(2)} ms in PostgreSQL and ${signer.toFixed(2)} ms in the signer; an event takes ${Math.round(bytes.log)} bytes in the log with its indexes, ${Math.round(bytes.read)} in the read models, ${Math.round(bytes.ledger)} in the tiles; a student’s year has ${Math.round(EVENTS_OF_STUDENT_YEAR)} events, ${(perStudent / 1e6).toFixed(1)} MB.`,
    `Processors = peak operations a second × milliseconds ÷ 1,000 ÷ ${ASSUMED.busy}.`,
    '',
    table(['', 'peak', 'processors: server + PostgreSQL + signer', 'disk', 'what to put where'], rows),
  ].join('\n');
};
