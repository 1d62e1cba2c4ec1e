import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { cellIn, pageOf, trailOf } from '../support/readings.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let college: College;
let teacher: ApiClient;
let administrator: ApiClient;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  teacher = college.as('teacher');
  administrator = college.as('administrator');
});
afterAll(() => served.close());

const old = () => ({ journalId: college.journals.algebra, lessonId: college.lessons.old });
const correction = (value: string, expectedRevision = 0) => ({
  ...old(),
  studentId: college.students.ivanova,
  workType: 'LESSON_WORK',
  value,
  expectedRevision,
  reason: 'Пересчитано после апелляции',
});

const WINDOWS = `query ($filter: EditWindowFilter!) {
  editWindows(filter: $filter) { kind state until grantedUntil lessonId heldOn grantId courseUnit { title } group { name } }
}`;
const windowsOf = async (client: ApiClient, filter: object): Promise<unknown> =>
  (await client.read(WINDOWS, { filter }))['editWindows'];

const ATTEMPTS = `query ($filter: RefusedAttemptFilter!) {
  refusedAttempts(filter: $filter) {
    nodes { command code clause facts { name value } actor { name } student { familyName } journalId lessonId }
  }
}`;

describe('a lesson whose edit window has closed', () => {
  it('refuses a correction with the day, the clause and who can help (R-MRK-05, T-02)', async () => {
    const { accepted, userErrors, position } = await teacher.do('correctMark', correction('5'));
    expect(accepted).toBe(false);
    expect(position).not.toBeNull();
    expect(userErrors).toMatchObject([
      {
        __typename: 'EditWindowClosed',
        code: 'EDIT_WINDOW_CLOSED',
        closedOn: '2026-10-26',
        closedAt: '2026-10-26T21:00:00.000Z',
        mayRequestGrant: true,
        parameter: 'currentMark.editWindowDays',
        clause: '003 §3.3 L89',
        whoCanHelp: ['JOURNAL_ADMINISTRATOR'],
      },
    ]);
  });

  it('refuses a first entry alike, and a new record of the lesson (R-MRK-04, T-03)', async () => {
    const { students } = college;
    const entry = { ...old(), studentId: students.petrov, workType: 'LESSON_WORK', value: '5' };
    expect(await teacher.refusalOf('recordMark', entry)).toBe('EDIT_WINDOW_CLOSED');
    const record = { ...old(), deliveryForm: 'IN_PERSON', workTypes: ['LESSON_WORK'], topic: 'Новая' };
    expect(await teacher.refusalOf('correctLessonRecord', { ...record, reason: 'Опечатка' })).toBe(
      'EDIT_WINDOW_CLOSED',
    );
  });

  it.each(['administrator', 'auditor'] as const)('shows the refused attempt to the %s', async (who) => {
    const filter = { code: 'EDIT_WINDOW_CLOSED', actorId: college.accounts.teacher };
    const { refusedAttempts } = await college.as(who).read(ATTEMPTS, { filter });
    const { nodes } = refusedAttempts as { nodes: readonly unknown[] };
    expect(nodes).toHaveLength(3);
    expect(nodes.at(-1)).toEqual({
      command: 'CorrectMark',
      code: 'EDIT_WINDOW_CLOSED',
      clause: '003 §3.3 L89',
      facts: [{ name: 'closedOn', value: '2026-10-26' }],
      actor: { name: 'teacher' },
      student: { familyName: 'Фамилия-ivanova' },
      ...old(),
    });
  });

  it('is among the closed windows that a teacher sees, beside the open ones', async () => {
    const journalId = college.journals.algebra;
    const shape = { kind: 'LESSON', courseUnit: { title: 'Алгебра' }, group: { name: 'ИС-11' } };
    expect(await windowsOf(teacher, { journalId, state: 'CLOSED' })).toMatchObject([
      { ...shape, state: 'CLOSED', until: '2026-10-26', heldOn: '2026-10-05', lessonId: college.lessons.old },
    ]);
    expect(await windowsOf(teacher, { journalId, state: 'OPEN' })).toHaveLength(4);
  });

  it('is opened by nobody but an administrator, for a reason (T-49)', async () => {
    const grant = { ...old(), covers: 'CURRENT_MARKS', until: '2026-11-22', reason: 'Апелляция' };
    const { errors } = await college.as('deputy').query(
      `mutation ($commandId: UUID!, $input: GrantEditWindowInput!) {
        grantEditWindow(commandId: $commandId, input: $input) { accepted } }`,
      { commandId: randomUUID(), input: grant },
    );
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect(await administrator.refusalOf('grantEditWindow', { ...grant, reason: '' })).toBe(
      'REASON_REQUIRED',
    );
    expect(await administrator.do('grantEditWindow', grant)).toMatchObject({
      accepted: true,
      events: [{ kind: 'EDIT_WINDOW_GRANTED' }],
    });
    expect(await windowsOf(teacher, { journalId: old().journalId, state: 'GRANTED' })).toMatchObject([
      { lessonId: college.lessons.old, grantedUntil: '2026-11-22' },
      { kind: 'GRANT' },
    ]);
  });

  it('takes the correction under the grant, and the trail tells it from the others', async () => {
    expect((await teacher.do('correctMark', correction('5'))).accepted).toBe(true);
    const page = await pageOf(teacher, college.journals.algebra);
    expect(cellIn(page, college.students.ivanova, college.lessons.old)?.value).toBe('5');
    const { nodes } = await trailOf(administrator, { afterGrantOnly: true });
    expect(nodes).toMatchObject([
      {
        kind: 'MARK_CORRECTED',
        from: '4',
        to: '5',
        role: 'TEACHER',
        reason: 'Пересчитано после апелляции',
        actor: { id: college.accounts.teacher },
        student: { id: college.students.ivanova },
      },
    ]);
    expect(nodes[0]?.grantId).toEqual(expect.any(String));
  });

  it('takes an absence, which has no window, and flags it as late (T-09, T-12)', async () => {
    const absence = { ...old(), studentId: college.students.petrov };
    expect((await teacher.do('recordAbsence', absence)).accepted).toBe(true);
    const { nodes } = await trailOf(administrator, { lateOnly: true });
    expect(nodes).toMatchObject([
      { kind: 'ABSENCE_RECORDED', late: true, student: { id: absence.studentId } },
    ]);
  });
});

