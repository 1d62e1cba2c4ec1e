import type { CommandNamed } from '../../src/decisions/register.ts';
import { adopted, regulationChanged } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import {
  administrator,
  algebra,
  autumn,
  command,
  courseUnit,
  happened,
  orlov,
  petrova,
  streams,
  world,
} from '../support/world.ts';

const programme = (changes: Partial<CommandNamed<'SetWorkProgramme'>['data']> = {}) =>
  command('SetWorkProgramme', {
    journal: algebra,
    hours: 6,
    contents: 'Модуль 1. Корни и степени',
    codifier: '1.1 Корень',
    reason: null,
    ...changes,
  });
const written = {
  [`workProgramme-${courseUnit}`]: [
    happened('WorkProgrammeSet', { courseUnit, academicYear: 2024, hours: 6 }),
  ],
};
const controlWork = idOf('control work');
const plan = (changes: Partial<CommandNamed<'PlanControlWork'>['data']> = {}) =>
  command('PlanControlWork', {
    journal: algebra,
    controlWork,
    workType: 'control',
    plannedOn: '2024-10-01',
    topic: 'Корни',
    reason: null,
    ...changes,
  });
const inSchedule = {
  [streams.page]: [
    happened('ControlWorkPlanned', {
      journal: algebra,
      controlWork,
      workType: 'control',
      plannedOn: '2024-10-01',
    }),
  ],
};

describe('the schedule of control works behind a lock', () => {
  it('R-PA-09, T-49: stays as it is', () => {
    const locked = { [streams.period]: [happened('AttestationPeriodLocked', { period: autumn })] };
    const data = { journal: algebra, controlWork, workType: 'control', plannedOn: '2024-10-01' } as const;
    const planned = { [streams.page]: [happened('ControlWorkPlanned', data)] };
    given(world(locked))
      .when(command('PlanControlWork', { ...data, topic: null, reason: null }))
      .thenRefuses({ code: 'PERIOD_LOCKED' });
    given(world({ ...locked, ...planned }))
      .when(command('DropControlWork', { journal: algebra, controlWork, reason: 'Карантин' }))
      .thenRefuses({ code: 'PERIOD_LOCKED' });
  });
});

describe('a work programme', () => {
  it('R-REF-11: is written by 30 August with its contents and codifier; later is late', () => {
    given(world(), { on: '2024-08-30' })
      .when(programme())
      .thenRecords(
        {
          type: 'WorkProgrammeSet',
          data: { courseUnit, academicYear: 2024, hours: 6 },
          sealed: { contents: 'Модуль 1. Корни и степени', codifier: '1.1 Корень' },
        },
        { rule: { parameter: 'workProgramme.deadline', deadline: '2024-08-30', late: false } },
      );
    given(world(), { on: '2024-08-31' })
      .when(programme())
      .thenRecords({ type: 'WorkProgrammeSet' }, { rule: { late: true } });
  });

  it('R-REF-15: is adjusted all year for a reason, by who teaches the course unit', () => {
    given(world(written)).when(programme()).thenRefuses({ code: 'REASON_REQUIRED' });
    given(world(written))
      .when(programme({ hours: 8, reason: 'Уточнение' }))
      .thenRecords({ type: 'WorkProgrammeSet', data: { hours: 8 }, sealed: { reason: 'Уточнение' } });
    given(world(), { by: orlov }).when(programme()).thenRefuses({ code: 'NOT_IN_LOAD' });
  });

  it('R-REF-16, R-MRK-12: has grading criteria: what is required, kinds of work, days for checking', () => {
    const criteria = command('SetGradingCriteria', {
      journal: algebra,
      workTypes: ['control', 'written'],
      checkingDays: 7,
      criteria: '5: без ошибок',
    });
    given(world())
      .when(criteria)
      .thenRecords({
        type: 'GradingCriteriaSet',
        data: { courseUnit, checkingDays: 7, workTypes: ['control', 'written'] },
        sealed: { criteria: '5: без ошибок' },
      });
    given(world(), { by: orlov }).when(criteria).thenRefuses({ code: 'NOT_IN_LOAD' });
  });
});

describe('the schedule of control works', () => {
  it('R-CAL-09: holds control works of the period, and may be adjusted for a reason', () => {
    given(world())
      .when(plan())
      .thenRecords(
        { type: 'ControlWorkPlanned', data: { plannedOn: '2024-10-01' } },
        { occurredOn: '2024-10-01' },
      );
    given(world(inSchedule)).when(plan()).thenNothingChanges();
    given(world(inSchedule))
      .when(plan({ plannedOn: '2024-10-08' }))
      .thenRefuses({ code: 'REASON_REQUIRED' });
    given(world(inSchedule))
      .when(plan({ plannedOn: '2024-10-08', reason: 'Перенос' }))
      .thenRecords({ type: 'ControlWorkPlanned', sealed: { reason: 'Перенос' } });
    given(world())
      .when(plan({ plannedOn: '2025-01-20' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE', facts: { until: '2024-12-28' } });
  });

  it('R-CAL-09: loses one only for a reason', () => {
    const drop = (reason: string) => command('DropControlWork', { journal: algebra, controlWork, reason });
    given(world(inSchedule)).when(drop('Отменена')).thenRecords({ type: 'ControlWorkDropped' });
    given(world(inSchedule)).when(drop(' ')).thenRefuses({ code: 'REASON_REQUIRED' });
    given(world())
      .when(drop('Отменена'))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'controlWork' } });
  });
});

describe('the teaching load', () => {
  const load = (account: string, hours = 72) =>
    command('AssignTeachingLoad', {
      journal: algebra,
      account,
      hours,
      tariff: 'Тарификация 2024/25',
      order: null,
    });
  const office = { by: administrator };

  it('R-CAL-07: gives a teacher of the page so many hours of it, by a tariff', () => {
    given(world(), office)
      .when(load(petrova))
      .thenRecords({ type: 'TeachingLoadAssigned', data: { hours: 72, tariff: 'Тарификация 2024/25' } });
    const past = world({
      [streams.page]: [
        happened('TeachingLoadAssigned', {
          journal: algebra,
          account: petrova,
          hours: 72,
          tariff: 'Тарификация 2024/25',
          order: null,
        }),
      ],
    });
    given(past, office).when(load(petrova)).thenNothingChanges();
    given(past, office).when(load(petrova, 70)).thenRecords({ type: 'TeachingLoadAssigned' });
  });

  it('is nobody’s who does not have the page, and only the administration distributes it', () => {
    given(world(), office)
      .when(load(orlov))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'teacher' } });
    given(world()).when(load(petrova)).thenRefuses({ code: 'NOT_PERMITTED' });
  });
});

describe('a regulation that changes during the year', () => {
  it('T-48: does not make a late work programme timely', () => {
    const changed = regulationChanged('2024-09-01', { 'workProgramme.deadline': null });
    given(world({ [streams.regulation]: [adopted('003'), changed] }), { on: '2024-09-10' })
      .when(programme())
      .thenRecords({ type: 'WorkProgrammeSet' }, { rule: { deadline: '2024-08-30', late: true } });
  });
});
