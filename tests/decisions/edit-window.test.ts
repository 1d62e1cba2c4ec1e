import type { CommandNamed } from '../../src/decisions/register.ts';
import { granted, locked, regulationChanged } from '../support/acts.ts';
import { by } from '../support/folding.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import {
  administrator,
  algebra,
  command,
  deputy,
  first,
  happened,
  second,
  streams,
  withRole,
  world,
} from '../support/world.ts';

const { page, period } = streams;
const office = { by: administrator, on: '2024-09-24' };
const reason = 'Болезнь преподавателя';
const grant = (changes: Partial<CommandNamed<'GrantEditWindow'>['data']> = {}) =>
  command('GrantEditWindow', {
    journal: algebra,
    grant: idOf('grant'),
    covers: 'currentMarks',
    lesson: first,
    account: null,
    until: '2024-09-30',
    reason,
    ...changes,
  });
const revoke = command('RevokeEditWindowGrant', { journal: algebra, grant: idOf('grant') });

describe('granting an edit window', () => {
  it('T-49: is an event of its own, with a scope, a last day and a reason', () => {
    given(world(), office)
      .when(grant())
      .thenRecords({
        type: 'EditWindowGranted',
        data: { lesson: first, until: '2024-09-30' },
        sealed: { reason },
      });
  });

  it('T-49: is an administrator’s act alone', () => {
    given(world())
      .when(grant())
      .thenRefuses({ code: 'NOT_PERMITTED', facts: { capability: 'window.grant' } });
    given(world(), { ...office, by: deputy })
      .when(grant())
      .thenRefuses({ code: 'NOT_PERMITTED' });
    const readOnly = idOf('read-only');
    given(world(withRole(readOnly, 'journalAdministratorReadOnly')), { ...office, by: readOnly })
      .when(grant())
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('T-49: is never done behind a lock', () => {
    given(world({ [period]: [locked()] }), office)
      .when(grant())
      .thenRefuses({ code: 'PERIOD_LOCKED' });
  });

  it('needs a reason, a day that has not passed, and a lesson that takes place', () => {
    given(world(), office)
      .when(grant({ reason: ' ' }))
      .thenRefuses({ code: 'REASON_REQUIRED' });
    given(world(), office)
      .when(grant({ until: '2024-09-24' }))
      .thenRecords({ type: 'EditWindowGranted' });
    given(world(), office)
      .when(grant({ until: '2024-09-23' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(), office)
      .when(grant({ lesson: idOf('never') }))
      .thenRefuses({ code: 'NOT_FOUND' });
    const cancelled = happened('LessonCancelled', { journal: algebra, lesson: second });
    given(world({ [page]: [cancelled] }), office)
      .when(grant({ lesson: second }))
      .thenRefuses({ code: 'LESSON_CANCELLED' });
  });

  it('is done once, and revoked once', () => {
    given(world({ [page]: [granted()] }), office)
      .when(grant())
      .thenRefuses({ code: 'ALREADY_EXISTS' });
    given(world({ [page]: [granted()] }), office)
      .when(revoke)
      .thenRecords({ type: 'EditWindowGrantRevoked' });
    given(world(), office)
      .when(revoke)
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'grant' } });
  });
});

describe('a second person', () => {
  const director = idOf('director');
  const twoPersons = {
    ...withRole(director, 'director'),
    [streams.regulation]: [regulationChanged('2024-09-01', { 'windowGrant.secondPerson': true })],
  };
  const { grant: grantId, ...data } = grant().data as CommandNamed<'GrantEditWindow'>['data'];
  const proposed = by(
    happened(
      'EditWindowGrantProposed',
      {
        grant: grantId,
        journal: data.journal,
        covers: data.covers,
        lesson: data.lesson,
        account: data.account,
        until: data.until,
      },
      { reason },
    ),
    { account: administrator },
  );
  const pending = { ...twoPersons, [`windowGrant-${grantId}`]: [proposed] };
  const confirm = command('ConfirmEditWindowGrant', { grant: grantId });
  const decline = command('DeclineEditWindowGrant', { grant: grantId, reason });

  it('T-49: is waited for where the regulation says so, and no window opens before', () => {
    given(world(twoPersons), office)
      .when(grant())
      .thenRecords(
        { type: 'EditWindowGrantProposed', data: { until: '2024-09-30' }, sealed: { reason } },
        { rule: { parameter: 'windowGrant.secondPerson' } },
      );
    given(world(pending), office).when(grant()).thenRefuses({ code: 'ALREADY_EXISTS' });
  });

  it('T-49: is somebody else; then the grant is in force', () => {
    const parameter = 'windowGrant.secondPerson';
    given(world(pending), office).when(confirm).thenRefuses({ code: 'SECOND_PERSON_REQUIRED', parameter });
    given(world(pending), { ...office, by: director })
      .when(confirm)
      .thenRecords(
        { type: 'EditWindowGranted', data: { lesson: first }, sealed: { reason } },
        { rule: { parameter } },
      );
    given(world({ ...pending, [page]: [granted()] }), { ...office, by: director })
      .when(confirm)
      .thenRefuses({ code: 'ALREADY_DONE' });
    given(world(pending), { by: director, on: '2024-10-01' })
      .when(confirm)
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(twoPersons), { ...office, by: director })
      .when(confirm)
      .thenRefuses({ code: 'NOT_FOUND' });
  });

  it('may decline, and so may the one who asked', () => {
    given(world(pending), office).when(decline).thenRecords({ type: 'EditWindowGrantDeclined' });
    given(world({ ...pending, [page]: [granted()] }), office)
      .when(decline)
      .thenRefuses({ code: 'ALREADY_DONE' });
    given(world(pending), office)
      .when(command('DeclineEditWindowGrant', { grant: grantId, reason: ' ' }))
      .thenRefuses({ code: 'REASON_REQUIRED' });
  });
});
