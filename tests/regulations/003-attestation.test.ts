import { regulatedCollege, type RegulatedCollege, type YearPerson } from '../support/regulated-college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { entered, forbidden, refused } from '../support/year-acts.ts';
import { openPage, type Autumn } from '../support/year-pages.ts';
import { stretchesOf2024 } from '../support/year-stretches.ts';

/* Regulation 003, ЭПОС.СПО, Berezniki: the session of December 2024, its window of 31 days, and what comes after it. */
let served: ServedHouse;
let college: RegulatedCollege;
let algebra: Autumn;
let practice: Autumn;
let physics: Autumn;
let module: Autumn;

beforeAll(async () => {
  served = await serveHouse();
  college = await regulatedCollege(served, '003');
  await entered(college, 'deputy', 'setAcademicCalendar', { year: 2024, stretches: stretchesOf2024 });
  algebra = await openPage(college);
  const { period } = algebra;
  physics = await openPage(college, { period, code: 'ОУД.02', attestationForm: 'CREDIT' });
  module = await openPage(college, {
    period,
    code: 'ПМ.01',
    kind: 'PROFESSIONAL_MODULE',
    attestationForm: 'MODULE_EXAM',
  });
  practice = await openPage(college, {
    period,
    code: 'УП.01',
    kind: 'PRACTICE',
    attestationForm: 'GRADED_CREDIT',
    more: { practiceKind: 'TRAINING' },
  });
});
afterAll(() => served.close());

type Name = 'anna' | 'boris' | 'vera';
const result = (page: Autumn, student: Name, value: string, heldOn = '2024-12-20') => ({
  journalId: page.journal,
  studentId: college.students[student],
  result: value,
  heldOn,
});
const WINDOW = {
  parameter: 'attestation.editWindowDays',
  clause: '003 §3.3 L90',
  deadline: '2025-01-28',
};
const DUE = { parameter: 'attestation.entryDeadline', clause: '003 §3.4 L112' };
const debtsOf = async (person: YearPerson, student: Name): Promise<readonly object[]> =>
  (
    await college.as(person).read(
      `query ($id: ID!) { academicDebts(filter: { studentId: $id }) {
        journalId cause state original attemptsLeft repeats { attempt result } } }`,
      { id: college.students[student] },
    )
  )['academicDebts'] as readonly object[];

