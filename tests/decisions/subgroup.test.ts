import type { CommandNamed } from '../../src/decisions/register.ts';
import { journals } from '../../src/decisions/folds/journal.ts';
import type { PresetKey } from '../../src/policies/regulation/presets.ts';
import { asking, given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import { PureLedger, type History } from '../support/pure-ledger.ts';
import {
  administrator,
  algebra,
  autumn,
  college,
  command,
  courseUnit,
  curator,
  deputy,
  group,
  happened,
  ivanova,
  newcomer,
  orlov,
  petrova,
  smirnov,
  streams,
  withRole,
  world,
} from '../support/world.ts';

const [one, two] = ['first subgroup', 'second subgroup'].map(idOf) as [string, string];
const division = idOf('division');
const office = { by: administrator, on: '2024-10-07' };

const subgroupPage = (journal: string, subgroup: string, teacher: string, student: string | null) => [
  happened('JournalOpened', {
    journal,
    group,
    subgroup,
    courseUnit,
    period: autumn,
    scale: 'fivePoint',
    attestationForm: 'exam',
  }),
  ...(student === null
    ? []
    : [happened('RosterExtended', { journal, students: [student], from: '2024-09-01' })]),
  happened('JournalTeacherAssigned', { journal, account: teacher, from: '2024-09-01', order: null }),
];
const scheduled = happened('LessonScheduled', {
  journal: two,
  lesson: idOf('a lesson'),
  date: '2024-09-03',
  startsAt: '08:30',
  academicHours: 2,
  deliveryForm: 'inPerson',
  room: '301',
  marksUntil: '2024-09-24',
});
const held = happened(
  'LessonConducted',
  {
    journal: two,
    lesson: idOf('a lesson'),
    deliveryForm: 'inPerson',
    workTypes: [],
    planItem: null,
    attendanceBasis: 'presence',
  },
  { topic: 'Корни' },
);
const adopted = (preset: PresetKey): History => ({
  [streams.regulation]: [happened('RegulationAdopted', { college, preset })],
});
/** Two subgroups of algebra in mid-period: Ivanova in the first, Smirnov in the second. */
const divided = (more: History = {}): History => ({
  ...world(more),
  [`journal-${one}`]: subgroupPage(one, 'первая', petrova, ivanova),
  [`journal-${two}`]: [...subgroupPage(two, 'вторая', orlov, smirnov), scheduled, held],
});
const extend = (changes: Partial<CommandNamed<'ExtendRoster'>['data']> = {}) =>
  command('ExtendRoster', { journal: two, students: [ivanova], from: '2024-10-07', ...changes });
const end = (until: string) => command('EndRosterEntry', { journal: two, student: smirnov, until });
const came = (from: string): History => ({
  [streams.of(newcomer)]: [
    happened('StudentRegistered', { student: newcomer }),
    happened('StudentEnrolled', {
      student: newcomer,
      group,
      from,
      formOfStudy: 'fullTime',
      individualCurriculum: null,
      order: null,
    }),
  ],
  [streams.group]: [happened('GroupJoined', { group, student: newcomer, from })],
});

describe('a subgroup in mid-period', () => {
  it('T-32: takes nobody from another subgroup, and says which clause it is (R-SUB-03, R-PRM-04)', () => {
    const facts = { on: '2024-10-07', from: '2024-09-01', until: '2024-12-28' };
    given(divided(adopted('002')), office)
      .when(extend())
      .thenRefuses({
        code: 'TRANSFER_IN_MID_PERIOD',
        facts,
        parameter: 'transfer.betweenGroups',
        clause: '002 §3.3 L44; 002 §3.2 L31',
      });
    given(divided(), office).when(extend()).thenRefuses({ code: 'TRANSFER_IN_MID_PERIOD', facts });
    given(divided(), office)
      .when(extend({ from: '2024-09-01' }))
      .thenRefuses({ code: 'TRANSFER_IN_MID_PERIOD' });
  });

  it('T-32: lets nobody go before the period ends; history stays with it', () => {
    given(divided(), office)
      .when(end('2024-10-06'))
      .thenRefuses({ code: 'TRANSFER_IN_MID_PERIOD', facts: { on: '2024-10-06' } });
    given(divided(), office)
      .when(end('2024-12-28'))
      .thenRecords({ type: 'RosterEntryEnded', data: { until: '2024-12-28' } });
  });

  it('takes in a newcomer to the group, and lets go who leaves it (D-22)', () => {
    given(divided(came('2024-10-01')), office)
      .when(extend({ students: [newcomer] }))
      .thenRecords({ type: 'RosterExtended', data: { students: [newcomer] } });
    given(divided(came('2024-09-01')), office)
      .when(extend({ students: [newcomer] }))
      .thenRefuses({ code: 'TRANSFER_IN_MID_PERIOD' });
    const left = happened('GroupLeft', { group, student: smirnov, until: '2024-10-06' });
    given(divided({ [streams.group]: [left] }), office)
      .when(end('2024-10-06'))
      .thenRecords({ type: 'RosterEntryEnded' });
  });

  it('D-22: changes whenever notified where the regulation has it so (001 §5.4.3)', () => {
    given(divided(adopted('001')), office)
      .when(extend())
      .thenRecords({ type: 'RosterExtended', data: { students: [ivanova], from: '2024-10-07' } });
  });

  it('R-PRM-04: is changed by the responsible person alone, where the regulation names one (002 §3.3 L44)', () => {
    given(divided({ ...came('2024-10-01'), ...adopted('002') }), { ...office, by: deputy })
      .when(extend({ students: [newcomer] }))
      .thenRefuses({ code: 'NOT_PERMITTED', parameter: 'transfer.betweenGroups' });
    given(divided({ ...came('2024-10-01'), ...adopted('003') }), { ...office, by: deputy })
      .when(extend({ students: [newcomer] }))
      .thenRecords({ type: 'RosterExtended' }, { right: 'deputyDirector' });
  });

  it('is not what a page of the whole group is: that one takes who was missing (D-22)', () => {
    const ended = happened('RosterEntryEnded', { journal: algebra, student: ivanova, until: '2024-09-10' });
    given(world({ [streams.page]: [ended] }), office)
      .when(extend({ journal: algebra }))
      .thenRecords({ type: 'RosterExtended' });
  });
});

describe('a division into subgroups', () => {
  const start = { by: curator, on: '2024-09-02' };
  const pages: History = {
    [`journal-${one}`]: subgroupPage(one, 'первая', petrova, null),
    [`journal-${two}`]: subgroupPage(two, 'вторая', orlov, ivanova),
  };
  const fresh = (more: History = {}): History => ({ ...world(more), ...pages });
  const propose = (changes: Partial<CommandNamed<'ProposeSubgroups'>['data']> = {}) =>
    command('ProposeSubgroups', {
      division,
      group,
      parts: [
        { journal: one, students: [ivanova] },
        { journal: two, students: [smirnov] },
      ],
      ...changes,
    });
  const agree = command('AgreeToSubgroups', { division });

  it('R-SUB-01: is made jointly: it stands once the curator and each teacher have agreed', () => {
    const ledger = new PureLedger(fresh());
    expect(ledger.execute(asking(start), propose())).toMatchObject({ accepted: true, right: 'groupCurator' });
    expect(ledger.execute(asking({ ...start, by: petrova }), agree)).toMatchObject({ right: 'teacher' });
    expect(ledger.state(journals, one).roster.size).toBe(0);
    const last = ledger.execute(asking({ ...start, by: orlov }), agree);
    expect(last.accepted && last.writes.flatMap(({ events }) => events.map(({ type }) => type))).toEqual([
      'SubgroupDivisionAgreed',
      'SubgroupAssigned',
      'RosterExtended',
      'RosterEntryEnded',
      'RosterExtended',
    ]);
    expect([...ledger.state(journals, one).roster.keys()]).toEqual([ivanova]);
    expect(ledger.execute(asking({ ...start, by: orlov }), agree)).toMatchObject({
      refusal: { code: 'ALREADY_DONE' },
    });
  });

  it('R-SUB-02: is per discipline or practice, each subgroup with a page and a teacher of its own', () => {
    given(fresh(), start)
      .when(
        propose({
          parts: [
            { journal: algebra, students: [] },
            { journal: two, students: [] },
          ],
        }),
      )
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'subgroup' } });
    given({ ...fresh(), [`journal-${one}`]: subgroupPage(one, 'первая', petrova, null).slice(0, 1) }, start)
      .when(propose())
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'teacher' } });
  });

  it('places members of the group, each in one subgroup', () => {
    given(fresh(), start)
      .when(
        propose({
          parts: [
            { journal: one, students: [newcomer] },
            { journal: two, students: [] },
          ],
        }),
      )
      .thenRefuses({ code: 'NOT_IN_GROUP' });
    const both = [one, two].map((journal) => ({ journal, students: [ivanova] }));
    given(fresh(), start)
      .when(propose({ parts: both }))
      .thenRefuses({ code: 'ALREADY_ASSIGNED' });
  });

  it('R-SUB-01: belongs to the start of the year: after the first lesson it is too late', () => {
    given(divided(), start)
      .when(propose())
      .thenRefuses({ code: 'LESSON_CONDUCTED', facts: { date: '2024-09-03' } });
  });

  it('is for the curator of the group and those who teach there', () => {
    const stranger = idOf('stranger');
    given(fresh(withRole(stranger, 'teacher')), { ...start, by: stranger })
      .when(propose())
      .thenRefuses({ code: 'NOT_IN_LOAD' });
    given(fresh(), { ...start, by: administrator })
      .when(propose())
      .thenRefuses({ code: 'NOT_PERMITTED' });
    given(fresh(), start)
      .when(agree)
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'division' } });
  });
});
