import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/*
 * The academic year 2026/27 of the college of the tests, as a deputy sets it and as everyone reads it. The attestation
 * period of the autumn is set already; it is 20 November 2026.
 */
let served: ServedHouse;
let college: College;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
});
afterAll(() => served.close());

const stretches = [
  { kind: 'STUDY_PERIOD', from: '2026-09-01', until: '2026-12-20' },
  { kind: 'INTERIM_ATTESTATION', title: 'Зимняя сессия', from: '2026-12-21', until: '2026-12-30' },
  { kind: 'VACATION', from: '2026-12-31', until: '2027-01-10' },
  { kind: 'STUDY_PERIOD', from: '2027-01-11', until: '2027-06-27' },
  { kind: 'VACATION', from: '2027-06-28', until: '2027-08-31' },
];
const CALENDAR = `query ($year: Int!, $groupId: ID) {
  academicCalendar(year: $year, groupId: $groupId) {
    year from until of revision journalOpenedAt
    stretches { kind title from until }
    workingRegime { workingWeek opensAt closesAt shifts closedOn }
    attestationPeriods { title kind from until }
  }
}`;
const WORKING = `query ($from: LocalDate!, $until: LocalDate!, $groupId: ID) {
  workingCalendar(from: $from, until: $until, groupId: $groupId) {
    workingDays days { date kind } sources { year source }
  }
}`;
const working = async (from: string, until: string, groupId?: string) =>
  (await college.as('ivanova').read(WORKING, { from, until, groupId }))['workingCalendar'] as {
    readonly workingDays: number;
    readonly days: readonly { readonly date: string; readonly kind: string }[];
    readonly sources: readonly unknown[];
  };
const factsOf = async (mutation: string, input: Readonly<Record<string, unknown>>) => {
  const { userErrors } = await college.as('deputy').do(mutation, input);
  const [error] = userErrors;
  return {
    code: error?.code,
    facts: Object.fromEntries((error?.facts ?? []).map(({ name, value }) => [name, value])),
  };
};

