import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { pageOf } from '../support/readings.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/*
 * A week of November as it was on each of its days: on the 19th Ivanova got a 3 and missed the lesson; on the 20th the
 * 3 became a 5 and the absence was excused; on the 21st she failed, and on the 22nd the debt was cleared.
 */
let served: ServedHouse;
let college: College;
let teacher: ApiClient;
let curator: ApiClient;
let auditor: ApiClient;
const positions: Record<string, string> = {};

const lesson = () => ({ journalId: college.journals.algebra, lessonId: college.lessons.yesterday });
const cell = () => ({ ...lesson(), studentId: college.students.ivanova });
const attestation = () => ({
  journalId: college.journals.algebra,
  studentId: college.students.ivanova,
});

const at = async (day: string, acts: () => Promise<{ readonly position: string | null }>): Promise<void> => {
  college.clock.now = `${day}T07:00:00.000Z`;
  positions[day] = (await acts()).position ?? '';
};
const done = async (by: ApiClient, name: string, input: object) => {
  const answer = await by.do(name, input as Readonly<Record<string, unknown>>);
  expect(answer.userErrors).toEqual([]);
  return answer;
};

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  [teacher, curator, auditor] = [college.as('teacher'), college.as('curator'), college.as('auditor')];
  await at('2026-11-20', async () => {
    await done(teacher, 'conductLesson', {
      ...lesson(),
      deliveryForm: 'IN_PERSON',
      workTypes: ['LESSON_WORK'],
      topic: 'Корни',
    });
    await done(teacher, 'recordAbsence', cell());
    return await done(teacher, 'recordMark', { ...cell(), workType: 'LESSON_WORK', value: '3' });
  });
  await at('2026-11-21', async () => {
    await done(curator, 'classifyAbsence', { ...cell(), as: 'EXCUSED' });
    return await done(teacher, 'correctMark', {
      ...cell(),
      workType: 'LESSON_WORK',
      value: '5',
      expectedRevision: 0,
      reason: 'Опечатка',
    });
  });
  await at('2026-11-22', () =>
    done(teacher, 'recordAttestationMark', {
      ...attestation(),
      result: 'ACADEMIC_DEBT',
      heldOn: '2026-11-21',
    }),
  );
  await at('2026-11-23', () =>
    done(teacher, 'correctAttestationMark', {
      ...attestation(),
      result: 'GRADE4',
      expectedRevision: 0,
      reason: 'Апелляция',
    }),
  );
});
afterAll(() => served.close());

const STANDING = `query ($of: StandingOfInput!, $asOf: Instant, $asOfPosition: Position) {
  standing(of: $of, asOf: $asOf, asOfPosition: $asOfPosition) {
    pages { studentId average marksCount absences attestation attestationCurrent }
    debts { studentId state cause repeatUntil }
  }
}`;
const SUMMARY = `query ($groupId: ID!, $month: Month!, $asOf: Instant, $asOfPosition: Position) {
  attendanceSummary(groupId: $groupId, month: $month, asOf: $asOf, asOfPosition: $asOfPosition) {
    students { studentId daysMissed hoursMissed excusedHours unclassifiedHours } personHours missedHours missedPercent
  }
}`;
const standingOf = async (by: ApiClient, past: object = {}) =>
  (await by.read(STANDING, { of: { groupId: college.groups.first }, ...past }))['standing'] as {
    readonly pages: readonly { readonly studentId: string }[];
    readonly debts: readonly unknown[];
  };
const ivanovaIn = async (past: object) => {
  const { pages, debts } = await standingOf(auditor, past);
  return { ...pages.find(({ studentId }) => studentId === college.students.ivanova), debts };
};
const summaryOf = async (by: ApiClient, past: object = {}) =>
  (await by.read(SUMMARY, { groupId: college.groups.first, month: '2026-11', ...past }))['attendanceSummary'];
const errorOf = async (by: ApiClient, document: string, variables: Readonly<Record<string, unknown>>) => {
  const { errors } = await by.query(document, variables);
  return { code: errors?.[0]?.extensions?.['code'], message: errors?.[0]?.message };
};