describe('003 in December: attestation marks', () => {
  it('R-PA-01, T-06, T-08 (003 §3.4 L112): are due three working days after the exam of Friday, in a week of six', async () => {
    college.at('2024-12-24', '23:50');
    const input = result(algebra, 'anna', 'GRADE4');
    expect(await entered(college, 'teacher', 'recordAttestationMark', input)).toMatchObject({
      late: false,
      rule: WINDOW,
      due: { ...DUE, until: '2024-12-24' },
    });
    college.at('2024-12-25', '00:05');
    const next = result(algebra, 'boris', 'ACADEMIC_DEBT');
    expect(await entered(college, 'teacher', 'recordAttestationMark', next)).toMatchObject({
      late: true,
      rule: WINDOW,
      due: { ...DUE, until: '2024-12-24' },
    });
  });

  it('R-PA-05, T-01 (003 §3.3 L92): an unsatisfactory mark is none of the results there are', async () => {
    await expect(
      college.as('teacher').do('recordAttestationMark', result(algebra, 'vera', 'GRADE2')),
    ).rejects.toThrow('GRADE2');
  });

  it('R-PA-03 (003 §3.3 L91-94): a successful result is a credit where the form is one, and else 3, 4 or 5', async () => {
    const refusal = {
      code: 'INVALID_MARK',
      parameter: 'attestation.allowedMarks',
      clause: '003 §3.3 L91-94',
    };
    const graded = result(physics, 'boris', 'GRADE3');
    expect(await refused(college, 'teacher', 'recordAttestationMark', graded)).toMatchObject(refusal);
    const passed = result(module, 'vera', 'PASS');
    expect(await refused(college, 'teacher', 'recordAttestationMark', passed)).toMatchObject(refusal);
    for (const name of ['anna', 'boris'] as const)
      await entered(college, 'teacher', 'recordAttestationMark', result(physics, name, 'PASS'));
  });

  it('R-PA-04, R-PA-06, R-PA-07, T-24 (003 §3.3 L92-94): а/з and н/а leave a debt, НПА leaves none', async () => {
    await entered(college, 'teacher', 'recordAttestationMark', result(algebra, 'vera', 'NOT_ATTESTED'));
    const valid = result(physics, 'vera', 'VALID_REASON_NON_ATTENDANCE');
    await entered(college, 'teacher', 'recordAttestationMark', valid);
    expect(await debtsOf('boris', 'boris')).toMatchObject([
      { journalId: algebra.journal, cause: 'FAILED', original: 'ACADEMIC_DEBT', state: 'STANDING' },
    ]);
    expect(await debtsOf('vera', 'vera')).toMatchObject([
      { journalId: algebra.journal, cause: 'NOT_ATTESTED', original: 'NOT_ATTESTED' },
    ]);
  });

  it('T-07 (003 §3.4 L112): after an exam of the last days the end of the period cuts the term', async () => {
    college.at('2024-12-28', '23:50');
    const inTime = result(module, 'anna', 'GRADE5', '2024-12-27');
    expect(await entered(college, 'teacher', 'recordAttestationMark', inTime)).toMatchObject({
      late: false,
      due: { ...DUE, until: '2024-12-28' },
    });
    college.at('2024-12-29', '00:05');
    const late = result(module, 'boris', 'GRADE3', '2024-12-27');
    expect(await entered(college, 'teacher', 'recordAttestationMark', late)).toMatchObject({
      late: true,
      due: { ...DUE, until: '2024-12-28' },
    });
  });

  it('R-WRK-03, R-WRK-06, R-PA-15, T-26 (003 §3.4 L112-113): practices and modules are attested, and debts stand in each', async () => {
    await entered(college, 'teacher', 'recordAttestationMark', result(practice, 'vera', 'ACADEMIC_DEBT'));
    await entered(college, 'teacher', 'recordAttestationMark', result(module, 'vera', 'ACADEMIC_DEBT'));
    const inDebt = (await debtsOf('deputy', 'vera')).map((debt) => (debt as { journalId: string }).journalId);
    expect(new Set(inDebt)).toEqual(new Set([algebra.journal, practice.journal, module.journal]));
  });

  it('R-PA-18 (003 §1.3, §3.2 L75): the student and the guardian see the own results', async () => {
    const sheet = 'query ($id: ID!) { attestationSheet(journalId: $id) { lines { studentId original } } }';
    for (const person of ['anna', 'mother'] as const)
      expect((await college.as(person).read(sheet, { id: algebra.journal }))['attestationSheet']).toEqual({
        lines: [{ studentId: college.students.anna, original: 'GRADE4' }],
      });
  });
});

describe('003 in January: the window of 31 days', () => {
  const correction = (value: string, expectedRevision: number) => ({
    journalId: algebra.journal,
    studentId: college.students.anna,
    result: value,
    expectedRevision,
    reason: 'Апелляция',
  });

  it('T-22, D-03 (003 §3.3 L90): a completed sheet closes nothing', async () => {
    college.at('2025-01-09');
    const completed = { journalId: algebra.journal };
    expect(await entered(college, 'teacher', 'completeAttestationSheet', completed)).toMatchObject({
      rule: { parameter: 'attestation.lockOnEntry', clause: '003 §3.3 L90' },
    });
    const { attestationSheet } = await college
      .as('departmentHead')
      .read('query ($id: ID!) { attestationSheet(journalId: $id) { completedOn locks } }', {
        id: algebra.journal,
      });
    expect(attestationSheet).toEqual({ completedOn: '2025-01-09', locks: false });
  });

  it('R-PA-02, D-03, T-05 (003 §3.3 L90): ten days after the period, and on the 31st, a result is corrected', async () => {
    expect(
      await entered(college, 'teacher', 'correctAttestationMark', correction('GRADE5', 0)),
    ).toMatchObject({ rule: WINDOW });
    college.at('2025-01-28', '23:55');
    expect(
      await entered(college, 'teacher', 'correctAttestationMark', correction('GRADE4', 1)),
    ).toMatchObject({ rule: WINDOW });
  });

  it('R-PA-02, T-05 (003 §3.3 L90): from the 32nd on it stands', async () => {
    college.at('2025-01-29', '00:05');
    expect(await refused(college, 'teacher', 'correctAttestationMark', correction('GRADE5', 2))).toEqual({
      code: 'EDIT_WINDOW_CLOSED',
      parameter: 'attestation.editWindowDays',
      clause: '003 §3.3 L90',
      facts: { closedOn: '2025-01-28' },
    });
  });
});

