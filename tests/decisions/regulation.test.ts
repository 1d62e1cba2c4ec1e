import type { CommandNamed } from '../../src/decisions/register.ts';
import { regulationChanged } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import { told } from '../support/pure-ledger.ts';
import {
  administrator,
  college,
  command,
  deputy,
  happened,
  streams,
  withRole,
  world,
} from '../support/world.ts';

const { regulation } = streams;
const office = { by: administrator, on: '2024-09-24' };
const director = idOf('director');
const reason = 'Решение педагогического совета';
const change = idOf('change');
const WINDOW = 'currentMark.editWindowDays';

type Proposed = CommandNamed<'ProposeRegulationChange'>['data'];
const values = (parameter: string, value: unknown): Proposed['values'] => [
  { parameter, value, clause: null },
];
const propose = (changes: Partial<Proposed> = {}) =>
  command('ProposeRegulationChange', {
    change,
    values: values(WINDOW, 14),
    effectiveFrom: '2024-10-01',
    order: 'Приказ № 7 от 20.09.2024',
    reason,
    ...changes,
  });
const confirm = command('ConfirmRegulationChange', { change });
const decline = (why = reason) => command('DeclineRegulationChange', { change, reason: why });

const proposed = (by = administrator) =>
  told(
    happened(
      'RegulationChangeProposed',
      {
        college,
        change,
        effectiveFrom: '2024-10-01',
        values: [{ parameter: WINDOW, value: 14, clause: 'Приказ № 7' }],
        order: 'Приказ № 7',
      },
      { reason },
    ),
    {
      actor: {
        account: by,
        session: 'session',
        channel: 'graphql',
        role: 'journalAdministrator',
        onBehalfOf: null,
      },
    },
  );
const pending = (by?: string) => world({ ...withRole(director, 'director'), [regulation]: [proposed(by)] });

describe('proposing a change of the regulation', () => {
  it('R-CAL-04, T-48: of an edit window waits for a second person, with its day, order and reason', () => {
    given(world(), office)
      .when(propose())
      .thenRecords({
        type: 'RegulationChangeProposed',
        data: {
          effectiveFrom: '2024-10-01',
          values: [{ parameter: WINDOW, value: 14, clause: 'Приказ № 7 от 20.09.2024' }],
        },
        sealed: { reason },
      });
  });

  it('T-48: never reaches back', () => {
    given(world(), office)
      .when(propose({ effectiveFrom: '2024-09-24' }))
      .thenRecords({ type: 'RegulationChangeProposed' });
    given(world(), office)
      .when(propose({ effectiveFrom: '2024-09-23' }))
      .thenRefuses({
        code: 'DATE_OUT_OF_RANGE',
        facts: { effectiveFrom: '2024-09-23', today: '2024-09-24' },
      });
  });

  it('R-CAL-04: needs the right and a reason', () => {
    given(world()).when(propose()).thenRefuses({ code: 'NOT_PERMITTED' });
    given(world(), { ...office, by: deputy })
      .when(propose())
      .thenRefuses({ code: 'NOT_PERMITTED' });
    given(world(), office)
      .when(propose({ reason: ' ' }))
      .thenRefuses({ code: 'REASON_REQUIRED' });
  });

  it('refuses a parameter there is not, twice the same one, and a value it cannot have', () => {
    given(world(), office)
      .when(propose({ values: values('currentMark.window', 14) }))
      .thenRefuses({ code: 'UNKNOWN_PARAMETER', facts: { index: 0 } });
    given(world(), office)
      .when(propose({ values: [...values(WINDOW, 14), ...values(WINDOW, 15)] }))
      .thenRefuses({ code: 'ALREADY_ASSIGNED', facts: { index: 1, parameter: WINDOW } });
    given(world(), office)
      .when(propose({ values: values(WINDOW, 'две недели') }))
      .thenRefuses({ code: 'IMPOSSIBLE_VALUE', facts: { parameter: WINDOW, fault: 'invalid_type' } });
  });

  it('takes an id once', () => {
    given(pending(), office).when(propose()).thenRefuses({ code: 'ALREADY_EXISTS' });
  });
});

describe('the second person', () => {
  it('confirms: the change holds from its day on, and not before', () => {
    given(pending(), { by: director, on: '2024-09-25' })
      .when(confirm)
      .thenRecords({ type: 'RegulationChangeConfirmed', data: { change } }, { right: 'director' });
  });

  it('is not the one who proposed it', () => {
    given(pending(), office).when(confirm).thenRefuses({ code: 'SECOND_PERSON_REQUIRED' });
    given(pending(idOf('colleague')), office)
      .when(confirm)
      .thenRecords({ type: 'RegulationChangeConfirmed' });
  });

  it('T-48: comes too late once its day has passed', () => {
    given(pending(), { by: director, on: '2024-10-01' })
      .when(confirm)
      .thenRecords({ type: 'RegulationChangeConfirmed' });
    given(pending(), { by: director, on: '2024-10-02' })
      .when(confirm)
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
  });

  it('may decline with a reason, and so may the one who proposed it', () => {
    given(pending(), { by: director, on: '2024-09-25' })
      .when(decline())
      .thenRecords({ type: 'RegulationChangeDeclined', sealed: { reason } });
    given(pending(), office).when(decline()).thenRecords({ type: 'RegulationChangeDeclined' });
    given(pending(), office).when(decline(' ')).thenRefuses({ code: 'REASON_REQUIRED' });
  });

  it('decides once, about a change that was proposed', () => {
    given(world(), office).when(confirm).thenRefuses({ code: 'NOT_FOUND' });
    const done = happened('RegulationChangeConfirmed', { college, change });
    given(world({ ...withRole(director, 'director'), [regulation]: [proposed(), done] }), {
      by: director,
      on: '2024-09-25',
    })
      .when(decline())
      .thenRefuses({ code: 'ALREADY_DONE', facts: { state: 'inForce' } });
    given(world({ [regulation]: [regulationChanged('2024-09-20', { [WINDOW]: 14 })] }), office)
      .when(command('ConfirmRegulationChange', { change: idOf('change of 2024-09-20') }))
      .thenRefuses({ code: 'ALREADY_DONE' });
  });
});