describe('a locked period', () => {
  const period = () => ({ periodId: college.period });
  const mark = () => ({
    ...old(),
    studentId: college.students.ivanova,
    workType: 'LESSON_WORK',
    value: '3',
    expectedRevision: 1,
    reason: 'Ещё раз',
  });

  it('refuses everything on its pages, under a grant too (T-49)', async () => {
    const locked = await administrator.do('lockAttestationPeriod', period());
    expect(locked).toMatchObject({ accepted: true, events: [{ kind: 'ATTESTATION_PERIOD_LOCKED' }] });
    const cell = { ...old(), studentId: college.students.petrov };
    const lesson = { deliveryForm: 'IN_PERSON', workTypes: ['TEST'], topic: 'Тема' };
    const today = { journalId: old().journalId, lessonId: college.lessons.today };
    const { userErrors } = await teacher.do('correctMark', mark());
    expect(userErrors).toMatchObject([
      { __typename: 'PeriodLocked', code: 'PERIOD_LOCKED', whoCanHelp: ['JOURNAL_ADMINISTRATOR'] },
    ]);
    const refusals = [
      await teacher.refusalOf('recordAbsence', cell),
      await teacher.refusalOf('conductLesson', { ...today, ...lesson }),
      await teacher.refusalOf('assignHomework', { ...today, homework: '§ 5' }),
      await teacher.refusalOf('recordAttestationMark', {
        journalId: old().journalId,
        studentId: cell.studentId,
        result: 'GRADE4',
        heldOn: '2026-11-20',
      }),
      await college.as('curator').refusalOf('classifyAbsence', { ...cell, as: 'EXCUSED' }),
      await administrator.refusalOf('moveLesson', {
        ...today,
        date: '2026-11-23',
        startsAt: '10:00',
        reason: 'Перенос',
      }),
    ];
    expect(new Set(refusals)).toEqual(new Set(['PERIOD_LOCKED']));
  });

  it('is shown as locked, and its windows too', async () => {
    const { attestationPeriods } = await teacher.read(
      '{ attestationPeriods { locked lockedAt reopenedAt } }',
    );
    expect(attestationPeriods).toEqual([{ locked: true, lockedAt: college.clock.now, reopenedAt: null }]);
    expect(await windowsOf(teacher, { periodId: college.period, state: 'OPEN' })).toEqual([]);
  });

  it('opens again for a reason only, and windows apply as before (T-49)', async () => {
    const reopen = (reason: string) =>
      administrator.refusalOf('reopenAttestationPeriod', { ...period(), reason });
    expect(await reopen(' ')).toBe('REASON_REQUIRED');
    expect(await reopen('Приказ № 15')).toBe('accepted');
    expect((await teacher.do('correctMark', mark())).accepted).toBe(true);
  });
});

describe('a grant that has run out', () => {
  it('leaves the window closed again', async () => {
    college.clock.now = '2026-11-22T21:00:00.000Z';
    expect(await teacher.refusalOf('correctMark', correction('4', 2))).toBe('EDIT_WINDOW_CLOSED');
  });
});
