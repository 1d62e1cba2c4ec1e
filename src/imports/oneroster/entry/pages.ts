import { courseUnits } from '../../../decisions/folds/course-unit.ts';
import { journals, type JournalState } from '../../../decisions/folds/journal.ts';
import { periods, type PeriodState } from '../../../decisions/folds/period.ts';
import type { Class } from '../records/class.ts';
import { booked, IN_FLIGHT, inForce, type Desk } from './desk.ts';
import { eachInFlight } from './in-flight.ts';
import { termOf } from './periods.ts';
import { scaleOfPage } from './scale.ts';

/** The page of a class, as it stands in the journal. */
export interface ClassPage {
  readonly journal: string;
  readonly opened: NonNullable<JournalState['opened']>;
  readonly period: NonNullable<PeriodState>;
  /** Says which page is meant, to people. */
  readonly name: string;
}

/** The page of a class, whether this bundle holds the class or an earlier one did; `null` if there is none. */
export async function pageOf({ college, bundle, id }: Desk, sourcedId: string): Promise<ClassPage | null> {
  const journal = id('journal', sourcedId);
  const { opened } = await college.stateOf(journals, journal);
  const period = opened && (await college.stateOf(periods, opened.period));
  if (!period) return null;
  const [term] = (bundle.classes.get(sourcedId)?.termSourcedIds ?? []).filter(
    (candidate) => id('period', candidate) === opened.period,
  );
  const until = `period ${term ?? opened.period} until ${period.until}`;
  return { journal, opened, period, name: `class ${sourcedId}, ${until}` };
}

type Works = ReadonlyMap<string, Parameters<typeof scaleOfPage>[0]>;

/** What the class is opened with; `null`, and a problem told, where something of it is not there. */
async function openingOf(desk: Desk, row: Class, works: Works) {
  const { college, id, tally } = desk;
  const courseUnit = id('courseUnit', row.courseSourcedId);
  if (!(await college.stateOf(courseUnits, courseUnit))) {
    const message = 'is no course of the journal: the class has no page';
    tally.problem('classes', row, 'courseSourcedId', message, row.courseSourcedId);
    return null;
  }
  const term = await termOf(desk, row);
  if (term === undefined) {
    const value = row.termSourcedIds.join(',');
    tally.problem('classes', row, 'termSourcedIds', 'is no known term: the class has no page', value);
    return null;
  }
  const scale = scaleOfPage(works.get(row.sourcedId) ?? []);
  if (scale) return { courseUnit, period: id('period', term), scale };
  tally.problem('classes', row, 'sourcedId', 'its work is scored on no scale of the journal: it has no page');
  return null;
}

async function enterClass(desk: Desk, row: Class, works: Works): Promise<void> {
  const { clerk, id, tally } = desk;
  const standing = await pageOf(desk, row.sourcedId);
  if (!standing) {
    const opening = await openingOf(desk, row, works);
    if (!opening) return;
    const journal = id('journal', row.sourcedId);
    const page = { journal, group: null, subgroup: null, ...opening };
    const entered = await clerk.enter('OpenJournal', { ...page, attestationForm: 'finalMark', students: [] });
    const what = `the page of class ${row.sourcedId} was not opened, period ${row.termSourcedIds.join(',')}`;
    booked(desk, ['classes', row], entered, 'recorded', what);
    return;
  }
  tally.count('classes', 'unchanged');
  const { courseUnit, period } = standing.opened;
  if (courseUnit !== id('courseUnit', row.courseSourcedId))
    tally.notice(
      'classes',
      row,
      'courseSourcedId',
      'the page was opened for another course, and stays there',
    );
  if (!row.termSourcedIds.some((term) => id('period', term) === period))
    tally.notice('classes', row, 'termSourcedIds', 'the page was opened in another period, and stays there');
}

/** Opens a page for every class whose course and term are known. */
export async function enterPages(desk: Desk): Promise<void> {
  const { bundle, known, id, onRow } = desk;
  const works = Map.groupBy(
    [...bundle.lineItems.values()].filter(({ status }) => status === 'active'),
    ({ classSourcedId }) => classSourcedId,
  );
  const rows = inForce(desk, 'classes', bundle.classes, ({ sourcedId }) =>
    known.imported.has(`journal-${id('journal', sourcedId)}`),
  );
  await eachInFlight(rows, IN_FLIGHT, async (row) => {
    await enterClass(desk, row, works);
    onRow();
  });
}
