import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { change, unitOfAlgebra } from '../support/programme-inputs.ts';
import { cellIn, pageOf } from '../support/readings.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let college: College;
let teacher: ApiClient;
let unit: string;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  teacher = college.as('teacher');
  unit = await unitOfAlgebra(teacher);
  await teacher.do('conductLesson', {
    journalId: college.journals.algebra,
    lessonId: college.lessons.yesterday,
    deliveryForm: 'IN_PERSON',
    workTypes: ['LESSON_WORK', 'CONTROL'],
    topic: 'Корни',
  });
});
afterAll(() => served.close());

describe('work programmes, criteria and control works', () => {
  it('R-REF-11, R-REF-16, R-CAL-09, R-REF-20: are written by the teacher and seen by students', async () => {
    const { algebra } = college.journals;
    const set = { journalId: algebra, hours: 6, contents: 'Модуль 1', codifier: '1.1' };
    expect((await teacher.do('setWorkProgramme', set)).accepted).toBe(true);
    expect(await teacher.refusalOf('setWorkProgramme', set)).toBe('REASON_REQUIRED');
    expect(await college.as('colleague').refusalOf('setWorkProgramme', set)).toBe('NOT_IN_LOAD');
    const criteria = {
      journalId: algebra,
      workTypes: ['CONTROL'],
      checkingDays: 5,
      criteria: '5: без ошибок',
    };
    expect(await teacher.do('setGradingCriteria', criteria)).toMatchObject({
      accepted: true,
      userErrors: [],
    });
    const control = { journalId: algebra, workType: 'CONTROL', plannedOn: '2026-12-01', topic: 'Корни' };
    const { id } = await teacher.do('planControlWork', control);
    await teacher.do('planControlWork', {
      ...control,
      controlWorkId: id,
      plannedOn: '2026-12-08',
      reason: 'Перенос',
    });
    const seen = await college.as('ivanova').read(
      `query ($unit: ID!, $page: ID!) {
        workProgrammes(courseUnitId: $unit) { academicYear hours contents codifier }
        gradingCriteria(courseUnitId: $unit) { workTypes checkingDays criteria }
        controlWorks(journalId: $page) { id plannedOn topic } }`,
      { unit, page: algebra },
    );
    expect(seen).toEqual({
      workProgrammes: [{ academicYear: 2026, hours: 6, contents: 'Модуль 1', codifier: '1.1' }],
      gradingCriteria: { workTypes: ['CONTROL'], checkingDays: 5, criteria: '5: без ошибок' },
      controlWorks: [{ id, plannedOn: '2026-12-08', topic: 'Корни' }],
    });
  });
});

describe('homework', () => {
  it('R-LES-04, R-LES-05, R-LES-16: is read by the student and the guardian in the diary, beside the academic hours', async () => {
    const lesson = { journalId: college.journals.algebra, lessonId: college.lessons.yesterday };
    const homework = {
      homework: 'Теорема Виета',
      manner: 'письменно',
      pages: 'с. 12, № 3',
      dueOn: '2026-11-27',
    };
    expect((await teacher.do('assignHomework', { ...lesson, ...homework })).accepted).toBe(true);
    const document = `query ($s: ID!) { diary(studentId: $s, from: "2026-11-19", until: "2026-11-19") {
      academicHours homework homeworkManner homeworkPages homeworkDueOn } }`;
    for (const person of ['ivanova', 'mother'] as const) {
      const { diary } = await college.as(person).read(document, { s: college.students.ivanova });
      expect(diary).toEqual([
        {
          academicHours: 2,
          homework: 'Теорема Виета',
          homeworkManner: 'письменно',
          homeworkPages: 'с. 12, № 3',
          homeworkDueOn: '2026-11-27',
        },
      ]);
    }
  });
});

