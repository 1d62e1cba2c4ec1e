import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { cellIn, pageOf } from '../support/readings.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let college: College;
let teacher: ApiClient;
let curator: ApiClient;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  teacher = college.as('teacher');
  curator = college.as('curator');
});
afterAll(() => served.close());

type Lesson = 'today' | 'tomorrow' | 'yesterday';
const at = (lesson: Lesson, student: 'ivanova' | 'petrov' | 'sidorov' = 'ivanova') => ({
  journalId: college.journals.algebra,
  lessonId: college.lessons[lesson],
  studentId: college.students[student],
});
const shown = async (lesson: Lesson, student: 'ivanova' | 'petrov' | 'sidorov' = 'ivanova') => {
  const cell = at(lesson, student);
  return cellIn(await pageOf(teacher, cell.journalId), cell.studentId, cell.lessonId);
};
const hold = (lesson: Lesson) => {
  const { studentId: _, ...key } = at(lesson);
  return teacher.do('conductLesson', {
    ...key,
    deliveryForm: 'IN_PERSON',
    workTypes: ['TEST'],
    topic: 'Функции',
  });
};

const SUMMARY = `query ($groupId: ID!) { attendanceSummary(groupId: $groupId, month: "2026-11") {
  missedHours unexcusedHours personHours missedPercent
  students { studentId daysMissed lessonsMissed hoursMissed excusedHours unexcusedHours unclassifiedHours lateArrivals } } }`;

describe('an absence', () => {
  it('is announced ahead by a guardian, and counts in nothing yet (R-ATT-03, T-11)', async () => {
    const announcement = { ...at('tomorrow'), reason: 'Приём у врача' };
    const answer = await college.as('mother').do('announceAbsence', announcement);
    expect(answer).toMatchObject({ accepted: true, events: [{ kind: 'ABSENCE_ANNOUNCED' }] });
    expect(await shown('tomorrow')).toMatchObject({ attendance: 'ANNOUNCED', hoursMissed: 0 });
    expect(await college.as('father').refusalOf('announceAbsence', announcement)).toBe('ALREADY_RECORDED');
  });

  it('is announced for the own child only (T-39)', async () => {
    const guardian = college.as('mother');
    expect(await guardian.refusalOf('announceAbsence', at('tomorrow', 'petrov'))).toBe('NOT_PERMITTED');
    expect(await guardian.refusalOf('announceAbsence', at('yesterday'))).toBe('DATE_OUT_OF_RANGE');
  });

  it('is taken back by the teacher when the student is there after all (R-ATT-04, T-10)', async () => {
    const announced = at('today', 'petrov');
    await college.as('guardianOfTwo').do('announceAbsence', announced);
    await hold('today');
    const cancelled = await teacher.do('cancelAbsence', { ...announced, reason: 'Присутствует' });
    expect(cancelled).toMatchObject({ accepted: true, events: [{ kind: 'ABSENCE_CANCELLED' }] });
    expect(await shown('today', 'petrov')).toMatchObject({ attendance: 'NONE', hoursMissed: 0 });
  });

  it('is recorded by the teacher, for several students in one call (R-ATT-01)', async () => {
    await hold('yesterday');
    const answer = await teacher.doAll('recordAbsence', [
      at('yesterday'),
      at('today'),
      at('yesterday', 'sidorov'),
    ]);
    expect(answer).toMatchObject({ accepted: 3, refused: 0 });
    expect(await teacher.refusalOf('recordAbsence', at('today'))).toBe('ALREADY_RECORDED');
    expect((await teacher.do('recordLateArrival', { ...at('today', 'petrov'), minutes: 15 })).accepted).toBe(
      true,
    );
    expect(await shown('today', 'petrov')).toMatchObject({ attendance: 'LATE', minutesLate: 15 });
  });

  it('is classified by the curator of the group and by nobody else (R-ATT-09, T-14)', async () => {
    expect(await shown('today')).toMatchObject({ attendance: 'ABSENT', classified: 'UNCLASSIFIED' });
    const excused = { ...at('today'), as: 'EXCUSED', reason: 'Справка' };
    expect((await curator.do('classifyAbsence', excused)).accepted).toBe(true);
    expect(
      (await curator.do('classifyAbsence', { ...at('yesterday', 'sidorov'), as: 'UNEXCUSED' })).accepted,
    ).toBe(true);
    expect(await curator.refusalOf('classifyAbsence', { ...at('tomorrow'), as: 'EXCUSED' })).toBe(
      'NOT_RECORDED',
    );
    const physics = { journalId: college.journals.physics, lessonId: college.lessons.physics };
    const elsewhere = { ...physics, studentId: college.students.petrova, as: 'EXCUSED' };
    expect(await curator.refusalOf('classifyAbsence', elsewhere)).toBe('NOT_IN_GROUP');
    expect(await shown('today')).toMatchObject({ classified: 'EXCUSED' });
  });

  it('adds up in the summary of the month: days, lessons, hours and their kinds (T-15, T-16)', async () => {
    const { attendanceSummary } = await curator.read(SUMMARY, { groupId: college.groups.first });
    const { students, ...totals } = attendanceSummary as { students: readonly object[] };
    expect(totals).toEqual({ missedHours: 6, unexcusedHours: 2, personHours: 12, missedPercent: '50.0' });
    const none = { daysMissed: 0, lessonsMissed: 0, hoursMissed: 0, excusedHours: 0 };
    const rest = { unexcusedHours: 0, unclassifiedHours: 0, lateArrivals: 0 };
    const one = { ...none, ...rest, daysMissed: 1, lessonsMissed: 1, hoursMissed: 2 };
    expect(new Set(students)).toEqual(
      new Set([
        {
          ...one,
          studentId: college.students.ivanova,
          daysMissed: 2,
          lessonsMissed: 2,
          hoursMissed: 4,
          excusedHours: 2,
          unclassifiedHours: 2,
        },
        { ...none, ...rest, studentId: college.students.petrov, lateArrivals: 1 },
        { ...one, studentId: college.students.sidorov, unexcusedHours: 2 },
      ]),
    );
  });

  it('leaves the totals when its lesson is cancelled, which takes an empty lesson (T-31)', async () => {
    const administrator = college.as('administrator');
    const { studentId: _, ...lesson } = at('today');
    const cancel = () => administrator.refusalOf('cancelLesson', { ...lesson, reason: 'Карантин' });
    expect(await cancel()).toBe('ENTRIES_REMAIN');
    await teacher.doAll(
      'cancelAbsence',
      [at('today'), at('today', 'petrov')].map((cell) => ({ ...cell, reason: 'Занятия не было' })),
    );
    expect(await cancel()).toBe('accepted');
    const { attendanceSummary } = await curator.read(SUMMARY, { groupId: college.groups.first });
    expect(attendanceSummary).toMatchObject({ missedHours: 4, personHours: 6 });
  });
});
