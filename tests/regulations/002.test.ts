import { groundsOf, voicesOf } from '../support/clauses.ts';
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
 * The autumn of 2024 at a college that works by regulation 002 (Dnevnik.ru): deadlines by the hour, no windows of its
 * own. On Mondays the group has mathematics at 08:30 and English at 13:40, its last class, which ends at 15:10.
 */
let served: ServedHouse;
let college: RegulatedCollege;
let pages: TaughtPages;
let maths: ReadonlyMap<string, string>;
let english: ReadonlyMap<string, string>;

beforeAll(async () => {
  served = await serveHouse();
  college = await regulatedCollege(served, '002');
  pages = await openPages(college, college.as('administrator'));
  await college.as('deputy').do('setAcademicCalendar', calendarUntil('2024-12-30'));
});
afterAll(() => served.close());

const { tellAs, act, no } = voicesOf(() => college);
const cell = (date: string, student: keyof RegulatedCollege['students']) => ({
  journalId: pages.maths,
  lessonId: maths.get(date) ?? '',
  studentId: college.students[student],
});
const result = (student: keyof RegulatedCollege['students'], heldOn: string) => ({
  journalId: pages.maths,
  studentId: college.students[student],
  result: 'GRADE4',
  heldOn,
});

describe('August under 002', () => {
  it('R-REF-13 (002 §3.3 L40): a plan whose hours differ from the curriculum is refused, and one that equals it is not', async () => {
    college.at('2024-08-29');
    expect(await no('teacher', 'adoptThematicPlan', planOf(pages.maths, 6))).toMatchObject({
      code: 'HOURS_DO_NOT_ADD_UP',
      parameter: 'thematicPlan.hoursMustEqual',
      clause: '002 §3.3 L40',
      facts: { planned: '6', wanted: '8', difference: '-2' },
    });
    expect(await tellAs('teacher', 'adoptThematicPlan', planOf(pages.maths, 8))).toMatchObject({
      accepted: true,
      warnings: [],
    });
  });

  it('R-SCH-03 (002 §3.4 L47, §3.1 L22): the head of the academic office makes the timetable; nobody has to approve it, and the scheduler of 001 may not', async () => {
    const weeks = { title: '1 семестр', from: '2024-09-02', until: '2024-12-28' };
    expect(await no('scheduler', 'composeTimetable', weeks)).toMatchObject({
      code: 'NOT_PERMITTED',
      parameter: 'timetable.producedBy',
      clause: '002 §3.4 L47; 002 §3.1 L22',
    });
    const { id: timetableId } = await tellAs('officeHead', 'composeTimetable', weeks);
    const entry = { timetableId, weekday: 1, deliveryForm: 'IN_PERSON' };
    const lessons = [
      { ...entry, journalId: pages.maths, startsAt: '08:30' },
      { ...entry, journalId: pages.english, startsAt: '13:40' },
    ];
    for (const lesson of lessons)
      expect(await act('officeHead', 'addTimetableEntry', lesson)).toMatchObject({
        role: 'ACADEMIC_OFFICE_HEAD',
      });
    const stretch = { timetableId, from: '2024-09-02', until: '2024-09-16' };
    expect(await tellAs('administrator', 'generateLessons', stretch)).toMatchObject({ accepted: true });
    maths = await lessonsOf(college.as('teacher'), pages.maths);
    english = await lessonsOf(college.as('colleague'), pages.english);
    expect(maths.size + english.size).toBe(6);
  });
});

