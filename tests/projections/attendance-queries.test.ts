import fc from 'fast-check';
import { attendanceSummary } from '../../projections/attendance/queries.ts';
import { percentText } from '../../src/policies/ratio.ts';
import { absent, announced, late } from '../support/acts.ts';
import { idOf } from '../support/names.ts';
import type { History } from '../support/pure-ledger.ts';
import { elsewhere, readSide, scope, there, type ReadSide } from '../support/read-side.ts';
import {
  algebra,
  conducted,
  first,
  group,
  happened,
  ivanova,
  scheduled,
  second,
  smirnov,
  streams,
  world,
} from '../support/world.ts';

let side: ReadSide;

beforeAll(async () => {
  side = await readSide();
});

afterAll(() => side.close());

const of = { group, month: '2024-09', missedDay: 'allLessons' } as const;

const summary = async (history: History, asked: Partial<Parameters<typeof attendanceSummary>[2]> = {}) => {
  const college = await side.tell(history);
  const all = scope(college, 'deputyDirector', 'attendance.read');
  return await attendanceSummary(side.reader, all, { ...of, ...asked });
};

const third = idOf('third lesson');
/** A second lesson on the day of the first one. */
const again = [scheduled(third, '2024-09-02', '2024-09-23'), conducted(third)];
const cellOf = (lesson: string, student = ivanova) => `attendance-${lesson}.${student}`;
const cell = { journal: algebra, lesson: first, student: ivanova };
const classified = (to: 'excused' | 'unexcused') =>
  happened('AbsenceClassified', { ...cell, from: 'unclassified', to });

