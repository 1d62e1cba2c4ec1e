import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import { keyed } from '../support/personal-keys.ts';
import { told, type History } from '../support/pure-ledger.ts';
import {
  administrator,
  command,
  curator,
  deputy,
  father,
  granted,
  group,
  happened,
  ivanova,
  petrova,
  smirnov,
  streams,
  withRole,
  world,
} from '../support/world.ts';

const erasure = idOf('erasure');
const [own, director] = [idOf('own account of Ivanova'), idOf('director')] as [string, string];

const left = happened('StudentGraduated', { student: ivanova, group, on: '2024-09-20', order: null });
const keys = {
  ...keyed(ivanova, 'identity', 'special'),
  ...keyed(father, 'guardian', 'contact', 'staff'),
  ...keyed(own, 'contact', 'staff'),
  ...keyed(petrova, 'staff', 'contact'),
};
const account: History = {
  [streams.access(own)]: [
    happened('AccountOpened', { account: own, holder: 'student' }),
    granted(own, 'student', { student: ivanova }),
  ],
};
const graduated = (more: History = {}): History =>
  world({ ...keys, ...account, ...withRole(director, 'director'), [streams.of(ivanova)]: [left], ...more });
const studying = world({ ...keys, ...account });

const ask = (more: object = {}) =>
  command('RequestErasure', {
    erasure,
    subject: ivanova,
    subjectKind: 'student',
    accounts: [own],
    purposes: ['identity', 'special', 'contact'],
    requestedBy: 'subject',
    document: 'вх. № 12',
    ...more,
  });
const approve = command('ApproveErasure', { erasure });

const requested = (by: string, terms: readonly object[], more: object = {}) => [
  told(
    happened('ErasureRequested', {
      erasure,
      subject: ivanova,
      subjectKind: 'student',
      accounts: [own],
      purposes: ['identity', 'special'],
      requestedBy: 'college',
      document: null,
      ...more,
    }),
    {
      actor: {
        account: by,
        session: 's',
        channel: 'graphql',
        role: 'journalAdministrator',
        onBehalfOf: null,
      },
    },
  ),
  happened('ErasureScheduled', { erasure, terms: terms as never }),
];
const special = { subject: ivanova, purpose: 'special', dueOn: '2024-09-03', basis: 'noLongerNeeded' };
const identity = { subject: ivanova, purpose: 'identity', dueOn: '2029-09-21', basis: 'afterStudies' };
const agreed = (by: string, ...agreedKeys: readonly object[]) =>
  told(happened('ErasureApproved', { erasure, step: 'first', keys: agreedKeys as never }), {
    actor: { account: by, session: 's', channel: 'graphql', role: 'director', onBehalfOf: null },
  });
const key = ({ subject, purpose }: { subject: string; purpose: string }) => ({ subject, purpose });