describe('standing as it was', () => {
  it('T-52: has the average, the totals, the results and the debts of each day, and at the head those of today', async () => {
    const of = (day: string) => ivanovaIn({ asOfPosition: positions[day] });
    expect(await of('2026-11-20')).toMatchObject({ average: '3.50', absences: 1, debts: [] });
    expect(await of('2026-11-21')).toMatchObject({ average: '4.50', attestation: null, debts: [] });
    expect(await of('2026-11-22')).toMatchObject({
      attestation: 'ACADEMIC_DEBT',
      debts: [{ state: 'STANDING', cause: 'FAILED', repeatUntil: '2027-11-21' }],
    });
    expect(await of('2026-11-23')).toMatchObject({ attestation: 'GRADE4', debts: [] });
    expect(await standingOf(auditor, { asOfPosition: positions['2026-11-23'] })).toEqual(
      await standingOf(auditor),
    );
  });

  it('is found by instant too: what was recorded at it is in, what came after is not', async () => {
    expect(await ivanovaIn({ asOf: '2026-11-21T06:59:59.999Z' })).toMatchObject({ average: '3.50' });
    expect(await ivanovaIn({ asOf: '2026-11-21T07:00:00.000Z' })).toMatchObject({ average: '4.50' });
    expect(await standingOf(auditor, { asOf: '2026-01-01T00:00:00.000Z' })).toEqual({ pages: [], debts: [] });
  });

  it('of a page or a student is the same rows', async () => {
    const past = { asOfPosition: positions['2026-11-22'] };
    const { debts: owed, ...wanted } = await ivanovaIn(past);
    for (const whose of [{ studentId: college.students.ivanova }, { journalId: college.journals.algebra }]) {
      const { standing } = await auditor.read(STANDING, { of: whose, ...past });
      const { pages, debts } = standing as Awaited<ReturnType<typeof standingOf>>;
      expect(debts).toEqual(owed);
      expect(pages).toContainEqual(wanted);
    }
  });
});

describe('attendance as it was', () => {
  it('T-52: counts what was recorded and classified by then', async () => {
    const of = (day: string) => summaryOf(auditor, { asOfPosition: positions[day] });
    const line = { studentId: college.students.ivanova, daysMissed: 1, hoursMissed: 2 };
    expect(await of('2026-11-20')).toMatchObject({
      students: expect.arrayContaining([{ ...line, excusedHours: 0, unclassifiedHours: 2 }]) as unknown,
      personHours: 6,
      missedHours: 2,
      missedPercent: '33.3',
    });
    expect(await of('2026-11-21')).toMatchObject({
      students: expect.arrayContaining([{ ...line, excusedHours: 2, unclassifiedHours: 0 }]) as unknown,
    });
    expect(await of('2026-11-23')).toEqual(await summaryOf(auditor));
    expect(await summaryOf(auditor, { asOf: '2026-11-20T06:00:00.000Z' })).toMatchObject({
      students: [],
      missedPercent: null,
    });
  });
});

describe('who looks back', () => {
  it('sees no row that the query would not show today (T-39)', async () => {
    const past = { asOfPosition: positions['2026-11-20'] };
    const colleague = college.as('colleague');
    expect(await standingOf(colleague, past)).toEqual({ pages: [], debts: [] });
    expect(await pageOf(colleague, college.journals.algebra, past)).toBeNull();
    expect(await summaryOf(colleague, past)).toMatchObject({ students: [], personHours: 0 });
    expect(await standingOf(teacher, past)).toEqual(await standingOf(auditor, past));
    expect(await summaryOf(curator, past)).toEqual(await summaryOf(auditor, past));
  });

  it.each(['ivanova', 'mother'] as const)(
    'is never a learner: a mark that was corrected is not dug up by %s (T-39)',
    async (who) => {
      const of = { studentId: college.students.ivanova };
      const past = { asOfPosition: positions['2026-11-20'] };
      expect(await errorOf(college.as(who), STANDING, { of, ...past })).toEqual({
        code: 'FORBIDDEN',
        message: 'Your roles do not give access to Query.standing.',
      });
      expect(await college.as(who).read(STANDING, { of })).toMatchObject({
        standing: { pages: [{ average: '4.50' }] },
      });
    },
  );
});

