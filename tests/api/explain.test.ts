import { averageText } from '../../src/policies/ratio.ts';
import type { PresetKey } from '../../src/policies/regulation/presets.ts';
import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/* An auditor works every number out again from its explanation, under the regulations whose rules differ. */
let served: ServedHouse;

beforeAll(async () => {
  served = await serveHouse();
});
afterAll(() => served.close());

interface Contribution {
  readonly event: { readonly kind: string; readonly position: string };
  readonly value: string | null;
  readonly sum: number;
  readonly count: number;
}

const CONTRIBUTION =
  '{ event { kind position eventId recordedAt } lessonId value sum count rule { parameter clause version } }';
const STANDING = `query ($of: StandingOfInput!, $at: Position) { standing(of: $of, asOfPosition: $at) { pages {
  average marksCount absences attestationCurrent
  explain { position average marks ${CONTRIBUTION} absences ${CONTRIBUTION} results ${CONTRIBUTION} } } } }`;
const ATTENDANCE = `query ($group: ID!) { attendanceSummary(groupId: $group, month: "2026-11") { personHours missedHours
  students { studentId daysMissed lessonsMissed hoursMissed excusedHours unexcusedHours lateArrivals
    explain { position rule { parameter value clause version }
      lessons { lessonId date hours missedHours missed late classified events { kind } } } } } }`;
const WINDOWS = `query ($filter: EditWindowFilter!) { editWindows(filter: $filter) { kind state until grantedUntil heldOn
  explain { anchor rule { parameter value clause version } deadlines ${CONTRIBUTION} grants ${CONTRIBUTION} locks ${CONTRIBUTION} sheets ${CONTRIBUTION} } } }`;

const total = (of: readonly Contribution[], part: 'sum' | 'count'): number =>
  of.reduce((sum, one) => sum + one[part], 0);

