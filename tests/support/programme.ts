import type { EventNamed } from '../../events/register.ts';
import type { CommandNamed } from '../../src/decisions/register.ts';
import { idOf } from './names.ts';
import type { History } from './pure-ledger.ts';
import { algebra, command, courseUnit, group, happened } from './world.ts';

/*
 * A programme for the small college of world.ts: its group entered in 2024 and studies algebra for 4 hours in the first
 * semester and 2 in the second by its curriculum; the plan of algebra has two topics of 4 and 2 hours.
 */
export const [curriculum, plan, roots, powers] = ['curriculum', 'plan', 'roots', 'powers'].map(idOf) as [
  string,
  string,
  string,
  string,
];

const line = (semester: number, hours: number) => ({
  courseUnit,
  semester,
  hours,
  weeklyHours: 2,
  formOfControl: 'exam' as const,
});

/** The group studies by a curriculum. */
export const studying: History = {
  [`curriculum-${curriculum}`]: [
    happened('CurriculumAdopted', {
      curriculum,
      programmeKind: 'specialty',
      code: '09.02.07',
      title: 'Информационные системы',
      formOfStudy: 'fullTime',
      intakeYear: 2024,
      student: null,
      basedOn: null,
      effectiveFrom: '2024-09-01',
      items: [line(1, 4), line(2, 2)],
      order: null,
    }),
  ],
  [`group-${group}`]: [happened('GroupCurriculumAssigned', { group, curriculum, from: '2024-09-01' })],
};

/** A topic as it is planned. */
export const topic = (
  item: string,
  hours: number,
  text = 'Корни',
): CommandNamed<'AdoptThematicPlan'>['data']['items'][number] => ({
  item,
  hours,
  workTypes: ['lessonWork'],
  plannedOn: '2024-09-02',
  topic: text,
});

/** Enter the plan of algebra. */
export const adoptPlan = (items = [topic(roots, 4), topic(powers, 2, 'Степени')]) =>
  command('AdoptThematicPlan', { plan, journal: algebra, items });

const item = (id: string, place: number, hours: number): EventNamed<'ThematicPlanItemSet'> =>
  happened(
    'ThematicPlanItemSet',
    { plan, item: id, place, hours, workTypes: ['lessonWork'], plannedOn: '2024-09-02' },
    { topic: place === 1 ? 'Корни' : 'Степени' },
  );

/** The page of algebra follows its plan. */
export const planned: History = {
  [`thematicPlan-${plan}`]: [
    happened('ThematicPlanAdopted', {
      plan,
      courseUnit,
      group,
      academicYear: 2024,
      hours: 6,
      curriculumHours: 6,
      basedOn: null,
    }),
    item(roots, 1, 4),
    item(powers, 2, 2),
  ],
  [`journal-${algebra}`]: [happened('ThematicPlanAttached', { journal: algebra, plan })],
};

/** Several pasts as one, stream by stream. */
export const together = (...histories: readonly History[]): History => {
  const all = new Map<string, History[string]>();
  for (const history of histories)
    for (const [stream, events] of Object.entries(history))
      all.set(stream, [...(all.get(stream) ?? []), ...events]);
  return Object.fromEntries(all);
};
