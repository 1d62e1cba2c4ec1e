import { journals, type LessonState } from '../../../decisions/folds/journal.ts';
import { earlier, type PlainDate } from '../../../policies/calendar.ts';
import type { LineItem } from '../records/line-item.ts';
import { booked, IN_FLIGHT, inForce, type Desk } from './desk.ts';
import { eachInFlight } from './in-flight.ts';
import { pageOf, type ClassPage } from './pages.ts';
import { scaleOfRange } from './scale.ts';
import { workTypeOf } from './work-type.ts';

const workTypeFor = ({ bundle }: Desk, { categorySourcedId, title }: LineItem) => {
  const category = bundle.categories.get(categorySourcedId ?? '');
  return workTypeOf(categorySourcedId ?? '', category?.title ?? title);
};

/**
 * The day of the lesson: when the work was due, else set, else the period's end, or today while the period runs,
 * since a lesson to come takes no marks; never outside the period.
 */
const dayOf = ({ tally, today }: Desk, row: LineItem, { period }: ClassPage): PlainDate => {
  const { dueDate, assignDate } = row;
  const wanted = dueDate ?? assignDate ?? (today < period.from ? period.until : earlier(period.until, today));
  const day = wanted < period.from ? period.from : wanted > period.until ? period.until : wanted;
  const column = dueDate === undefined ? 'assignDate' : 'dueDate';
  if (day !== wanted) tally.notice('lineItems', row, column, `lies outside the period; ${day} was taken`);
  return day;
};

/** Puts work into the timetable as a lesson of one academic hour. A bundle knows no time of day. */
const schedule = ({ clerk }: Desk, page: ClassPage, lesson: string, date: PlainDate) =>
  clerk.enter('ScheduleLesson', {
    journal: page.journal,
    lesson,
    date,
    startsAt: '00:00',
    academicHours: 1,
    deliveryForm: 'electronic',
    room: null,
  });

const conduct = (desk: Desk, row: LineItem, page: ClassPage, lesson: string) =>
  desk.clerk.enter('ConductLesson', {
    journal: page.journal,
    lesson,
    topic: row.title,
    workTypes: [workTypeFor(desk, row)],
    deliveryForm: 'electronic',
  });

/** What stands already: held if its day has come since; a date that has changed is only told. */
async function keepUp(
  desk: Desk,
  row: LineItem,
  page: ClassPage,
  lesson: string,
  { date, status }: LessonState,
) {
  const { tally, today } = desk;
  const isDated = (row.dueDate ?? row.assignDate) !== undefined;
  if (isDated && dayOf(desk, row, page) !== date)
    tally.notice('lineItems', row, 'dueDate', `the lesson stands on ${date} in the journal, and stays there`);
  if (status !== 'scheduled' || date > today) {
    tally.count('lineItems', 'unchanged');
    return;
  }
  const held = await conduct(desk, row, page, lesson);
  booked(desk, ['lineItems', row], held, 'corrected', `the lesson was not held, ${page.name}`);
}

async function enterLineItem(desk: Desk, row: LineItem, page: ClassPage): Promise<void> {
  const { college, id, tally, today } = desk;
  if (scaleOfRange(row) !== page.opened.scale && row.resultValueMax !== undefined) {
    const message = `the page takes marks of the scale ${page.opened.scale}: the work was left out`;
    tally.problem('lineItems', row, 'resultValueMax', message, String(row.resultValueMax));
    return;
  }
  const lesson = id('lesson', row.sourcedId);
  const standing = (await college.stateOf(journals, page.journal)).lessons.get(lesson);
  if (standing) {
    await keepUp(desk, row, page, lesson, standing);
    return;
  }
  const date = dayOf(desk, row, page);
  const scheduled = await schedule(desk, page, lesson, date);
  const what = `the work has no lesson, ${page.name}`;
  if (!booked(desk, ['lineItems', row], scheduled, 'recorded', what) || date > today) return;
  const { refusal } = await conduct(desk, row, page, lesson);
  if (refusal) tally.refused('lineItems', row, refusal, `the lesson was not held, ${page.name}`);
}

/** Makes a lesson of every piece of work. Pages go side by side, each in its own order. */
export async function enterLessons(desk: Desk): Promise<void> {
  const { bundle, known, id, tally, onRow } = desk;
  const rows = inForce(desk, 'lineItems', bundle.lineItems, ({ sourcedId }) =>
    known.lessons.has(id('lesson', sourcedId)),
  );
  const classes = Map.groupBy(rows, ({ classSourcedId }) => classSourcedId);
  await eachInFlight(classes, IN_FLIGHT, async ([sourcedId, group]) => {
    const page = await pageOf(desk, sourcedId);
    for (const row of group) {
      if (page) await enterLineItem(desk, row, page);
      else
        tally.problem('lineItems', row, 'classSourcedId', 'the class has no page in the journal', sourcedId);
      onRow();
    }
  });
}
