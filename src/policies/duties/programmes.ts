import { overlap } from '../academic-year.ts';
import { earlier, type PlainDate } from '../calendar.ts';
import { planDeadline } from '../programme.ts';
import { dutyKey, type Owed } from './duty.ts';
import type { Inquiry, PageFact } from './facts.ts';
import { owed, TEACHERS } from './owing.ts';

const teachersOf = (pages: readonly PageFact[]): readonly string[] => [
  ...new Set(pages.flatMap(({ teachers }) => teachers)),
];

const firstLessonOf = (pages: readonly PageFact[]): PlainDate | null =>
  pages
    .flatMap(({ firstLesson }) => firstLesson ?? [])
    .reduce<PlainDate | null>((first, day) => (first === null ? day : earlier(first, day)), null);

const pagesOf = ({ facts }: Inquiry, year: number): readonly PageFact[] => {
  // 31 August closes a year and begins nothing: a period of the next year may not be taken for one of this.
  const days = { from: `${year}-09-01`, until: `${year + 1}-08-15` };
  const periods = new Set(
    facts.periods.filter((period) => overlap(period, days)).map(({ period }) => period),
  );
  return facts.pages.filter(({ period }) => periods.has(period));
};

const workProgrammes = (inquiry: Inquiry, year: number): readonly Owed[] => {
  const parameter = 'workProgramme.deadline';
  const regulation = inquiry.regulationOn(`${year}-08-01`);
  const rule = regulation.value(parameter);
  if (rule === null) return [];
  const units = Map.groupBy(pagesOf(inquiry, year), ({ courseUnit }) => courseUnit);
  return [...units].map(([courseUnit, pages]) => {
    const dueOn = planDeadline(rule, year, firstLessonOf(pages));
    return owed(
      { duty: 'workProgramme', term: String(year), dueOn, regulation, parameter },
      {
        of: { kind: 'courseUnit', id: courseUnit },
        group: null,
        accounts: teachersOf(pages),
        roles: TEACHERS,
      },
    );
  });
};

const thematicPlans = (inquiry: Inquiry, year: number): readonly Owed[] => {
  const parameter = 'thematicPlan.deadline';
  const regulation = inquiry.regulationOn(`${year}-08-01`);
  const rule = regulation.value(parameter);
  if (rule === null) return [];
  const term = String(year);
  const taught = Map.groupBy(
    pagesOf(inquiry, year),
    ({ group, courseUnit }) => `${group ?? ''}.${courseUnit}`,
  );
  return [...taught].flatMap(([of, [first, ...others]]) => {
    const group = first?.group ?? null;
    if (!first || group === null) return [];
    const pages = [first, ...others];
    const dueOn = planDeadline(rule, year, firstLessonOf(pages));
    return [
      owed(
        { duty: 'thematicPlan', term, dueOn, regulation, parameter },
        {
          of: { kind: 'page', id: first.journal },
          group,
          accounts: teachersOf(pages),
          roles: TEACHERS,
        },
        { key: dutyKey('thematicPlan', of, term) },
      ),
    ];
  });
};

/** What teachers prepare for a year: a work programme for each course unit, a plan for each of its groups (R-REF-11, R-REF-12). */
export const programmesOfYear = (inquiry: Inquiry, year: number): readonly Owed[] => [
  ...workProgrammes(inquiry, year),
  ...thematicPlans(inquiry, year),
];
