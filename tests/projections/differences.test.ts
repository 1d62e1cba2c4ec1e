import { attendanceDifference } from '../../projections/attendance/difference.ts';
import { standingDifference } from '../../projections/standing/difference.ts';
import { absent, attested, indebted, late, marked } from '../support/acts.ts';
import { inOrder, placed } from '../support/folding.ts';
import { idOf } from '../support/names.ts';
import { scope } from '../support/read-side.ts';
import {
  algebra,
  autumn,
  college,
  conducted,
  first,
  group,
  happened,
  ivanova,
  second,
  smirnov,
  world,
} from '../support/world.ts';

const told = inOrder(world());
const from = (more = 0) => BigInt(told.length + more);
const cell = { journal: algebra, lesson: first, student: ivanova };
const cancelled = happened('AbsenceCancelled', { ...cell, was: 'absent' }, { reason: 'Пришла' });
const typesOf = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);

describe('the difference of attendance', () => {
  type Told = Parameters<typeof placed>[0];
  const september = { group, from: '2024-09-01', until: '2024-09-30' };
  const difference = (
    since: bigint,
    more: Told,
    missedDay: Parameters<typeof attendanceDifference>[3] = { before: 'anyLesson', after: 'anyLesson' },
  ) => {
    const of = { ...september, scope: scope(college, 'director', 'attendance.read') };
    return attendanceDifference(placed([...told, ...more]), since, of, missedDay);
  };

  it('is nothing where nothing happened, and where what happened is of another kind', () => {
    expect(difference(from(), []).students).toEqual([]);
    expect(difference(from(), [marked('5')]).students).toEqual([]);
  });

  it('T-10: names the absence that was cancelled, with the totals before and after', () => {
    const { before, after, students } = difference(from(1), [absent(), cancelled]);
    expect([before.missedHours, after.missedHours]).toEqual([2, 0]);
    expect(students).toMatchObject([
      {
        student: ivanova,
        before: { lessonsMissed: 1, hoursMissed: 2 },
        after: { lessonsMissed: 0, hoursMissed: 0 },
        lessons: [{ lesson: first, before: { cell: { status: 'absent' } }, after: { cell: null } }],
      },
    ]);
    expect(students.flatMap(({ lessons }) => lessons.map(({ events }) => typesOf(events)))).toEqual([
      ['AbsenceCancelled'],
    ]);
  });

  it('tells what was entered and taken back between, though the totals are equal', () => {
    const [one] = difference(from(), [absent(), cancelled]).students;
    expect(one?.before).toEqual(one?.after);
    expect(one?.lessons.map(({ events }) => typesOf(events))).toEqual([
      ['AbsenceRecorded', 'AbsenceCancelled'],
    ]);
  });

  it('tells an absence that turned out a late arrival', () => {
    expect(difference(from(1), [absent(), late()]).students).toMatchObject([
      {
        before: { lessonsMissed: 1, lateArrivals: 0 },
        after: { lessonsMissed: 0, lateArrivals: 1 },
        lessons: [{ after: { cell: { status: 'late', minutesLate: 10 } } }],
      },
    ]);
  });

  it('T-16: tells everybody who had to attend a lesson that was held between, and who no longer had to', () => {
    const left = happened('RosterEntryEnded', { journal: algebra, student: smirnov, until: '2024-09-01' });
    const { students } = difference(from(), [conducted(second), left]);
    const pairs = students.flatMap(({ student, lessons }) =>
      lessons.map(({ lesson, before, after, events }) => ({
        student,
        lesson,
        was: before !== null,
        is: after !== null,
        events: typesOf(events),
      })),
    );
    expect(pairs).toEqual(
      [
        { student: ivanova, lesson: second, was: false, is: true, events: ['LessonConducted'] },
        { student: smirnov, lesson: first, was: true, is: false, events: ['RosterEntryEnded'] },
      ].sort((one, other) => (one.student < other.student ? -1 : 1)),
    );
  });

  it('tells a line that differs by the rule of the days alone, without a lesson', () => {
    const also = happened('AbsenceRecorded', { ...cell, student: smirnov, academicHours: 2 });
    const more = [also, { ...conducted(second) }];
    const apart = difference(from(2), more, { before: 'anyLesson', after: 'allLessons' });
    expect(apart.students).toEqual([]);
    const moved = happened('LessonMoved', {
      ...{ journal: algebra, lesson: second, from: '2024-09-09', date: '2024-09-02' },
      ...{ startsAt: '10:15', room: null, marksUntil: '2024-09-23' },
    });
    const together = difference(from(3), [also, moved, conducted(second)], {
      before: 'anyLesson',
      after: 'allLessons',
    });
    expect(together.students).toMatchObject([
      { student: smirnov, before: { daysMissed: 1 }, after: { daysMissed: 0 }, lessons: [] },
    ]);
  });
});

describe('the difference of standing', () => {
  const both = [ivanova, smirnov].map((student) => ({ student, journal: algebra }));
  const difference = (since: bigint, more: Parameters<typeof placed>[0], of: string | null = null) =>
    standingDifference(placed([...told, ...more]), since, {
      visible: both,
      group: of,
      scope: scope(college, 'director', 'standing.read'),
    });
  const corrected = happened(
    'MarkCorrected',
    { ...cell, workType: 'lessonWork', scale: 'fivePoint', from: '3', to: '5' },
    { reason: 'Ошибка' },
  );

  it('is nothing where nothing happened', () => {
    expect(difference(from(1), [marked('5')])).toEqual({ pages: [], debts: [] });
  });

  it('R-MRK-05: has the average before and after a correction, and the events alone that lie between', () => {
    const { pages, debts } = difference(from(1), [marked('3'), corrected]);
    expect(debts).toEqual([]);
    expect(pages).toMatchObject([
      { student: ivanova, journal: algebra, before: { average: '3.00' }, after: { average: '5.00' } },
    ]);
    expect(pages.map(({ events }) => typesOf(events))).toEqual([['MarkCorrected']]);
  });

  it('T-24: has the debt that was incurred, and that it was cleared', () => {
    const cleared = happened('AcademicDebtCleared', {
      student: ivanova,
      journal: algebra,
      period: autumn,
      by: 'repeatAttestation',
    });
    const more = [attested('academicDebt'), indebted(), cleared];
    const arose = difference(from(), more.slice(0, 2));
    expect(arose.debts).toMatchObject([{ student: ivanova, before: null, after: { clearedOn: null } }]);
    expect(arose.debts.map(({ events }) => typesOf(events))).toEqual([
      ['AttestationMarkRecorded', 'AcademicDebtIncurred'],
    ]);
    expect(arose.pages).toMatchObject([
      { before: { attestationCurrent: null }, after: { attestationCurrent: 'academicDebt' } },
    ]);
    const over = difference(from(2), more);
    expect(over.pages).toEqual([]);
    expect(over.debts).toMatchObject([
      { before: { clearedOn: null }, after: { clearedOn: expect.any(String) as unknown } },
    ]);
  });

  it('has a student who came to the group only between as one who was not of those asked for', () => {
    const away = happened('StudentTransferred', {
      student: smirnov,
      from: group,
      to: idOf('another group'),
      on: '2024-09-05',
      order: null,
    });
    const { pages } = difference(from(), [away], group);
    expect(pages).toMatchObject([{ student: smirnov, before: { average: null }, after: null }]);
    expect(pages.map(({ events }) => typesOf(events))).toEqual([['StudentTransferred']]);
  });
});
