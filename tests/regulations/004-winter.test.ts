import { voicesOf } from '../support/clauses.ts';
import { regulatedCollege, type RegulatedCollege } from '../support/regulated-college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { calendarUntil, held, lessonsOf, openPages, type TaughtPages } from '../support/taught-pages.ts';

/*
 * The first session of 2024/25 at a college that works by regulation 004 (Setevoy Gorod, Tula), and what follows it:
 * the semester ends on Saturday 28 December, the vacation begins the day after. The sheet locks its page, not a day.
 */
let served: ServedHouse;
let college: RegulatedCollege;
let pages: TaughtPages;
let maths: ReadonlyMap<string, string>;
let english: ReadonlyMap<string, string>;

const LOCK = { parameter: 'attestation.lockOnEntry', clause: '004 §4.5.1 L288-290' };
type Student = keyof RegulatedCollege['students'];

const { tellAs, act, no } = voicesOf(() => college);
const cell = (date: string, student: Student) => ({
  journalId: pages.maths,
  lessonId: maths.get(date) ?? '',
  studentId: college.students[student],
});
const mark = (date: string, student: Student, value: string) => ({
  ...cell(date, student),
  workType: 'LESSON_WORK',
  value,
});
const result = (student: Student, grade: string, journalId = pages.maths) => ({
  journalId,
  studentId: college.students[student],
  result: grade,
  heldOn: '2024-12-20',
});

beforeAll(async () => {
  served = await serveHouse();
  college = await regulatedCollege(served, '004');
  const deputy = college.as('deputy');
  pages = await openPages(college, deputy);
  await deputy.do('setAcademicCalendar', calendarUntil('2024-12-29'));
  const lesson = { startsAt: '08:30', deliveryForm: 'IN_PERSON' };
  for (const date of ['2024-10-07', '2024-12-09'])
    await deputy.do('scheduleLesson', { ...lesson, journalId: pages.maths, date });
  await deputy.do('scheduleLesson', { ...lesson, journalId: pages.english, date: '2024-12-10' });
  maths = await lessonsOf(college.as('teacher'), pages.maths);
  english = await lessonsOf(college.as('colleague'), pages.english);
  for (const [date, lessonId] of maths) {
    college.at(date);
    await college.as('teacher').do('conductLesson', held(pages.maths, lessonId));
  }
  college.at('2024-12-10');
  await college.as('colleague').do('conductLesson', held(pages.english, english.get('2024-12-10') ?? ''));
});
afterAll(() => served.close());

describe('December under 004', () => {
  it('D-01, R-MRK-08 (004 §4.5.1 L288-290): a mark of 7 October goes in two months later, late; under 003 its window closed on the 28th', async () => {
    college.at('2024-12-12');
    expect(await act('teacher', 'recordMark', mark('2024-10-07', 'anna', '4'))).toMatchObject({
      late: true,
      occurredOn: '2024-10-07',
      rule: {
        parameter: 'currentMark.editWindowDays',
        clause: '004 §4.5.1 L288-290',
        deadline: '2024-12-28',
        due: { parameter: 'currentMark.entryDeadline.lesson', until: '2024-10-07' },
      },
    });
  });

  it('R-MRK-07, T-28 (004 §4.5.2 L331): enough marks are asked for and no number is named, so none is missing', async () => {
    const { markAccumulation } = await college
      .as('teacher')
      .read('query ($id: ID!) { markAccumulation(journalId: $id) { needed clause students { missing } } }', {
        id: pages.maths,
      });
    expect(markAccumulation).toEqual({
      needed: null,
      clause: '004 §4.5.2 L331',
      students: [{ missing: null }, { missing: null }, { missing: null }],
    });
  });

  it('R-PA-11 (004 §4.5.2 L335-337): attestation marks are due before the vacation begins, not three working days after the exam', async () => {
    college.at('2024-12-27');
    expect(await act('teacher', 'recordAttestationMark', result('anna', 'GRADE4'))).toMatchObject({
      late: false,
      rule: {
        due: {
          parameter: 'attestation.entryDeadline',
          clause: '004 §4.5.2 L335-337',
          until: '2024-12-28',
        },
      },
    });
  });

  it('T-22: one mark locks nothing: the sheet is open until everybody has a result, and no mark of it is final before', async () => {
    expect(await no('teacher', 'completeAttestationSheet', { journalId: pages.maths })).toMatchObject({
      ...LOCK,
      code: 'SHEET_INCOMPLETE',
      facts: { missing: '2', students: '3' },
    });
    const { heldOn: _, ...changed } = result('anna', 'GRADE5');
    const correction = { ...changed, expectedRevision: 0, reason: 'Апелляция' };
    expect(await tellAs('teacher', 'correctAttestationMark', correction)).toMatchObject({ accepted: true });
    for (const [student, grade] of [
      ['boris', 'ACADEMIC_DEBT'],
      ['vera', 'GRADE3'],
    ] as const)
      expect(await tellAs('teacher', 'recordAttestationMark', result(student, grade))).toMatchObject({
        accepted: true,
      });
  });

  it('T-22, R-PA-13, R-ROLE-12 (004 §4.5.1 L288-290): the completed sheet ends the teacher’s right on its page, with its clause', async () => {
    expect(await act('teacher', 'completeAttestationSheet', { journalId: pages.maths })).toMatchObject({
      rule: LOCK,
    });
    const { heldOn: _, ...changed } = result('vera', 'GRADE4');
    const correction = { ...changed, expectedRevision: 0, reason: 'Описка' };
    const homework = { journalId: pages.maths, lessonId: maths.get('2024-12-09'), homework: '№ 5' };
    for (const [name, input] of [
      ['correctAttestationMark', correction],
      ['recordMark', mark('2024-12-09', 'anna', '5')],
      ['recordAbsence', cell('2024-12-09', 'vera')],
      ['assignHomework', homework],
    ] as const)
      expect(await no('teacher', name, input)).toMatchObject({
        ...LOCK,
        code: 'SHEET_COMPLETED',
        facts: { completedOn: '2024-12-27' },
      });
  });

  it('T-22, T-13, R-ATT-06 (004 §4.2.2 L223): the class teacher still corrects absences there, and other pages stay open', async () => {
    expect(await act('curator', 'recordAbsence', cell('2024-12-09', 'vera'))).toMatchObject({
      role: 'GROUP_CURATOR',
    });
    const grade = result('anna', 'GRADE5', pages.english);
    expect(await act('colleague', 'recordAttestationMark', grade)).toMatchObject({ role: 'TEACHER' });
  });

  it('R-MON-07, T-59 (004 §5.3): the deputy goes through the checklist of the period, due on no day, so never late', async () => {
    const check = { periodId: pages.period, pages: 2, findings: 0 };
    expect(await act('deputy', 'checkPeriodEnd', check)).toMatchObject({
      late: false,
      rule: { parameter: 'control.periodEndCheck', clause: '004 §5.3', deadline: null },
    });
  });

  it('T-49: only a grant of the administrator with a reason opens the page again, and the auditor sees it', async () => {
    const grant = { journalId: pages.maths, covers: 'ATTESTATION_MARKS', until: '2024-12-28' };
    const reason = 'Ошибка в ведомости';
    const granted = await tellAs('administrator', 'grantEditWindow', { ...grant, reason });
    expect(granted).toMatchObject({ accepted: true });
    const { heldOn: _, ...changed } = result('vera', 'GRADE4');
    const correction = { ...changed, expectedRevision: 0, reason: 'Описка' };
    expect(await tellAs('teacher', 'correctAttestationMark', correction)).toMatchObject({ accepted: true });
    const { markHistory } = await college.as('auditor').read(
      `query ($student: ID!, $page: ID!) { markHistory(studentId: $student, journalId: $page) {
        from to grantId reason } }`,
      { student: college.students.vera, page: pages.maths },
    );
    expect(markHistory).toContainEqual({
      from: 'grade3',
      to: 'grade4',
      grantId: granted.id,
      reason: 'Описка',
    });
  });
});