describe('the attendance of a group in a month', () => {
  it('R-ATT-10: counts days, lessons and hours apart; a day is missed when all its lessons were (T-15)', async () => {
    const history = world({ [streams.page]: again, [streams.attendance]: [absent()] });
    expect(await summary(history)).toMatchObject({
      students: expect.arrayContaining([
        {
          student: ivanova,
          daysMissed: 0,
          lessonsMissed: 1,
          hoursMissed: 2,
          hoursByDate: [{ date: '2024-09-02', hours: 2 }],
          excusedHours: 0,
          unexcusedHours: 0,
          unclassifiedHours: 2,
          lateArrivals: 0,
        },
      ]) as unknown,
      personHours: 8,
      missedHours: 2,
      missedPercent: '25.0',
      unexcusedHours: 0,
      unexcusedPercent: '0.0',
    });
    const { students } = await summary(history, { missedDay: 'anyLesson' });
    expect(students.find(({ student }) => student === ivanova)).toMatchObject({ daysMissed: 1 });
  });

  it('T-14: tells excused, unexcused and unclassified hours apart', async () => {
    const excused = await summary(world({ [streams.attendance]: [absent(), classified('excused')] }));
    expect(excused).toMatchObject({ missedHours: 2, unexcusedHours: 0, missedPercent: '50.0' });
    const unexcused = await summary(world({ [streams.attendance]: [absent(), classified('unexcused')] }));
    expect(unexcused).toMatchObject({ unexcusedHours: 2, unexcusedPercent: '50.0' });
  });

  it('T-11: does not count an announced absence', async () => {
    expect(await summary(world({ [streams.attendance]: [announced()] }))).toMatchObject({
      missedHours: 0,
      missedPercent: '0.0',
    });
  });

  it('counts late arrivals apart', async () => {
    const { students, missedHours } = await summary(world({ [streams.attendance]: [late()] }));
    expect(missedHours).toBe(0);
    expect(students.find(({ student }) => student === ivanova)).toMatchObject({
      lateArrivals: 1,
      lessonsMissed: 0,
    });
  });

  it('T-31: leaves a cancelled lesson out of every total', async () => {
    const cancelled = happened('LessonCancelled', { journal: algebra, lesson: third });
    const history = world({
      [streams.page]: [...again, cancelled],
      [cellOf(third)]: [announced(third)],
    });
    expect(await summary(history)).toMatchObject({ personHours: 4, missedHours: 0 });
  });

  it('T-16: counts the hours of those who were on the page and enrolled that day', async () => {
    const expelled = happened('StudentExpelled', { student: smirnov, group, on: '2024-09-05', order: null });
    const held = [conducted(second)];
    const history = world({ [streams.page]: held, [streams.of(smirnov)]: [expelled] });
    expect(await summary(history)).toMatchObject({ personHours: 6 });
    const left = happened('RosterEntryEnded', { journal: algebra, student: smirnov, until: '2024-09-08' });
    expect(await summary(world({ [streams.page]: [...held, left] }))).toMatchObject({ personHours: 6 });
  });

  it('T-16: counts a page of no group, such as an elective, for those who study in the group', async () => {
    const elective = idOf('elective');
    const opened = happened('JournalOpened', {
      journal: elective,
      group: null,
      subgroup: null,
      courseUnit: idOf('unit'),
      period: idOf('autumn'),
      scale: 'passFail',
      attestationForm: 'credit',
    });
    const roster = happened('RosterExtended', {
      journal: elective,
      students: [ivanova, there(ivanova)],
      from: '2024-09-01',
    });
    const lesson = { ...scheduled(third, '2024-09-03', '2024-09-24') };
    const history = {
      ...world(),
      ...elsewhere(world()),
      [`journal-${elective}`]: [
        opened,
        roster,
        { ...lesson, data: { ...lesson.data, journal: elective } },
        happened('LessonConducted', {
          journal: elective,
          lesson: third,
          deliveryForm: 'inPerson',
          workTypes: ['lessonWork'],
          planItem: null,
          attendanceBasis: 'presence',
        }),
      ],
    };
    expect(await summary(history)).toMatchObject({ personHours: 6 });
  });

  it('is empty, and no per cent of nothing, in a month without lessons', async () => {
    expect(await summary(world(), { month: '2024-10' })).toEqual({
      students: [],
      personHours: 0,
      missedHours: 0,
      missedPercent: null,
      unexcusedHours: 0,
      unexcusedPercent: null,
    });
  });

  it('shows nobody more than their scope, and no row of another group or college', async () => {
    const history = { ...world({ [streams.attendance]: [absent()] }), ...elsewhere(world()) };
    const [college, other] = [await side.tell(history), await side.tell(world())];
    const seen = async (...asked: Parameters<typeof scope>) => {
      const { personHours, missedHours } = await attendanceSummary(side.reader, scope(...asked), of);
      return { personHours, missedHours };
    };
    const whole = { personHours: 4, missedHours: 2 };
    const nothing = { personHours: 0, missedHours: 0 };
    const read = 'attendance.read';
    expect(await seen(college, 'deputyDirector', read)).toEqual(whole);
    expect(await seen(college, 'groupCurator', read, { groups: [group] })).toEqual(whole);
    expect(await seen(college, 'teacher', read, { journals: [algebra] })).toEqual(whole);
    expect(await seen(college, 'groupCurator', read, { groups: [there(group)] })).toEqual(nothing);
    expect(await seen(college, 'teacher', read, { journals: [there(algebra)] })).toEqual(nothing);
    expect(await seen(other, 'deputyDirector', read)).toEqual({ personHours: 4, missedHours: 0 });
  });

  it('T-16: equals a naive recount of the events, whatever happened', async () => {
    const act = fc.constantFrom(
      'announced',
      'absent',
      'excused',
      'unexcused',
      'late',
      'cancelled',
      'nothing',
    );
    const day = fc.integer({ min: 1, max: 30 }).map((date) => `2024-09-${String(date).padStart(2, '0')}`);
    const lesson = fc.record({ date: day, hours: fc.integer({ min: 1, max: 4 }), acts: fc.tuple(act, act) });
    const lessons = fc.array(lesson, { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(lessons, async (plan) => {
        const told: Record<string, ReturnType<typeof happened>[]> = {};
        const page: ReturnType<typeof happened>[] = [];
        const expected = { personHours: 4, missedHours: 0, unexcusedHours: 0 };
        const days = new Map<string, { held: number; missed: number }>([
          [`${ivanova} 2024-09-02`, { held: 1, missed: 0 }],
          [`${smirnov} 2024-09-02`, { held: 1, missed: 0 }],
        ]);
        plan.forEach(({ date, hours, acts }, index) => {
          const id = idOf(`lesson ${index}`);
          const planned = scheduled(id, date, date);
          page.push({ ...planned, data: { ...planned.data, academicHours: hours } }, conducted(id));
          [ivanova, smirnov].forEach((student, at) => {
            const what = acts[at] ?? 'nothing';
            const key = { journal: algebra, lesson: id, student };
            const missing = what === 'absent' || what === 'excused' || what === 'unexcused';
            const count = days.get(`${student} ${date}`) ?? { held: 0, missed: 0 };
            days.set(`${student} ${date}`, {
              held: count.held + 1,
              missed: count.missed + (missing ? 1 : 0),
            });
            expected.personHours += hours;
            if (missing) expected.missedHours += hours;
            if (what === 'unexcused') expected.unexcusedHours += hours;
            const recorded = happened('AbsenceRecorded', { ...key, academicHours: hours });
            const events = {
              nothing: [],
              announced: [happened('AbsenceAnnounced', key)],
              absent: [happened('AbsenceAnnounced', key), recorded],
              late: [happened('LateArrivalRecorded', { ...key, minutes: 5 })],
              cancelled: [recorded, happened('AbsenceCancelled', { ...key, was: 'absent' })],
              excused: [
                recorded,
                happened('AbsenceClassified', { ...key, from: 'unclassified', to: 'excused' }),
              ],
              unexcused: [
                recorded,
                happened('AbsenceClassified', { ...key, from: 'unclassified', to: 'unexcused' }),
              ],
            }[what];
            if (events.length > 0) told[cellOf(id, student)] = events;
          });
        });
        const found = await summary(world({ ...told, [streams.page]: page }));
        const missedDays = [...days.values()].filter(({ held, missed }) => held === missed).length;
        expect(found).toMatchObject({
          ...expected,
          missedPercent: percentText(expected.missedHours, expected.personHours),
        });
        expect(found.students.reduce((sum, { daysMissed }) => sum + daysMissed, 0)).toBe(missedDays);
      }),
      { numRuns: 15 },
    );
  });
});
