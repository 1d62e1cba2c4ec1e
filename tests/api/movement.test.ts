import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let college: College;
let administrator: ApiClient;
let deputy: ApiClient;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  administrator = college.as('administrator');
  deputy = college.as('deputy');
});
afterAll(() => served.close());

const order = { number: '14-с', date: '2026-11-19' };

interface MovementAnswer {
  readonly id: string;
  readonly kind: string;
}

const MOVEMENTS = `query ($studentId: ID!) { studentMovements(studentId: $studentId) {
  id kind on until conditional reason order { number date } fromGroup { name } toGroup { name } recordedBy { name }
  annulment { order { number } reason } } }`;
const movementsOf = async (client: ApiClient, student: keyof College['students']) =>
  (await client.read(MOVEMENTS, { studentId: college.students[student] }))[
    'studentMovements'
  ] as readonly MovementAnswer[];

const BODY = 'query ($on: LocalDate!) { studentBody(on: $on) { students onLeave fullTime group { name } } }';
const bodyOn = async (client: ApiClient, on: string) => (await client.read(BODY, { on }))['studentBody'];

describe('the movement of the student body', () => {
  it('R-PRM-03: is counted on any day, group by group', async () => {
    expect(await bodyOn(administrator, '2026-11-20')).toEqual(
      expect.arrayContaining([
        { students: 3, onLeave: 0, fullTime: 3, group: { name: 'ИС-11' } },
        { students: 2, onLeave: 0, fullTime: 2, group: { name: 'ИС-12' } },
      ]),
    );
    expect(await bodyOn(administrator, '2026-08-31')).toEqual([]);
    expect(await bodyOn(college.as('curator'), '2026-11-20')).toMatchObject([{ group: { name: 'ИС-11' } }]);
  });

  it('T-32, D-22: a transfer by order moves a student on its day; the history says so', async () => {
    const { accepted } = await deputy.do('transferStudent', {
      studentId: college.students.kuznetsova,
      toGroupId: college.groups.first,
      on: '2026-11-23',
      order,
      leavesJournalIds: [college.journals.physics],
      joinsJournalIds: [college.journals.algebra],
    });
    expect(accepted).toBe(true);
    expect(await movementsOf(administrator, 'kuznetsova')).toMatchObject([
      { kind: 'ENROLMENT', on: '2026-09-01', order: { number: '3-с', date: '2026-08-28' } },
      {
        kind: 'TRANSFER',
        on: '2026-11-23',
        order,
        fromGroup: { name: 'ИС-12' },
        toGroup: { name: 'ИС-11' },
        annulment: null,
      },
    ]);
    expect(await bodyOn(administrator, '2026-11-22')).toContainEqual(
      expect.objectContaining({ students: 2 }),
    );
    expect(await bodyOn(administrator, '2026-11-23')).toContainEqual(
      expect.objectContaining({ students: 4 }),
    );
  });

  it('D-20: one made by mistake is annulled by an event that names it, and stays in history', async () => {
    const movementId = (await movementsOf(administrator, 'kuznetsova')).at(-1)?.id;
    const input = { studentId: college.students.kuznetsova, movementId, order, reason: 'Не тот обучающийся' };
    expect((await deputy.do('annulStudentMovement', input)).accepted).toBe(true);
    expect((await movementsOf(administrator, 'kuznetsova')).at(-1)).toMatchObject({
      kind: 'TRANSFER',
      annulment: { order: { number: '14-с' }, reason: 'Не тот обучающийся' },
    });
    expect(await bodyOn(administrator, '2026-11-23')).not.toContainEqual(
      expect.objectContaining({ students: 4 }),
    );
    expect(await deputy.refusalOf('annulStudentMovement', input)).toBe('ALREADY_DONE');
  });

  it('is refused to be annulled while entries rest on it, with their number', async () => {
    const [enrolment] = await movementsOf(administrator, 'ivanova');
    const { userErrors } = await deputy.do('annulStudentMovement', {
      studentId: college.students.ivanova,
      movementId: enrolment?.id,
      order,
      reason: 'Ошибка',
    });
    expect(userErrors).toMatchObject([
      { code: 'ENTRIES_REMAIN', facts: expect.arrayContaining([{ name: 'marks', value: '1' }]) as unknown },
    ]);
  });

  it('an order that is not there is a malformed input; one that is still to come is refused', async () => {
    const expulsion = { studentId: college.students.petrova, on: '2026-11-20', reason: 'Заявление' };
    await expect(deputy.do('expelStudent', expulsion)).rejects.toThrow('order');
    expect(
      await deputy.refusalOf('expelStudent', { ...expulsion, order: { number: '15-с', date: '2026-11-21' } }),
    ).toBe('DATE_OUT_OF_RANGE');
  });

  it('T-33: an expulsion is undone by a reinstatement, and a graduation ends the relationship (R-PRM-06)', async () => {
    const studentId = college.students.petrova;
    await deputy.do('expelStudent', { studentId, on: '2026-11-17', order, reason: 'Заявление' });
    await deputy.do('reinstateStudent', {
      studentId,
      groupId: college.groups.second,
      from: '2026-11-19',
      formOfStudy: 'PART_TIME',
      order,
    });
    await deputy.do('graduateStudent', { studentId, on: '2026-11-20', order });
    expect((await movementsOf(administrator, 'petrova')).map(({ kind }) => kind)).toEqual([
      'ENROLMENT',
      'EXPULSION',
      'REINSTATEMENT',
      'GRADUATION',
    ]);
    const data = await administrator.read(
      'query ($id: ID!) { student(id: $id) { enrolledUntil formOfStudy } }',
      {
        id: studentId,
      },
    );
    expect(data['student']).toEqual({ enrolledUntil: '2026-11-20', formOfStudy: 'PART_TIME' });
  });

  it('a leave keeps marks out, and its reason from those who need not know', async () => {
    const studentId = college.students.sidorov;
    await deputy.do('grantAcademicLeave', {
      studentId,
      from: '2026-11-18',
      until: '2027-11-17',
      order,
      reason: 'По болезни',
    });
    const cell = { journalId: college.journals.algebra, lessonId: college.lessons.yesterday, studentId };
    await college.as('teacher').do('conductLesson', {
      journalId: cell.journalId,
      lessonId: cell.lessonId,
      deliveryForm: 'IN_PERSON',
      workTypes: ['LESSON_WORK'],
      topic: 'Корни',
    });
    expect(await college.as('teacher').refusalOf('recordAbsence', cell)).toBe('ON_ACADEMIC_LEAVE');
    expect(await movementsOf(college.as('curator'), 'sidorov')).toMatchObject([
      { kind: 'ENROLMENT' },
      { kind: 'LEAVE', until: '2027-11-17', reason: null },
    ]);
    expect((await movementsOf(administrator, 'sidorov')).at(-1)).toMatchObject({ reason: 'По болезни' });
    expect(await bodyOn(administrator, '2026-11-20')).toContainEqual(
      expect.objectContaining({ students: 3, onLeave: 1 }),
    );
  });

  it('T-34: the preview says for every student what a promotion would do, and why', async () => {
    const PREVIEW = `query ($groupId: ID!) { promotionPreview(groupId: $groupId, promotion: SEMESTER) {
      students { studentId outcome moved leaveUntil } } }`;
    const data = await deputy.read(PREVIEW, { groupId: college.groups.first });
    expect((data['promotionPreview'] as { readonly students: unknown }).students).toEqual(
      expect.arrayContaining([
        { studentId: college.students.ivanova, outcome: 'PROMOTED', moved: true, leaveUntil: null },
        { studentId: college.students.sidorov, outcome: 'ON_LEAVE', moved: false, leaveUntil: '2027-11-17' },
      ]),
    );
  });

  it('R-PRM-01: a group is promoted and graduates; either is annulled for all of it', async () => {
    const groupId = college.groups.first;
    const ofGroup = async () =>
      (
        await deputy.read(
          `query ($groupId: ID!) { groupMovements(groupId: $groupId) { id kind students annulledAt } }`,
          { groupId },
        )
      )['groupMovements'] as readonly { readonly id: string; readonly annulledAt: string | null }[];
    await deputy.do('promoteGroup', { groupId, promotion: 'SEMESTER', fromSemester: 1, order });
    expect(await ofGroup()).toMatchObject([{ kind: 'PROMOTION', students: 2, annulledAt: null }]);
    const annul = async () => {
      const movementId = (await ofGroup()).at(-1)?.id;
      return await deputy.do('annulGroupMovement', { groupId, movementId, order, reason: 'Рано' });
    };
    expect((await annul()).accepted).toBe(true);
    const preview = await deputy.read(
      `query ($groupId: ID!) { graduationPreview(groupId: $groupId, on: "2026-11-20") { outcome } }`,
      { groupId },
    );
    expect(preview['graduationPreview']).toHaveLength(3);
    expect(
      (await deputy.do('graduateGroup', { groupId, fromSemester: 1, on: '2026-11-20', order })).accepted,
    ).toBe(true);
    expect((await annul()).accepted).toBe(true);
    expect((await ofGroup()).every(({ annulledAt }) => annulledAt !== null)).toBe(true);
    expect(await bodyOn(administrator, '2026-11-23')).toContainEqual(
      expect.objectContaining({ students: 3 }),
    );
  });
});