describe('January under 004', () => {
  it('R-PA-11 (004 §4.5.2 L335-337): a page left without its results closed with the semester', async () => {
    college.at('2024-12-29');
    expect(
      await no('colleague', 'recordAttestationMark', result('boris', 'GRADE3', pages.english)),
    ).toMatchObject({
      code: 'EDIT_WINDOW_CLOSED',
      parameter: 'attestation.editWindowDays',
      clause: '004 §4.5.1 L288-290',
      facts: { closedOn: '2024-12-28' },
    });
  });

  it('R-PRM-01, T-34 (004 §4.6.2 L411-412): the deputy moves the group up, the debtor conditionally, and the debt stays', async () => {
    college.at('2025-01-13');
    const promotion = {
      groupId: college.group,
      promotion: 'SEMESTER',
      fromSemester: 1,
      order: { number: '4-с', date: '2025-01-10' },
    };
    expect(await no('administrator', 'promoteGroup', promotion)).toMatchObject({
      code: 'NOT_PERMITTED',
      parameter: 'promotion.groupRollover',
      clause: '004 §4.6.2 L411-412',
    });
    const { promotionPreview } = await college.as('deputy').read(
      `query ($id: ID!) { promotionPreview(groupId: $id, promotion: SEMESTER) {
        toSemester students { studentId conditional debtJournalIds } } }`,
      { id: college.group },
    );
    expect(promotionPreview).toMatchObject({ toSemester: 2 });
    expect((promotionPreview as { readonly students: readonly unknown[] }).students).toContainEqual({
      studentId: college.students.boris,
      conditional: true,
      debtJournalIds: [pages.maths],
    });
    expect(await act('deputy', 'promoteGroup', promotion)).toMatchObject({
      role: 'DEPUTY_DIRECTOR',
      rule: { parameter: 'promotion.groupRollover', clause: '004 §4.6.2 L411-412' },
    });
  });

  it('T-25, T-59 (004 is silent): a repeat stands beside the original; T-50, D-09 (004 §4.6.2 L368): the deputy, who fills sections on the process, enters none', async () => {
    college.at('2025-02-14');
    const repeat = { ...result('boris', 'GRADE3'), heldOn: '2025-02-14' };
    expect(await no('deputy', 'recordRepeatAttestation', repeat)).toMatchObject({
      parameter: 'deputy.journalEdit',
      clause: '004 §4.6.2 L368',
    });
    expect(await act('administrator', 'recordRepeatAttestation', repeat)).toMatchObject({
      rule: { parameter: 'attestation.repeatRecorded', clause: '004: silent' },
    });
    const { attestationSheet } = await college
      .as('director')
      .read('query ($id: ID!) { attestationSheet(journalId: $id) { lines { original current } } }', {
        id: pages.maths,
      });
    expect((attestationSheet as { readonly lines: readonly unknown[] }).lines).toContainEqual({
      original: 'ACADEMIC_DEBT',
      current: 'GRADE3',
    });
  });

  it('R-PRM-01 (004 §4.6.2 L411-412): at the end of the year the group moves to the next course', async () => {
    college.at('2025-06-30');
    const promotion = {
      groupId: college.group,
      promotion: 'YEAR',
      fromSemester: 2,
      order: { number: '60-с', date: '2025-06-28' },
    };
    expect(await act('deputy', 'promoteGroup', promotion)).toMatchObject({ occurredOn: '2025-06-30' });
  });
});