describe('003 after the session: debts, repeats, promotion', () => {
  const repeat = () => ({ ...result(algebra, 'boris', 'GRADE3', '2025-02-14') });

  it('R-PA-16 (003 §3.3 L85, L107): the curator helps, and what was done is seen', async () => {
    const { result: _, heldOn: on, ...cell } = result(algebra, 'boris', '', '2025-01-29');
    await entered(college, 'curator', 'recordDebtMeasure', { ...cell, measure: 'CONSULTATION', on });
    const { academicDebts } = await college
      .as('deputy')
      .read(`query ($id: ID!) { academicDebts(filter: { studentId: $id }) { measures { measure on } } }`, {
        id: college.students.boris,
      });
    expect(academicDebts).toEqual([{ measures: [{ measure: 'CONSULTATION', on: '2025-01-29' }] }]);
  });

  it('R-PRM-01, T-34, T-59: 003 names nobody for the rollover; debtors move up conditionally, the debt with them', async () => {
    const promotion = { groupId: college.group, promotion: 'SEMESTER', fromSemester: 1 };
    const order = { number: '7-с', date: '2025-01-29' };
    await entered(college, 'deputy', 'promoteGroup', { ...promotion, order });
    const { studentMovements } = await college
      .as('administrator')
      .read('query ($id: ID!) { studentMovements(studentId: $id) { kind conditional order { number } } }', {
        id: college.students.boris,
      });
    expect(studentMovements).toContainEqual({
      kind: 'PROMOTION',
      conditional: true,
      order: { number: '7-с' },
    });
    expect(await debtsOf('boris', 'boris')).toMatchObject([{ state: 'STANDING' }]);
  });

  it('R-PA-08, T-25 (003 §3.3 L84, L93): the administration records a repeat beside the original, which stays', async () => {
    college.at('2025-02-14');
    expect(await forbidden(college, 'teacher', 'recordRepeatAttestation', repeat())).toBe('FORBIDDEN');
    expect(await entered(college, 'administrator', 'recordRepeatAttestation', repeat())).toMatchObject({
      rule: { parameter: 'attestation.repeatRecorded', clause: '003 §3.3 L84; 003 §3.3 L93' },
    });
    expect(await debtsOf('boris', 'boris')).toMatchObject([
      { original: 'ACADEMIC_DEBT', state: 'CLEARED', repeats: [{ attempt: 1, result: 'GRADE3' }] },
    ]);
  });

  it('R-PA-06 (003 §3.3 L93): who does not appear at the repeat is н/а, and the debt stands', async () => {
    const absent = result(algebra, 'vera', 'NOT_ATTESTED', '2025-02-14');
    await entered(college, 'deputy', 'recordRepeatAttestation', absent);
    expect(await debtsOf('mother', 'vera')).toEqual([]);
    expect(await debtsOf('vera', 'vera')).toContainEqual(
      expect.objectContaining({ journalId: algebra.journal, state: 'STANDING', attemptsLeft: 1 }),
    );
  });
});