describe('what is owed of a topic', () => {
  const debts = async (client: ApiClient) =>
    (
      await client.read('query ($s: ID!) { topicDebts(studentId: $s) { topic makeUpOn clearedOn } }', {
        s: college.students.ivanova,
      })
    )['topicDebts'];

  it('R-LES-14, T-27: is made up on a day the teacher sets, and its mark stands on the page', async () => {
    const cell = {
      journalId: college.journals.algebra,
      lessonId: college.lessons.yesterday,
      studentId: college.students.ivanova,
    };
    const owed = { ...cell, workType: 'CONTROL', topic: 'Корни' };
    expect(await teacher.refusalOf('recordTopicDebt', owed)).toBe('NOT_PERMITTED');
    await change(college.as('administrator'), 'debt.recorded', { kind: 'topic' });
    const recorded = await teacher.do('recordTopicDebt', owed);
    expect(recorded.accepted).toBe(true);
    const day = { journalId: cell.journalId, debtIds: [recorded.id], makeUpOn: '2026-11-25' };
    expect((await teacher.do('setMakeUpDay', day)).accepted).toBe(true);
    expect(await debts(college.as('ivanova'))).toEqual([
      { topic: 'Корни', makeUpOn: '2026-11-25', clearedOn: null },
    ]);
    expect(await debts(college.as('petrov'))).toEqual([]);
    expect(await debts(college.as('guardianOfTwo'))).toEqual([]);

    const cleared = await teacher.do('clearTopicDebt', {
      journalId: cell.journalId,
      debtId: recorded.id,
      value: '4',
    });
    expect(cleared.events.map(({ kind }) => kind)).toEqual(['MARK_RECORDED', 'TOPIC_DEBT_CLEARED']);
    const page = await pageOf(teacher, cell.journalId);
    expect(cellIn(page, cell.studentId, cell.lessonId)?.value).toBe('4');
    expect(await debts(college.as('curator'))).toEqual([
      { topic: 'Корни', makeUpOn: '2026-11-25', clearedOn: '2026-11-20' },
    ]);
  });

  it('R-LES-11: is tasks that were issued and checked, each student’s for themselves', async () => {
    const lesson = { journalId: college.journals.algebra, lessonId: college.lessons.yesterday };
    const issued = await teacher.do('issueAssignment', {
      ...lesson,
      workType: 'INDEPENDENT',
      electronic: true,
      contents: '№ 1–5',
      dueOn: '2026-11-27',
    });
    const { ivanova, petrov, petrova } = college.students;
    const checked = { journalId: lesson.journalId, assignmentId: issued.id, checkedOn: '2026-11-20' };
    await teacher.do('checkAssignment', { ...checked, studentIds: [ivanova, petrov] });
    expect(await teacher.refusalOf('checkAssignment', { ...checked, studentIds: [petrova] })).toBe(
      'NOT_ON_ROSTER',
    );
    const seen = async (client: ApiClient) =>
      (
        await client.read('query ($id: ID!) { assignments(journalId: $id) { contents checkedStudentIds } }', {
          id: lesson.journalId,
        })
      )['assignments'];
    expect(await seen(teacher)).toEqual([{ contents: '№ 1–5', checkedStudentIds: [ivanova, petrov] }]);
    expect(await seen(college.as('ivanova'))).toEqual([{ contents: '№ 1–5', checkedStudentIds: [ivanova] }]);
    expect(await seen(college.as('petrova'))).toEqual([]);
  });
});

describe('a mark entered by mistake', () => {
  it('R-MRK-10: is reported by the student; the teacher sees it until the mark is changed', async () => {
    await change(college.as('administrator'), 'currentMark.correctionPolicy', 'avoided');
    const lesson = { journalId: college.journals.algebra, lessonId: college.lessons.today };
    const held = { ...lesson, deliveryForm: 'IN_PERSON', workTypes: ['LESSON_WORK'], topic: 'Свой урок' };
    expect(await teacher.do('conductLesson', held)).toMatchObject({ accepted: true });
    const cell = { ...lesson, studentId: college.students.ivanova, workType: 'LESSON_WORK' };
    await teacher.do('recordMark', { ...cell, value: '2' });
    const report = { ...cell, explanation: 'Это не моя работа' };
    expect((await college.as('ivanova').do('reportMarkMistake', report)).accepted).toBe(true);
    expect(await college.as('petrov').refusalOf('reportMarkMistake', report)).toBe('NOT_PERMITTED');
    const document = '{ mistakeReports { explanation workType student { id } } }';
    expect((await teacher.read(document))['mistakeReports']).toEqual([
      { explanation: 'Это не моя работа', workType: 'LESSON_WORK', student: { id: cell.studentId } },
    ]);
    expect((await college.as('colleague').read(document))['mistakeReports']).toEqual([]);
    await teacher.do('correctMark', { ...cell, value: '5', expectedRevision: 0, reason: 'Чужая работа' });
    expect((await teacher.read(document))['mistakeReports']).toEqual([]);
  });
});

describe('the extracurricular journal', () => {
  it('R-REF-17, R-LES-15: is kept by the curator of the group, and seen by its students', async () => {
    const curator = college.as('curator');
    const groupId = college.groups.first;
    const planned = await curator.do('planActivity', {
      groupId,
      plannedOn: '2026-11-19',
      title: 'Экскурсия',
    });
    expect(planned.accepted).toBe(true);
    const held = {
      groupId,
      activityId: planned.id,
      heldOn: '2026-11-19',
      academicHours: 2,
      studentIds: [college.students.ivanova],
      notes: 'Были в музее связи',
    };
    expect((await curator.do('recordActivity', held)).accepted).toBe(true);
    expect(await curator.refusalOf('recordActivity', { ...held, groupId: college.groups.second })).toBe(
      'NOT_IN_GROUP',
    );
    const document =
      'query ($id: ID!) { extracurricularJournal(groupId: $id) { title plannedOn heldOn participants notes } }';
    const journal = [
      {
        title: 'Экскурсия',
        plannedOn: '2026-11-19',
        heldOn: '2026-11-19',
        participants: 1,
        notes: 'Были в музее связи',
      },
    ];
    expect((await college.as('ivanova').read(document, { id: groupId }))['extracurricularJournal']).toEqual(
      journal,
    );
    expect((await college.as('petrova').read(document, { id: groupId }))['extracurricularJournal']).toEqual(
      [],
    );
  });
});
