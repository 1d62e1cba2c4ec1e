import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { pageOf } from '../support/readings.ts';
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

const result = (student: 'ivanova' | 'petrov' | 'sidorov', value: string) => ({
  journalId: college.journals.algebra,
  studentId: college.students[student],
  result: value,
  heldOn: '2026-11-20',
});

const standingOf = async (client: ApiClient, of: object): Promise<unknown> =>
  (
    await client.read(
      `query ($of: StandingOfInput!) { standing(of: $of) {
        pages { studentId attestation attestationCurrent } debts { studentId journalId cause since } } }`,
      { of },
    )
  )['standing'];

const attestationOf = async (student: 'ivanova' | 'petrov' | 'sidorov') =>
  (await pageOf(teacher, college.journals.algebra))?.rows.find(
    ({ studentId }) => studentId === college.students[student],
  )?.attestation;

describe('an attestation', () => {
  it.each(['UNSATISFACTORY', 'GRADE2', '2'])(
    'has no unsatisfactory mark: %s is no word of the contract (T-01)',
    async (value) => {
      const document = `mutation ($commandId: UUID!, $input: RecordAttestationMarkInput!) {
      recordAttestationMark(commandId: $commandId, input: $input) { accepted } }`;
      const { errors, data } = await teacher.query(document, {
        commandId: randomUUID(),
        input: result('ivanova', value),
      });
      expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
      expect(errors?.[0]?.message).toContain('"AttestationResult"');
      expect(data).toBeUndefined();
    },
  );

  it('takes the results of its form only: no pass where an exam is due (R-PA-03)', async () => {
    const { userErrors } = await teacher.do('recordAttestationMark', result('ivanova', 'PASS'));
    expect(userErrors).toMatchObject([
      { code: 'INVALID_MARK', field: ['result'], parameter: 'attestation.allowedMarks' },
    ]);
  });

  it('records the results of a page, several in one call', async () => {
    const answer = await teacher.doAll('recordAttestationMark', [
      result('ivanova', 'GRADE5'),
      result('petrov', 'ACADEMIC_DEBT'),
      result('sidorov', 'NOT_ATTESTED'),
    ]);
    expect(answer).toMatchObject({ accepted: 3, refused: 0 });
    expect(answer.results[1]?.events.map(({ kind }) => kind)).toEqual([
      'ATTESTATION_MARK_RECORDED',
      'ACADEMIC_DEBT_INCURRED',
    ]);
    expect(await attestationOf('petrov')).toEqual({
      original: 'ACADEMIC_DEBT',
      current: 'ACADEMIC_DEBT',
      repeats: 0,
      revision: 0,
    });
  });

  it('leaves a debt that stands where а/з or н/а was given (T-24)', async () => {
    const { algebra: journalId } = college.journals;
    const debt = { journalId, since: '2026-11-20' };
    expect(await standingOf(teacher, { journalId })).toMatchObject({
      debts: expect.arrayContaining([
        { ...debt, studentId: college.students.petrov, cause: 'FAILED' },
        { ...debt, studentId: college.students.sidorov, cause: 'NOT_ATTESTED' },
      ]) as unknown,
    });
    expect(await standingOf(college.as('petrov'), { studentId: college.students.petrov })).toMatchObject({
      pages: [{ attestation: 'ACADEMIC_DEBT', attestationCurrent: 'ACADEMIC_DEBT' }],
      debts: [{ ...debt, cause: 'FAILED' }],
    });
  });

  it('is corrected for a reason by the revision that was read (R-PA-02)', async () => {
    const { heldOn: _, ...corrected } = { ...result('sidorov', 'GRADE3'), reason: 'Описка' };
    const answer = await teacher.do('correctAttestationMark', { ...corrected, expectedRevision: 5 });
    expect(answer.userErrors).toMatchObject([{ __typename: 'RevisionConflict', currentRevision: 0 }]);
    expect((await teacher.do('correctAttestationMark', { ...corrected, expectedRevision: 0 })).accepted).toBe(
      true,
    );
    expect(await attestationOf('sidorov')).toMatchObject({ original: 'GRADE3', current: 'GRADE3' });
  });
});

