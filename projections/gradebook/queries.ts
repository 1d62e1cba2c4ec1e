import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { visiblePart, type GradebookPage } from './page.ts';
import type { PageRow } from './rows.ts';

/** Keeps whole pages that were read, by college, journal and revision. */
export interface HeldPages {
  /** How new a page is; `null` where there is none. */
  revision(college: string, journal: string, read: () => Promise<bigint | null>): Promise<bigint | null>;
  page(
    college: string,
    journal: string,
    revision: bigint,
    load: () => Promise<GradebookPage | null>,
  ): Promise<GradebookPage | null>;
}

/** Keeps nothing. */
const unheld: HeldPages = {
  revision: (_college, _journal, read) => read(),
  page: (_college, _journal, _revision, load) => load(),
};

/** How often a page that changes while it is read is read again. */
const ATTEMPTS = 5;

const pageColumns = [
  'journal',
  'group',
  'subgroup',
  'courseUnit',
  'period',
  'scale',
  'attestationForm',
  'teachers',
  'revision',
] as const;

const revisionOf = async (reader: Reader, college: string, journal: string): Promise<bigint | null> => {
  const found = await reader
    .selectFrom('gradebook_page')
    .select('revision')
    .where('college', '=', college)
    .where('journal', '=', journal)
    .executeTakeFirst();
  return found?.revision ?? null;
};

/** Rows are shared by every reader of the page. */
const frozen = <Row extends object>(rows: readonly Row[]): readonly Row[] =>
  rows.map((row) => Object.freeze(row));

const wholePage = async (reader: Reader, college: string, journal: string): Promise<GradebookPage | null> => {
  const [page, lessons, roster, cells, attestations] = await Promise.all([
    reader
      .selectFrom('gradebook_page')
      .select(pageColumns)
      .where('college', '=', college)
      .where('journal', '=', journal)
      .execute(),
    reader
      .selectFrom('gradebook_lesson')
      .select(['journal', 'lesson', 'date', 'startsAt', 'academicHours', 'deliveryForm', 'room', 'status'])
      .select(['substitute', 'marksUntil', 'workTypes', 'topic', 'homework', 'homeworkDueOn'])
      .select(['planItem', 'attendanceBasis', 'workTopics', 'homeworkManner', 'homeworkPages'])
      .where('college', '=', college)
      .where('journal', '=', journal)
      .orderBy('date')
      .orderBy('startsAt')
      .orderBy('lesson')
      .execute(),
    reader
      .selectFrom('gradebook_roster')
      .select(['journal', 'student', 'stays'])
      .where('college', '=', college)
      .where('journal', '=', journal)
      .orderBy('student')
      .execute(),
    reader
      .selectFrom('gradebook_cell')
      .select(['journal', 'lesson', 'student', 'marks', 'markRevision', 'attendance', 'hoursMissed'])
      .select(['minutesLate', 'classified', 'attendanceRevision', 'position', 'changedAt'])
      .where('college', '=', college)
      .where('journal', '=', journal)
      .orderBy('lesson')
      .orderBy('student')
      .execute(),
    reader
      .selectFrom('gradebook_attestation')
      .select(['journal', 'student', 'original', 'heldOn', 'repeats', 'current', 'revision'])
      .where('college', '=', college)
      .where('journal', '=', journal)
      .orderBy('student')
      .execute(),
  ]);
  const [found] = frozen(page);
  return found
    ? Object.freeze({
        page: found,
        lessons: frozen(lessons),
        roster: frozen(roster),
        cells: frozen(cells),
        attestations: frozen(attestations),
      })
    : null;
};

/** Reads until nothing on the page has changed meanwhile: all its tables are then of one revision. */
const steadyPage = async (
  reader: Reader,
  college: string,
  journal: string,
  revision: bigint,
): Promise<GradebookPage | null> => {
  let before: bigint | null = revision;
  for (let tries = 1; ; tries += 1) {
    const page = await wholePage(reader, college, journal);
    const after = await revisionOf(reader, college, journal);
    if (before === after || tries === ATTEMPTS) return page;
    before = after;
  }
};

/**
 * One page of the journal as far as the scope reaches: a few index ranges, none for each cell. With `held`, an
 * unchanged page is not read again. `null` where there is no such page, or nothing of it may be read.
 */
export const gradebookPage = async (
  reader: Reader,
  scope: Scope,
  journal: string,
  held: HeldPages = unheld,
): Promise<GradebookPage | null> => {
  const { college } = scope;
  const revision = await held.revision(college, journal, () => revisionOf(reader, college, journal));
  if (revision === null) return null;
  const whole = await held.page(college, journal, revision, () =>
    steadyPage(reader, college, journal, revision),
  );
  return whole && visiblePart(whole, scope);
};

/** Which pages are asked for; all of them where nothing is named. */
export interface JournalFilter {
  readonly journals?: readonly string[];
  readonly group?: string;
  readonly courseUnit?: string;
  readonly period?: string;
  readonly teacher?: string;
  readonly student?: string;
}

/** The pages that a viewer may open, without what stands on them: at most `limit`, by journal, after one. */
export const journalsIn = async (
  reader: Reader,
  scope: Scope,
  filter: JournalFilter = {},
  { after, limit = 200 }: { readonly after?: string; readonly limit?: number } = {},
): Promise<readonly PageRow[]> => {
  const { journals, group, courseUnit, period, teacher, student } = filter;
  const rosterOf = (students: readonly string[]) =>
    reader
      .selectFrom('gradebook_roster')
      .select('journal')
      .where('college', '=', scope.college)
      .where('student', 'in', students);
  let query = reader.selectFrom('gradebook_page').select(pageColumns).where('college', '=', scope.college);
  if (!scope.everything) {
    const [own, groups, students] = [[...scope.journals], [...scope.groups], [...scope.students]];
    if (own.length + groups.length + students.length === 0) return [];
    query = query.where((eb) =>
      eb.or([
        ...(own.length > 0 ? [eb('journal', 'in', own)] : []),
        ...(groups.length > 0 ? [eb('group', 'in', groups)] : []),
        ...(students.length > 0 ? [eb('journal', 'in', rosterOf(students))] : []),
      ]),
    );
  }
  if (journals) {
    if (journals.length === 0) return [];
    query = query.where('journal', 'in', journals);
  }
  if (group !== undefined) query = query.where('group', '=', group);
  if (courseUnit !== undefined) query = query.where('courseUnit', '=', courseUnit);
  if (period !== undefined) query = query.where('period', '=', period);
  if (teacher !== undefined) query = query.where('teachers', '@>', JSON.stringify([teacher]) as never);
  if (student !== undefined) query = query.where('journal', 'in', rosterOf([student]));
  if (after !== undefined) query = query.where('journal', '>', after);
  return query.orderBy('journal').limit(limit).execute();
};
