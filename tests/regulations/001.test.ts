import { setTimeout } from 'node:timers/promises';
import { regulatedCollege, type RegulatedCollege } from '../support/regulated-college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { entered, forbidden, refused } from '../support/year-acts.ts';
import { hold, lessonOn, openPage, type Autumn, type LessonOfPage } from '../support/year-pages.ts';

/* Regulation 001, Сетевой город, Bakal: the days of autumn, in which nearly everything is due with the lesson. */
let served: ServedHouse;
let college: RegulatedCollege;
let autumn: Autumn;
let monday: LessonOfPage;
let tuesday: LessonOfPage;

beforeAll(async () => {
  served = await serveHouse();
  college = await regulatedCollege(served, '001');
  autumn = await openPage(college);
  monday = await lessonOn(college, 'scheduler', autumn.journal, '2024-09-02');
  tuesday = await lessonOn(college, 'scheduler', autumn.journal, '2024-09-03');
});
afterAll(() => served.close());

/** The longest that what a viewer may see is remembered where nothing else happens in the college (T05). */
const A_SECOND_MS = 1_100;

type Name = 'anna' | 'boris' | 'vera';
const at = (lesson: LessonOfPage, student: Name) => ({ ...lesson, studentId: college.students[student] });
const mark = (lesson: LessonOfPage, student: Name, workType: string, value = '4') => ({
  ...at(lesson, student),
  workType,
  value,
});
const works = { workTypes: ['LESSON_WORK', 'GRAPHIC', 'LABORATORY'] };

describe('001 on the day of the lesson', () => {
  it('R-LES-01, R-LES-06 (001 §4.3, §5.5.4, §5.5.5): the record and the homework are due until midnight', async () => {
    college.at('2024-09-02', '23:40');
    expect(await hold(college, monday, works)).toMatchObject({
      late: false,
      due: { parameter: 'lessonEntry.deadline', clause: '001 §4.3; 001 §5.5.4', until: '2024-09-02' },
    });
    expect(
      await entered(college, 'teacher', 'assignHomework', { ...monday, homework: '§ 1, № 3' }),
    ).toMatchObject({
      late: false,
      due: { parameter: 'homework.entryDeadline', clause: '001 §5.5.5', until: '2024-09-02' },
    });
  });

  it('R-ATT-02, R-MRK-02, T-12 (001 §4.3, §5.5.4): so are absences and marks for work at the lesson', async () => {
    expect(await entered(college, 'teacher', 'recordAbsence', at(monday, 'boris'))).toMatchObject({
      late: false,
      rule: {
        parameter: 'attendance.entryDeadline',
        clause: '001 §4.3; 001 §5.5.4',
        deadline: '2024-09-02',
      },
    });
    expect(
      await entered(college, 'teacher', 'recordMark', mark(monday, 'anna', 'LESSON_WORK')),
    ).toMatchObject({
      late: false,
      due: { parameter: 'currentMark.entryDeadline.lesson', clause: '001 §4.3', until: '2024-09-02' },
    });
  });

  it('R-LES-07, T-51 (001 §5.5.8): a topic in another language is taken with a warning', async () => {
    college.at('2024-09-03', '12:00');
    const english = { ...works, topic: 'Present Perfect' };
    expect(await hold(college, tuesday, english)).toMatchObject({
      late: false,
      warnings: [
        {
          code: 'NOT_IN_RUSSIAN',
          parameter: 'records.language',
          clause: '001 §5.5.8',
          facts: { field: 'topic' },
        },
      ],
    });
  });
});

describe('001 a day later', () => {
  it('R-LES-01, R-LES-06, R-ATT-02, R-MRK-02, T-12 (001 §4.3, §5.5.4, §5.5.5): all of it is taken, and late', async () => {
    college.at('2024-09-04', '00:10');
    const homework = await entered(college, 'teacher', 'assignHomework', { ...tuesday, homework: '§ 2' });
    expect(homework).toMatchObject({ late: true, due: { clause: '001 §5.5.5' } });
    const absence = await entered(college, 'teacher', 'recordAbsence', at(tuesday, 'vera'));
    expect(absence).toMatchObject({ late: true, rule: { clause: '001 §4.3; 001 §5.5.4' } });
    const lessonWork = mark(tuesday, 'anna', 'LESSON_WORK');
    expect(await entered(college, 'teacher', 'recordMark', lessonWork)).toMatchObject({
      late: true,
      due: { parameter: 'currentMark.entryDeadline.lesson', clause: '001 §4.3', until: '2024-09-03' },
    });
  });

  it('D-01, T-59: 001 closes no marks by days; the default of 21 says of itself that it is one', async () => {
    expect(
      await entered(college, 'teacher', 'recordMark', mark(tuesday, 'boris', 'LESSON_WORK')),
    ).toMatchObject({
      rule: {
        parameter: 'currentMark.editWindowDays',
        clause: '001: silent, D-01',
        deadline: '2024-09-24',
      },
    });
  });
});

describe('001 in the week after a work', () => {
  const rule = { parameter: 'currentMark.entryDeadline.writtenWork', clause: '001 §5.5.6' };

  it('R-MRK-03, T-18, D-07 (001 §5.5.6): every assessed work is marked within a week from the day it was held', async () => {
    college.at('2024-09-09', '23:50');
    expect(await entered(college, 'teacher', 'recordMark', mark(monday, 'anna', 'GRAPHIC'))).toMatchObject({
      late: false,
      due: { ...rule, until: '2024-09-09' },
    });
    college.at('2024-09-10', '00:05');
    expect(await entered(college, 'teacher', 'recordMark', mark(monday, 'anna', 'LABORATORY'))).toMatchObject(
      { late: true, due: { ...rule, until: '2024-09-09' } },
    );
  });
});

