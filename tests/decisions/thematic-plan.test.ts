import type { CommandNamed } from '../../src/decisions/register.ts';
import { under } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import { adoptPlan, plan, planned, powers, roots, studying, together, topic } from '../support/programme.ts';
import {
  administrator,
  algebra,
  autumn,
  command,
  courseUnit,
  first,
  group,
  happened,
  orlov,
  petrova,
  streams,
  world,
} from '../support/world.ts';

const inTime = { on: '2024-08-30' };
const reason = 'Карантин';
const adjust = (items: CommandNamed<'AdjustThematicPlan'>['data']['items'], why = reason) =>
  command('AdjustThematicPlan', { plan, journal: algebra, items, reason: why });
const copy = (journal: string | null) =>
  command('CopyThematicPlan', { plan: idOf('copy'), from: plan, journal });
const held = (planItem: string) =>
  happened('LessonRecordCorrected', {
    journal: algebra,
    lesson: first,
    deliveryForm: 'inPerson',
    workTypes: ['lessonWork'],
    planItem,
    attendanceBasis: 'presence',
  });

describe('a thematic plan', () => {
  it('R-REF-12: is entered for a group and the whole year by who has the page, even before the load begins', () => {
    given(world(studying), inTime)
      .when(adoptPlan())
      .thenRecords(
        [
          { type: 'ThematicPlanAdopted', data: { academicYear: 2024, hours: 6, curriculumHours: 6 } },
          {
            type: 'ThematicPlanItemSet',
            data: { item: roots, place: 1, hours: 4 },
            sealed: { topic: 'Корни' },
          },
          { type: 'ThematicPlanItemSet', data: { item: powers, place: 2 } },
          { type: 'ThematicPlanAttached', data: { journal: algebra, plan } },
        ],
        { right: 'teacher' },
      );
    given(world(), { ...inTime, by: orlov })
      .when(adoptPlan())
      .thenRefuses({ code: 'NOT_IN_LOAD' });
    given(world(), { ...inTime, by: administrator })
      .when(adoptPlan())
      .thenRefuses({ code: 'NOT_PERMITTED' });
    given(world(planned), inTime).when(adoptPlan()).thenRefuses({ code: 'ALREADY_EXISTS' });
  });

  it.each([
    ['001', '001 §5.5.2'],
    ['002', '002 §3.3 L40'],
  ])('R-REF-13: is refused under %s when its hours do not equal the curriculum (%s)', (preset, clause) => {
    given(world(together(studying, under(preset))), inTime)
      .when(adoptPlan([topic(roots, 4)]))
      .thenRefuses({
        code: 'HOURS_DO_NOT_ADD_UP',
        facts: { with: 'curriculum', planned: 4, wanted: 6, difference: -2 },
        parameter: 'thematicPlan.hoursMustEqual',
        clause,
      });
  });

  it('R-REF-13: must under 001 equal the work programme too', () => {
    const programme = {
      [`workProgramme-${courseUnit}`]: [
        happened('WorkProgrammeSet', { courseUnit, academicYear: 2024, hours: 8 }),
      ],
    };
    given(world(together(studying, under('001'), programme)), inTime)
      .when(adoptPlan())
      .thenRefuses({ code: 'HOURS_DO_NOT_ADD_UP', facts: { with: 'workProgramme', planned: 6, wanted: 8 } });
  });

  it('R-REF-13: is taken under 004 with a warning, and under 003 without one', () => {
    given(world(together(studying, under('004'))), inTime)
      .when(adoptPlan([topic(roots, 4)]))
      .thenRecords(
        [{ type: 'ThematicPlanAdopted' }, { type: 'ThematicPlanItemSet' }, { type: 'ThematicPlanAttached' }],
        {
          warnings: [{ code: 'HOURS_DO_NOT_ADD_UP', clause: '004 §5.3', facts: { planned: 4, wanted: 6 } }],
        },
      );
    given(world(studying), inTime)
      .when(adoptPlan([topic(roots, 4)]))
      .thenRecords(
        [{ type: 'ThematicPlanAdopted' }, { type: 'ThematicPlanItemSet' }, { type: 'ThematicPlanAttached' }],
        {
          warnings: [],
        },
      );
  });

  it('R-REF-12: is due under 001 before classes, under 004 before the year; late is flagged', () => {
    given(world(together(studying, under('001'))), { on: '2024-09-01' })
      .when(adoptPlan())
      .thenRecords(
        [
          { type: 'ThematicPlanAdopted' },
          ...Array.from({ length: 2 }, () => ({ type: 'ThematicPlanItemSet' as const })),
          { type: 'ThematicPlanAttached' },
        ],
        {
          rule: { parameter: 'thematicPlan.deadline', deadline: '2024-09-01', late: false },
        },
      );
    given(world(together(studying, under('004'))), { on: '2024-09-01' })
      .when(adoptPlan())
      .thenRecords(
        [
          { type: 'ThematicPlanAdopted' },
          ...Array.from({ length: 2 }, () => ({ type: 'ThematicPlanItemSet' as const })),
          { type: 'ThematicPlanAttached' },
        ],
        { rule: { deadline: '2024-08-31', late: true } },
      );
  });

  it('R-REF-15: is adjusted during the year for a reason; a topic that a lesson followed stays', () => {
    given(world(planned))
      .when(adjust([topic(roots, 6)]))
      .thenRecords([
        { type: 'ThematicPlanAdjusted', data: { hours: 6 }, sealed: { reason } },
        { type: 'ThematicPlanItemSet', data: { item: roots, hours: 6 } },
        { type: 'ThematicPlanItemDropped', data: { item: powers } },
      ]);
    given(world(planned))
      .when(adjust([topic(roots, 6)], ''))
      .thenRefuses({ code: 'REASON_REQUIRED' });
    given(world(together(planned, { [streams.page]: [held(powers)] })))
      .when(adjust([topic(roots, 6)]))
      .thenRefuses({ code: 'ENTRIES_REMAIN', facts: { lessons: 1 } });
    given(world())
      .when(adjust([topic(roots, 6)]))
      .thenRefuses({ code: 'NOT_FOUND' });
  });

  it('R-REF-14, R-REF-19: is copied for another page of the course unit, or kept as a template', () => {
    given(world({ [`thematicPlan-${plan}`]: planned[`thematicPlan-${plan}`] ?? [] }))
      .when(copy(algebra))
      .thenRecords([
        { type: 'ThematicPlanAdopted', data: { basedOn: plan, hours: 6 } },
        { type: 'ThematicPlanItemSet', data: { item: roots, plannedOn: null }, sealed: { topic: 'Корни' } },
        { type: 'ThematicPlanItemSet', data: { item: powers } },
        { type: 'ThematicPlanAttached' },
      ]);
    given(world(planned), { by: administrator })
      .when(copy(null))
      .thenRecords([
        { type: 'ThematicPlanAdopted', data: { group: null, basedOn: plan } },
        { type: 'ThematicPlanItemSet' },
        { type: 'ThematicPlanItemSet' },
      ]);
    given(world(planned)).when(copy(null)).thenRefuses({ code: 'NOT_PERMITTED' });
    given(world()).when(copy(algebra)).thenRefuses({ code: 'NOT_FOUND' });
  });

  it('is attached to other pages of its group and course unit', () => {
    const attach = command('AttachThematicPlan', { journal: algebra, plan });
    given(world({ [`thematicPlan-${plan}`]: planned[`thematicPlan-${plan}`] ?? [] }))
      .when(attach)
      .thenRecords({ type: 'ThematicPlanAttached' });
    given(world(planned)).when(attach).thenNothingChanges();
    given(world())
      .when(attach)
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'thematicPlan' } });
  });

  it('R-REF-15: keeps a topic that a lesson of another page followed, whichever page it is adjusted from', () => {
    const spring = idOf('algebra in spring');
    const past = together(planned, {
      [`journal-${spring}`]: [
        happened('JournalOpened', {
          journal: spring,
          group,
          subgroup: null,
          courseUnit,
          period: autumn,
          scale: 'fivePoint',
          attestationForm: 'exam',
        }),
        happened('JournalTeacherAssigned', {
          journal: spring,
          account: petrova,
          from: '2024-09-01',
          order: null,
        }),
        happened('ThematicPlanAttached', { journal: spring, plan }),
      ],
      [streams.group]: [happened('GroupJournalOpened', { group, journal: spring, period: autumn })],
      [streams.page]: [held(roots)],
    });
    given(world(past))
      .when(command('AdjustThematicPlan', { plan, journal: spring, items: [topic(powers, 6)], reason }))
      .thenRefuses({ code: 'ENTRIES_REMAIN', facts: { lessons: 1 } });
  });
});