describe('the academic calendar', () => {
  it('R-CAL-01, R-CAL-05, R-CAL-06: is set by the deputy, with the working regime of the year', async () => {
    const deputy = college.as('deputy');
    expect(await deputy.refusalOf('openJournalYear', { year: 2026 })).toBe('NOT_FOUND');
    expect(await deputy.refusalOf('setAcademicCalendar', { year: 2026, stretches })).toBe('accepted');
    const regime = { year: 2026, workingWeek: 6, opensAt: '08:00', closesAt: '20:00', shifts: 2 };
    expect(await deputy.refusalOf('setWorkingRegime', { ...regime, closedOn: ['2026-11-23'] })).toBe(
      'accepted',
    );
    expect(await deputy.refusalOf('openJournalYear', { year: 2026 })).toBe('accepted');
    expect(await deputy.refusalOf('openJournalYear', { year: 2026 })).toBe('ALREADY_DONE');
  });

  it.each(['ivanova', 'mother', 'teacher', 'auditor'] as const)(
    'R-CAL-08, R-CAL-02, R-REF-23: is read by the %s, with its attestations and the opening of its journal',
    async (who) => {
      const { academicCalendar } = await college.as(who).read(CALENDAR, { year: 2026 });
      expect(academicCalendar).toMatchObject({
        year: 2026,
        from: '2026-09-01',
        until: '2027-08-31',
        of: 'COLLEGE',
        revision: 1,
        journalOpenedAt: college.clock.now,
        stretches: stretches.map((stretch) => ({ title: null, ...stretch })),
        workingRegime: { workingWeek: 6, shifts: 2, closedOn: ['2026-11-23'] },
        attestationPeriods: [
          { title: '1 семестр', kind: 'SEMESTER', from: '2026-09-01', until: '2026-12-30' },
        ],
      });
    },
  );

  it('refuses a vacation outside the year, stretches that overlap, and a day there is not, and keeps what stood', async () => {
    const replacing = { year: 2026, expectedRevision: 1, reason: 'Перенос' };
    const vacation = (from: string, until: string) => [{ kind: 'VACATION', from, until }];
    expect(
      await factsOf('setAcademicCalendar', { ...replacing, stretches: vacation('2027-07-01', '2027-09-01') }),
    ).toMatchObject({ code: 'DATE_OUT_OF_RANGE', facts: { until: '2027-09-01', last: '2027-08-31' } });
    expect(
      await factsOf('setAcademicCalendar', { ...replacing, stretches: vacation('2027-07-02', '2027-07-01') }),
    ).toMatchObject({ code: 'DATE_OUT_OF_RANGE' });
    const clash = [...stretches, ...vacation('2026-12-20', '2026-12-20')];
    expect(await factsOf('setAcademicCalendar', { ...replacing, stretches: clash })).toMatchObject({
      code: 'PERIODS_OVERLAP',
      facts: { other: 'vacation' },
    });
    await expect(
      college
        .as('deputy')
        .do('setAcademicCalendar', { ...replacing, stretches: vacation('2027-02-29', '2027-03-01') }),
    ).rejects.toThrow('There is no day 2027-02-29.');
    const { academicCalendar } = await college.as('deputy').read(CALENDAR, { year: 2026 });
    expect(academicCalendar).toMatchObject({ revision: 1 });
  });

  it('is replaced by who has seen it as it stands, and says why', async () => {
    const again = { year: 2026, stretches };
    const stale = await college.as('administrator').do('setAcademicCalendar', again);
    expect(stale.userErrors).toMatchObject([{ __typename: 'RevisionConflict', currentRevision: 1 }]);
    expect(
      await college.as('administrator').refusalOf('setAcademicCalendar', { ...again, expectedRevision: 1 }),
    ).toBe('REASON_REQUIRED');
  });

  it('may differ for a stream of groups', async () => {
    const administrator = college.as('administrator');
    const { id: studyStreamId } = await administrator.do('registerStudyStream', { name: 'Выпускной поток' });
    const placed = { groupId: college.groups.second, studyStreamId };
    expect(await administrator.refusalOf('placeGroup', placed)).toBe('accepted');
    const own = { year: 2026, for: 'STREAM', ownerId: studyStreamId, stretches: stretches.slice(0, 3) };
    expect(await administrator.refusalOf('setAcademicCalendar', own)).toBe('accepted');
    const of = async (groupId: string) =>
      (await administrator.read(CALENDAR, { year: 2026, groupId }))['academicCalendar'];
    expect(await of(college.groups.second)).toMatchObject({ of: 'STREAM' });
    expect(await of(college.groups.first)).toMatchObject({ of: 'COLLEGE' });
  });

  it('R-CAL-02: takes no second semester over the first', async () => {
    const autumn = { kind: 'SEMESTER', title: 'Ещё один', from: '2026-10-01', until: '2027-01-20' };
    expect(await factsOf('setAttestationPeriod', autumn)).toMatchObject({
      code: 'PERIODS_OVERLAP',
      facts: { from: '2026-09-01', until: '2026-12-30' },
    });
    expect(await college.as('teacher').query('mutation { __typename }')).toMatchObject({ status: 200 });
  });
});