describe.each<[PresetKey]>([['001'], ['003']])('under %s', (regulation) => {
  let college: College;
  const cell = () => ({
    journalId: college.journals.algebra,
    lessonId: college.lessons.yesterday,
    studentId: college.students.ivanova,
  });

  beforeAll(async () => {
    college = await foundCollege(served, { regulation });
    const teacher = college.as('teacher');
    const { journalId, lessonId } = cell();
    await teacher.do('conductLesson', {
      ...{ journalId, lessonId, deliveryForm: 'IN_PERSON', topic: 'Корни' },
      workTypes: ['LESSON_WORK', 'CONTROL'],
    });
    const mark = { ...cell(), workType: 'CONTROL' };
    await teacher.do('recordMark', { ...mark, value: '2' });
    await teacher.do('correctMark', { ...mark, value: '5', expectedRevision: 0, reason: 'Опечатка' });
    await teacher.do('recordMark', { ...cell(), workType: 'LESSON_WORK', value: '3' });
    await teacher.do('withdrawMark', {
      ...cell(),
      ...{ workType: 'LESSON_WORK', expectedRevision: 2, reason: 'Не тот ученик' },
    });
    await teacher.do('recordAbsence', cell());
    await teacher.do('recordLateArrival', { ...cell(), studentId: college.students.petrov, minutes: 5 });
  });

  it('an average is the sum of what its events add, and its absences are counted the same way (R-MRK-14)', async () => {
    const of = { studentId: college.students.ivanova };
    const { standing } = await college.as('auditor').read(STANDING, { of });
    const [page] = (standing as { pages: readonly Record<string, unknown>[] }).pages;
    const { explain, average, marksCount, absences } = page as {
      readonly explain: Readonly<Record<'marks' | 'absences', readonly Contribution[]>> & {
        position: string;
      };
      readonly average: string;
      readonly marksCount: number;
      readonly absences: number;
    };
    expect(explain.marks.map(({ event: { kind }, value, sum, count }) => [kind, value, sum, count])).toEqual([
      ['MARK_RECORDED', '4', 4, 1],
      ['MARK_RECORDED', '2', 2, 1],
      ['MARK_CORRECTED', '5', 3, 0],
      ['MARK_RECORDED', '3', 3, 1],
      ['MARK_WITHDRAWN', '3', -3, -1],
    ]);
    expect(averageText(total(explain.marks, 'sum'), total(explain.marks, 'count'))).toBe(average);
    expect([average, total(explain.marks, 'count'), total(explain.absences, 'count')]).toEqual([
      '4.50',
      marksCount,
      absences,
    ]);
    const at = explain.marks[1]?.event.position;
    const past = await college.as('auditor').read(STANDING, { of, at });
    expect(past).toMatchObject({
      standing: { pages: [{ average: '3.00', explain: { position: at, average: '3.00', marks: [{}, {}] } }] },
    });
  });

  it('totals of attendance are those of its lessons, by the rule that says which day is missed (R-ATT-10)', async () => {
    const { attendanceSummary } = await college
      .as('auditor')
      .read(ATTENDANCE, { group: college.groups.first });
    const { students, personHours } = attendanceSummary as {
      readonly personHours: number;
      readonly students: readonly (Readonly<Record<string, number>> & {
        readonly explain: {
          readonly rule: { readonly parameter: string; readonly value: string };
          readonly lessons: readonly {
            readonly date: string;
            readonly hours: number;
            readonly missedHours: number;
            readonly missed: boolean;
            readonly late: boolean;
          }[];
        };
      })[];
    };
    expect(students).toHaveLength(3);
    let held = 0;
    for (const { explain, daysMissed, lessonsMissed, hoursMissed, lateArrivals } of students) {
      const { lessons, rule } = explain;
      expect(rule).toMatchObject({ parameter: 'attendance.missedDay', value: 'allLessons' });
      const daysOf = [...Map.groupBy(lessons, ({ date }) => date).values()];
      expect([
        daysOf.filter((day) => day.every(({ missed }) => missed)).length,
        lessons.filter(({ missed }) => missed).length,
        lessons.reduce((sum, { missedHours }) => sum + missedHours, 0),
        lessons.filter(({ late }) => late).length,
      ]).toEqual([daysMissed, lessonsMissed, hoursMissed, lateArrivals]);
      held += lessons.reduce((sum, { hours }) => sum + hours, 0);
    }
    expect(held).toBe(personHours);
    expect(students.map(({ lessonsMissed }) => lessonsMissed).toSorted()).toEqual([0, 0, 1]);
  });

  it('a window is its anchor and the days of then, and names what opened or locked it (T-48, T-49)', async () => {
    const administrator = college.as('administrator');
    const { journalId } = cell();
    const granted = {
      journalId,
      lessonId: college.lessons.old,
      covers: 'CURRENT_MARKS',
      until: '2026-12-01',
    };
    await administrator.do('grantEditWindow', { ...granted, reason: 'Апелляция' });
    // From December on it is 30 days, by two persons: what was given before stays (T-48).
    const { id: changeId } = await administrator.do('proposeRegulationChange', {
      effectiveFrom: '2026-12-01',
      values: [{ parameter: 'currentMark.editWindowDays', value: 30 }],
      ...{ order: '№ 7 от 20.11.2026', reason: 'Решение совета' },
    });
    await college.as('director').do('confirmRegulationChange', { changeId });
    const scheduler = college.as(regulation === '001' ? 'colleague' : 'administrator');
    const later = { journalId, date: '2026-12-05', startsAt: '08:30', deliveryForm: 'IN_PERSON' };
    expect(await scheduler.refusalOf('scheduleLesson', later)).toBe('accepted');
    await administrator.do('lockAttestationPeriod', { periodId: college.period });
    const { editWindows } = await college.as('auditor').read(WINDOWS, { filter: { journalId } });
    const windows = editWindows as readonly {
      readonly kind: string;
      readonly state: string;
      readonly until: string;
      readonly heldOn: string | null;
      readonly explain: {
        readonly anchor: string | null;
        readonly rule: { readonly value: number | null } | null;
        readonly deadlines: readonly Contribution[];
        readonly grants: readonly Contribution[];
        readonly locks: readonly Contribution[];
      };
    }[];
    const lessons = windows.filter(({ kind }) => kind === 'LESSON');
    expect(lessons).toHaveLength(5);
    for (const { state, until, heldOn, explain } of lessons) {
      const days = (heldOn ?? '') < '2026-12-01' ? 21 : 30;
      expect([explain.anchor, explain.rule?.value]).toEqual([heldOn, days]);
      const counted = Temporal.PlainDate.from(heldOn ?? '')
        .add({ days })
        .toString();
      expect([until, explain.deadlines.at(-1)?.value]).toEqual([counted, counted]);
      expect([state, explain.locks.at(-1)?.event.kind]).toEqual(['LOCKED', 'ATTESTATION_PERIOD_LOCKED']);
    }
    const old = lessons.find(({ heldOn }) => heldOn === '2026-10-05');
    expect(old?.explain.grants.map(({ event, value }) => [event.kind, value])).toEqual([
      ['EDIT_WINDOW_GRANTED', '2026-12-01'],
    ]);
  });

  it('learners see the number and not its history (T-39)', async () => {
    const of = { studentId: college.students.ivanova };
    const { data, extensions } = await college
      .as('ivanova')
      .query(
        'query ($of: StandingOfInput!) { standing(of: $of) { pages { average explain { position marks { sum } } } } }',
        { of },
      );
    expect(data).toMatchObject({ standing: { pages: [{ average: '4.50', explain: null }] } });
    expect(extensions?.['redactions']).toEqual(['PageStanding.explain']);
  });
});
