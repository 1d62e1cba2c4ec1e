import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let college: College;
let teacher: ApiClient;
let deputy: ApiClient;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  teacher = college.as('teacher');
  deputy = college.as('deputy');
  await teacher.doAll(
    'recordAttestationMark',
    (['ivanova', 'petrov', 'sidorov'] as const).map((student, index) => ({
      ...cell(student),
      result: ['GRADE5', 'ACADEMIC_DEBT', 'NOT_ATTESTED'][index],
      heldOn: '2026-11-20',
    })),
  );
});
afterAll(() => served.close());

const cell = (student: 'ivanova' | 'petrov' | 'sidorov') => ({
  journalId: college.journals.algebra,
  studentId: college.students[student],
});

const DEBTS = `query ($filter: AcademicDebtFilter!) { academicDebts(filter: $filter) {
  studentId cause state since clearedOn original repeats { attempt result heldOn commissionIds order }
  scheduledOn attemptsLeft nextNeedsCommission repeatUntil
  measures { measure on accountId note } courseUnit { title } } }`;

const debtsOf = async (client: ApiClient, filter: object = {}): Promise<readonly object[]> =>
  (await client.read(DEBTS, { filter }))['academicDebts'] as readonly object[];
const petrovs = async (client: ApiClient): Promise<unknown> =>
  (await debtsOf(client, { studentId: college.students.petrov }))[0];

const order = 'Приказ № 12';
const repeat = (heldOn: string, result: string, more: object = {}) => ({
  ...cell('petrov'),
  result,
  heldOn,
  ...more,
});

describe('academic debts', () => {
  it('R-PA-15, T-26: stand per page with attempts left and until when', async () => {
    expect(await petrovs(teacher)).toMatchObject({
      cause: 'FAILED',
      state: 'STANDING',
      since: '2026-11-20',
      original: 'ACADEMIC_DEBT',
      repeats: [],
      attemptsLeft: 2,
      nextNeedsCommission: false,
      repeatUntil: '2027-11-20',
      courseUnit: { title: 'Алгебра' },
    });
    expect(await debtsOf(deputy, { groupId: college.groups.first })).toHaveLength(2);
    expect(await debtsOf(deputy, { groupId: college.groups.second })).toEqual([]);
  });

  it('R-PA-16: carry the measures taken, whose notes are the staff’s', async () => {
    const measure = { ...cell('petrov'), measure: 'CONSULTATION', on: '2026-11-20', note: 'По вторникам' };
    expect((await college.as('curator').do('recordDebtMeasure', measure)).accepted).toBe(true);
    expect(await petrovs(deputy)).toMatchObject({
      measures: [
        {
          measure: 'CONSULTATION',
          on: '2026-11-20',
          accountId: college.accounts.curator,
          note: 'По вторникам',
        },
      ],
    });
    expect(await petrovs(college.as('petrov'))).toMatchObject({
      measures: [{ measure: 'CONSULTATION', accountId: null, note: null }],
    });
    expect(await college.as('colleague').refusalOf('recordDebtMeasure', measure)).toBe('NOT_IN_LOAD');
    const { errors } = await college
      .as('petrov')
      .query(
        'mutation ($commandId: UUID!, $input: RecordDebtMeasureInput!) { recordDebtMeasure(commandId: $commandId, input: $input) { accepted } }',
        { commandId: '0197f000-0000-7000-8000-000000000001', input: measure },
      );
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('R-PA-16: show the day that was set for the repeat', async () => {
    const day = { ...cell('petrov'), on: '2026-11-27' };
    expect((await deputy.do('scheduleRepeatAttestation', day)).accepted).toBe(true);
    expect(await petrovs(teacher)).toMatchObject({ scheduledOn: '2026-11-27' });
    expect(await deputy.refusalOf('scheduleRepeatAttestation', { ...day, ...cell('ivanova') })).toBe(
      'ALREADY_DONE',
    );
  });

  it('T-24, T-25: keep every repeat beside the original; the second goes before a commission', async () => {
    college.clock.now = '2026-11-27T07:00:00.000Z';
    await deputy.do('recordRepeatAttestation', repeat('2026-11-27', 'ACADEMIC_DEBT'));
    expect(await petrovs(teacher)).toMatchObject({
      attemptsLeft: 1,
      nextNeedsCommission: true,
      scheduledOn: null,
    });
    const { userErrors } = await deputy.do('recordRepeatAttestation', repeat('2026-11-27', 'GRADE3'));
    expect(userErrors).toMatchObject([
      { code: 'COMMISSION_REQUIRED', parameter: 'attestation.commissionFromAttempt' },
    ]);
    const commissionIds = [college.accounts.teacher, college.accounts.colleague];
    const before = repeat('2026-11-27', 'ACADEMIC_DEBT', { order, commissionIds });
    expect((await deputy.do('recordRepeatAttestation', before)).accepted).toBe(true);
    expect(await petrovs(teacher)).toMatchObject({
      state: 'OVERDUE',
      attemptsLeft: 0,
      original: 'ACADEMIC_DEBT',
      repeats: [
        { attempt: 1, result: 'ACADEMIC_DEBT', commissionIds: [] },
        { attempt: 2, result: 'ACADEMIC_DEBT', commissionIds, order },
      ],
    });
    expect(await deputy.refusalOf('recordRepeatAttestation', before)).toBe('REPEATS_EXHAUSTED');
  });

  it('are overdue once the term is over, and refuse an attempt after it', async () => {
    college.clock.now = '2027-11-21T07:00:00.000Z';
    const overdue = await debtsOf(deputy, { state: 'OVERDUE' });
    expect(overdue).toHaveLength(2);
    expect(overdue).toContainEqual(
      expect.objectContaining({ studentId: college.students.sidorov, attemptsLeft: 2, state: 'OVERDUE' }),
    );
    const late = { ...cell('sidorov'), result: 'GRADE3', heldOn: '2027-11-21' };
    expect(await deputy.refusalOf('recordRepeatAttestation', late)).toBe('REPEAT_TERM_OVER');
  });

  it('T-24: stay in sight with their day once they were cleared', async () => {
    const inTime = { ...cell('sidorov'), result: 'GRADE3', heldOn: '2027-11-19' };
    expect((await deputy.do('recordRepeatAttestation', inTime)).accepted).toBe(true);
    expect(await debtsOf(teacher, { state: 'CLEARED' })).toMatchObject([
      {
        studentId: college.students.sidorov,
        clearedOn: '2027-11-19',
        state: 'CLEARED',
        cause: 'NOT_ATTESTED',
      },
    ]);
  });

  it('R-PA-18, R-ROLE-17: are shown to the student and the guardian as their own, and no other', async () => {
    expect(await debtsOf(college.as('petrov'))).toHaveLength(1);
    expect(await debtsOf(college.as('guardianOfTwo'))).toMatchObject([
      { studentId: college.students.petrov },
    ]);
    expect(await debtsOf(college.as('mother'))).toEqual([]);
    expect(await debtsOf(college.as('colleague'))).toEqual([]);
  });
});