describe('the working calendar', () => {
  const days = [
    { date: '2026-11-03', kind: 'SHORT_DAY' },
    { date: '2026-11-04', kind: 'DAY_OFF' },
    { date: '2026-12-31', kind: 'DAY_OFF', movedFrom: '2026-01-04' },
  ];

  it('T-08: follows the production calendar, whose source is named, and the days on which the college is closed', async () => {
    const before = await working('2026-11-01', '2026-11-08');
    expect(before).toMatchObject({ workingDays: 6, sources: [] });
    const input = { year: 2026, source: 'xmlcalendar.ru', days };
    expect(await college.as('deputy').refusalOf('importProductionCalendar', input)).toBe('accepted');
    const after = await working('2026-11-01', '2026-11-08');
    expect(after).toMatchObject({ workingDays: 5, sources: [{ year: 2026, source: 'xmlcalendar.ru' }] });
    expect(after.days.map(({ kind }) => kind)).toEqual([
      'WEEKEND',
      'WORKING',
      'SHORT',
      'DAY_OFF',
      'WORKING',
      'WORKING',
      'WORKING',
      'WEEKEND',
    ]);
    expect((await working('2026-11-23', '2026-11-23')).days).toEqual([
      { date: '2026-11-23', kind: 'DAY_OFF' },
    ]);
  });

  it('T-48: takes a second source for a reason and by an order only', async () => {
    const second = { year: 2026, source: 'carono', days: days.slice(1) };
    expect(await factsOf('importProductionCalendar', second)).toMatchObject({ code: 'REASON_REQUIRED' });
    expect(await factsOf('importProductionCalendar', { ...second, reason: 'Сверка' })).toMatchObject({
      code: 'ORDER_REQUIRED',
    });
    expect((await working('2026-11-03', '2026-11-03')).sources).toEqual([
      { year: 2026, source: 'xmlcalendar.ru' },
    ]);
  });

  it('R-CAL-03: is of the group’s own week where it has one', async () => {
    const regime = { of: 'GROUP', ownerId: college.groups.first, from: '2026-09-01', workingWeek: 5 };
    expect(await college.as('deputy').refusalOf('setAttendanceRegime', regime)).toBe('accepted');
    expect(await working('2026-11-14', '2026-11-14')).toMatchObject({ workingDays: 1 });
    expect(await working('2026-11-14', '2026-11-14', college.groups.first)).toMatchObject({ workingDays: 0 });
    const { attendanceRegimes } = await college
      .as('curator')
      .read('query ($groupId: ID!) { attendanceRegimes(groupId: $groupId) { of from workingWeek shift } }', {
        groupId: college.groups.first,
      });
    expect(attendanceRegimes).toEqual([{ of: 'GROUP', from: '2026-09-01', workingWeek: 5, shift: 1 }]);
  });

  it('shows a student’s own regime to the student, and to nobody else’s guardian', async () => {
    const regime = {
      of: 'STUDENT',
      ownerId: college.students.ivanova,
      from: '2026-09-01',
      workingWeek: 5,
      shift: 2,
    };
    expect(await college.as('deputy').refusalOf('setAttendanceRegime', regime)).toBe('accepted');
    const seenBy = async (who: 'ivanova' | 'guardianOfTwo') =>
      (
        await college
          .as(who)
          .read('query ($studentId: ID!) { attendanceRegimes(studentId: $studentId) { shift } }', {
            studentId: college.students.ivanova,
          })
      )['attendanceRegimes'];
    expect(await seenBy('ivanova')).toEqual([{ shift: 2 }]);
    expect(await seenBy('guardianOfTwo')).toEqual([]);
  });
});

describe('bells', () => {
  it('R-CAL-05, R-CAL-08: are set pair by pair, and heard by everybody', async () => {
    const pairs = [
      { number: 1, startsAt: '08:30', endsAt: '10:00' },
      { number: 2, startsAt: '10:10', endsAt: '11:40' },
    ];
    const schedule = { title: 'Обычный день', weekdays: [1, 2, 3, 4, 5, 6], from: '2026-09-01', pairs };
    expect(await college.as('deputy').refusalOf('setBellSchedule', schedule)).toBe('accepted');
    const short = { ...schedule, title: 'Короткий день', dayKind: 'SHORT' };
    expect(await college.as('deputy').refusalOf('setBellSchedule', short)).toBe('accepted');
    expect(await factsOf('setBellSchedule', short)).toMatchObject({ code: 'ALREADY_EXISTS' });
    const overlapping = [...pairs, { number: 3, startsAt: '11:30', endsAt: '13:00' }];
    expect(
      await factsOf('setBellSchedule', { ...schedule, from: '2026-12-01', pairs: overlapping }),
    ).toMatchObject({
      code: 'PERIODS_OVERLAP',
      facts: { number: '2', other: '3' },
    });
    const { bellSchedules } = await college
      .as('mother')
      .read(
        '{ bellSchedules(on: "2026-11-20") { title dayKind weekdays until pairs { number startsAt endsAt } } }',
      );
    expect(bellSchedules).toMatchObject([
      { title: 'Короткий день', dayKind: 'SHORT', until: null },
      { title: 'Обычный день', dayKind: 'ORDINARY', pairs },
    ]);
  });
});
