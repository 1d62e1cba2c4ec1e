import {
  curriculumHandlers,
  groupCurriculumHandlers,
  loadHandlers,
} from '../../projections/curriculum/apply.ts';
import {
  criteriaHandlers,
  planHandlers,
  planItemHandlers,
  programmeLessonHandlers,
  programmePageHandlers,
  workProgrammeHandlers,
} from '../../projections/curriculum/apply-plan.ts';
import { linesOn } from '../../src/policies/programme.ts';
import { inOrder, rowsOf } from '../support/folding.ts';
import { curriculum, plan, planned, powers, roots, studying, together } from '../support/programme.ts';
import { algebra, courseUnit, first, group, happened, petrova, second, world } from '../support/world.ts';

const told = inOrder(world(together(studying, planned)));

describe('the curriculum', () => {
  it('R-REF-09: keeps every version of its lines, each from its day', () => {
    const line = { courseUnit, semester: 1, hours: 90, weeklyHours: 4, formOfControl: null };
    const revised = happened('CurriculumRevised', {
      curriculum,
      effectiveFrom: '2025-01-09',
      items: [line],
      order: null,
    });
    const [row] = rowsOf(curriculumHandlers, ...told, revised);
    expect(row).toMatchObject({ curriculum, intakeYear: 2024, student: null, basedOn: null });
    const versions = row?.versions ?? [];
    expect(linesOn(versions, '2025-01-08').map(({ hours }) => hours)).toEqual([4, 2]);
    expect(linesOn(versions, '2025-01-09').map(({ hours }) => hours)).toEqual([90]);
    expect(linesOn(versions, '2020-01-01').map(({ hours }) => hours)).toEqual([4, 2]);
    expect(rowsOf(groupCurriculumHandlers, ...told)).toEqual([{ group, curriculum, from: '2024-09-01' }]);
  });
});

describe('the teaching load', () => {
  it('R-CAL-07: has the hours of a teacher for a page, and nothing once the teacher is released', () => {
    const load = happened('TeachingLoadAssigned', {
      journal: algebra,
      account: petrova,
      hours: 72,
      tariff: '№ 1',
      order: null,
    });
    const released = happened('JournalTeacherReleased', { journal: algebra, account: petrova });
    expect(rowsOf(loadHandlers, ...told)).toMatchObject([{ account: petrova, hours: null }]);
    expect(rowsOf(loadHandlers, ...told, load)).toMatchObject([{ hours: 72, tariff: '№ 1' }]);
    expect(rowsOf(loadHandlers, ...told, load, released)).toEqual([]);
  });
});

describe('the thematic plans', () => {
  it('R-REF-12, R-REF-15: hold their topics as they were last adjusted', () => {
    expect(rowsOf(planHandlers, ...told)).toMatchObject([{ plan, hours: 6, academicYear: 2024 }]);
    const adjusted = [
      happened('ThematicPlanAdjusted', { plan, hours: 4, curriculumHours: null }, { reason: 'Карантин' }),
      happened('ThematicPlanItemDropped', { plan, item: powers }),
    ];
    expect(rowsOf(planHandlers, ...told, ...adjusted)).toMatchObject([{ hours: 4, curriculumHours: null }]);
    expect(rowsOf(planItemHandlers, ...told, ...adjusted)).toMatchObject([{ item: roots, topic: 'Корни' }]);
    expect(rowsOf(programmePageHandlers, ...told)).toMatchObject([{ journal: algebra, plan }]);
  });

  it('R-LES-13, T-31: count lessons that are delivered; a cancelled one counts no more', () => {
    const cancelled = happened('LessonCancelled', { journal: algebra, lesson: second });
    const held = happened('LessonRecordCorrected', {
      journal: algebra,
      lesson: first,
      deliveryForm: 'inPerson',
      workTypes: ['lessonWork'],
      planItem: roots,
      attendanceBasis: 'presence',
    });
    expect(rowsOf(programmeLessonHandlers, ...told, held, cancelled)).toMatchObject([
      { lesson: first, status: 'conducted', planItem: roots, academicHours: 2 },
      { lesson: second, status: 'cancelled' },
    ]);
  });
});

describe('what a course unit teaches and asks for', () => {
  it('R-REF-11, R-REF-16: is its work programme of each year, and its criteria as they stand', () => {
    const set = (academicYear: number, hours: number) =>
      happened('WorkProgrammeSet', { courseUnit, academicYear, hours }, { contents: `${hours} ч` });
    expect(rowsOf(workProgrammeHandlers, set(2024, 6), set(2025, 8), set(2024, 7))).toMatchObject([
      { academicYear: '2024', hours: 7, contents: '7 ч', codifier: null },
      { academicYear: '2025', hours: 8 },
    ]);
    const criteria = happened(
      'GradingCriteriaSet',
      { courseUnit, workTypes: ['control'], checkingDays: 7 },
      { criteria: '5: без ошибок' },
    );
    expect(rowsOf(criteriaHandlers, criteria)).toMatchObject([
      { checkingDays: 7, criteria: '5: без ошибок' },
    ]);
  });
});
