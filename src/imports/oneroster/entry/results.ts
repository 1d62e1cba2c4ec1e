import { journals } from '../../../decisions/folds/journal.ts';
import { marks } from '../../../decisions/folds/mark.ts';
import { periods } from '../../../decisions/folds/period.ts';
import { markCell } from '../../../decisions/mark.ts';
import type { PlainDate } from '../../../policies/calendar.ts';
import type { MarkScale } from '../../../policies/mark-scale.ts';
import type { Result } from '../records/result.ts';
import { booked, IN_FLIGHT, type Desk } from './desk.ts';
import { eachInFlight } from './in-flight.ts';
import { markOf } from './scale.ts';
import type { WorkType } from './work-type.ts';

/** The lesson that a line item became, with what its marks need to know. */
interface Work {
  readonly journal: string;
  readonly lesson: string;
  readonly scale: MarkScale;
  readonly workType: WorkType;
  readonly periodFrom: PlainDate;
  readonly name: string;
}

async function workOf({ bundle, college, id, known }: Desk, lineItem: string): Promise<Work | null> {
  const lesson = id('lesson', lineItem);
  const row = bundle.lineItems.get(lineItem);
  const journal = known.lessons.get(lesson) ?? (row && id('journal', row.classSourcedId));
  if (journal === undefined) return null;
  const { opened, lessons } = await college.stateOf(journals, journal);
  const standing = lessons.get(lesson);
  const period = opened && (await college.stateOf(periods, opened.period));
  if (!standing || !period) return null;
  const [workType = 'lessonWork'] = standing.workTypes;
  const name = `work ${lineItem} of ${standing.date}, period until ${period.until}`;
  return { journal, lesson, scale: opened.scale, workType, periodFrom: period.from, name };
}

/**
 * The day a score was given, where it says more than the lesson's own day. A score dated before the period was
 * brought along from elsewhere, and is held to the lesson.
 */
const givenOn = ({ today }: Desk, { scoreDate }: Result, { periodFrom }: Work) =>
  scoreDate >= periodFrom && scoreDate <= today ? { givenOn: scoreDate } : {};

async function enterScore(desk: Desk, row: Result, score: number, work: Work): Promise<void> {
  const { college, clerk, id, reason, tally } = desk;
  const { journal, lesson, workType } = work;
  const value = markOf(work.scale, score);
  if (value === undefined) {
    tally.problem('results', row, 'score', `is no mark of the scale ${work.scale}`, String(score));
    return;
  }
  if (!Number.isInteger(score))
    tally.notice('results', row, 'score', `the journal knows whole points: ${value}`);

  const student = id('student', row.studentSourcedId);
  const { marks: standing, revision } = await college.stateOf(marks, markCell({ lesson, student }));
  const before = standing.get(workType);
  if (before?.value === value) {
    tally.count('results', 'unchanged');
    return;
  }
  const mark = { journal, lesson, student, workType, value, ...givenOn(desk, row, work) };
  const what = `no mark for user ${row.studentSourcedId}, ${work.name}`;
  if (before === undefined) {
    booked(desk, ['results', row], await clerk.enter('RecordMark', mark), 'recorded', what);
    return;
  }
  const corrected = await clerk.enter('CorrectMark', { ...mark, expectedRevision: revision, reason });
  booked(desk, ['results', row], corrected, 'corrected', `the mark stays as it is: ${what}`);
}

/** Records every score as a mark, or corrects the mark; gives back the cells that the bundle speaks of. */
export async function enterResults(desk: Desk): Promise<ReadonlySet<string>> {
  const { bundle, id, tally, onRow } = desk;
  const seen = new Set<string>();
  const works = new Map<string, Promise<Work | null>>();

  const enterResult = async (row: Result): Promise<void> => {
    const work = await works.getOrInsertComputed(row.lineItemSourcedId, (lineItem) => workOf(desk, lineItem));
    if (work) {
      if (row.score === undefined) tally.count('results', 'empty');
      else await enterScore(desk, row, row.score, work);
    } else {
      const message = 'the work has no lesson in the journal';
      tally.problem('results', row, 'lineItemSourcedId', message, row.lineItemSourcedId);
    }
    onRow();
  };

  await eachInFlight(bundle.results(), IN_FLIGHT, async (row) => {
    const lesson = id('lesson', row.lineItemSourcedId);
    const cell = `mark-${markCell({ lesson, student: id('student', row.studentSourcedId) })}`;
    if (row.status !== 'active') {
      tally.isGone('results', `its row says ${row.status}; the journal keeps the mark`, row);
    } else if (seen.has(cell)) {
      const message = 'a second result for the same work and user; the first counts';
      tally.problem('results', row, 'studentSourcedId', message, row.studentSourcedId);
    } else {
      seen.add(cell);
      await enterResult(row);
      return;
    }
    seen.add(cell);
    onRow();
  });
  return seen;
}
