import { regulatedCollege, type RegulatedCollege, type YearPerson } from '../support/regulated-college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { entered, forbidden, refused } from '../support/year-acts.ts';
import { hold, lessonOn, openPage, type Autumn, type LessonOfPage } from '../support/year-pages.ts';

/* Regulation 000, psi.thinkery, Perm: "timely" without a number, and much that it does not speak of. */
let served: ServedHouse;
let college: RegulatedCollege;
let autumn: Autumn;
let monday: LessonOfPage;

beforeAll(async () => {
  served = await serveHouse();
  college = await regulatedCollege(served, '000');
  autumn = await openPage(college);
  monday = await lessonOn(college, 'deputy', autumn.journal, '2024-09-02');
});
afterAll(() => served.close());

type Name = 'anna' | 'boris' | 'vera';
const at = (lesson: LessonOfPage, student: Name) => ({ ...lesson, studentId: college.students[student] });
const mark = (student: Name, value = '4') => ({ ...at(monday, student), workType: 'LESSON_WORK', value });

describe('000 in September: entries are "timely"', () => {
  it('T-59, T-12 (000 §3.2.2): a lesson, its absences and marks come two weeks later, and nothing is late', async () => {
    college.at('2024-09-16');
    expect(await hold(college, monday)).toMatchObject({ late: false, due: null, warnings: [] });
    expect(await entered(college, 'teacher', 'recordMark', mark('anna'))).toMatchObject({
      late: false,
      due: null,
    });
    expect(await entered(college, 'teacher', 'recordAbsence', at(monday, 'boris'))).toMatchObject({
      late: false,
      rule: { parameter: 'attendance.entryDeadline', clause: '000 §3.2.2', deadline: null },
    });
    expect(
      await entered(college, 'teacher', 'assignHomework', { ...monday, homework: 'Chapter 1' }),
    ).toMatchObject({ late: false, due: null, warnings: [] });
  });

  it('R-MRK-09, R-RSP-02 (000 §4.1): marks are corrected, and staff answer for it', async () => {
    const correction = { ...mark('anna', '5'), expectedRevision: 0, reason: 'Апелляция' };
    expect(await entered(college, 'teacher', 'correctMark', correction)).toMatchObject({ warnings: [] });
    const { markHistory } = await college.as('curator').read(
      `query ($journalId: ID!, $studentId: ID!) { markHistory(journalId: $journalId, studentId: $studentId) {
        from to actor { id } role reason } }`,
      { journalId: autumn.journal, studentId: college.students.anna },
    );
    expect(markHistory).toContainEqual({
      from: '4',
      to: '5',
      actor: { id: college.accounts.teacher },
      role: 'TEACHER',
      reason: 'Апелляция',
    });
  });

  it('D-01, T-59: 000 names no window; after the default of 21 days the refusal says that it is one', async () => {
    college.at('2024-09-24');
    expect(await refused(college, 'teacher', 'recordMark', mark('vera'))).toEqual({
      code: 'EDIT_WINDOW_CLOSED',
      parameter: 'currentMark.editWindowDays',
      clause: '000: silent, D-01',
      facts: { closedOn: '2024-09-23' },
    });
  });

  it('T-12, T-09 (000 §3.2.2): an absence is still taken, and still not late', async () => {
    expect(await entered(college, 'teacher', 'recordAbsence', at(monday, 'vera'))).toMatchObject({
      late: false,
    });
  });
});