describe('a moment that cannot be asked for', () => {
  const page =
    'query ($id: ID!, $at: Instant, $of: Position) { gradebook(journalId: $id, asOf: $at, asOfPosition: $of) { revision } }';
  const asked = (past: object) => errorOf(auditor, page, { id: college.journals.algebra, ...past });

  it('is one that lies ahead, by position or by instant', async () => {
    const head = await served.house.log.head(college.id);
    expect(await asked({ of: String(head + 1n) })).toEqual({
      code: 'BAD_USER_INPUT',
      message: `The log ends at position ${head}: what lies ahead has not happened.`,
    });
    expect(await asked({ at: '2026-11-23T07:00:00.001Z' })).toEqual({
      code: 'BAD_USER_INPUT',
      message: 'That instant lies ahead: what it will show has not happened.',
    });
    expect(await asked({ of: String(head) })).toEqual({ code: undefined, message: undefined });
  });

  it('is told twice', async () => {
    expect(await asked({ of: '1', at: '2026-11-23T07:00:00.000Z' })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});

const DIFF = `query ($journalId: ID!, $from: Moment!, $to: Moment!) {
  gradebookDiff(journalId: $journalId, from: $from, to: $to) {
    opened from { position instant } to { position instant } teachersBefore teachersAfter
    cells { lessonId studentId before { value attendance classified } after { value attendance classified } events { kind position } }
    lessons { before { status topic } after { id status topic } events { kind } }
    roster { studentId before { from until } after { from until } }
    attestations { studentId before { current } after { current } events { kind } }
    events { kind }
    entries { kind position to reason }
  }
}`;
const diffOf = async (by: ApiClient, from: object, to: object) =>
  (await by.read(DIFF, { journalId: college.journals.algebra, from, to }))['gradebookDiff'];

describe('the difference between two moments', () => {
  const of = (day: string) => ({ position: positions[day] });

  it('T-52: names every cell that was touched, before and after, with the events that did it and their entries', async () => {
    const { ivanova } = college.students;
    const cellAfter = { value: '5', attendance: 'ABSENT', classified: 'EXCUSED' };
    expect(await diffOf(auditor, of('2026-11-20'), of('2026-11-22'))).toEqual({
      opened: false,
      from: { position: positions['2026-11-20'], instant: '2026-11-20T07:00:00.000Z' },
      to: { position: positions['2026-11-22'], instant: '2026-11-22T07:00:00.000Z' },
      teachersBefore: [college.accounts.teacher],
      teachersAfter: [college.accounts.teacher],
      cells: [
        {
          lessonId: college.lessons.yesterday,
          studentId: ivanova,
          before: { value: '3', attendance: 'ABSENT', classified: 'UNCLASSIFIED' },
          after: cellAfter,
          events: [
            { kind: 'ABSENCE_CLASSIFIED', position: expect.any(String) as unknown },
            { kind: 'MARK_CORRECTED', position: positions['2026-11-21'] },
          ],
        },
      ],
      lessons: [],
      roster: [],
      attestations: [
        {
          studentId: ivanova,
          before: null,
          after: { current: 'ACADEMIC_DEBT' },
          events: [{ kind: 'ATTESTATION_MARK_RECORDED' }],
        },
      ],
      events: [],
      entries: [
        { kind: 'ABSENCE_CLASSIFIED', position: expect.any(String) as unknown, to: 'excused', reason: null },
        { kind: 'MARK_CORRECTED', position: positions['2026-11-21'], to: '5', reason: 'Опечатка' },
        expect.objectContaining({ kind: 'ATTESTATION_MARK_RECORDED', to: 'academicDebt' }),
      ],
    });
  });

  it('takes an instant for either, has a whole page that was opened between, and nothing between a moment and itself', async () => {
    const opened = await diffOf(
      auditor,
      { instant: '2026-01-01T00:00:00.000Z' },
      { instant: '2026-11-23T07:00:00.000Z' },
    );
    expect(opened).toMatchObject({
      opened: true,
      from: { position: '0' },
      teachersBefore: [],
      teachersAfter: [college.accounts.teacher],
      roster: [{ before: [] }, { before: [] }, { before: [] }],
      events: [{ kind: 'JOURNAL_OPENED' }, { kind: 'JOURNAL_TEACHER_ASSIGNED' }],
    });
    expect((opened as { lessons: readonly unknown[] }).lessons).toHaveLength(4);
    expect(await diffOf(auditor, of('2026-11-22'), of('2026-11-22'))).toMatchObject({
      ...{ opened: false, cells: [], lessons: [], roster: [], attestations: [], events: [], entries: [] },
    });
    expect(await diffOf(auditor, { position: '0' }, { instant: '2026-01-01T00:00:00.000Z' })).toBeNull();
  });

  it('refuses moments that do not follow each other, lie ahead, or are none', async () => {
    const refused = async (from: object, to: object) =>
      (await errorOf(auditor, DIFF, { journalId: college.journals.algebra, from, to })).message;
    expect(await refused(of('2026-11-22'), of('2026-11-21'))).toBe('`from` is later than `to`.');
    expect(await refused(of('2026-11-22'), { instant: '2027-01-01T00:00:00.000Z' })).toMatch(/lies ahead/u);
    expect(await refused({}, of('2026-11-22'))).toBe('Name exactly one of these: instant, position.');
    expect(
      await refused({ ...of('2026-11-20'), instant: '2026-11-20T07:00:00.000Z' }, of('2026-11-22')),
    ).toBe('Name exactly one of these: instant, position.');
  });

  it('shows a teacher the own pages and of the trail the marks, and a colleague nothing', async () => {
    const own = await diffOf(teacher, of('2026-11-20'), of('2026-11-22'));
    expect(own).toMatchObject({
      cells: [{}],
      entries: [{ kind: 'MARK_CORRECTED' }, { kind: 'ATTESTATION_MARK_RECORDED' }],
    });
    expect(await diffOf(college.as('colleague'), of('2026-11-20'), of('2026-11-22'))).toBeNull();
    const journalId = college.journals.algebra;
    const asked = { journalId, from: of('2026-11-20'), to: of('2026-11-22') };
    expect((await errorOf(college.as('ivanova'), DIFF, asked)).code).toBe('FORBIDDEN');
  });
});
