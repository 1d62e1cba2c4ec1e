import type { Recorded } from '../../events/recorded.ts';
import type { Scope } from '../../src/policies/scope.ts';
import { touching } from '../replayed.ts';
import { attestationHandlers } from './apply-attestation.ts';
import { cellHandlers } from './apply-cell.ts';
import { lessonHandlers } from './apply-lesson.ts';
import { rosterHandlers } from './apply-roster.ts';
import { visiblePart, type GradebookPage } from './page.ts';
import { replayPage } from './replay.ts';
import type { AttestationRow, CellRow, LessonRow, RosterRow } from './rows.ts';

/** A row of the page at two moments, and every event that touched it between; equal rows where it was changed back. */
export interface Difference<Row> {
  /** `null` where there was none yet. */
  readonly before: Row | null;
  readonly after: Row;
  /** In the order of the log; never empty. */
  readonly events: readonly Recorded[];
}

/** What happened to a page between two moments. */
export interface PageDifference {
  readonly before: GradebookPage | null;
  readonly after: GradebookPage;
  readonly lessons: readonly Difference<LessonRow>[];
  readonly roster: readonly Difference<RosterRow>[];
  readonly cells: readonly Difference<CellRow>[];
  readonly attestations: readonly Difference<AttestationRow>[];
  /** Those that assigned or released its teachers, opened it, or completed its sheet. */
  readonly events: readonly Recorded[];
}

const OF_THE_PAGE: ReadonlySet<string> = new Set([
  'JournalOpened',
  'JournalTeacherAssigned',
  'JournalTeacherReleased',
  'AttestationSheetCompleted',
]);

const differences = <Row extends object>(
  events: ReadonlyMap<string, readonly Recorded[]>,
  keyOf: (row: Row) => string,
  before: readonly Row[],
  after: readonly Row[],
): readonly Difference<Row>[] => {
  const earlier = new Map(before.map((row) => [keyOf(row), row]));
  return after.flatMap((row) => {
    const between = events.get(keyOf(row));
    return between ? [{ before: earlier.get(keyOf(row)) ?? null, after: row, events: between }] : [];
  });
};

/**
 * What events of a page did to it after a position, as far as the scope reaches. Rows are never taken off a page, so
 * every row there was is among those there are. `null` where there was no page yet, or nothing of it may be read.
 */
export const pageDifference = (
  events: readonly Recorded[],
  from: bigint,
  scope: Scope,
): PageDifference | null => {
  const whole = replayPage(events);
  const after = whole && visiblePart(whole, scope);
  if (!after) return null;
  const earlier = replayPage(events.filter(({ position }) => position <= from));
  const before = earlier && visiblePart(earlier, scope);
  const between = events.filter(({ position }) => position > from);
  return {
    before,
    after,
    lessons: differences(
      touching(lessonHandlers, between),
      ({ journal, lesson }: LessonRow) => `${journal}/${lesson}`,
      before?.lessons ?? [],
      after.lessons,
    ),
    roster: differences(
      touching(rosterHandlers, between),
      ({ journal, student }: RosterRow) => `${journal}/${student}`,
      before?.roster ?? [],
      after.roster,
    ),
    cells: differences(
      touching(cellHandlers, between),
      ({ journal, lesson, student }: CellRow) => `${journal}/${lesson}/${student}`,
      before?.cells ?? [],
      after.cells,
    ),
    attestations: differences(
      touching(attestationHandlers, between),
      ({ journal, student }: AttestationRow) => `${journal}/${student}`,
      before?.attestations ?? [],
      after.attestations,
    ),
    events: between.filter(({ type }) => OF_THE_PAGE.has(type)),
  };
};
