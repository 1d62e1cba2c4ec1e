import type { CommandNamed } from '../../decisions/register.ts';
import { plusDays } from '../../policies/calendar.ts';
import { academicYearOf } from '../../policies/programme.ts';
import { act, type Act } from '../act.ts';
import { teacherOn } from '../pages.ts';
import { dayIn, type Plan } from '../plan.ts';
import type { DemoUnit } from '../units.ts';

/** Academic hours of a course unit in a semester: two for each lesson of sixteen weeks. */
export const semesterHours = ({ lessonsPerWeek }: DemoUnit): number => lessonsPerWeek * 2 * 16;

const linesOf = (plan: Plan): CommandNamed<'AdoptCurriculum'>['data']['items'] =>
  plan.college.units.flatMap((unit) =>
    unit.years
      .flatMap((year) => [2 * year - 1, 2 * year])
      .map((semester) => ({
        courseUnit: plan.id(`unit ${unit.code}`),
        semester,
        hours: semesterHours(unit),
        weeklyHours: unit.lessonsPerWeek * 2,
        formOfControl: unit.attestationForm,
      })),
  );

/** The year of intake of a group that is in its year of study during the running semester. */
const intakeOf = ({ college, running }: Plan, group: number): number => {
  const year = (college.groups[group]?.year ?? 1) + (college.promotion === 'year' ? 1 : 0);
  return academicYearOf(running.from) - year + 1;
};

/** Course units take their places, a curriculum for each year of intake is adopted, one of them is revised. */
export const curriculumActs = (plan: Plan): readonly Act[] => {
  const { college, calendar, finished, running } = plan;
  const by = plan.id('deputy');
  const at = (time: string) => calendar.at(plusDays(finished.from, -12), time);
  const unit = (code: string): string => plan.id(`unit ${code}`);
  const module = college.units.find(({ kind }) => kind === 'professionalModule');
  const intakes = [...new Set(college.groups.map((_, group) => intakeOf(plan, group)))];
  const curriculum = (intake: number): string => plan.id(`curriculum ${intake}`);
  const [first] = intakes;
  return [
    ...college.units
      .filter(
        ({ kind }) => kind === 'practice' || (kind === 'interdisciplinaryCourse' && module !== undefined),
      )
      .map(({ code, kind }) =>
        act(at('10:02'), by, 'PlaceCourseUnit', {
          courseUnit: unit(code),
          module: module ? unit(module.code) : null,
          practiceKind: kind === 'practice' ? 'training' : null,
        }),
      ),
    ...intakes.map((intakeYear) =>
      act(at('10:12'), by, 'AdoptCurriculum', {
        curriculum: curriculum(intakeYear),
        programmeKind: 'specialty',
        code: '09.02.07',
        title: 'Информационные системы и программирование (демо)',
        formOfStudy: 'fullTime',
        intakeYear,
        student: null,
        effectiveFrom: finished.from,
        items: linesOf(plan),
        order: '№ 5-у (демо)',
      }),
    ),
    ...college.groups.map((_, group) =>
      act(at('10:22'), by, 'AssignCurriculum', {
        group: plan.id(`group ${group}`),
        curriculum: curriculum(intakeOf(plan, group)),
        from: finished.from,
      }),
    ),
    ...(first === undefined
      ? []
      : [
          act(calendar.at(dayIn(plan, running, 2, 1), '10:32'), by, 'ReviseCurriculum', {
            curriculum: curriculum(first),
            effectiveFrom: dayIn(plan, running, 3, 0),
            items: linesOf(plan).map((line) => ({ ...line, hours: line.hours + 2 })),
            order: '№ 6-у (демо)',
            reason: 'Добавлены часы на практическую подготовку',
          }),
        ]),
  ];
};

/** The load of the running semester: hours for every teacher of every page. */
export const loadActs = (plan: Plan): readonly Act[] =>
  plan.running.pages.map((page) =>
    act(plan.calendar.at(plusDays(plan.running.from, -9), '10:42'), plan.id('deputy'), 'AssignTeachingLoad', {
      journal: page.id,
      account: teacherOn(page, plan.running.from),
      hours: semesterHours(page.unit),
      tariff: 'Тарификация (демо)',
      order: null,
    }),
  );