describe('001 in September: what is still owed of a topic', () => {
  let debtId: string | null;
  const debts = async () =>
    (
      await college
        .as('mother')
        .read('query ($id: ID!) { topicDebts(studentId: $id) { makeUpOn clearedOn } }', {
          id: college.students.anna,
        })
    )['topicDebts'];

  it('R-LES-14 (001 §4.3 L99): the teacher names it and sets a day for making it up', async () => {
    const owed = { ...at(tuesday, 'anna'), workType: 'LABORATORY', topic: 'Лабораторная № 1' };
    debtId = (await entered(college, 'teacher', 'recordTopicDebt', owed)).id;
    const day = { journalId: autumn.journal, debtIds: [debtId], makeUpOn: '2024-09-16' };
    await entered(college, 'teacher', 'setMakeUpDay', day);
    expect(await debts()).toEqual([{ makeUpOn: '2024-09-16', clearedOn: null }]);
  });

  it('R-LES-14, T-27 (001 §4.3 L99): its mark is not late, and no academic debt comes of it', async () => {
    college.at('2024-09-16');
    const cleared = { journalId: autumn.journal, debtId, value: '5' };
    expect(await entered(college, 'teacher', 'clearTopicDebt', cleared)).toMatchObject({
      late: false,
      due: null,
    });
    expect(await debts()).toEqual([{ makeUpOn: '2024-09-16', clearedOn: '2024-09-16' }]);
    expect(await college.as('anna').read('{ academicDebts { cause } }')).toEqual({ academicDebts: [] });
  });
});

describe('001: who only looks on', () => {
  it('R-ROLE-14, R-ROLE-15, T-50 (001 §5.2.2, §5.3.5): deputies and heads of departments read the page and enter nothing', async () => {
    const page = 'query ($id: ID!) { gradebook(journalId: $id) { rows { studentId } } }';
    const entries = ['recordMark', 'recordAbsence', 'conductLesson', 'recordAttestationMark'] as const;
    for (const person of ['deputy', 'departmentHead'] as const) {
      const { gradebook } = await college.as(person).read(page, { id: autumn.journal });
      expect((gradebook as { readonly rows: readonly unknown[] }).rows).toHaveLength(3);
      for (const entry of entries) expect(await forbidden(college, person, entry, {})).toBe('FORBIDDEN');
    }
  });

  it('R-ROLE-11, R-SUB-02 (001 §5.5.9): a teacher keeps the own pages, and of a subgroup the own subgroup', async () => {
    expect(await refused(college, 'colleague', 'recordMark', mark(monday, 'vera', 'LESSON_WORK'))).toEqual({
      code: 'NOT_IN_LOAD',
      parameter: 'teacher.scope',
      clause: '001 §5.5.9',
      facts: {},
    });
  });

  it('R-ATT-08, R-MON-16 (001 §5.4.4): the curator goes through attendance every week', async () => {
    const check = { groupId: college.group, week: '2024-09-09' };
    expect(await entered(college, 'curator', 'checkAttendanceWeek', check)).toMatchObject({
      rule: { parameter: 'attendance.weeklyCheck', clause: '001 §5.4.4' },
    });
  });

  it('D-05 (001 §5.4.4): and corrects nothing', async () => {
    const cancellation = { ...at(monday, 'boris'), reason: 'Присутствовал' };
    expect(await refused(college, 'curator', 'cancelAbsence', cancellation)).toMatchObject({
      code: 'NOT_PERMITTED',
      parameter: 'attendance.curatorMayCorrect',
      clause: '001 §5.4.4',
    });
  });

  it('T-59, T-14: 001 has nobody announce absences or sort them, so nobody does', async () => {
    const next = await lessonOn(college, 'scheduler', autumn.journal, '2024-09-17');
    expect(await refused(college, 'mother', 'announceAbsence', at(next, 'anna'))).toMatchObject({
      code: 'NOT_PERMITTED',
      parameter: 'attendance.announcedAbsence',
      clause: '001: silent',
    });
    const sorting = { ...at(monday, 'boris'), as: 'EXCUSED' };
    expect(await refused(college, 'curator', 'classifyAbsence', sorting)).toMatchObject({
      code: 'NOT_PERMITTED',
      parameter: 'attendance.excuseClassifier',
      clause: '001: silent',
    });
  });
});

describe('001: what students and guardians see', () => {
  const DIARY = `query ($id: ID!) { diary(studentId: $id, from: "2024-09-02", until: "2024-09-02") {
    marks { value } attendance homework } }`;

  it('R-ROLE-17, R-ATT-14, R-LES-16, R-MSG-16 (001 §5.7, §3.9): their own marks, attendance and homework', async () => {
    for (const person of ['anna', 'mother'] as const) {
      const { diary } = await college.as(person).read(DIARY, { id: college.students.anna });
      expect(diary).toMatchObject([{ attendance: 'NONE', homework: '§ 1, № 3' }]);
      expect((diary as readonly [{ readonly marks: readonly unknown[] }])[0].marks).toHaveLength(3);
      const others = await college.as(person).read(DIARY, { id: college.students.boris });
      expect(others).toEqual({ diary: [] });
    }
  });

  it('R-ROLE-21, D-15 (001 §3.2, §3.5): of the current year; in the next one the old is gone from their view, not from the journal', async () => {
    college.at('2025-09-02');
    await setTimeout(A_SECOND_MS);
    expect(await college.as('mother').read(DIARY, { id: college.students.anna })).toEqual({ diary: [] });
    const history = 'query ($j: ID!, $s: ID!) { markHistory(journalId: $j, studentId: $s) { kind } }';
    const { markHistory } = await college
      .as('teacher')
      .read(history, { j: autumn.journal, s: college.students.anna });
    expect(markHistory).not.toEqual([]);
  });
});
