import type { PresetKey } from '../../src/policies/regulation/presets.ts';
import type { Role } from '../../src/policies/access.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import {
  administrator,
  algebra,
  autumn,
  college,
  command,
  curator,
  deputy,
  happened,
  ivanova,
  petrova,
  streams,
  withRole,
  world,
} from '../support/world.ts';

const [head, office] = [idOf('department head'), idOf('office head')];
const under = (preset: PresetKey, more = {}) =>
  world({
    [streams.regulation]: [happened('RegulationAdopted', { college, preset })],
    ...withRole(head, 'departmentHead'),
    ...withRole(office, 'academicOfficeHead'),
    ...more,
  });
const on = (by: string, day = '2024-10-01') => ({ by, on: day });

const page = { kind: 'page', id: algebra } as const;
const control = (more = {}) =>
  command('CarryOutControl', {
    control: idOf('control'),
    of: page,
    on: '2024-09-30',
    findings: 2,
    summary: 'Темы записаны не все',
    ...more,
  });

describe('a control of how the journal is kept', () => {
  it.each<[string, PresetKey, string, Role, string]>([
    ['R-MON-02', '001', head, 'departmentHead', '001 §5.3.1; 001 §7.2'],
    ['R-MON-03', '001', administrator, 'journalAdministrator', '001 §5.3.1; 001 §7.2'],
    ['R-MON-04', '002', office, 'academicOfficeHead', '002 §3.4 L50'],
    ['R-MON-05', '004', deputy, 'deputyDirector', '004 §3.6'],
  ])('%s: under %s is recorded by whose duty it is', (_, preset, by, right, clause) => {
    given(under(preset), on(by))
      .when(control())
      .thenRecords(
        {
          type: 'ControlCarriedOut',
          data: { of: page, findings: 2 },
          sealed: { summary: 'Темы записаны не все' },
        },
        { right, occurredOn: '2024-09-30', rule: { parameter: 'control.frequency', clause } },
      );
  });

  it('R-MON-14: is nobody’s whom the regulation does not name for it', () => {
    given(under('001'), on(deputy))
      .when(control())
      .thenRefuses({ code: 'NOT_PERMITTED', clause: '001 §5.3.1; 001 §7.2' });
    given(under('004'), on(administrator))
      .when(control())
      .thenRefuses({ code: 'NOT_PERMITTED', clause: '004 §3.6' });
    for (const by of [petrova, curator])
      given(under('001'), on(by)).when(control()).thenRefuses({ code: 'NOT_PERMITTED', clause: null });
  });

  it('R-MON-14, T-50: lets nobody who controls change the journal', () => {
    for (const by of [head, office, deputy, administrator])
      given(under('001'), on(by, '2024-09-03'))
        .when(
          command('RecordMark', {
            journal: algebra,
            lesson: idOf('first lesson'),
            student: ivanova,
            workType: 'control',
            value: '5',
          }),
        )
        .thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('is of what is there, and not of a day to come', () => {
    const nowhere = idOf('nowhere');
    for (const kind of ['page', 'group', 'department'] as const)
      given(under('001'), on(head))
        .when(control({ of: { kind, id: nowhere } }))
        .thenRefuses({ code: 'NOT_FOUND' });
    given(under('001'), on(head))
      .when(control({ on: '2024-10-02' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
  });
});

const check = (more = {}) =>
  command('CheckPeriodEnd', { period: autumn, pages: 12, findings: 1, conclusion: null, ...more });

describe('the checklist of a period', () => {
  it.each([
    ['2024-12-28', false],
    ['2024-12-29', true],
  ])('R-MON-07: under 001 gone through on %s is late: %s', (day, late) => {
    given(under('001'), on(deputy, day))
      .when(check())
      .thenRecords(
        {
          type: 'PeriodEndChecked',
          data: {
            period: autumn,
            checks: ['filling', 'programmeDelivery', 'markObjectivity', 'controlWorks'],
            pages: 12,
          },
        },
        { rule: { parameter: 'control.periodEndCheck', clause: '001 §7.3', deadline: '2024-12-28', late } },
      );
  });

  it('R-MON-07: is in time where it was gone through in time once, whenever it is gone through again', () => {
    const data = { period: autumn, checks: ['filling' as const], pages: 1, findings: 0 };
    const before = { [`periodEnd-${autumn}`]: [happened('PeriodEndChecked', data)] };
    given(under('001', before), on(deputy, '2025-01-20'))
      .when(check())
      .thenRecords({ type: 'PeriodEndChecked' }, { rule: { deadline: '2024-12-28', late: false } });
  });

  it('R-MON-07: under 004 has criteria and no day, under 002 its own people', () => {
    given(under('004'), on(deputy, '2025-02-01'))
      .when(check())
      .thenRecords(
        {
          type: 'PeriodEndChecked',
          data: { checks: ['programmeDelivery', 'markObjectivity', 'controlWorks'] },
        },
        { rule: { clause: '004 §5.3', deadline: null, late: false } },
      );
    given(under('002'), on(head, '2024-12-28'))
      .when(check())
      .thenRefuses({ code: 'NOT_PERMITTED', clause: '002 §3.4 L53' });
    given(under('001'), on(deputy, '2024-08-31')).when(check()).thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(under('001'), on(deputy, '2024-12-28'))
      .when(check({ period: idOf('nowhere') }))
      .thenRefuses({ code: 'NOT_FOUND' });
  });
});