describe('asking for an erasure', () => {
  it('schedules each purpose with its day and basis, and lets contacts go at once where the person wants it', () => {
    given(graduated(), { by: administrator, on: '2024-10-01' })
      .when(ask())
      .thenRecords([
        { type: 'ErasureRequested', data: { subject: ivanova, requestedBy: 'subject' } },
        {
          type: 'ErasureScheduled',
          data: {
            terms: [
              { subject: ivanova, purpose: 'identity', dueOn: '2029-09-21', basis: 'afterStudies' },
              { subject: ivanova, purpose: 'special', dueOn: '2024-10-01', basis: 'noLongerNeeded' },
              { subject: own, purpose: 'staff', dueOn: '2029-09-21', basis: 'afterStudies' },
              { subject: own, purpose: 'contact', dueOn: '2024-10-01', basis: 'consentWithdrawn' },
            ],
          },
        },
        {
          type: 'ErasureApproved',
          data: { step: 'withdrawal', keys: [{ subject: own, purpose: 'contact' }] },
        },
        { type: 'SubjectKeyDestroyed', data: { subject: own, purpose: 'contact', generation: 1, erasure } },
      ]);
  });

  it('lets nothing go at once that only the college or an authority wants gone', () => {
    given(graduated(), { by: administrator, on: '2024-10-01' })
      .when(ask({ purposes: ['contact'], requestedBy: 'authority' }))
      .thenRecords([{ type: 'ErasureRequested' }, { type: 'ErasureScheduled' }]);
  });

  it('is refused for a name before its day, with the basis, the day and the rule', () => {
    given(graduated(), { by: administrator, on: '2029-09-20' })
      .when(ask({ purposes: ['identity'] }))
      .thenRefuses({
        code: 'RETENTION_NOT_OVER',
        facts: { purpose: 'identity', basis: 'afterStudies', dueOn: '2029-09-21' },
        parameter: 'personalData.identityYears',
      });
    given(studying, { by: administrator })
      .when(ask({ purposes: ['identity'] }))
      .thenRefuses({ code: 'RETENTION_NOT_OVER', facts: { basis: 'studying' } });
  });

  it('warns of what has to be kept where something else may go', () => {
    given(studying, { by: administrator })
      .when(ask({ purposes: ['identity', 'special'] }))
      .thenRecords([{ type: 'ErasureRequested' }, { type: 'ErasureScheduled' }], {
        warnings: [
          { code: 'RETENTION_NOT_OVER', facts: { purpose: 'identity', basis: 'studying' } },
          { code: 'RETENTION_NOT_OVER', facts: { purpose: 'staff', basis: 'studying' } },
        ] as never,
      });
  });

  it('D-19: keeps the name of a teacher as long as marks given by them are retained', () => {
    given(studying, { by: administrator })
      .when(ask({ subject: petrova, subjectKind: 'staff', accounts: [], purposes: ['staff'] }))
      .thenRefuses({ code: 'RETENTION_NOT_OVER', facts: { purpose: 'staff', basis: 'marksRetained' } });
  });

  it('keeps a guardian’s tie and name until the last guardianship has ended', () => {
    const of = { subject: father, subjectKind: 'guardian', accounts: [], purposes: ['guardian', 'staff'] };
    given(studying, { by: administrator })
      .when(ask(of))
      .thenRefuses({ code: 'RETENTION_NOT_OVER', facts: { basis: 'guardianshipLasts' } });
    const ended = happened('GuardianshipEnded', {
      account: father,
      guardianship: idOf('guardianship'),
      until: '2024-09-01',
    });
    given(world({ ...keys, [streams.access(father)]: [ended] }), { by: administrator })
      .when(ask(of))
      .thenRecords([{ type: 'ErasureRequested' }, { type: 'ErasureScheduled' }]);
  });

  it('takes no person for a record, so that no term is walked around', () => {
    for (const subject of [ivanova, father, petrova])
      given(graduated(), { by: administrator })
        .when(ask({ subject, subjectKind: 'record', accounts: [], purposes: ['identity', 'special'] }))
        .thenRefuses({ code: 'WRONG_KIND' });
    given(graduated(), { by: administrator })
      .when(ask({ accounts: [father] }))
      .thenRefuses({ code: 'WRONG_HOLDER' });
    given(graduated(), { by: administrator })
      .when(ask({ subject: petrova, subjectKind: 'guardian', accounts: [] }))
      .thenRefuses({ code: 'NOT_FOUND' });
  });

  it('is for the administrator, and says where nothing is left', () => {
    given(graduated(), { by: curator }).when(ask()).thenRefuses({ code: 'NOT_PERMITTED' });
    given(graduated(), { by: administrator })
      .when(ask({ subject: smirnov, accounts: [] }))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'personalData' } });
  });
});

