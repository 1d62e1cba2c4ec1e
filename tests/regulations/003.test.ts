import { regulatedCollege, type RegulatedCollege } from '../support/regulated-college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { entered, forbidden, refused } from '../support/year-acts.ts';
import { hold, lessonOn, openPage, type Autumn, type LessonOfPage } from '../support/year-pages.ts';

/* Regulation 003, ЭПОС.СПО, Berezniki: lessons and marks of September, and the window of 21 days that closes on them. */
let served: ServedHouse;
let college: RegulatedCollege;
let autumn: Autumn;
let second: LessonOfPage;

beforeAll(async () => {
  served = await serveHouse();
  college = await regulatedCollege(served, '003');
  autumn = await openPage(college);
  second = await lessonOn(college, 'administrator', autumn.journal, '2024-09-02');
});
afterAll(() => served.close());

const mark = (lesson: LessonOfPage, value = '4', workType = 'LESSON_WORK') => ({
  ...lesson,
  studentId: college.students.anna,
  workType,
  value,
});
const WINDOW = { parameter: 'currentMark.editWindowDays', clause: '003 §3.3 L89' };

describe('003 on 2 September: the first lesson', () => {
  it('R-MRK-04, R-MRK-05, T-02 (003 §3.3 L89): a mark may be entered for 21 days from the lesson; no other date makes it late', async () => {
    college.at('2024-09-02');
    await hold(college, second, { workTypes: ['LESSON_WORK', 'QUALITY_MONITORING'] });
    college.at('2024-09-06');
    expect(await entered(college, 'teacher', 'recordMark', mark(second))).toMatchObject({
      late: false,
      rule: { ...WINDOW, deadline: '2024-09-23' },
      due: null,
    });
  });

  it('R-MRK-01 (003 §3.3 L83): a mark is for a kind of work that was done', async () => {
    expect(await refused(college, 'teacher', 'recordMark', mark(second, '5', 'LABORATORY'))).toMatchObject({
      code: 'WORK_TYPE_NOT_DONE',
    });
  });

  it('R-MRK-11 (003 §3.3 L83): control works of the college’s own monitoring stand apart', async () => {
    await entered(college, 'teacher', 'recordMark', mark(second, '3', 'QUALITY_MONITORING'));
    const { diary } = await college.as('anna').read(
      `query ($id: ID!) { diary(studentId: $id, from: "2024-09-02", until: "2024-09-02") {
        marks { workType value } } }`,
      { id: college.students.anna },
    );
    expect(diary).toEqual([
      {
        marks: expect.arrayContaining([
          { workType: 'LESSON_WORK', value: '4' },
          { workType: 'QUALITY_MONITORING', value: '3' },
        ]) as unknown,
      },
    ]);
  });

  it('D-11 (003 §3.3 L83-84): administrators ensure that marks are there; they enter none, nor does the deputy', async () => {
    for (const person of ['administrator', 'deputy', 'departmentHead', 'curator'] as const)
      expect(await forbidden(college, person, 'recordMark', mark(second, '5'))).toBe('FORBIDDEN');
  });

  it('T-59: 003 dates neither the record of a lesson nor homework: both come days later and are not late', async () => {
    const third = await lessonOn(college, 'administrator', autumn.journal, '2024-09-07');
    college.at('2024-09-11');
    expect(await hold(college, third)).toMatchObject({ late: false, due: null, warnings: [] });
    expect(
      await entered(college, 'teacher', 'assignHomework', { ...third, homework: 'Chapter 1' }),
    ).toMatchObject({ late: false, due: null, warnings: [] });
  });
});

describe('003 in September: substitutions, cancellations, other places', () => {
  let twelfth: LessonOfPage;

  it('R-SCH-09 (003 §3.3 L84; §3.1 L41): who works with substitutions lets a colleague stand in', async () => {
    twelfth = await lessonOn(college, 'administrator', autumn.journal, '2024-09-12');
    const substitution = { ...twelfth, accountId: college.accounts.colleague, reason: 'Болезнь' };
    expect(await entered(college, 'substitutions', 'assignSubstitute', substitution)).toMatchObject({
      rule: { parameter: 'substitution.recorded', clause: '003 §3.3 L84' },
    });
  });

  it('T-30 (003 §3.3 L84): who keeps that lesson, and no other of the page', async () => {
    college.at('2024-09-12');
    await hold(college, twelfth, {}, 'colleague');
    await entered(college, 'colleague', 'recordMark', mark(twelfth, '5'));
    expect(await refused(college, 'colleague', 'recordMark', mark(second, '5', 'LESSON_WORK'))).toMatchObject(
      { code: 'NOT_IN_LOAD', parameter: 'teacher.scope', clause: '003 §3.1 L43-44' },
    );
  });

  it('R-SCH-09, T-31 (003 §3.3 L84): a lesson that was cancelled takes no marks', async () => {
    const cancelled = await lessonOn(college, 'administrator', autumn.journal, '2024-09-13');
    await entered(college, 'substitutions', 'cancelLesson', { ...cancelled, reason: 'Авария' });
    college.at('2024-09-13');
    expect(await refused(college, 'teacher', 'recordMark', mark(cancelled))).toMatchObject({
      code: 'LESSON_CANCELLED',
    });
  });

  it('R-SCH-08, T-04 (003 §3.3 L86, L89): a lesson moved ahead takes its window along; one that was held stays', async () => {
    const moved = await lessonOn(college, 'administrator', autumn.journal, '2024-09-16');
    const move = { date: '2024-09-18', startsAt: '10:15', room: '302', reason: 'Замена кабинета' };
    await entered(college, 'deputy', 'moveLesson', { ...moved, ...move });
    college.at('2024-09-18');
    await hold(college, moved);
    expect(await entered(college, 'teacher', 'recordMark', mark(moved))).toMatchObject({
      rule: { ...WINDOW, deadline: '2024-10-09' },
    });
    expect(await refused(college, 'deputy', 'moveLesson', { ...second, ...move })).toMatchObject({
      code: 'LESSON_CONDUCTED',
    });
  });
});

