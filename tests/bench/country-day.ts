import { setTimeout as sleep } from 'node:timers/promises';
import { globalId } from '../../schema/global-id.ts';
import { plusDays } from '../../src/policies/calendar.ts';
import type { BenchClient } from './bench-client.ts';
import type { DayLesson } from './country-college.ts';

/** What people do over and over, told apart by what it costs. */
export type Kind = 'mutation' | 'page' | 'diary' | 'audit' | 'signIn';

/** How long somebody waited for one thing, in milliseconds. */
export interface Waited {
  readonly kind: Kind;
  readonly ms: number;
}

/** Who works, and where it is noted how long each waited. */
export interface Playing {
  readonly client: (college: string, account: string) => Promise<BenchClient>;
  readonly signIn: (college: string, account: string) => Promise<BenchClient>;
  readonly waited: Waited[];
  readonly today: string;
}

/** What goes with one lesson: at each of them so many marks, and so many looks at the diary by the 25 and their guardians. */
export const LESSON = {
  marks: 11,
  absent: 3,
  classified: 2,
  corrections: 1,
  pages: 2,
  diaries: 12,
  audits: 0.5,
  signIns: 2,
} as const;

/** Mutations, and everything that is done, at one lesson: its record, attendance and homework come to the entries. */
export const MUTATIONS_OF_LESSON = 3 + LESSON.marks + LESSON.corrections + LESSON.classified;
export const OPERATIONS_OF_LESSON =
  MUTATIONS_OF_LESSON + LESSON.pages + LESSON.diaries + LESSON.audits + LESSON.signIns;

const PAGE = `query ($journal: ID!) {
  gradebook(journalId: $journal) { revision columns { lessonIds lines { studentId values attendance revisions } } }
}`;
const DIARY = `query ($student: ID!, $from: LocalDate!, $until: LocalDate!) {
  diary(studentId: $student, from: $from, until: $until) { date homework attendance courseUnit { title } }
}`;
const AUDIT = `query ($journal: ID!) {
  auditTrail(filter: { journalId: $journal }, first: 20) { nodes { position recordedAt kind from to actor { name } } }
}`;

const timed = async <Answer>(playing: Playing, kind: Kind, act: () => Promise<Answer>): Promise<Answer> => {
  const started = performance.now();
  const answer = await act();
  playing.waited.push({ kind, ms: performance.now() - started });
  return answer;
};

const reading =
  (playing: Playing, kind: Kind, query: string, variables: object) =>
  async (client: BenchClient): Promise<void> => {
    const answer = await timed(playing, kind, () => client.read(query, variables));
    if (answer === null) throw new Error(`A ${kind} of the bench was answered with errors.`);
  };

const commanding =
  (playing: Playing) =>
  async (client: BenchClient, name: string, input: object): Promise<void> => {
    const { accepted, code } = await timed(playing, 'mutation', () => client.do(name, input));
    if (!accepted) throw new Error(`${name} of the bench was refused: ${code}.`);
  };

/** The teacher's part: opens the page, keeps the record, gives marks one by one, corrects one, looks at the page. */
const teaching = async (playing: Playing, of: DayLesson, pause: () => Promise<unknown>): Promise<void> => {
  const teacher = await playing.client(of.college, of.teacher);
  const order = commanding(playing);
  const at = { journalId: globalId('Journal', of.journal), lessonId: globalId('Lesson', of.lesson) };
  const studentId = (line: number): string => globalId('Student', of.students[line] ?? '');
  const page = reading(playing, 'page', PAGE, { journal: at.journalId });
  await page(teacher);
  await pause();
  await order(teacher, 'conductLesson', {
    ...{ ...at, deliveryForm: 'IN_PERSON', workTypes: ['LESSON_WORK'], topic: 'Квадратные уравнения' },
  });
  await pause();
  const absentStudentIds = Array.from({ length: LESSON.absent }, (_, nth) => studentId(LESSON.marks + nth));
  await order(teacher, 'takeAttendance', { ...at, absentStudentIds });
  for (let line = 0; line < LESSON.marks; line += 1) {
    await pause();
    const mark = { workType: 'LESSON_WORK', value: String(2 + (line % 4)) };
    await order(teacher, 'recordMark', { ...at, studentId: studentId(line), ...mark });
  }
  await pause();
  const correction = { expectedRevision: 0, reason: 'Ошибка при вводе', workType: 'LESSON_WORK', value: '5' };
  await order(teacher, 'correctMark', { ...at, studentId: studentId(0), ...correction });
  await pause();
  await order(teacher, 'assignHomework', { ...at, homework: '§ 12, № 4–9' });
  await pause();
  await page(teacher);
  const curator = await playing.client(of.college, of.curator);
  for (const student of absentStudentIds.slice(0, LESSON.classified)) {
    await pause();
    await order(curator, 'classifyAbsence', { ...at, studentId: student, as: 'EXCUSED' });
  }
};

/** The part of those who look: students and guardians read diaries, some come anew, an auditor looks now and then. */
const looking = async (
  playing: Playing,
  of: DayLesson,
  nth: number,
  pause: () => Promise<unknown>,
): Promise<void> => {
  const learner = await playing.client(of.college, of.learnerAccount);
  const week = { from: plusDays(playing.today, -6), until: playing.today };
  const diary = reading(playing, 'diary', DIARY, { student: globalId('Student', of.learner), ...week });
  for (let look = 0; look < LESSON.diaries; look += 1) {
    await diary(learner);
    await pause();
  }
  for (let visit = 0; visit < LESSON.signIns; visit += 1) {
    await timed(playing, 'signIn', () => playing.signIn(of.college, of.learnerAccount));
    await pause();
  }
  if (nth % Math.round(1 / LESSON.audits) === 0) {
    const administrator = await playing.client(of.college, of.administrator);
    await reading(playing, 'audit', AUDIT, { journal: globalId('Journal', of.journal) })(administrator);
  }
};

/** Everything that goes with one lesson; `pauseMs` lies between two things that one person does. */
export const playLesson = async (
  playing: Playing,
  of: DayLesson,
  nth: number,
  pauseMs: number,
): Promise<void> => {
  const pause = (): Promise<unknown> => (pauseMs === 0 ? Promise.resolve() : sleep(pauseMs));
  await Promise.all([teaching(playing, of, pause), looking(playing, of, nth, pause)]);
};