describe('000 in September: whose the pages are', () => {
  let practice: Autumn;

  it('R-ROLE-11, T-29 (000 §3.2.2 L46): a teacher keeps the own disciplines and practices, and no others', async () => {
    practice = await openPage(college, {
      period: autumn.period,
      code: 'УП.01',
      kind: 'PRACTICE',
      attestationForm: 'GRADED_CREDIT',
      teacher: 'colleague',
      more: { practiceKind: 'TRAINING' },
    });
    const lesson = await lessonOn(college, 'deputy', practice.journal, '2024-09-24', { startsAt: '10:15' });
    const notOwn = { code: 'NOT_IN_LOAD', parameter: 'teacher.scope', clause: '000 §3.2.2 L46' };
    const record = { deliveryForm: 'IN_PERSON', workTypes: ['PRACTICAL'], topic: 'Слесарная' };
    expect(await refused(college, 'teacher', 'conductLesson', { ...lesson, ...record })).toMatchObject(
      notOwn,
    );
    expect(await refused(college, 'colleague', 'recordAbsence', at(monday, 'anna'))).toMatchObject(notOwn);
    await hold(college, lesson, record, 'colleague');
    await entered(college, 'colleague', 'recordAbsence', at(lesson, 'anna'));
  });

  it('D-09, D-11: deputies and administrators enter no marks, though 000 does not forbid it', async () => {
    for (const person of ['deputy', 'administrator', 'departmentHead', 'curator'] as const)
      expect(await forbidden(college, person, 'recordMark', mark('anna'))).toBe('FORBIDDEN');
  });

  it('D-05, T-14, T-59: what 000 gives nobody, nobody does: announcing, sorting and correcting absences', async () => {
    const next = await lessonOn(college, 'deputy', autumn.journal, '2024-09-25');
    expect(await refused(college, 'mother', 'announceAbsence', at(next, 'anna'))).toMatchObject({
      parameter: 'attendance.announcedAbsence',
      clause: '000: silent',
    });
    const sorting = { ...at(monday, 'boris'), as: 'EXCUSED' };
    expect(await refused(college, 'curator', 'classifyAbsence', sorting)).toMatchObject({
      parameter: 'attendance.excuseClassifier',
      clause: '000: silent',
    });
    const cancellation = { ...at(monday, 'boris'), reason: 'Присутствовал' };
    expect(await refused(college, 'curator', 'cancelAbsence', cancellation)).toMatchObject({
      parameter: 'attendance.curatorMayCorrect',
      clause: '000: silent, D-05',
    });
  });

  it('R-ATT-11 (000 §2.2 L21): who was absent without a known reason asks for a prompt reaction', async () => {
    const { absentees } = await college.as('curator').read(
      `query ($id: ID!) { absentees(groupId: $id, on: "2024-09-02") {
        alertedBy clause absentees { studentId asksForReaction } } }`,
      { id: college.group },
    );
    expect(absentees).toMatchObject({
      alertedBy: ['GROUP_CURATOR', 'TEACHER', 'SYSTEM'],
      clause: '000: silent, D-13',
      absentees: [{ asksForReaction: true }, { asksForReaction: true }],
    });
  });
});

describe('000: what students and guardians see', () => {
  const DIARY = `query ($id: ID!) { diary(studentId: $id, from: "2024-09-02", until: "2024-09-02") {
    topic homework attendance marks { value } } }`;
  const seenBy = async (person: YearPerson): Promise<unknown> =>
    (await college.as(person).read(DIARY, { id: college.students.anna }))['diary'];
  const lesson = {
    topic: 'Функции',
    homework: 'Chapter 1',
    attendance: 'NONE',
    marks: [{ value: '5' }],
  };

  it('R-MSG-16, R-SEC-07 (000 §2.1, §2.2): their own marks, attendance, homework and the progress of the programme', async () => {
    for (const person of ['anna', 'mother'] as const) expect(await seenBy(person)).toEqual([lesson]);
    expect(await seenBy('boris')).toEqual([]);
    const progress = 'query ($id: ID!) { programmeProgress(journalId: $id) { deliveredHours } }';
    const { programmeProgress } = await college.as('mother').read(progress, { id: autumn.journal });
    expect(programmeProgress).toEqual({ deliveredHours: 2 });
  });

  it('R-ROLE-21, D-15 (000 §2.2 L22): for the whole time the journal is kept: a year later it is all there', async () => {
    college.at('2025-09-20');
    expect(await seenBy('mother')).toEqual([lesson]);
  });
});
