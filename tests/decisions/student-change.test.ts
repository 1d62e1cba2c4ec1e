import type { CommandNamed } from '../../src/decisions/register.ts';
import type { PresetKey } from '../../src/policies/regulation/presets.ts';
import { given } from '../support/given.ts';
import { formed, office, order, other } from '../support/movements.ts';
import { idOf } from '../support/names.ts';
import type { History } from '../support/pure-ledger.ts';
import {
  college,
  command,
  curator,
  father,
  group,
  happened,
  ivanova,
  newcomer,
  petrova,
  smirnov,
  streams,
  withRole,
  world,
} from '../support/world.ts';

const request = idOf('request');
const name = { familyName: 'Кузнецова', givenName: 'Анна', patronymic: null };
const asking = { by: curator, on: '2024-09-20' };
const ask = (changes: Partial<CommandNamed<'RequestStudentChange'>['data']> = {}) =>
  command('RequestStudentChange', {
    request,
    kind: 'surnameChange',
    student: ivanova,
    group: null,
    toGroup: null,
    on: '2024-09-23',
    name,
    details: 'Свидетельство о браке',
    ...changes,
  });
const asked = (
  kind: CommandNamed<'RequestStudentChange'>['data']['kind'],
  sealed: Readonly<Record<string, string>> = { familyName: 'Кузнецова', givenName: 'Анна' },
): History => ({
  [`changeRequest-${request}`]: [
    happened(
      'StudentChangeRequested',
      { request, kind, student: ivanova, group, toGroup: null, on: '2024-09-23' },
      sealed,
    ),
  ],
});
const accept = (given: typeof order | null = order) =>
  command('AcceptStudentChange', { request, order: given });
const adopted = (preset: PresetKey): History => ({
  [streams.regulation]: [happened('RegulationAdopted', { college, preset })],
});

describe('a request about a student', () => {
  it.each([
    ['a new enrolment', { kind: 'enrolment', student: null, group, on: null }],
    ['a departure', { kind: 'departure', name: null }],
    ['a transfer', { kind: 'transfer', toGroup: other, name: null }],
    ['another surname', {}],
    ['other data', { kind: 'personalData', on: null }],
  ] as const)('R-PRM-02: tells the administrator of %s', (_, changes) => {
    given(world(formed), asking)
      .when(ask(changes))
      .thenRecords({ type: 'StudentChangeRequested', data: { group } }, { right: 'groupCurator' });
  });

  it('keeps names and texts under seal', () => {
    given(world(), asking)
      .when(ask())
      .thenRecords({
        type: 'StudentChangeRequested',
        data: { kind: 'surnameChange', student: ivanova, on: '2024-09-23' },
        sealed: { familyName: 'Кузнецова', givenName: 'Анна', details: 'Свидетельство о браке' },
      });
  });

  it('says all that such a request has to', () => {
    for (const [missing, changes] of [
      ['name', { name: null }],
      ['toGroup', { kind: 'transfer' }],
      ['on', { kind: 'departure', on: null }],
    ] as const)
      given(world(), asking)
        .when(ask(changes))
        .thenRefuses({ code: 'INCOMPLETE_REQUEST', facts: { missing } });
  });

  it('R-REF-06: comes from a guardian too, about their own child', () => {
    given(world(), { ...asking, by: father })
      .when(ask({ kind: 'personalData' }))
      .thenRecords({ type: 'StudentChangeRequested' }, { right: 'legalGuardian' });
    given(world(), { ...asking, by: father })
      .when(ask({ kind: 'personalData', student: smirnov }))
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('comes from the curator of the group, and from no other', () => {
    const stranger = idOf('another curator');
    given(world(withRole(stranger, 'groupCurator')), { ...asking, by: stranger })
      .when(ask())
      .thenRefuses({ code: 'NOT_IN_GROUP' });
    given(world(), { ...asking, by: petrova })
      .when(ask())
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('R-PRM-03: is carried out by the responsible person: another surname with its order', () => {
    given(world(asked('surnameChange')), office)
      .when(accept())
      .thenRecords([
        { type: 'StudentChangeAccepted', data: { student: ivanova } },
        {
          type: 'StudentRenamed',
          data: { on: '2024-09-23', order },
          sealed: { familyName: 'Кузнецова', givenName: 'Анна' },
        },
      ]);
    given(world(asked('surnameChange')), office)
      .when(accept(null))
      .thenRefuses({ code: 'ORDER_REQUIRED' });
    given(world(asked('surnameChange')), asking)
      .when(accept())
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('of a movement is accepted as told: the movement takes a command and an order of its own', () => {
    given(world(asked('departure', {})), office)
      .when(accept(null))
      .thenRecords({ type: 'StudentChangeAccepted' });
  });

  it('is declined with a reason, and answered once', () => {
    const decline = (reason: string) => command('DeclineStudentChange', { request, reason });
    given(world(asked('transfer', {})), office)
      .when(decline('Нет мест'))
      .thenRecords({ type: 'StudentChangeDeclined', sealed: { reason: 'Нет мест' } });
    given(world(asked('transfer', {})), office)
      .when(decline(''))
      .thenRefuses({ code: 'REASON_REQUIRED' });
    const answered = asked('transfer', {})[`changeRequest-${request}`] ?? [];
    const done = happened('StudentChangeAccepted', { request, student: ivanova });
    given(world({ [`changeRequest-${request}`]: [...answered, done] }), office)
      .when(decline('Нет мест'))
      .thenRefuses({ code: 'ALREADY_DONE', facts: { state: 'accepted' } });
    given(world(), office)
      .when(accept())
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'changeRequest' } });
  });
});

describe('a mistake in personal data', () => {
  const correct = (student = ivanova) => command('CorrectStudentData', { student, ...name });

  it('R-REF-05: is put right by the curator where the regulation says so (001 §5.4.1)', () => {
    given(world(adopted('001')), asking)
      .when(correct())
      .thenRecords({ type: 'StudentDataCorrected', data: { request: null } }, { right: 'groupCurator' });
  });

  it.each([
    ['002', '002 §3.2 L32'],
    ['003', '003: silent, D-12'],
    ['004', '004 §3.3; 004 §4.2.2 L215-217; D-12'],
  ] as const)('D-12: is asked for under %s, and the no names the clause', (preset, clause) => {
    given(world(adopted(preset)), asking)
      .when(correct())
      .thenRefuses({
        code: 'NOT_PERMITTED',
        facts: { mode: 'request' },
        parameter: 'personalData.curatorMayEdit',
        clause,
      });
    given(world({ ...asked('personalData'), ...adopted(preset) }), office)
      .when(accept(null))
      .thenRecords([
        { type: 'StudentChangeAccepted' },
        { type: 'StudentDataCorrected', data: { request }, sealed: { familyName: 'Кузнецова' } },
      ]);
  });

  it('is put right by the administration under every regulation, for students there are', () => {
    given(world(), office).when(correct()).thenRecords({ type: 'StudentDataCorrected' });
    given(world(), office).when(correct(newcomer)).thenRefuses({ code: 'NOT_FOUND' });
    given(world(), { ...asking, by: petrova })
      .when(correct())
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });
});
