import { setTimeout as sleep } from 'node:timers/promises';
import { globalId } from '../../schema/global-id.ts';
import type { BenchClient } from './bench-client.ts';
import type { GrownPage } from './grown-college.ts';

/** What has been done so far. */
export interface SoakCount {
  mutations: number;
  refused: number;
  reads: number;
  polls: number;
  sessions: number;
  /** Screens that were opened, and answers that their subscriptions gave. */
  screens: number;
  told: number;
}

/** The running load of a soak: who works, on what, and until when. */
export interface Soak {
  readonly administrator: BenchClient;
  readonly teachers: ReadonlyMap<string, BenchClient>;
  readonly pages: readonly GrownPage[];
  readonly signIn: (account: string) => Promise<BenchClient>;
  readonly signal: AbortSignal;
  readonly count: SoakCount;
  /** The last position a mutation answered with. */
  head: bigint;
}

/** Lessons of the last three weeks: their windows are open. */
const OPEN = 3;

const PAUSE_MS = 40;

const any = <One>(of: readonly One[]): One => {
  const one = of[Math.floor(Math.random() * of.length)];
  if (one === undefined) throw new Error('The soak has nothing to choose from.');
  return one;
};

const running = ({ signal }: Soak): boolean => !signal.aborted;

/** Records marks, and corrects those that stand. */
export const marking = async (soak: Soak): Promise<void> => {
  const revisions = new Map<string, number>();
  while (running(soak)) {
    const page = any(soak.pages);
    const teacher = soak.teachers.get(page.teacher);
    const [lesson, student] = [any(page.lessons.slice(-OPEN)), any(page.students)];
    const cell = {
      journalId: globalId('Journal', page.journal),
      lessonId: globalId('Lesson', lesson),
      studentId: globalId('Student', student),
      workType: 'LESSON_WORK',
      value: String(2 + Math.floor(Math.random() * 4)),
    };
    const key = `${lesson}.${student}`;
    const seen = revisions.get(key);
    const done =
      seen === undefined
        ? await teacher?.do('recordMark', cell)
        : await teacher?.do('correctMark', { ...cell, expectedRevision: seen, reason: 'Пересчитано' });
    if (done?.accepted) {
      soak.count.mutations += 1;
      if (done.cell) revisions.set(key, done.cell.revision);
      if (done.position !== null && BigInt(done.position) > soak.head) soak.head = BigInt(done.position);
    } else {
      soak.count.refused += 1;
      // It was marked before the soak began: the next visit corrects it.
      if (done?.code === 'ALREADY_RECORDED') revisions.set(key, 0);
    }
    await sleep(PAUSE_MS);
  }
};

const PAGE = `query ($journal: ID!, $position: Position) {
  gradebook(journalId: $journal, minPosition: $position) { revision columns { lines { studentId values } } }
}`;

/** Asks for a page as it will be after the next mutations, and waits until it is. */
export const polling = async (soak: Soak, ahead: number): Promise<void> => {
  while (running(soak)) {
    const position = String(soak.head + BigInt(ahead));
    await soak.administrator.read(PAGE, { journal: globalId('Journal', any(soak.pages).journal), position });
    soak.count.polls += 1;
  }
};

const ENTRY = 'position recordedAt kind from to actor { name }';

/** Looks at the trail and at the history of marks. */
export const looking = async (soak: Soak): Promise<void> => {
  while (running(soak)) {
    const { journal, students } = any(soak.pages);
    await soak.administrator.read(
      `query ($student: ID!, $journal: ID!) { markHistory(studentId: $student, journalId: $journal) { ${ENTRY} } }`,
      { student: globalId('Student', any(students)), journal: globalId('Journal', journal) },
    );
    await soak.administrator.read(
      `query ($journal: ID!) { auditTrail(filter: { journalId: $journal }, first: 20) { nodes { ${ENTRY} } } }`,
      { journal: globalId('Journal', journal) },
    );
    soak.count.reads += 2;
    await sleep(PAUSE_MS);
  }
};

/** Comes and goes: a session for each visit. */
export const visiting = async (soak: Soak): Promise<void> => {
  while (running(soak)) {
    const { teacher, journal } = any(soak.pages);
    const client = await soak.signIn(teacher);
    await client.read(PAGE, { journal: globalId('Journal', journal), position: null });
    await client.signOut();
    soak.count.sessions += 1;
    await sleep(5 * PAUSE_MS);
  }
};
