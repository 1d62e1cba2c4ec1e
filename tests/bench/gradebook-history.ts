import { randomBytes, randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import type { Meta } from '../../events/recorded.ts';
import type { DomainEvent, EventNamed } from '../../events/register.ts';
import { encode } from '../../src/log/body.ts';
import { NO_STREAM, type EventLog, type StreamWrite } from '../../src/log/event-log.ts';

const [STUDENTS, LESSONS] = [25, 40];

/** A page, and its students and lessons. */
interface Page {
  readonly journal: string;
  readonly students: readonly string[];
  readonly lessons: readonly string[];
}

/** Numbers between 0 and 1 that are the same in each run (mulberry32). */
const chance = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

const happened = <Type extends DomainEvent['type']>(
  type: Type,
  data: EventNamed<Type>['data'],
  sealed?: Readonly<Record<string, string>>,
): DomainEvent => ({ type, data, ...(sealed && { sealed }) }) as unknown as DomainEvent;

const dateOf = (lesson: number): string =>
  Temporal.PlainDate.from('2026-09-01')
    .add({ days: lesson * 2 })
    .toString();

const AT = '2026-11-22T08:15:30.123Z';

const meta = (): Meta => ({
  id: v7(),
  at: AT,
  command: randomUUID(),
  actor: {
    account: randomUUID(),
    session: randomUUID(),
    channel: 'graphql',
    role: 'teacher',
    onBehalfOf: null,
  },
  occurredOn: '2026-11-22',
  source: 'online',
  correlation: null,
  rule: {
    parameter: 'marks.editWindow',
    clause: '4.5.1',
    version: 0,
    deadline: '2026-12-13',
    late: false,
    grant: null,
    due: null,
  },
});

/** What the timetable puts on a page before its first lesson. */
const opening = ({ journal, students, lessons }: Page): readonly DomainEvent[] => [
  happened('JournalOpened', {
    journal,
    group: randomUUID(),
    subgroup: null,
    courseUnit: randomUUID(),
    period: randomUUID(),
    scale: 'fivePoint',
    attestationForm: 'exam',
  }),
  happened('JournalTeacherAssigned', { journal, account: randomUUID(), from: '2026-09-01', order: null }),
  happened('RosterExtended', { journal, students: [...students], from: '2026-09-01' }),
  ...lessons.map((lesson, index) =>
    happened('LessonScheduled', {
      journal,
      lesson,
      date: dateOf(index),
      startsAt: '08:30',
      academicHours: 2,
      deliveryForm: 'inPerson',
      room: '301',
      marksUntil: dateOf(index + 10),
    }),
  ),
];

/** What is entered at one lesson, by stream: of 25 students about 11 get a mark, 3 are absent, 1 is late. */
const lessonEntries = (page: Page, index: number, random: () => number): Map<string, DomainEvent[]> => {
  const { journal, students } = page;
  const lesson = page.lessons[index] ?? '';
  const streams = new Map<string, DomainEvent[]>([
    [
      `journal-${journal}`,
      [
        happened(
          'LessonConducted',
          {
            journal,
            lesson,
            deliveryForm: 'inPerson',
            workTypes: ['lessonWork'],
            planItem: null,
            attendanceBasis: 'presence',
          },
          { topic: 'Квадратные уравнения' },
        ),
        happened(
          'HomeworkAssigned',
          { journal, lesson, dueOn: dateOf(index + 1) },
          { homework: '§ 12, № 4–9' },
        ),
      ],
    ],
  ]);
  for (const student of students) {
    const cell = { journal, lesson, student };
    const [kind, later] = [random(), random()];
    const value = String(2 + Math.floor(random() * 4));
    if (kind < 0.45) {
      const work = { ...cell, workType: 'lessonWork', scale: 'fivePoint' } as const;
      const correction = happened('MarkCorrected', { ...work, from: value, to: '4' }, { reason: 'Ошибка' });
      streams.set(`mark-${lesson}.${student}`, [
        happened('MarkRecorded', { ...work, value }),
        ...(later < 0.08 ? [correction] : []),
      ]);
    } else if (kind < 0.57)
      streams.set(`attendance-${lesson}.${student}`, [
        happened('AbsenceRecorded', { ...cell, academicHours: 2 }),
        ...(later < 0.6
          ? [happened('AbsenceClassified', { ...cell, from: 'unclassified', to: 'excused' })]
          : []),
      ]);
    else if (kind < 0.6)
      streams.set(`attendance-${lesson}.${student}`, [
        happened('LateArrivalRecorded', { ...cell, minutes: 10 }),
      ]);
  }
  return streams;
};

/**
 * Writes the semester of many pages into a college's log, lesson after lesson through all of them, until it holds at
 * least so many events; how many it holds.
 */
export async function writeHistory(
  log: EventLog,
  college: string,
  origin: string,
  least: number,
): Promise<number> {
  const random = chance(7);
  const revisions = new Map<string, number>();
  const salt = (): string => randomBytes(16).toString('base64url');
  const append = async (streams: Iterable<readonly [string, readonly DomainEvent[]]>): Promise<bigint> => {
    let seq = 0;
    const writes = [...streams].map(([stream, events]): StreamWrite => {
      const expected = revisions.get(stream) ?? NO_STREAM;
      revisions.set(stream, expected + events.length);
      return {
        stream,
        expected,
        events: events.map((event, index) =>
          encode(event, meta(), { log: origin, stream, revision: expected + 1 + index, seq: seq++ }, salt),
        ),
      };
    });
    const fingerprint = randomBytes(32).toString('hex');
    const outcome = await log.append(college, {
      commandId: randomUUID(),
      fingerprint,
      at: AT,
      writes,
      checks: [],
    });
    if (outcome.status !== 'appended')
      throw new Error(`The bench's events were answered with ${outcome.status}.`);
    return outcome.last;
  };

  const ids = (count: number) => Array.from({ length: count }, () => v7());
  // A page takes some 750 events.
  const pages = Array.from({ length: Math.ceil(least / 750) }, (): Page => ({
    journal: v7(),
    students: ids(STUDENTS),
    lessons: ids(LESSONS),
  }));
  for (const page of pages) await append([[`journal-${page.journal}`, opening(page)]]);
  let last = 0n;
  for (let index = 0; index < LESSONS; index += 1)
    for (let first = 0; first < pages.length; first += 8) {
      const appended = pages
        .slice(first, first + 8)
        .map((page) => append(lessonEntries(page, index, random)));
      for (const position of await Promise.all(appended)) if (position > last) last = position;
    }
  if (Number(last) < least) throw new Error(`Only ${last} events: pages are thinner than they were.`);
  return Number(last);
}
