import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/*
 * A week of November: on the 20th Ivanova got a 3 and was noted absent, Petrov came late; on the 21st the 3 became a
 * 5 and the absence was cancelled; on the 22nd she failed.
 */
let served: ServedHouse;
let college: College;
let teacher: ApiClient;
let auditor: ApiClient;
const positions: Record<string, string> = {};

const lesson = () => ({ journalId: college.journals.algebra, lessonId: college.lessons.yesterday });
const cell = () => ({ ...lesson(), studentId: college.students.ivanova });
const work = () => ({ ...cell(), workType: 'LESSON_WORK' });

const at = async (day: string, acts: () => Promise<{ readonly position: string | null }>): Promise<void> => {
  college.clock.now = `${day}T07:00:00.000Z`;
  positions[day] = (await acts()).position ?? '';
};
const done = async (name: string, input: object) => {
  const answer = await teacher.do(name, input as Readonly<Record<string, unknown>>);
  expect(answer.userErrors).toEqual([]);
  return answer;
};

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  [teacher, auditor] = [college.as('teacher'), college.as('auditor')];
  await at('2026-11-20', async () => {
    const held = { deliveryForm: 'IN_PERSON', workTypes: ['LESSON_WORK'], topic: 'Корни' };
    await done('conductLesson', { ...lesson(), ...held });
    await done('recordAbsence', cell());
    await done('recordLateArrival', { ...cell(), studentId: college.students.petrov, minutes: 7 });
    return await done('recordMark', { ...work(), value: '3' });
  });
  await at('2026-11-21', async () => {
    await done('cancelAbsence', { ...cell(), reason: 'Пришла' });
    return await done('correctMark', { ...work(), value: '5', expectedRevision: 0, reason: 'Опечатка' });
  });
  await at('2026-11-22', () =>
    done('recordAttestationMark', {
      journalId: college.journals.algebra,
      studentId: college.students.ivanova,
      result: 'ACADEMIC_DEBT',
      heldOn: '2026-11-21',
    }),
  );
});
afterAll(() => served.close());

const LINE = 'daysMissed lessonsMissed hoursMissed lateArrivals';
const AT_LESSON = 'date hours status classified missedHours minutesLate';
const ATTENDANCE = `query ($groupId: ID!, $from: Moment!, $to: Moment!) {
  attendanceDiff(groupId: $groupId, month: "2026-11", from: $from, to: $to) {
    from { position instant } to { position instant }
    before { missedHours missedPercent students { studentId } } after { missedHours missedPercent }
    ruleBefore { parameter } ruleAfter { parameter }
    students {
      studentId before { ${LINE} } after { ${LINE} }
      lessons { lessonId before { ${AT_LESSON} } after { ${AT_LESSON} } events { kind position } }
    }
    entries { kind position reason }
  }
}`;
const PAGE = 'average marksCount absences attestation attestationCurrent';
const STANDING = `query ($of: StandingOfInput!, $from: Moment!, $to: Moment!) {
  standingDiff(of: $of, from: $from, to: $to) {
    from { position instant } to { position instant }
    pages { studentId journalId before { ${PAGE} } after { ${PAGE} } events { kind position } }
    debts { studentId journalId before { state } after { state cause since } events { kind } }
    entries { kind position reason }
  }
}`;

const of = (day: string) => ({ position: positions[day] });
const span = (from: object, to: object) => ({ groupId: college.groups.first, from, to });
const standingSpan = (from: object, to: object) => ({ of: { groupId: college.groups.first }, from, to });
const attendanceOf = async (by: ApiClient, from: object, to: object) =>
  (await by.read(ATTENDANCE, span(from, to)))['attendanceDiff'];
const standingOf = async (by: ApiClient, from: object, to: object, whose: object = {}) =>
  (await by.read(STANDING, { ...standingSpan(from, to), ...whose }))['standingDiff'];
const errorOf = async (by: ApiClient, document: string, variables: Readonly<Record<string, unknown>>) => {
  const { errors } = await by.query(document, variables);
  return { code: errors?.[0]?.extensions?.['code'], message: errors?.[0]?.message };
};
const text = expect.any(String) as unknown;

/** What is refused of both alike. */
const refusedAlike = async (
  document: string,
  asked: (from: object, to: object) => Record<string, unknown>,
) => {
  const refused = async (from: object, to: object) =>
    (await errorOf(auditor, document, asked(from, to))).message;
  expect(await refused(of('2026-11-22'), of('2026-11-21'))).toBe('`from` is later than `to`.');
  expect(await refused(of('2026-11-21'), { instant: '2027-01-01T00:00:00.000Z' })).toMatch(/lies ahead/u);
  expect(await refused(of('2026-11-21'), { position: '1000000' })).toMatch(/has not happened/u);
  expect(await refused({}, of('2026-11-22'))).toBe('Name exactly one of these: instant, position.');
  const inTurn = asked(of('2026-11-20'), of('2026-11-22'));
  for (const who of ['ivanova', 'mother'] as const)
    expect((await errorOf(college.as(who), document, inTurn)).code).toBe('FORBIDDEN');
};