describe('agreeing to an erasure', () => {
  const asked = (terms: readonly object[], ...more: Parameters<typeof told>[0][]) =>
    graduated({ [`erasure-${erasure}`]: [...requested(administrator, terms), ...more] });

  it('takes two different persons, of whom one may have asked for it', () => {
    given(asked([special]), { by: administrator, on: '2024-10-01' })
      .when(approve)
      .thenRecords({ type: 'ErasureApproved', data: { step: 'first', keys: [key(special)] } });
    given(asked([special], agreed(administrator, key(special))), { by: administrator, on: '2024-10-01' })
      .when(approve)
      .thenRefuses({ code: 'SECOND_PERSON_REQUIRED' });
    given(asked([special], agreed(administrator, key(special))), { by: director, on: '2024-10-01' })
      .when(approve)
      .thenRecords([
        { type: 'ErasureApproved', data: { step: 'second', keys: [key(special)] } },
        { type: 'SubjectKeyDestroyed', data: { ...key(special), generation: 1, erasure } },
      ]);
  });

  it('destroys a name only from its day on, and nothing that the first person did not agree to', () => {
    given(asked([identity]), { by: director, on: '2029-09-20' })
      .when(approve)
      .thenRefuses({ code: 'RETENTION_NOT_OVER', facts: { dueOn: '2029-09-21' } });
    given(asked([special, identity], agreed(administrator, key(special))), { by: director, on: '2029-09-21' })
      .when(approve)
      .thenRecords([
        { type: 'ErasureApproved', data: { step: 'second', keys: [key(special)] } },
        { type: 'SubjectKeyDestroyed', data: { purpose: 'special' } },
      ]);
    given(asked([identity], agreed(administrator, key(identity))), { by: director, on: '2029-09-21' })
      .when(approve)
      .thenRecords([
        { type: 'ErasureApproved', data: { step: 'second' } },
        { type: 'SubjectKeyDestroyed', data: { purpose: 'identity' } },
      ]);
  });

  it('leaves the name of who came back to study', () => {
    const back = happened('StudentReinstated', {
      student: ivanova,
      group,
      from: '2025-09-01',
      formOfStudy: 'fullTime',
      individualCurriculum: null,
      order: null,
    });
    const past = asked([identity]);
    given(
      { ...past, [streams.of(ivanova)]: [...(past[streams.of(ivanova)] ?? []), back] },
      {
        by: director,
        on: '2029-09-21',
      },
    )
      .when(approve)
      .thenRefuses({ code: 'RETENTION_NOT_OVER', facts: { basis: 'studying' } });
  });

  it('T-48: a day once given does not move when the college changes its term', () => {
    const early = { ...identity, dueOn: '2027-01-01' };
    given(asked([early]), { by: director, on: '2027-01-01' })
      .when(approve)
      .thenRecords({ type: 'ErasureApproved', data: { keys: [key(identity)] } });
  });

  it('is for administrators, directors and deputies, never for the person, and once', () => {
    given(asked([special]), { by: petrova })
      .when(approve)
      .thenRefuses({ code: 'NOT_PERMITTED' });
    const ownData = requested(administrator, [{ ...special, subject: deputy }], {
      subject: deputy,
      subjectKind: 'staff',
      accounts: [],
    });
    given(graduated({ [`erasure-${erasure}`]: ownData }), { by: deputy })
      .when(approve)
      .thenRefuses({ code: 'OWN_RIGHTS' });
    const done = happened('ErasureApproved', { erasure, step: 'second', keys: [key(special)] as never });
    given(asked([special], done), { by: deputy })
      .when(approve)
      .thenRefuses({ code: 'ALREADY_DONE', facts: { state: 'destroyed' } });
    const declined = happened('ErasureDeclined', { erasure, basis: 'takenBack' });
    given(asked([special], declined), { by: deputy })
      .when(approve)
      .thenRefuses({ code: 'ALREADY_DONE', facts: { state: 'declined' } });
  });

  it('can be declined while something stands', () => {
    given(asked([special]), { by: deputy })
      .when(command('DeclineErasure', { erasure, basis: 'notEntitled' }))
      .thenRecords({ type: 'ErasureDeclined', data: { basis: 'notEntitled' } });
  });
});

describe('taking back the consent to keep contacts', () => {
  const withdraw = (of: string) =>
    command('WithdrawContactConsent', { erasure, account: of, document: null });

  it('destroys them at once, by the person alone or by who records contacts', () => {
    for (const by of [father, administrator, curator])
      given(studying, { by })
        .when(withdraw(father))
        .thenRecords([
          { type: 'ErasureRequested', data: { subjectKind: 'guardian', purposes: ['contact'] } },
          { type: 'ErasureScheduled', data: { terms: [{ basis: 'consentWithdrawn' }] } },
          { type: 'ErasureApproved', data: { step: 'withdrawal' } },
          { type: 'SubjectKeyDestroyed', data: { subject: father, purpose: 'contact' } },
        ]);
    given(studying, { by: own })
      .when(withdraw(own))
      .thenRecords([
        { type: 'ErasureRequested', data: { subject: ivanova, subjectKind: 'student', accounts: [own] } },
        { type: 'ErasureScheduled' },
        { type: 'ErasureApproved' },
        { type: 'SubjectKeyDestroyed', data: { subject: own } },
      ]);
  });

  it('is not for others, and says where there are none', () => {
    given(studying, { by: petrova }).when(withdraw(father)).thenRefuses({ code: 'NOT_PERMITTED' });
    given(world(account), { by: own }).when(withdraw(own)).thenRefuses({ code: 'NOT_FOUND' });
  });
});
