import type { CommandNamed } from '../../src/decisions/register.ts';
import { locked } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import {
  administrator,
  algebra,
  autumn,
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
  world,
} from '../support/world.ts';

const { page, period, of } = streams;
const office = { by: administrator };
const geometry = idOf('geometry');
const open = (changes: Partial<CommandNamed<'OpenJournal'>['data']> = {}) =>
  command('OpenJournal', {
    journal: geometry,
    group,
    subgroup: null,
    courseUnit,
    period: autumn,
    scale: 'hundredPoint',
    attestationForm: 'credit',
    students: null,
    ...changes,
  });
const extend = (students: readonly string[], from = '2024-09-10') =>
  command('ExtendRoster', { journal: algebra, students, from });
const end = (until: string) => command('EndRosterEntry', { journal: algebra, student: ivanova, until });
const assign = (account: string) =>
  command('AssignTeacher', { journal: algebra, account, from: '2024-09-10', order: null });
const known = (from: string) => ({
  [of(newcomer)]: [
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
});
const joined = {
  [streams.group]: [happened('GroupJoined', { group, student: newcomer, from: '2024-09-10' })],
};

describe('a page', () => {
  it('is opened for the whole group, from the start of the period', () => {
    given(world(), office)
      .when(open())
      .thenRecords([
        { type: 'JournalOpened', data: { scale: 'hundredPoint', attestationForm: 'credit' } },
        { type: 'RosterExtended', data: { students: [ivanova, smirnov], from: '2024-09-01' } },
        { type: 'GroupJournalOpened', data: { group, journal: geometry, period: autumn } },
      ]);
  });

  it('is opened for some of the group, and for nobody outside it', () => {
    given(world(), office)
      .when(open({ students: [smirnov, smirnov] }))
      .thenRecords([
        { type: 'JournalOpened' },
        { type: 'RosterExtended', data: { students: [smirnov] } },
        { type: 'GroupJournalOpened' },
      ]);
    given(world(), office)
      .when(open({ students: [newcomer] }))
      .thenRefuses({ code: 'NOT_IN_GROUP' });
  });

  it('opened long after its period shows who belonged to the group at its end', () => {
    const left = happened('GroupLeft', { group, student: smirnov, until: '2025-06-30' });
    given(world({ [streams.group]: [left] }), { ...office, on: '2026-11-22', source: 'import' })
      .when(open())
      .thenRecords([
        { type: 'JournalOpened' },
        { type: 'RosterExtended', data: { students: [ivanova, smirnov] } },
        { type: 'GroupJournalOpened' },
      ]);
  });

  it('is opened once, in a period that is set and not locked, for a unit and a group that are known', () => {
    given(world(), office)
      .when(open({ journal: algebra }))
      .thenRefuses({ code: 'ALREADY_EXISTS' });
    given(world(), office)
      .when(open({ period: idOf('spring') }))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'period' } });
    given(world(), office)
      .when(open({ courseUnit: idOf('chess') }))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'courseUnit' } });
    given(world(), office)
      .when(open({ group: idOf('nobody') }))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'group' } });
    given(world({ [period]: [locked()] }), office)
      .when(open())
      .thenRefuses({ code: 'PERIOD_LOCKED' });
  });

  it('is opened by those who may', () => {
    given(world(), { by: deputy })
      .when(open())
      .thenRecords([{ type: 'JournalOpened' }, { type: 'RosterExtended' }, { type: 'GroupJournalOpened' }]);
    given(world()).when(open()).thenRefuses({ code: 'NOT_PERMITTED' });
  });
});

describe('the load of a page', () => {
  it('T-29: goes to someone who teaches, once', () => {
    given(world(), office)
      .when(assign(orlov))
      .thenRecords({ type: 'JournalTeacherAssigned', data: { account: orlov } });
    given(world(), office).when(assign(petrova)).thenRefuses({ code: 'ALREADY_ASSIGNED' });
    given(world(), office)
      .when(assign(curator))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'teacher' } });
    given(world()).when(assign(orlov)).thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('is taken away from who has it', () => {
    const release = (account: string) => command('ReleaseTeacher', { journal: algebra, account });
    given(world(), office).when(release(petrova)).thenRecords({ type: 'JournalTeacherReleased' });
    given(world(), office).when(release(orlov)).thenRefuses({ code: 'NOT_FOUND' });
  });
});

describe('the roster of a page', () => {
  it('takes in a newcomer who is enrolled and in the group (T-33)', () => {
    given(world({ ...known('2024-09-10'), ...joined }), office)
      .when(extend([newcomer]))
      .thenRecords({ type: 'RosterExtended', data: { students: [newcomer], from: '2024-09-10' } });
    given(world({ ...known('2024-09-11'), ...joined }), office)
      .when(extend([newcomer]))
      .thenRefuses({ code: 'NOT_ENROLLED' });
    given(world(known('2024-09-10')), office)
      .when(extend([newcomer]))
      .thenRefuses({ code: 'NOT_IN_GROUP' });
  });

  it('leaves those who are on it as they are', () => {
    given(world(), office)
      .when(extend([ivanova]))
      .thenNothingChanges();
    given(world({ ...known('2024-09-10'), ...joined }), office)
      .when(extend([ivanova, newcomer, newcomer]))
      .thenRecords({ type: 'RosterExtended', data: { students: [newcomer] } });
  });

  it('T-32: ends for a student after a last day', () => {
    given(world(), office)
      .when(end('2024-10-01'))
      .thenRecords({ type: 'RosterEntryEnded', data: { until: '2024-10-01' } });
    given(world(), office).when(end('2024-08-31')).thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    const ended = happened('RosterEntryEnded', { journal: algebra, student: ivanova, until: '2024-09-15' });
    given(world({ [page]: [ended] }), office)
      .when(end('2024-10-01'))
      .thenRefuses({ code: 'NOT_ON_ROSTER' });
  });

  it('does not change behind a lock', () => {
    for (const act of [extend([newcomer]), end('2024-10-01')])
      given(world({ [period]: [locked()] }), office)
        .when(act)
        .thenRefuses({ code: 'PERIOD_LOCKED' });
  });
});