describe('the difference of attendance between two moments', () => {
  it('T-52: has the absence that was cancelled, the totals before and after, and the event and entry that did it', async () => {
    const { ivanova } = college.students;
    const hereAfter = { date: '2026-11-19', hours: 2, status: 'NONE', classified: 'UNCLASSIFIED' };
    expect(await attendanceOf(auditor, of('2026-11-20'), of('2026-11-22'))).toEqual({
      from: { position: positions['2026-11-20'], instant: '2026-11-20T07:00:00.000Z' },
      to: { position: positions['2026-11-22'], instant: '2026-11-22T07:00:00.000Z' },
      before: {
        missedHours: 2,
        missedPercent: '33.3',
        students: [text, text, text].map((studentId) => ({ studentId })),
      },
      after: { missedHours: 0, missedPercent: '0.0' },
      ruleBefore: { parameter: 'attendance.missedDay' },
      ruleAfter: { parameter: 'attendance.missedDay' },
      students: [
        {
          studentId: ivanova,
          before: { daysMissed: 1, lessonsMissed: 1, hoursMissed: 2, lateArrivals: 0 },
          after: { daysMissed: 0, lessonsMissed: 0, hoursMissed: 0, lateArrivals: 0 },
          lessons: [
            {
              lessonId: college.lessons.yesterday,
              before: { ...hereAfter, status: 'ABSENT', missedHours: 2, minutesLate: null },
              after: { ...hereAfter, missedHours: 0, minutesLate: null },
              events: [{ kind: 'ABSENCE_CANCELLED', position: text }],
            },
          ],
        },
      ],
      entries: [{ kind: 'ABSENCE_CANCELLED', position: text, reason: 'Пришла' }],
    });
  });

  it('takes an instant for either, and tells every line of a lesson that was held between', async () => {
    const { petrov } = college.students;
    const whole = await attendanceOf(
      auditor,
      { instant: '2026-11-20T06:59:59.999Z' },
      { instant: '2026-11-20T07:00:00.000Z' },
    );
    expect(whole).toMatchObject({
      before: { missedHours: 0, missedPercent: null, students: [] },
      after: { missedHours: 2 },
      students: [{ before: null }, { before: null }, { before: null }],
    });
    const { students } = whole as { readonly students: readonly { readonly studentId: string }[] };
    expect(students.find(({ studentId }) => studentId === petrov)).toMatchObject({
      after: { hoursMissed: 0, lateArrivals: 1 },
      lessons: [
        {
          before: null,
          after: { status: 'LATE', minutesLate: 7 },
          events: [{ kind: 'LESSON_CONDUCTED' }, { kind: 'LATE_ARRIVAL_RECORDED' }],
        },
      ],
    });
    expect(await attendanceOf(auditor, of('2026-11-22'), of('2026-11-22'))).toMatchObject({
      students: [],
      entries: [],
    });
  });

  it('refuses moments that cannot be, and learners (T-39)', async () => {
    await refusedAlike(ATTENDANCE, span);
  });

  it('shows who sees none of it today nothing of the past', async () => {
    const seen = await attendanceOf(college.as('colleague'), of('2026-11-20'), of('2026-11-22'));
    expect(seen).toMatchObject({ before: { students: [] }, students: [], entries: [] });
  });
});

describe('the difference of standing between two moments', () => {
  it('T-52: has the average before and after a correction, and the debt that was incurred, with what did it', async () => {
    const row = { studentId: college.students.ivanova, journalId: college.journals.algebra };
    const before = {
      average: '3.50',
      marksCount: 2,
      absences: 1,
      attestation: null,
      attestationCurrent: null,
    };
    const failed = { attestation: 'ACADEMIC_DEBT', attestationCurrent: 'ACADEMIC_DEBT' };
    expect(await standingOf(auditor, of('2026-11-20'), of('2026-11-22'))).toEqual({
      from: { position: positions['2026-11-20'], instant: '2026-11-20T07:00:00.000Z' },
      to: { position: positions['2026-11-22'], instant: '2026-11-22T07:00:00.000Z' },
      pages: [
        {
          ...row,
          before,
          after: { ...before, average: '4.50', absences: 0, ...failed },
          events: [
            { kind: 'ABSENCE_CANCELLED', position: text },
            { kind: 'MARK_CORRECTED', position: positions['2026-11-21'] },
            { kind: 'ATTESTATION_MARK_RECORDED', position: text },
          ],
        },
      ],
      debts: [
        {
          ...row,
          before: null,
          after: { state: 'STANDING', cause: 'FAILED', since: '2026-11-21' },
          events: expect.arrayContaining([{ kind: 'ACADEMIC_DEBT_INCURRED' }]) as unknown,
        },
      ],
      entries: expect.arrayContaining([
        { kind: 'MARK_CORRECTED', position: positions['2026-11-21'], reason: 'Опечатка' },
        { kind: 'ABSENCE_CANCELLED', position: text, reason: 'Пришла' },
      ]) as unknown,
    });
  });

  it('of a student or a page is the same rows, and between a moment and itself nothing', async () => {
    const wanted = await standingOf(auditor, of('2026-11-20'), of('2026-11-22'));
    for (const whose of [{ studentId: college.students.ivanova }, { journalId: college.journals.algebra }])
      expect(await standingOf(auditor, of('2026-11-20'), of('2026-11-22'), { of: whose })).toEqual(wanted);
    expect(await standingOf(auditor, of('2026-11-22'), of('2026-11-22'))).toMatchObject({
      ...{ pages: [], debts: [], entries: [] },
    });
  });

  it('refuses moments that cannot be, and learners (T-39)', async () => {
    await refusedAlike(STANDING, standingSpan);
  });

  it('shows a teacher of the trail the marks, and a colleague nothing', async () => {
    expect(await standingOf(teacher, of('2026-11-20'), of('2026-11-22'))).toMatchObject({
      pages: [{}],
      entries: [{ kind: 'MARK_CORRECTED' }, { kind: 'ATTESTATION_MARK_RECORDED' }],
    });
    expect(await standingOf(college.as('colleague'), of('2026-11-20'), of('2026-11-22'))).toMatchObject({
      ...{ pages: [], debts: [], entries: [] },
    });
  });
});
