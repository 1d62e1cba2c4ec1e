import type { CommandNamed } from '../../src/decisions/register.ts';
import { locked } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import {
  administrator,
  algebra,
  college,
  command,
  deputy,
  group,
  happened,
  ivanova,
  newcomer,
  smirnov,
  streams,
  world,
} from '../support/world.ts';

const { of, page, period } = streams;
const office = { by: administrator, on: '2024-09-20' };
const order = { number: '86-с', date: '2024-09-09' };
const name = { familyName: 'Кузнецова', givenName: 'Анна', patronymic: null };
const other = idOf('other group');
const formed = {
  [`group-${other}`]: [happened('GroupFormed', { group: other, name: 'С-22', year: 1, semester: 1 })],
};
const registered = { [of(newcomer)]: [happened('StudentRegistered', { student: newcomer })] };
const enrol = (changes: Partial<CommandNamed<'EnrolStudent'>['data']> = {}) =>
  command('EnrolStudent', {
    student: newcomer,
    group,
    from: '2024-09-10',
    formOfStudy: 'fullTime',
    individualCurriculum: null,
    order,
    journals: [algebra],
    ...changes,
  });
const transfer = (changes: Partial<CommandNamed<'TransferStudent'>['data']> = {}) =>
  command('TransferStudent', {
    student: ivanova,
    to: other,
    on: '2024-10-01',
    order,
    leaves: [algebra],
    joins: [],
    ...changes,
  });
const expel = (changes: Partial<CommandNamed<'ExpelStudent'>['data']> = {}) =>
  command('ExpelStudent', {
    student: ivanova,
    on: '2024-10-01',
    order,
    reason: 'По собственному желанию',
    ...changes,
  });

const rename = (changes: Partial<CommandNamed<'RenameStudent'>['data']> = {}) =>
  command('RenameStudent', { student: ivanova, ...name, on: '2024-09-16', order, ...changes });

describe('a student', () => {
  it('is registered under a name that is sealed', () => {
    given(world(), office)
      .when(command('RegisterStudent', { student: newcomer, ...name }))
      .thenRecords({
        type: 'StudentRegistered',
        data: { student: newcomer },
        sealed: { familyName: 'Кузнецова', givenName: 'Анна' },
      });
    given(world(), office)
      .when(command('RegisterStudent', { student: ivanova, ...name }))
      .thenRefuses({ code: 'ALREADY_EXISTS' });
  });

  it('T-33: takes another name, and the old one stays in history', () => {
    given(world(), office)
      .when(rename())
      .thenRecords(
        { type: 'StudentRenamed', data: { on: '2024-09-16', order } },
        { occurredOn: '2024-09-16' },
      );
    given(world(), office)
      .when(rename({ student: newcomer }))
      .thenRefuses({ code: 'NOT_FOUND' });
  });

  it('is enrolled into a group and onto its pages in one act', () => {
    given(world(registered), office)
      .when(enrol())
      .thenRecords(
        [
          { type: 'StudentEnrolled', data: { group, from: '2024-09-10' } },
          { type: 'GroupJoined', data: { student: newcomer } },
          { type: 'RosterExtended', data: { journal: algebra, students: [newcomer], from: '2024-09-10' } },
        ],
        { occurredOn: '2024-09-10' },
      );
    given(world(registered), office)
      .when(enrol({ journals: [algebra, algebra] }))
      .thenRecords([{ type: 'StudentEnrolled' }, { type: 'GroupJoined' }, { type: 'RosterExtended' }]);
    given(world(registered), office)
      .when(enrol({ group: null }))
      .thenRecords({ type: 'StudentEnrolled' });
  });

  it('is enrolled when known and not enrolled, into a group that is formed', () => {
    given(world(), office)
      .when(enrol())
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'student' } });
    given(world(), office)
      .when(enrol({ student: ivanova }))
      .thenRefuses({ code: 'ALREADY_DONE' });
    given(world(registered), office)
      .when(enrol({ group: other }))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'group' } });
    given(world({ ...registered, ...formed }), office)
      .when(enrol({ group: other }))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'journal' } });
  });

  it('is moved by the administration alone', () => {
    for (const act of [enrol(), transfer(), expel()])
      given(world(formed)).when(act).thenRefuses({ code: 'NOT_PERMITTED' });
    given(world(), { ...office, by: deputy })
      .when(expel())
      .thenRecords([{ type: 'StudentExpelled' }, { type: 'GroupLeft' }]);
  });
});

