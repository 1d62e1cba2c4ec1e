import type { CommandNamed } from '../../src/decisions/register.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import {
  administrator,
  command,
  courseUnit,
  group,
  happened,
  ivanova,
  petrova,
  world,
} from '../support/world.ts';

const office = { by: administrator };
const [curriculum, next] = ['curriculum', 'next curriculum'].map(idOf) as [string, string];
const line = (changes: Partial<CommandNamed<'AdoptCurriculum'>['data']['items'][number]> = {}) => ({
  courseUnit,
  semester: 1,
  hours: 4,
  weeklyHours: 2,
  formOfControl: 'exam' as const,
  ...changes,
});
const lines = {
  curriculum,
  programmeKind: 'specialty',
  code: '09.02.07',
  title: 'Информационные системы',
  formOfStudy: 'fullTime',
  intakeYear: 2024,
  student: null,
  effectiveFrom: '2024-09-01',
  items: [line()],
  order: '№ 12',
} as const;
const adopt = (changes: Partial<CommandNamed<'AdoptCurriculum'>['data']> = {}) =>
  command('AdoptCurriculum', { ...lines, items: [line()], ...changes });
const adopted = {
  [`curriculum-${curriculum}`]: [happened('CurriculumAdopted', { ...lines, items: [line()], basedOn: null })],
};
const revise = (changes: Partial<CommandNamed<'ReviseCurriculum'>['data']> = {}) =>
  command('ReviseCurriculum', {
    curriculum,
    effectiveFrom: '2025-01-09',
    items: [line(), line({ semester: 2, hours: 40 })],
    order: null,
    reason: 'Новый стандарт',
    ...changes,
  });

describe('a curriculum', () => {
  it('R-REF-09, R-REF-10: is adopted for a programme with hours and forms of control by semester', () => {
    given(world(), office)
      .when(adopt())
      .thenRecords({
        type: 'CurriculumAdopted',
        data: { code: '09.02.07', items: [{ semester: 1, hours: 4, formOfControl: 'exam' }], basedOn: null },
      });
    given(world(adopted), office).when(adopt()).thenRefuses({ code: 'ALREADY_EXISTS' });
    given(world(), { by: petrova }).when(adopt()).thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('R-PRM-05: may be one student’s own, who must be known', () => {
    given(world(), office)
      .when(adopt({ student: ivanova, formOfStudy: 'correspondence' }))
      .thenRecords({ type: 'CurriculumAdopted', data: { student: ivanova } });
    given(world(), office)
      .when(adopt({ student: idOf('stranger') }))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'student' } });
  });

  it('names course units there are, each once a semester', () => {
    given(world(), office)
      .when(adopt({ items: [line(), line({ hours: 9 })] }))
      .thenRefuses({ code: 'ALREADY_EXISTS', facts: { what: 'curriculumLine', semester: 1 } });
    given(world(), office)
      .when(adopt({ items: [line({ courseUnit: idOf('no unit') })] }))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'courseUnit' } });
  });

  it('T-48: is revised for a reason, from a date on, never behind its last version', () => {
    given(world(adopted), office)
      .when(revise())
      .thenRecords(
        {
          type: 'CurriculumRevised',
          data: { effectiveFrom: '2025-01-09' },
          sealed: { reason: 'Новый стандарт' },
        },
        { occurredOn: '2025-01-09' },
      );
    given(world(adopted), office)
      .when(revise({ reason: ' ' }))
      .thenRefuses({ code: 'REASON_REQUIRED' });
    given(world(adopted), office)
      .when(revise({ effectiveFrom: '2024-08-31' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE', facts: { from: '2024-09-01' } });
    given(world(), office)
      .when(revise())
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'curriculum' } });
  });

  it('R-REF-19: is a template for the next year', () => {
    const copy = command('CopyCurriculum', {
      curriculum: next,
      from: curriculum,
      intakeYear: 2025,
      student: null,
      effectiveFrom: '2025-09-01',
      order: null,
    });
    given(world(adopted), office)
      .when(copy)
      .thenRecords({
        type: 'CurriculumAdopted',
        data: { curriculum: next, intakeYear: 2025, basedOn: curriculum, items: [{ hours: 4 }] },
      });
    given(world(), office).when(copy).thenRefuses({ code: 'NOT_FOUND' });
  });

  it('is assigned to a group from a day on, unless it is one student’s own', () => {
    const assign = command('AssignCurriculum', { group, curriculum, from: '2024-09-01' });
    given(world(adopted), office)
      .when(assign)
      .thenRecords({ type: 'GroupCurriculumAssigned', data: { group, curriculum } });
    const own = {
      [`curriculum-${curriculum}`]: [
        happened('CurriculumAdopted', { ...lines, items: [line()], student: ivanova, basedOn: null }),
      ],
    };
    given(world(own), office).when(assign).thenRefuses({ code: 'WRONG_KIND' });
    const past = world({
      ...adopted,
      [`group-${group}`]: [happened('GroupCurriculumAssigned', { group, curriculum, from: '2024-09-01' })],
    });
    given(past, office).when(assign).thenNothingChanges();
  });
});
