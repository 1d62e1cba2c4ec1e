import { periods } from '../../../decisions/folds/period.ts';
import type { AcademicSession } from '../records/academic-session.ts';
import type { Class } from '../records/class.ts';
import { booked, IN_FLIGHT, inForce, type Desk } from './desk.ts';
import { eachInFlight } from './in-flight.ts';
import { labelOf } from './label.ts';

const KINDS = {
  semester: 'semester',
  term: 'semester',
  schoolYear: 'year',
  gradingPeriod: 'studyPeriod',
} as const;

const nameOf = ({ title, sourcedId }: AcademicSession): string => labelOf(title, sourcedId);

/** The period a class is held in: its first term that the bundle or the journal knows. */
export const termOf = async ({ bundle, college, id }: Desk, row: Class): Promise<string | undefined> => {
  for (const term of row.termSourcedIds) {
    if (bundle.academicSessions.get(term)?.status === 'active') return term;
    if (await college.stateOf(periods, id('period', term))) return term;
  }
  return undefined;
};

async function enterPeriod(desk: Desk, row: AcademicSession): Promise<void> {
  const { college, clerk, id, tally } = desk;
  const period = id('period', row.sourcedId);
  const { startDate: from, endDate: until } = row;
  const standing = await college.stateOf(periods, period);
  if (!standing) {
    const data = { period, kind: KINDS[row.type], title: nameOf(row), from, until };
    const entered = await clerk.enter('SetAttestationPeriod', data);
    booked(desk, ['academicSessions', row], entered, 'recorded', 'the period was not set');
    return;
  }
  tally.count('academicSessions', 'unchanged');
  if (standing.from === from && standing.until === until) return;
  const column = standing.from === from ? 'endDate' : 'startDate';
  const message = `the period lasts from ${standing.from} until ${standing.until} in the journal, and stays so`;
  tally.notice('academicSessions', row, column, message);
}

/** Sets the periods that some class is held in. */
export async function enterPeriods(desk: Desk): Promise<void> {
  const { bundle, known, id, tally, onRow } = desk;
  const used = new Set<string>();
  for (const row of bundle.classes.values()) used.add((await termOf(desk, row)) ?? '');

  const rows = inForce(desk, 'academicSessions', bundle.academicSessions, ({ sourcedId }) =>
    known.imported.has(`period-${id('period', sourcedId)}`),
  );
  await eachInFlight(rows, IN_FLIGHT, async (row) => {
    if (used.has(row.sourcedId)) await enterPeriod(desk, row);
    else tally.count('academicSessions', 'empty');
    onRow();
  });
}
