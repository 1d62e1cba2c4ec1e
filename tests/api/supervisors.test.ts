import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { codeFor, signIn } from '../support/founding.ts';
import { mutationsOf, tried } from '../support/mutations.ts';
import { cellIn, pageOf } from '../support/readings.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let college: College;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  const { algebra: journalId } = college.journals;
  const { ivanova, petrov } = college.students;
  const teacher = college.as('teacher');
  await teacher.do('recordAbsence', { journalId, lessonId: college.lessons.old, studentId: petrov });
  const attestation = { journalId, heldOn: '2026-11-20' };
  await teacher.do('recordAttestationMark', { ...attestation, studentId: ivanova, result: 'GRADE5' });
  await teacher.do('recordAttestationMark', { ...attestation, studentId: petrov, result: 'ACADEMIC_DEBT' });
});
afterAll(() => served.close());

const SEEN = `query ($groupId: ID!) {
  standing(of: { groupId: $groupId }) { pages { studentId average attestation } debts { studentId cause } }
  attendanceSummary(groupId: $groupId, month: "2026-10") { missedHours students { studentId hoursMissed } } }`;
const seenBy = (client: ApiClient, groupId: string) => client.read(SEEN, { groupId });

/* What stands of the first group: a mark of 4, an exam, a debt, a lesson missed. */
const whole = () => {
  const { ivanova, petrov } = college.students;
  return {
    standing: {
      pages: expect.arrayContaining([
        { studentId: ivanova, average: '4.00', attestation: 'GRADE5' },
      ]) as unknown,
      debts: [{ studentId: petrov, cause: 'FAILED' }],
    },
    attendanceSummary: {
      missedHours: 2,
      students: expect.arrayContaining([{ studentId: petrov, hoursMissed: 2 }]) as unknown,
    },
  };
};

describe('a curator', () => {
  it('sees marks, attestation, debts and attendance of the whole own group (R-ROLE-25, R-MRK-14)', async () => {
    expect(await seenBy(college.as('curator'), college.groups.first)).toMatchObject(whole());
  });

  it('reads every page of the own group without teaching there (R-ROLE-13, T-35)', async () => {
    const page = await pageOf(college.as('curator'), college.journals.algebra);
    expect(cellIn(page, college.students.ivanova, college.lessons.old)).toMatchObject({ value: '4' });
  });

  it('sees nothing of another group', async () => {
    expect(await seenBy(college.as('curator'), college.groups.second)).toMatchObject({
      standing: { pages: [], debts: [] },
    });
    expect(await pageOf(college.as('curator'), college.journals.physics)).toBeNull();
  });
});

describe('the administration', () => {
  it.each(['director', 'deputy', 'departmentHead', 'administrator', 'observer'] as const)(
    'sees attestation, debts and attendance of every group: %s (R-ATT-15, R-ROLE-16)',
    async (person) => {
      expect(await seenBy(college.as(person), college.groups.first)).toMatchObject(whole());
    },
  );
});

describe('a technical specialist', () => {
  let technician: ApiClient;

  beforeAll(async () => {
    const administrator = college.as('administrator');
    const { id: accountId } = await administrator.do('openAccount', { holder: 'STAFF', name: 'Техник' });
    await administrator.do('grantRole', { accountId, role: 'TECHNICAL_SPECIALIST' });
    technician = await signIn(served.origin, await codeFor(administrator, accountId ?? ''));
  });

  it.each([
    'query ($j: ID!) { gradebook(journalId: $j) { revision } }',
    'query ($g: ID!) { standing(of: { groupId: $g }) { pages { average } } }',
    'query ($j: ID!, $s: ID!) { markHistory(journalId: $j, studentId: $s) { kind } }',
    'query ($s: ID!) { diary(studentId: $s, from: "2026-10-01", until: "2026-10-31") { marks { value } } }',
    '{ auditTrail { nodes { kind } } }',
  ])('sees no marks: the work asks for none (R-ROLE-20): %s', async (document) => {
    const { errors, data } = await technician.query(document, {
      j: college.journals.algebra,
      g: college.groups.first,
      s: college.students.ivanova,
    });
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect(data).toBeUndefined();
  });

  it('enters nothing (R-ROLE-20)', async () => {
    const entering = /^(record|correct|withdraw(?!ContactConsent)|conduct|classify|assignHomework)/u;
    const mutations = await mutationsOf(college.as('auditor'));
    for (const mutation of mutations.filter(({ name }) => entering.test(name))) {
      const { errors } = await tried(technician, mutation);
      expect([mutation.name, errors?.[0]?.extensions?.['code']]).toEqual([mutation.name, 'FORBIDDEN']);
    }
  });
});
