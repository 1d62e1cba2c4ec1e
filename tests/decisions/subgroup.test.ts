import type { CommandNamed } from '../../src/decisions/register.ts';
import type { PresetKey } from '../../src/policies/regulation/presets.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import type { History } from '../support/pure-ledger.ts';
import { divided, one, subgroupPage, two } from '../support/subgroups.ts';
import {
  administrator,
  algebra,
  autumn,
  college,
  command,
  courseUnit,
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

const office = { by: administrator, on: '2024-10-07' };

const adopted = (preset: PresetKey): History => ({
  [streams.regulation]: [happened('RegulationAdopted', { college, preset })],
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
      .thenRefuses({
        code: 'NOT_PERMITTED',
        facts: { named: 'journalAdministrator' },
        parameter: 'transfer.betweenGroups',
      });
    given(divided({ ...came('2024-10-01'), ...adopted('003') }), { ...office, by: deputy })
      .when(extend({ students: [newcomer] }))
      .thenRecords({ type: 'RosterExtended' }, { right: 'deputyDirector' });
  });

  it('T-32: is not gone around by a new page: nobody stands in two subgroups of a unit', () => {
    const opened = happened('GroupJournalOpened', { group, journal: two, period: autumn });
    const open = command('OpenJournal', {
      journal: idOf('third subgroup'),
      group,
      subgroup: 'третья',
      courseUnit,
      period: autumn,
      scale: 'fivePoint',
      attestationForm: 'exam',
      students: [smirnov],
    });
    given(divided({ [streams.group]: [opened] }), office)
      .when(open)
      .thenRefuses({ code: 'ALREADY_ASSIGNED', facts: { journal: two } });
  });

  it('is not what a page of the whole group is: that one takes who was missing (D-22)', () => {
    const ended = happened('RosterEntryEnded', { journal: algebra, student: ivanova, until: '2024-09-10' });
    given(world({ [streams.page]: [ended] }), office)
      .when(extend({ journal: algebra }))
      .thenRecords({ type: 'RosterExtended' });
  });

  it('T-32: is one for each unit, also for who comes into the group', () => {
    const past = world({
      [`journal-${one}`]: subgroupPage(one, 'первая', petrova, null),
      [`journal-${two}`]: subgroupPage(two, 'вторая', orlov, null),
      [streams.group]: [one, two].map((journal) =>
        happened('GroupJournalOpened', { group, journal, period: autumn }),
      ),
      [streams.of(newcomer)]: [happened('StudentRegistered', { student: newcomer })],
    });
    const enrol = (journals: readonly string[]) =>
      command('EnrolStudent', {
        student: newcomer,
        group,
        from: '2024-09-10',
        formOfStudy: 'fullTime',
        individualCurriculum: null,
        order: { number: '86-с', date: '2024-09-09' },
        journals: [...journals],
      });
    const office = { by: administrator, on: '2024-09-20' };
    given(past, office)
      .when(enrol([one, two]))
      .thenRefuses({ code: 'ALREADY_ASSIGNED', facts: { journal: one } });
    given(past, office)
      .when(enrol([two]))
      .thenRecords([{ type: 'StudentEnrolled' }, { type: 'GroupJoined' }, { type: 'RosterExtended' }]);
  });
});
