import { forbidden, groundsOf, voicesOf } from '../support/clauses.ts';
import { regulatedCollege, type RegulatedCollege } from '../support/regulated-college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import {
  calendarUntil,
  held,
  lessonsOf,
  openPages,
  planOf,
  type TaughtPages,
} from '../support/taught-pages.ts';

/*
 * The autumn of 2024 at a college that works by regulation 004 (Setevoy Gorod, Tula): no edit window by days, but a
 * lock on the completed sheet. Lessons of mathematics are on Mondays, those of English on Tuesdays.
 */
let served: ServedHouse;
let college: RegulatedCollege;
let pages: TaughtPages;
let timetable: string;
let maths: ReadonlyMap<string, string>;
let english: ReadonlyMap<string, string>;

beforeAll(async () => {
  served = await serveHouse();
  college = await regulatedCollege(served, '004');
  pages = await openPages(college, college.as('deputy'));
});
afterAll(() => served.close());

const { tellAs, act, no } = voicesOf(() => college);
const cell = (date: string, student: 'anna' | 'boris' | 'vera') => ({
  journalId: pages.maths,
  lessonId: maths.get(date) ?? '',
  studentId: college.students[student],
});
const mark = (date: string, student: 'anna' | 'boris' | 'vera', value: string) => ({
  ...cell(date, student),
  workType: 'LESSON_WORK',
  value,
});

describe('August under 004', () => {
  it('R-CAL-05, R-CAL-06 (004 §3.6 L142-144, §4.6.2 L409): the deputy sets the year and its regime, not the administrator', async () => {
    const year = calendarUntil('2024-12-29');
    expect(await no('administrator', 'setAcademicCalendar', year)).toMatchObject({
      code: 'NOT_PERMITTED',
      parameter: 'academicCalendar.setBy',
      clause: '004 §3.6 L142-144; 004 §4.6.2 L409',
    });
    expect(await tellAs('deputy', 'setAcademicCalendar', year)).toMatchObject({ accepted: true });
    const regime = {
      year: 2024,
      workingWeek: 6,
      opensAt: '08:00',
      closesAt: '18:00',
      shifts: 1,
      closedOn: [],
    };
    expect(await tellAs('deputy', 'setWorkingRegime', regime)).toMatchObject({ accepted: true });
  });

  it('R-REF-13 (004 §5.3): a plan whose hours differ from the curriculum is warned of, not refused as under 002', async () => {
    college.at('2024-08-29');
    const told = await tellAs('teacher', 'adoptThematicPlan', planOf(pages.maths, 6));
    expect(told).toMatchObject({
      accepted: true,
      warnings: [
        {
          code: 'HOURS_DO_NOT_ADD_UP',
          parameter: 'thematicPlan.hoursMustEqual',
          clause: '004 §5.3',
          facts: { planned: '6', wanted: '8', difference: '-2' },
        },
      ],
    });
    expect(await groundsOf(college, told)).toMatchObject({
      late: false,
      rule: { parameter: 'thematicPlan.deadline', clause: '004 §4.5.2 L308-309', deadline: '2024-08-31' },
    });
  });

  it('R-SCH-04 (004 §4.6.2 L388-391): the timetable is the deputy’s; the scheduler of 001 and the administrator of 003 are told the clause', async () => {
    const weeks = { title: '1 семестр', from: '2024-09-02', until: '2024-12-28' };
    for (const other of ['scheduler', 'administrator', 'officeHead'] as const)
      expect(await no(other, 'composeTimetable', weeks)).toMatchObject({
        code: 'NOT_PERMITTED',
        parameter: 'timetable.producedBy',
        clause: '004 §4.6.2 L388-391',
        facts: { named: 'deputyDirector' },
      });
    const { id } = await tellAs('deputy', 'composeTimetable', weeks);
    timetable = id ?? '';
    const entry = { timetableId: timetable, startsAt: '08:30', deliveryForm: 'IN_PERSON' };
    for (const [journalId, weekday] of [
      [pages.maths, 1],
      [pages.english, 2],
    ])
      expect(await tellAs('deputy', 'addTimetableEntry', { ...entry, journalId, weekday })).toMatchObject({
        accepted: true,
      });
  });

  it('R-SCH-05 (004 §4.7.2 L435): becomes lessons once the director has approved it, and not before', async () => {
    const first = { timetableId: timetable, from: '2024-09-02', until: '2024-09-17' };
    expect(await no('deputy', 'generateLessons', first)).toMatchObject({
      code: 'NOT_APPROVED',
      parameter: 'timetable.approvedBy',
      clause: '004 §4.7.2 L435',
    });
    expect(await forbidden(college.as('deputy'), 'approveTimetable', { timetableId: timetable })).toBe(
      'FORBIDDEN',
    );
    const approval = { timetableId: timetable, order: '№ 90 от 29.08.2024' };
    expect(await act('director', 'approveTimetable', approval)).toMatchObject({ role: 'DIRECTOR' });
    expect(await tellAs('deputy', 'generateLessons', first)).toMatchObject({ accepted: true });
    maths = await lessonsOf(college.as('teacher'), pages.maths);
    english = await lessonsOf(college.as('colleague'), pages.english);
    expect([...maths.keys()]).toEqual(['2024-09-02', '2024-09-09', '2024-09-16']);
  });

  it('R-REF-12 (004 §4.5.2 L308-309): a plan entered once the year has begun is late, and accepted', async () => {
    college.at('2024-09-01');
    expect(await act('colleague', 'adoptThematicPlan', planOf(pages.english, 4))).toMatchObject({
      late: true,
      rule: { parameter: 'thematicPlan.deadline', clause: '004 §4.5.2 L308-309' },
    });
  });
});

