import { journals } from '../../../decisions/folds/journal.ts';
import { earlier, type PlainDate } from '../../../policies/calendar.ts';
import type { Enrollment } from '../records/enrollment.ts';
import { booked, type Desk } from './desk.ts';
import type { ClassPage } from './pages.ts';

/** Students put on a page by one command. */
const CHUNK = 500;

interface Placing {
  readonly row: Enrollment;
  readonly student: string;
  readonly from: PlainDate;
  /** Whether this row puts the student on the page now. */
  readonly isFresh: boolean;
}

/**
 * The first day of a row: as it says, else the period's; who left before the period began was on the page on the
 * last day, and that is all a row without a first day tells.
 */
export const firstDay = (
  { beginDate, endDate }: Pick<Enrollment, 'beginDate' | 'endDate'>,
  periodFrom: PlainDate,
): PlainDate => beginDate ?? earlier(periodFrom, endDate ?? periodFrom);

const covers = (stay: { readonly from: PlainDate; readonly until: PlainDate | null }, day: PlainDate) =>
  stay.from <= day && (stay.until === null || day <= stay.until);

/** The stay on the page that a row is about, if there is one already. */
const stayOf = async (
  { college }: Desk,
  { journal }: ClassPage,
  { student, from }: Pick<Placing, 'student' | 'from'>,
) => {
  const stays = (await college.stateOf(journals, journal)).roster.get(student) ?? [];
  return stays.find((stay) => stay.from === from) ?? stays.find((stay) => covers(stay, from));
};

/** Puts students on the page from one day on; where a rule refuses one, the others are put there all the same. */
async function extend(
  desk: Desk,
  page: ClassPage,
  from: PlainDate,
  placings: readonly Placing[],
): Promise<void> {
  const { clerk } = desk;
  const { journal, name } = page;
  const students = placings.map(({ student }) => student);
  const entered = await clerk.enter('ExtendRoster', { journal, students, from });
  if (entered.refusal && placings.length > 1) {
    for (const placing of placings) await extend(desk, page, from, [placing]);
    return;
  }
  for (const { row } of placings)
    booked(desk, ['enrollments', row], entered, 'recorded', `the student is not on the page of ${name}`);
}

/** Ends a stay where the row says so; one that ended otherwise stays as it is. */
async function end(desk: Desk, page: ClassPage, placing: Placing): Promise<void> {
  const { clerk, tally } = desk;
  const { row, student, isFresh } = placing;
  const stay = await stayOf(desk, page, placing);
  if (!stay) return;
  const { endDate: until = null } = row;
  if (stay.from !== placing.from)
    tally.notice('enrollments', row, 'beginDate', `the student has been on the page since ${stay.from}`);
  if (stay.until !== null || until === null) {
    if (!isFresh) tally.count('enrollments', 'unchanged');
    if (stay.until === until) return;
    const message = `the student was on the page until ${stay.until ?? ''}, and that stays so`;
    tally.notice('enrollments', row, 'endDate', message);
    return;
  }
  const entered = await clerk.enter('EndRosterEntry', { journal: page.journal, student, until });
  const what = `the student stays on the page of ${page.name}`;
  if (!isFresh) booked(desk, ['enrollments', row], entered, 'corrected', what);
  else if (entered.refusal) tally.refused('enrollments', row, entered.refusal, what);
}

/** One row for each student: first all are put on the page, many at a time, then those who left are taken off. */
async function enterRound(desk: Desk, page: ClassPage, rows: readonly Enrollment[]): Promise<void> {
  const { id, tally } = desk;
  const fresh = new Map<PlainDate, Placing[]>();
  const placings: Placing[] = [];
  for (const row of rows) {
    const who = { student: id('student', row.userSourcedId), from: firstDay(row, page.period.from) };
    if (row.endDate !== undefined && row.endDate < who.from) {
      tally.problem('enrollments', row, 'endDate', `is before the first day, ${who.from}`, row.endDate);
      continue;
    }
    const isFresh = (await stayOf(desk, page, who)) === undefined;
    const placing = { ...who, row, isFresh };
    placings.push(placing);
    if (isFresh) fresh.getOrInsertComputed(who.from, () => []).push(placing);
  }
  for (const [from, placed] of fresh)
    for (let start = 0; start < placed.length; start += CHUNK)
      await extend(desk, page, from, placed.slice(start, start + CHUNK));
  for (const placing of placings) await end(desk, page, placing);
}

/**
 * Puts the students of a class on its page, and takes off those who left. One after another: it is one stream.
 * Who left and came again has several rows, and they go in the order of their days.
 */
export async function enterRoster(desk: Desk, page: ClassPage, rows: readonly Enrollment[]): Promise<void> {
  const first = (row: Enrollment): PlainDate => firstDay(row, page.period.from);
  const ordered = rows.toSorted((a, b) => (first(a) < first(b) ? -1 : Number(first(a) > first(b))));
  const stays = [...Map.groupBy(ordered, ({ userSourcedId }) => userSourcedId).values()];
  const most = stays.reduce((longest, { length }) => Math.max(longest, length), 0);
  for (let round = 0; round < most; round += 1)
    await enterRound(
      desk,
      page,
      stays.flatMap((stay) => stay.slice(round, round + 1)),
    );
}
