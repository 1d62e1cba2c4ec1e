import fc from 'fast-check';
import { courseOf, onScale } from '../../src/forecast/course.ts';
import { dayWithRemaining, examplesAt } from '../../src/forecast/examples.ts';
import { factsOn, meanOf, remainingOf, type Course, type DatedMark } from '../../src/forecast/facts.ts';
import { forecast, learn, type Example } from '../../src/forecast/model.ts';
import { forecastPage } from '../../src/forecast/page-forecast.ts';

const dayOf = (index: number): string =>
  Temporal.PlainDate.from('2024-09-02').add({ days: index }).toString();

const worth = fc.double({ min: 0, max: 1, noNaN: true });
const DAYS = 20;

/** Courses of twenty days with some students, each marked on some of them. */
const courses: fc.Arbitrary<Course> = fc
  .array(fc.array(fc.option(worth), { minLength: DAYS, maxLength: DAYS }), { minLength: 1, maxLength: 8 })
  .map((students) => ({
    courseUnit: 'unit',
    days: Array.from({ length: DAYS }, (_, index) => dayOf(index)),
    marks: new Map(
      students.map((marks, index): [string, DatedMark[]] => [
        `student ${String(index)}`,
        marks.flatMap((value, day) =>
          value === null ? [] : [{ date: dayOf(day), work: `work ${String(day)}`, worth: value }],
        ),
      ]),
    ),
  }));

const ahead = fc.integer({ min: 0, max: DAYS - 1 });

describe('the facts of a day', () => {
  it('know nothing of what came later', () => {
    fc.assert(
      fc.property(courses, ahead, (course, day) => {
        const marks = new Map(
          [...course.marks].map(([student, all]) => [student, all.filter(({ date }) => date <= dayOf(day))]),
        );
        expect(factsOn({ ...course, marks }, dayOf(day), 0)).toEqual(factsOn(course, dayOf(day), 0));
      }),
    );
  });

  it('tell what share of the course lies ahead', () => {
    fc.assert(
      fc.property(courses, ahead, (course, day) => {
        expect(remainingOf(course, dayOf(day))).toBeCloseTo((DAYS - day - 1) / DAYS);
        expect(dayWithRemaining(course, remainingOf(course, dayOf(day)))).toBe(dayOf(day));
      }),
    );
  });
});

describe('a forecast', () => {
  it('R-MRK-13: is the mean so far and what each fact adds, so that it can be explained', () => {
    fc.assert(
      fc.property(courses, fc.array(courses, { maxLength: 12 }), ahead, (course, finished, day) => {
        const { students } = forecastPage(course, finished, dayOf(day));
        for (const { ownMean, expected, low, high, factors } of students.values()) {
          const sum = ownMean + factors.reduce((total, { adds }) => total + adds, 0);
          expect(expected).toBeCloseTo(Math.min(1, Math.max(0, sum)));
          for (const { value, weight, adds } of factors) expect(adds).toBeCloseTo(value * weight);
          expect(low <= expected && expected <= high).toBe(true);
        }
      }),
    );
  });

  it('R-MRK-13: is made for every student who has a mark, and for nobody else', () => {
    fc.assert(
      fc.property(courses, ahead, (course, day) => {
        const marked = [...course.marks]
          .filter(([, marks]) => marks.some(({ date }) => date <= dayOf(day)))
          .map(([student]) => student);
        expect([...forecastPage(course, [], dayOf(day)).students.keys()]).toEqual(marked);
      }),
    );
  });

  it('leans on the group where too little was learned, the more so the fewer marks there are', () => {
    const marks = new Map<string, DatedMark[]>([
      ['one mark', [{ date: dayOf(0), work: 'a', worth: 1 }]],
      ['three marks', ['a', 'b', 'c'].map((work, day) => ({ date: dayOf(day), work, worth: 1 }))],
      ['weak', ['a', 'b', 'c'].map((work, day) => ({ date: dayOf(day), work, worth: 0 }))],
    ]);
    const course = { courseUnit: 'unit', marks, days: Array.from({ length: 10 }, (_, day) => dayOf(day)) };
    const { model, students } = forecastPage(course, [], dayOf(4));
    const [one, three] = ['one mark', 'three marks'].map((student) => students.get(student)?.expected ?? 0);
    expect(model.examples).toBe(0);
    expect(one).toBeLessThan(three ?? 0);
    expect(three).toBeLessThan(1);
  });

  it('learns what moved results before: a group that always rose rises again', () => {
    const rising: readonly Example[] = Array.from({ length: 100 }, (_, index) => ({
      ownMean: (index % 10) / 20,
      remaining: 0.5,
      facts: {
        lastMark: 0,
        recentMarks: 0,
        groupMean: 0,
        fewMarks: 0,
        missedWorks: (index % 7) / 7,
        unitHistory: 0.1,
      },
      final: (index % 10) / 20 + 0.1,
    }));
    const model = learn(rising);
    expect(model.examples).toBe(100);
    for (const example of rising) expect(forecast(model, example).expected).toBeCloseTo(example.final);
  });

  it('learns only from students whose result was still open', () => {
    const done = new Map([['done', [{ date: dayOf(0), work: 'a', worth: 0.5 }]]]);
    const days = Array.from({ length: 4 }, (_, day) => dayOf(day));
    expect(examplesAt([{ courseUnit: 'unit', marks: done, days }], 0.5).examples).toEqual([]);
  });
});

describe('a page as a forecast sees it', () => {
  const page = { journal: 'page', courseUnit: 'unit', scale: 'fivePoint' } as const;
  const lesson = (id: string, status: 'conducted' | 'cancelled') => ({ lesson: id, date: dayOf(0), status });
  const marks = (value: string) => [{ workType: 'control' as const, value }];

  it('T-45: has numbers alone, on their scale, of lessons that take place', () => {
    const cells = ['5', '2'].map((value, index) => ({
      lesson: index === 0 ? 'held' : 'cancelled',
      student: 'Ivanova',
      marks: marks(value),
    }));
    const lessons = [lesson('held', 'conducted'), lesson('cancelled', 'cancelled')];
    const course = courseOf({ page, lessons, cells });
    expect(course.marks.get('Ivanova')).toEqual([{ date: dayOf(0), work: 'held.control', worth: 1 }]);
    expect(course.days).toEqual([dayOf(0)]);
  });

  it('has the days to come of a timetable that is made week by week', () => {
    const weekly = Array.from({ length: 4 }, (_, week) => ({
      lesson: `lesson ${String(week)}`,
      date: dayOf(week * 7),
      status: 'conducted' as const,
    }));
    const course = courseOf({ page, lessons: weekly, cells: [] }, dayOf(7 * 7));
    expect(remainingOf(course, dayOf(21))).toBeCloseTo(0.5);
    expect(remainingOf(courseOf({ page, lessons: weekly, cells: [] }), dayOf(21))).toBe(0);
  });

  it('is none where a pass is no number', () => {
    expect(onScale('passFail', 1)).toBeNull();
    expect(onScale('fivePoint', 0.5)).toBe(3.5);
    expect(meanOf([])).toBe(0);
  });
});