describe('003 on 23 September: the window of the first lesson closes', () => {
  const correction = (value: string, reason: string, expectedRevision = 1) => ({
    ...mark(second, value),
    expectedRevision,
    reason,
  });

  it('R-MRK-09, R-RSP-02 (003 §4.2 L127): a mark is corrected for a reason until the last minute, and stays attributable', async () => {
    college.at('2024-09-23', '23:55');
    expect(await refused(college, 'teacher', 'correctMark', correction('5', ' '))).toMatchObject({
      code: 'REASON_REQUIRED',
    });
    expect(await entered(college, 'teacher', 'correctMark', correction('5', 'Апелляция'))).toMatchObject({
      rule: { ...WINDOW, deadline: '2024-09-23' },
      warnings: [],
    });
    const { markHistory } = await college.as('curator').read(
      `query ($journalId: ID!, $lessonId: ID!, $studentId: ID!) {
        markHistory(journalId: $journalId, lessonId: $lessonId, studentId: $studentId) {
          kind from to role actor { id } reason rule { clause } } }`,
      { ...second, studentId: college.students.anna },
    );
    expect(markHistory).toContainEqual({
      kind: 'MARK_CORRECTED',
      from: '4',
      to: '5',
      role: 'TEACHER',
      actor: { id: college.accounts.teacher },
      reason: 'Апелляция',
      rule: { clause: '003 §3.3 L89' },
    });
  });

  it('R-MRK-05, T-03 (003 §3.3 L89): from the next minute on neither a correction nor a first entry is taken', async () => {
    college.at('2024-09-24', '00:05');
    const refusal = { code: 'EDIT_WINDOW_CLOSED', ...WINDOW, facts: { closedOn: '2024-09-23' } };
    expect(await refused(college, 'teacher', 'correctMark', correction('4', 'Ошибка', 2))).toEqual(refusal);
    const first = { ...mark(second), studentId: college.students.boris };
    expect(await refused(college, 'teacher', 'recordMark', first)).toEqual(refusal);
  });

  it('T-49: only an administrator opens it again, for a reason and until a day', async () => {
    const { journalId, lessonId } = second;
    const grant = { journalId, lessonId, covers: 'CURRENT_MARKS', until: '2024-09-25', reason: 'Апелляция' };
    expect(await forbidden(college, 'deputy', 'grantEditWindow', grant)).toBe('FORBIDDEN');
    await entered(college, 'administrator', 'grantEditWindow', grant);
    expect(await entered(college, 'teacher', 'correctMark', correction('4', 'Апелляция', 2))).toMatchObject({
      rule: { ...WINDOW, deadline: '2024-09-25' },
    });
  });
});

describe('003 in October: the administrators set how far back marks may go', () => {
  let october: LessonOfPage;

  it('R-CAL-04, T-48 (003 §3.2 L61): by an order, confirmed by a second person, for the lessons from that day on', async () => {
    const proposed = await entered(college, 'administrator', 'proposeRegulationChange', {
      effectiveFrom: '2024-10-01',
      values: [{ parameter: 'currentMark.backdatedEntry', value: { kind: 'allowed', days: 7 } }],
      order: '№ 230 от 24.09.2024',
      reason: 'Решение педагогического совета',
    });
    const changeId = proposed.id;
    expect(await refused(college, 'administrator', 'confirmRegulationChange', { changeId })).toMatchObject({
      code: 'SECOND_PERSON_REQUIRED',
    });
    await entered(college, 'director', 'confirmRegulationChange', { changeId });
    const { regulation } = await college
      .as('teacher')
      .read('{ regulation(at: "2024-09-30", parameters: ["currentMark.backdatedEntry"]) { clause } }');
    expect(regulation).toEqual([{ clause: '003 §3.2 L61' }]);
  });

  it('R-CAL-04 (003 §3.2 L61): a mark of 1 October is refused on the 9th by that order; one of September is not', async () => {
    const september = await lessonOn(college, 'administrator', autumn.journal, '2024-09-30');
    october = await lessonOn(college, 'administrator', autumn.journal, '2024-10-01');
    college.at('2024-10-01');
    await hold(college, september);
    await hold(college, october);
    college.at('2024-10-09');
    expect(await refused(college, 'teacher', 'recordMark', mark(october))).toEqual({
      code: 'EDIT_WINDOW_CLOSED',
      parameter: 'currentMark.backdatedEntry',
      clause: '№ 230 от 24.09.2024',
      facts: { closedOn: '2024-10-08' },
    });
    expect(await entered(college, 'teacher', 'recordMark', mark(september))).toMatchObject({
      rule: { ...WINDOW, deadline: '2024-10-21' },
    });
  });

  it('R-MRK-14 (003 §3.3 L108, App. 1): the average of each discipline stands on numbers alone', async () => {
    const { standing } = await college
      .as('mother')
      .read('query ($id: ID!) { standing(of: { studentId: $id }) { pages { average marksCount } } }', {
        id: college.students.anna,
      });
    expect(standing).toEqual({ pages: [{ average: '4.00', marksCount: 5 }] });
  });
});
