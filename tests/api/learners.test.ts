import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College, type Person } from '../support/college.ts';
import { mutationsOf, tried } from '../support/mutations.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let college: College;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
});
afterAll(() => served.close());

const DIARY = `query ($studentId: ID!) {
  diary(studentId: $studentId, from: "2026-10-01", until: "2026-11-30") {
    date topic courseUnit { title } marks { value } attendance }
  standing(of: { studentId: $studentId }) { pages { average marksCount courseUnit { title } } debts { cause } }
  student(id: $studentId) { familyName group { name } }
}`;

/** An id of a student that nobody has. */
const nobody = Buffer.from('Student:00000000-0000-4000-8000-000000000000', 'latin1').toString('base64url');

const seen = async (client: ApiClient, studentId: string): Promise<unknown> =>
  client.read(DIARY, { studentId });

const OWN: Readonly<Partial<Record<Person, readonly ('ivanova' | 'petrov' | 'petrova')[]>>> = {
  ivanova: ['ivanova'],
  mother: ['ivanova'],
  father: ['ivanova'],
  guardianOfTwo: ['petrov', 'petrova'],
};
const people = Object.keys(OWN) as readonly Person[];

describe('a learner or a guardian', () => {
  it('reads the own diary, standing and periods (R-ROLE-18, R-ATT-14)', async () => {
    const answer = await seen(college.as('ivanova'), college.students.ivanova);
    expect(answer).toMatchObject({
      diary: [
        { date: '2026-10-05', topic: 'Множества', courseUnit: { title: 'Алгебра' }, marks: [{ value: '4' }] },
        { date: '2026-11-19' },
        { date: '2026-11-20' },
        { date: '2026-11-21' },
      ],
      standing: { pages: [{ average: '4.00', marksCount: 1, courseUnit: { title: 'Алгебра' } }], debts: [] },
      student: { familyName: 'Фамилия-ivanova', group: { name: 'ИС-11' } },
    });
    const data = await college.as('ivanova').read('{ attestationPeriods { title } }');
    expect(data).toEqual({ attestationPeriods: [{ title: '1 семестр' }] });
  });

  it.each(people)('sees the own and only them: %s (R-SEC-07, T-39, T12)', async (person) => {
    const client = college.as(person);
    const hidden = await seen(client, nobody);
    expect(hidden).toEqual({ diary: [], standing: { pages: [], debts: [] }, student: null });
    for (const [name, studentId] of Object.entries(college.students)) {
      const own = OWN[person]?.some((ward) => ward === name) ?? false;
      const answer = await seen(client, studentId);
      if (own) expect(answer).toMatchObject({ student: { familyName: `Фамилия-${name}` } });
      else expect(answer).toEqual(hidden);
    }
  });

  it.each(people)('is told by the viewer who the own are: %s', async (person) => {
    const { viewer } = await college.as(person).read('{ viewer { account { name } students { id } } }');
    const own = OWN[person]?.map((name) => ({ id: college.students[name] })) ?? [];
    expect(viewer).toEqual({
      account: { name: person },
      students: expect.arrayContaining(own) as unknown,
    });
    expect((viewer as { students: readonly unknown[] }).students).toHaveLength(own.length);
  });

  it.each([
    'query ($j: ID!) { gradebook(journalId: $j) { revision } }',
    'query ($j: ID!) { journal(id: $j) { id } }',
    '{ journals { id } }',
    '{ groups { id } }',
    '{ staff { account { id } } }',
    '{ auditTrail { nodes { kind } } }',
    '{ refusedAttempts { nodes { code } } }',
    '{ editWindows { state } }',
    'query ($g: ID!) { group(id: $g) { id } }',
    'query ($g: ID!) { attendanceSummary(groupId: $g, month: "2026-11") { missedHours } }',
    'query ($j: ID!, $s: ID!) { markHistory(journalId: $j, studentId: $s) { kind } }',
    'query ($s: ID!) { student(id: $s) { group { students { familyName } } } }',
  ])('finds no page and no list of others: %s', async (document) => {
    const variables = {
      j: college.journals.algebra,
      g: college.groups.first,
      s: college.students.ivanova,
    };
    for (const person of people) {
      const { data, errors } = await college.as(person).query(document, variables);
      expect([person, errors?.[0]?.extensions?.['code']]).toEqual([person, 'FORBIDDEN']);
      expect(data).toBeUndefined();
    }
  });

  it.each(people)('enters and changes nothing in a journal: %s (R-ROLE-17)', async (person) => {
    const entering =
      /^(record|correct|withdraw(?!ContactConsent)|conduct|classify|assignHomework|scheduleLesson)/u;
    const mutations = await mutationsOf(college.as('auditor'));
    const ofJournals = mutations.filter(({ name }) => entering.test(name));
    expect(ofJournals.length).toBeGreaterThan(15);
    for (const mutation of ofJournals) {
      const { errors } = await tried(college.as(person), mutation);
      expect([mutation.name, errors?.[0]?.extensions?.['code']]).toEqual([mutation.name, 'FORBIDDEN']);
    }
  });

  it('does not learn of others by asking for a page or a group', async () => {
    const of = [{ journalId: college.journals.algebra }, { groupId: college.groups.first }];
    for (const whose of of) {
      const data = await college
        .as('ivanova')
        .read(
          'query ($of: StandingOfInput!) { standing(of: $of) { pages { studentId } debts { studentId } } }',
          { of: whose },
        );
      expect(data).toEqual({ standing: { pages: [{ studentId: college.students.ivanova }], debts: [] } });
    }
  });
});