describe('September under 004', () => {
  it('R-LES-01, R-MRK-02, R-LES-06 (004 §4.5.2 L312, §3.4): lesson, mark and homework are due on the lesson’s day', async () => {
    college.at('2024-09-02', '23:59');
    const due = (parameter: string, clause: string) => ({
      late: false,
      role: 'TEACHER',
      rule: { due: { parameter, clause, until: '2024-09-02' } },
    });
    const lesson = held(pages.maths, maths.get('2024-09-02') ?? '');
    expect(await act('teacher', 'conductLesson', lesson)).toMatchObject(
      due('lessonEntry.deadline', '004 §4.5.2 L312'),
    );
    expect(await act('teacher', 'recordMark', mark('2024-09-02', 'anna', '4'))).toMatchObject(
      due('currentMark.entryDeadline.lesson', '004 §4.5.2 L312'),
    );
    const homework = { journalId: pages.maths, lessonId: lesson.lessonId, homework: 'с. 12, № 3' };
    expect(await act('teacher', 'assignHomework', homework)).toMatchObject(
      due('homework.entryDeadline', '004 §3.4'),
    );
  });

  it('R-ATT-02, T-12, T-19 (004 §4.5.2 L319-321): an absence of yesterday is late here, where 003 would have it in time', async () => {
    college.at('2024-09-03', '00:00');
    expect(await act('teacher', 'recordAbsence', cell('2024-09-02', 'boris'))).toMatchObject({
      late: true,
      occurredOn: '2024-09-02',
      rule: { parameter: 'attendance.entryDeadline', clause: '004 §4.5.2 L319-321', deadline: '2024-09-02' },
    });
  });

  it('R-LES-07, T-51 (004 §4.5.2 L325-326): homework not in Russian is warned of, the topic of a lesson is not', async () => {
    const lesson = { journalId: pages.english, lessonId: english.get('2024-09-03') ?? '' };
    const topic = { ...held(lesson.journalId, lesson.lessonId), topic: 'Present Simple' };
    expect(await tellAs('colleague', 'conductLesson', topic)).toMatchObject({
      accepted: true,
      warnings: [{ code: 'TOPIC_NOT_IN_PLAN' }],
    });
    expect(await tellAs('colleague', 'assignHomework', { ...lesson, homework: 'Ex. 5' })).toMatchObject({
      accepted: true,
      warnings: [{ code: 'NOT_IN_RUSSIAN', parameter: 'records.language', clause: '004 §4.5.2 L325-326' }],
    });
  });

  it('R-ATT-06, T-13, T-35 (004 §4.2.2 L223): the class teacher corrects absences directly, and no mark', async () => {
    college.at('2024-09-05');
    expect(await act('curator', 'recordAbsence', cell('2024-09-02', 'vera'))).toMatchObject({
      role: 'GROUP_CURATOR',
      late: true,
    });
    const present = { ...cell('2024-09-02', 'boris'), reason: 'Был на медосмотре' };
    expect(await act('curator', 'cancelAbsence', present)).toMatchObject({ role: 'GROUP_CURATOR' });
    expect(await forbidden(college.as('curator'), 'recordMark', mark('2024-09-02', 'vera', '5'))).toBe(
      'FORBIDDEN',
    );
  });

  it('R-MRK-08, T-23 (004 §4.5.2 L333-334): corrections and late marks are accepted, and flagged to be avoided', async () => {
    const clause = '004 §4.5.2 L333-334; 004 §4.3.2 L253';
    const correction = { ...mark('2024-09-02', 'anna', '5'), expectedRevision: 0, reason: 'Чужая работа' };
    expect(await tellAs('teacher', 'correctMark', correction)).toMatchObject({
      accepted: true,
      warnings: [{ code: 'CORRECTION_TO_BE_AVOIDED', clause, facts: { corrections: '1' } }],
    });
    expect(await tellAs('teacher', 'recordMark', mark('2024-09-02', 'boris', '3'))).toMatchObject({
      accepted: true,
      warnings: [
        {
          code: 'LATE_ENTRY_TO_BE_AVOIDED',
          parameter: 'currentMark.backdatedEntry',
          clause: '004 §4.5.2 L333-334',
        },
      ],
    });
  });

  it('R-MRK-10, T-23 (004 §4.3.2 L253): a student reports a mark entered by mistake, to the teacher', async () => {
    const { value: _, ...entry } = mark('2024-09-02', 'boris', '3');
    const report = { ...entry, explanation: 'Я был у доски' };
    expect(await tellAs('boris', 'reportMarkMistake', report)).toMatchObject({ accepted: true });
    const { mistakeReports } = await college.as('teacher').read('{ mistakeReports { student { id } } }');
    expect(mistakeReports).toEqual([{ student: { id: college.students.boris } }]);
  });

  it('R-ATT-05 (004 §4.4.2 L281-282): the guardian tells of an absence ahead; the class teacher announces none', async () => {
    college.at('2024-09-08');
    const announcement = { ...cell('2024-09-09', 'anna'), reason: 'Приём у врача' };
    expect(await no('curator', 'announceAbsence', announcement)).toMatchObject({
      code: 'NOT_PERMITTED',
      parameter: 'attendance.announcedAbsence',
      clause: '004 §4.4.2 L281-282',
    });
    expect(await act('mother', 'announceAbsence', announcement)).toMatchObject({ role: 'LEGAL_GUARDIAN' });
  });

  it('R-SCH-10, T-30 (004 §4.5.2 L312-318): who stands in for an ill colleague fills in that lesson, that day, and no other', async () => {
    college.at('2024-09-09', '15:00');
    const ill = { journalId: pages.maths, lessonId: maths.get('2024-09-09') ?? '' };
    const substitute = { ...ill, accountId: college.accounts.colleague, reason: 'Болезнь' };
    expect(await act('substitutions', 'assignSubstitute', substitute)).toMatchObject({
      rule: { parameter: 'substitution.recorded', clause: '004 §4.5.2 L312-318' },
    });
    expect(await act('colleague', 'conductLesson', held(ill.journalId, ill.lessonId))).toMatchObject({
      role: 'SUBSTITUTE_TEACHER',
      late: false,
    });
    expect(await no('colleague', 'recordMark', mark('2024-09-02', 'vera', '5'))).toMatchObject({
      code: 'NOT_IN_LOAD',
      parameter: 'teacher.scope',
      clause: '004 §4.5.1 L287-288',
    });
  });
});
