import type { ApiClient } from './api-client.ts';

/** The id of the course unit of algebra. */
export const unitOfAlgebra = async (client: ApiClient): Promise<string> => {
  const { courseUnits } = await client.read('{ courseUnits { id code } }');
  const units = courseUnits as readonly { readonly id: string; readonly code: string }[];
  return units.find(({ code }) => code === 'ОУД.01')?.id ?? '';
};

/** A line of a curriculum: algebra in a semester. */
export const line = (courseUnitId: string, semester: number, hours: number) => ({
  courseUnitId,
  semester,
  hours,
  weeklyHours: 2,
  formOfControl: 'EXAM',
});

/** A curriculum with 4 hours of algebra in the first semester and 2 in the second. */
export const programme = (courseUnitId: string) => ({
  programmeKind: 'SPECIALTY',
  code: '11.02.15',
  title: 'Инфокоммуникационные сети',
  formOfStudy: 'FULL_TIME',
  intakeYear: 2026,
  effectiveFrom: '2026-09-01',
  lines: [line(courseUnitId, 1, 4), line(courseUnitId, 2, 2)],
});

/** Changes a parameter of the regulation from the day of the tests on. */
export const change = async (administrator: ApiClient, parameter: string, value: unknown) =>
  await administrator.do('proposeRegulationChange', {
    effectiveFrom: '2026-11-20',
    values: [{ parameter, value }],
    order: '№ 40',
    reason: 'Новый порядок',
  });