const PREVIEW = `query ($groupId: ID!) { promotionPreview(groupId: $groupId, promotion: SEMESTER) {
  fromSemester toSemester toYear students { studentId conditional debtJournalIds student { familyName } } } }`;

describe('a promotion', () => {
  const { promotion, fromSemester } = { promotion: 'SEMESTER', fromSemester: 1 };
  const order = { number: '10-с', date: '2026-11-20' };
  const group = () => ({ groupId: college.groups.first, promotion, fromSemester, order });

  it('is looked at first: who is in debt moves conditionally (T-34)', async () => {
    const { promotionPreview } = await administrator.read(PREVIEW, { groupId: college.groups.first });
    const { students } = college;
    expect(promotionPreview).toMatchObject({ fromSemester: 1, toSemester: 2, toYear: 1 });
    expect((promotionPreview as { students: unknown }).students).toEqual(
      expect.arrayContaining([
        {
          studentId: students.petrov,
          conditional: true,
          debtJournalIds: [college.journals.algebra],
          student: { familyName: 'Фамилия-petrov' },
        },
        {
          studentId: students.ivanova,
          conditional: false,
          debtJournalIds: [],
          student: { familyName: 'Фамилия-ivanova' },
        },
      ]),
    );
  });

  it('moves the whole group at once, and the debt stays (R-PRM-01, T-34)', async () => {
    const answer = await administrator.do('promoteGroup', group());
    expect(answer.events.map(({ kind }) => kind)).toEqual([
      'GROUP_PROMOTED',
      'STUDENT_PROMOTED',
      'STUDENT_PROMOTED',
      'STUDENT_PROMOTED',
    ]);
    const data = await administrator.read('query ($id: ID!) { group(id: $id) { semester year } }', {
      id: college.groups.first,
    });
    expect(data['group']).toEqual({ semester: 2, year: 1 });
    expect(await standingOf(teacher, { studentId: college.students.petrov })).toMatchObject({
      debts: [{ cause: 'FAILED' }],
    });
  });

  it('is refused the second time: the group is no longer in that semester', async () => {
    const { userErrors } = await administrator.do('promoteGroup', group());
    expect(userErrors).toMatchObject([
      {
        code: 'REVISION_CONFLICT',
        facts: expect.arrayContaining([{ name: 'semester', value: '2' }]) as unknown,
      },
    ]);
  });
});

describe('a repeat attestation', () => {
  it('stands beside the original, behind a lock too, and clears the debt (R-PA-08, T-25)', async () => {
    await administrator.do('lockAttestationPeriod', { periodId: college.period });
    const repeat = { ...result('petrov', 'GRADE3'), order: 'Приказ № 7' };
    const { errors } = await teacher.query(
      `mutation ($commandId: UUID!, $input: RecordRepeatAttestationInput!) {
        recordRepeatAttestation(commandId: $commandId, input: $input) { accepted } }`,
      { commandId: randomUUID(), input: repeat },
    );
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const answer = await administrator.do('recordRepeatAttestation', repeat);
    expect(answer.events.map(({ kind }) => kind)).toEqual([
      'REPEAT_ATTESTATION_RECORDED',
      'ACADEMIC_DEBT_CLEARED',
    ]);
    expect(await attestationOf('petrov')).toMatchObject({
      original: 'ACADEMIC_DEBT',
      current: 'GRADE3',
      repeats: 1,
    });
    expect(await standingOf(teacher, { studentId: college.students.petrov })).toEqual({
      pages: [
        { studentId: college.students.petrov, attestation: 'ACADEMIC_DEBT', attestationCurrent: 'GRADE3' },
      ],
      debts: [],
    });
  });

  it('is refused where nothing is left to repeat', async () => {
    expect(await administrator.refusalOf('recordRepeatAttestation', result('ivanova', 'GRADE4'))).toBe(
      'ALREADY_DONE',
    );
  });
});