describe('a transfer', () => {
  it('T-32: ends the old group and its pages on the day before; their history stays there', () => {
    given(world(formed), office)
      .when(transfer())
      .thenRecords([
        { type: 'StudentTransferred', data: { from: group, to: other, on: '2024-10-01' } },
        { type: 'GroupLeft', data: { group, until: '2024-09-30' } },
        { type: 'GroupJoined', data: { group: other, from: '2024-10-01' } },
        { type: 'RosterEntryEnded', data: { journal: algebra, until: '2024-09-30' } },
      ]);
  });

  it('T-32: ends a page entry that was to begin later, too', () => {
    const later = happened('RosterExtended', { journal: algebra, students: [newcomer], from: '2024-11-01' });
    const enrolled = happened('StudentEnrolled', {
      student: newcomer,
      group,
      from: '2024-09-01',
      formOfStudy: 'fullTime',
      individualCurriculum: null,
      order: null,
    });
    given(world({ ...formed, [page]: [later], [of(newcomer)]: [enrolled] }), office)
      .when(transfer({ student: newcomer }))
      .thenRecords([
        { type: 'StudentTransferred' },
        { type: 'GroupLeft' },
        { type: 'GroupJoined' },
        { type: 'RosterEntryEnded' },
      ]);
  });

  it('needs another group, a later day and an enrolment', () => {
    given(world(), office)
      .when(transfer({ to: group }))
      .thenNothingChanges();
    given(world(), office)
      .when(transfer())
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'group' } });
    given(world(formed), office)
      .when(transfer({ on: '2024-09-01' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(formed), office)
      .when(transfer({ student: newcomer }))
      .thenRefuses({ code: 'NOT_ENROLLED' });
    given(world(formed), office)
      .when(transfer({ joins: [algebra] }))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'journal' } });
  });

  it('T-32: waits for the end of the period where the regulation wants it so for groups as well', () => {
    const value = { by: null, groupMove: 'periodEnd', subgroupMove: 'periodEnd', curatorNotifies: false };
    const changed = {
      [streams.regulation]: [
        happened('RegulationChanged', {
          college,
          change: idOf('change'),
          effectiveFrom: '2024-09-01',
          values: [{ parameter: 'transfer.betweenGroups', value, clause: '№ 1-п' }],
          order: '№ 1-п',
        }),
      ],
    };
    given(world({ ...formed, ...changed }), office)
      .when(transfer())
      .thenRefuses({
        code: 'TRANSFER_IN_MID_PERIOD',
        facts: { on: '2024-10-01', from: '2024-09-01', until: '2024-12-28' },
        clause: '№ 1-п',
      });
    given(world({ ...formed, ...changed }), office)
      .when(transfer({ on: '2024-12-29' }))
      .thenRecords([
        { type: 'StudentTransferred' },
        { type: 'GroupLeft' },
        { type: 'GroupJoined' },
        { type: 'RosterEntryEnded' },
      ]);
  });

  it('changes no page behind a lock, and neither does an enrolment', () => {
    const past = world({ ...formed, ...registered, [period]: [locked()] });
    given(past, office).when(transfer()).thenRefuses({ code: 'PERIOD_LOCKED' });
    given(past, office).when(enrol()).thenRefuses({ code: 'PERIOD_LOCKED' });
    given(past, office)
      .when(transfer({ leaves: [] }))
      .thenRecords([{ type: 'StudentTransferred' }, { type: 'GroupLeft' }, { type: 'GroupJoined' }]);
  });
});

describe('an expulsion', () => {
  it('T-33: closes the enrolment with a last day and deletes nothing', () => {
    given(world(), office)
      .when(expel())
      .thenRecords([
        {
          type: 'StudentExpelled',
          data: { group, on: '2024-10-01' },
          sealed: { reason: 'По собственному желанию' },
        },
        { type: 'GroupLeft', data: { student: ivanova, until: '2024-10-01' } },
      ]);
  });

  it('needs a reason, an enrolment and a day after it began', () => {
    given(world(), office)
      .when(expel({ reason: '' }))
      .thenRefuses({ code: 'REASON_REQUIRED' });
    given(world(), office)
      .when(expel({ student: newcomer }))
      .thenRefuses({ code: 'NOT_ENROLLED' });
    given(world(), office)
      .when(expel({ student: smirnov, on: '2024-08-31' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
  });
});