describe('September under 002', () => {
  it('R-LES-06, T-17 (002 §3.3 L41): homework is due three hours after the group’s last class of the day, not after the lesson', async () => {
    const lesson = held(pages.maths, maths.get('2024-09-02') ?? '');
    college.at('2024-09-02', '10:00');
    expect(await act('teacher', 'conductLesson', lesson)).toMatchObject({ late: false });
    const homework = { journalId: pages.maths, lessonId: lesson.lessonId, homework: 'с. 12, № 3' };
    const due = { parameter: 'homework.entryDeadline', clause: '002 §3.3 L41', until: '2024-09-02T18:10' };
    college.at('2024-09-02', '18:10');
    expect(await act('teacher', 'assignHomework', homework)).toMatchObject({ late: false, rule: { due } });
    college.at('2024-09-02', '18:11');
    expect(await act('teacher', 'assignHomework', { ...homework, homework: 'с. 14' })).toMatchObject({
      late: true,
      rule: { due },
    });
  });

  it('R-LES-01, T-59 (002 §3.3 L38): a lesson is recorded in good time, and no day is invented for it', async () => {
    college.at('2024-09-06');
    const lesson = held(pages.english, english.get('2024-09-02') ?? '');
    expect(await act('colleague', 'conductLesson', lesson)).toMatchObject({
      late: false,
      rule: { due: null },
    });
  });

  it('R-LES-07, R-LES-08, T-51 (002 §3.3 L43): every entry is in Russian, topics of foreign languages and of control works too', async () => {
    college.at('2024-09-09', '15:00');
    const lesson = {
      ...held(pages.english, english.get('2024-09-09') ?? '', ['CONTROL']),
      topic: 'Present Simple',
      workTopics: { control: 'Tenses' },
    };
    expect(await tellAs('colleague', 'conductLesson', lesson)).toMatchObject({
      accepted: true,
      warnings: [
        { code: 'NOT_IN_RUSSIAN', clause: '002 §3.3 L43', facts: { field: 'topic' } },
        { code: 'NOT_IN_RUSSIAN', clause: '002 §3.3 L43', facts: { field: 'controlTopic' } },
      ],
    });
  });

  it('R-MRK-02, R-MRK-03, T-18, D-07 (002 §3.3 L39): written work has a week from the day it was held, work in class its day', async () => {
    college.at('2024-09-09', '15:30');
    const lesson = held(pages.maths, maths.get('2024-09-09') ?? '', ['LESSON_WORK', 'PRACTICAL', 'WRITTEN']);
    await act('teacher', 'conductLesson', lesson);
    const mark = (workType: string) => ({ ...cell('2024-09-09', 'anna'), workType, value: '4' });
    const clause = '002 §3.3 L39';
    const inClass = { parameter: 'currentMark.entryDeadline.lesson', clause, until: '2024-09-09' };
    const written = { parameter: 'currentMark.entryDeadline.writtenWork', clause, until: '2024-09-16' };
    college.at('2024-09-16', '23:59');
    expect(await act('teacher', 'recordMark', mark('WRITTEN'))).toMatchObject({
      late: false,
      rule: { due: written },
    });
    for (const workType of ['LESSON_WORK', 'PRACTICAL'])
      expect(await act('teacher', 'recordMark', mark(workType))).toMatchObject({
        late: true,
        rule: { due: inClass },
      });
    college.at('2024-09-17', '00:00');
    const boris = { ...mark('WRITTEN'), studentId: college.students.boris };
    expect(await act('teacher', 'recordMark', boris)).toMatchObject({ late: true, rule: { due: written } });
  });

  it('R-ATT-02, T-12 (002 §3.3 L39): an absence is due on the lesson’s day', async () => {
    expect(await act('teacher', 'recordAbsence', cell('2024-09-09', 'vera'))).toMatchObject({
      late: true,
      rule: { parameter: 'attendance.entryDeadline', clause: '002 §3.3 L39', deadline: '2024-09-09' },
    });
  });

  it('R-ATT-07, T-13, D-05 (002 §3.2 L33): the curator corrects an absence with the teacher, never alone as under 004', async () => {
    const absence = cell('2024-09-09', 'vera');
    expect(await no('curator', 'cancelAbsence', { ...absence, reason: 'Была' })).toMatchObject({
      code: 'NOT_PERMITTED',
      parameter: 'attendance.curatorMayCorrect',
      clause: '002 §3.2 L33',
    });
    const proposal = { ...absence, to: 'PRESENT', reason: 'Была на медосмотре' };
    const proposed = await tellAs('curator', 'proposeAbsenceCorrection', proposal);
    expect(await groundsOf(college, proposed)).toMatchObject({ rule: { clause: '002 §3.2 L33' } });
    const consent = { correctionId: proposed.id, consent: true };
    expect(await tellAs('teacher', 'answerAbsenceCorrection', consent)).toMatchObject({
      events: [{ kind: 'ABSENCE_CORRECTION_CONSENTED' }, { kind: 'ABSENCE_CANCELLED' }],
    });
  });

  it('R-MRK-05, T-59, D-01 (002 is silent): marks close after the 21 days of the default, and the no says whose rule that is', async () => {
    college.at('2024-09-24');
    const mark = { ...cell('2024-09-02', 'anna'), workType: 'LESSON_WORK', value: '5' };
    expect(await no('teacher', 'recordMark', mark)).toMatchObject({
      code: 'EDIT_WINDOW_CLOSED',
      parameter: 'currentMark.editWindowDays',
      clause: '002: silent, D-01',
      facts: { closedOn: '2024-09-23' },
    });
  });
});

describe('December under 002', () => {
  const due = { parameter: 'attestation.entryDeadline', clause: '002 §3.3 L42', until: '2024-12-29' };

  it('R-PA-10, T-20 (002 §3.3 L42): a final mark before the last week of the period is early, and warned of', async () => {
    college.at('2024-12-20');
    expect(await tellAs('teacher', 'recordAttestationMark', result('anna', '2024-12-20'))).toMatchObject({
      accepted: true,
      warnings: [
        {
          code: 'ENTERED_EARLY',
          parameter: 'attestation.entryDeadline',
          clause: '002 §3.3 L42',
          facts: { from: '2024-12-23', today: '2024-12-20' },
        },
      ],
    });
  });

  it('R-PA-10, T-20, T-06 (002 §3.3 L42): one day before the vacation is in time, its first day late and not forbidden', async () => {
    college.at('2024-12-29');
    expect(await act('teacher', 'recordAttestationMark', result('boris', '2024-12-27'))).toMatchObject({
      late: false,
      rule: { due },
    });
    college.at('2024-12-30');
    expect(await act('teacher', 'recordAttestationMark', result('vera', '2024-12-27'))).toMatchObject({
      late: true,
      rule: { due },
    });
  });

  it('T-22, D-03 (002 is silent): a completed sheet locks nothing, and a final mark is corrected as long as the default lets it', async () => {
    await act('teacher', 'completeAttestationSheet', { journalId: pages.maths });
    const { heldOn: _, ...vera } = result('vera', '2024-12-27');
    const correction = { ...vera, result: 'GRADE5', expectedRevision: 0, reason: 'Описка' };
    expect(await act('teacher', 'correctAttestationMark', correction)).toMatchObject({
      rule: {
        parameter: 'attestation.editWindowDays',
        clause: '002: silent, D-03',
        deadline: '2025-01-28',
      },
    });
  });
});
