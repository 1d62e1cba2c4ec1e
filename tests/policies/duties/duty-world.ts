import type { DutyFacts, Inquiry } from '../../../src/policies/duties/facts.ts';
import { dueTasks } from '../../../src/policies/duties/due-tasks.ts';
import type { Task, Duty } from '../../../src/policies/duties/duty.ts';
import type { PresetKey } from '../../../src/policies/regulation/presets.ts';
import { initialRegulation } from '../../../src/policies/regulation/regulation.ts';

/* A college of one group with a curator, one page with a teacher, and the year 2024/25 with its two semesters. */
export const facts: DutyFacts = {
  groups: [
    { group: 'group', curator: 'curator', formedOn: '2024-06-01', graduatedOn: null, guardiansOnPaper: 1 },
  ],
  pages: [
    {
      journal: 'algebra',
      group: 'group',
      courseUnit: 'unit',
      period: 'autumn',
      teachers: ['petrova'],
      firstLesson: '2024-09-03',
    },
  ],
  periods: [
    { period: 'autumn', kind: 'semester', from: '2024-09-01', until: '2024-12-28' },
    { period: 'spring', kind: 'semester', from: '2025-01-09', until: '2025-06-28' },
  ],
  stretches: [
    { kind: 'studyPeriod', title: null, from: '2024-09-01', until: '2024-12-28' },
    { kind: 'vacation', title: null, from: '2024-12-29', until: '2025-01-08' },
    { kind: 'studyPeriod', title: null, from: '2025-01-09', until: '2025-06-28' },
    { kind: 'vacation', title: null, from: '2025-06-29', until: '2025-08-31' },
  ],
  timetables: [],
  controls: [],
  unclassified: new Set(),
  backEntries: [],
  pending: [],
  done: new Map(),
};

/** The tasks of a college under one of the known regulations, in the school year 2024/25 unless told otherwise. */
export const tasksUnder = (
  preset: PresetKey,
  {
    from = '2024-08-01',
    until = '2025-08-31',
    today = '2024-08-01',
    ...known
  }: Partial<DutyFacts> & Partial<Pick<Inquiry, 'from' | 'until'>> & { readonly today?: string } = {},
): readonly Task[] =>
  dueTasks(
    { facts: { ...facts, ...known }, regulationOn: () => initialRegulation(preset), from, until },
    today,
  );

/** The last days of one duty. */
export const daysOf = (tasks: readonly Task[], duty: Duty): readonly string[] =>
  tasks.filter((task) => task.duty === duty).map(({ dueOn }) => dueOn);

/** The one task of a duty. */
export const only = (tasks: readonly Task[], duty: Duty): Task | undefined =>
  tasks.find((task) => task.duty === duty);
