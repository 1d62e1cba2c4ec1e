import { Clerk } from './entry/clerk.ts';
import { enterCourseUnits } from './entry/course-units.ts';
import type { Desk } from './entry/desk.ts';
import { enterEnrolments } from './entry/enrolments.ts';
import { idsOf } from './entry/ids.ts';
import { labelOf } from './entry/label.ts';
import { lookThrough } from './entry/known.ts';
import { enterLessons } from './entry/lessons.ts';
import { enterPages } from './entry/pages.ts';
import { enterPeople } from './entry/people.ts';
import { enterPeriods } from './entry/periods.ts';
import { enterResults } from './entry/results.ts';
import { Tally, type RowCounts } from './entry/tally.ts';
import { reportVanished } from './entry/vanished.ts';
import type { Bundle } from './bundle.ts';
import type { Finding } from './finding.ts';
import type { RefusalCode } from '../../decisions/refusal.ts';
import type { RunningCollege } from '../../runtime/college.ts';
import type { FileName } from './standard.ts';

/** How far an import is: rows of a table, or bytes of the results, whose rows nobody has counted before. */
export interface ImportProgress {
  readonly table: FileName;
  readonly done: number;
  readonly total: number;
}

/** What to import, into which college, on whose authority. */
export interface ImportRequest {
  readonly college: RunningCollege;
  /** The account of the administrator whose act it is. */
  readonly account: string;
  readonly bundle: Bundle;
  /** What the bundle is called: stands in the reason of every correction. */
  readonly name: string;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** What came of an import. */
export interface ImportSummary {
  /** The id of the run, which stands in every event as its correlation. */
  readonly run: string;
  /** How many events it wrote; none where nothing was new. */
  readonly events: number;
  readonly rows: ReadonlyMap<FileName, RowCounts>;
  readonly total: RowCounts;
  readonly refusals: ReadonlyMap<RefusalCode, number>;
  /** Rows and files that were lost. */
  readonly problems: number;
  readonly vanished: number;
  readonly findings: readonly Finding[];
  readonly seconds: number;
  /** Results dealt with per second, while results were entered. */
  readonly resultsPerSecond: number;
}

type Step = readonly [table: FileName, size: number, enter: (desk: Desk) => Promise<void>];

const stepsOf = (bundle: Bundle): readonly Step[] => [
  ['academicSessions', bundle.academicSessions.size, enterPeriods],
  ['courses', bundle.courses.size, enterCourseUnits],
  ['classes', bundle.classes.size, enterPages],
  ['users', bundle.users.size, enterPeople],
  ['enrollments', bundle.enrollments.size, enterEnrolments],
  ['lineItems', bundle.lineItems.size, enterLessons],
];

const isLoss = ({ severity }: Finding): boolean => severity === 'fault' || severity === 'problem';

/**
 * Enters a bundle into a college through the deciders, as history that an administrator brings in. It repeats
 * nothing: entering the same bundle again writes not one event. What a person entered it never changes.
 * A row that is wrong or refused is reported and costs no other row. Throws where the log is out of reach.
 */
export async function importOneRoster(request: ImportRequest): Promise<ImportSummary> {
  const { college, account, bundle, onProgress } = request;
  const name = labelOf(request.name, 'bundle');
  const started = performance.now();
  const tally = new Tally(bundle.files);
  const clerk = new Clerk(college, account, name);

  const progress = { table: 'academicSessions' as FileName, done: 0, total: 0 };
  const desk: Desk = {
    college,
    today: await college.today(),
    bundle,
    id: idsOf(college.id),
    known: await lookThrough(college),
    clerk,
    tally,
    reason: `OneRoster import ${name}`,
    onRow: () => {
      const file = bundle.files.get('results');
      progress.done = progress.table === 'results' ? (file?.bytesRead ?? 0) : progress.done + 1;
      onProgress?.(progress);
    },
  };
  for (const [table, total, enter] of stepsOf(bundle)) {
    Object.assign(progress, { table, done: 0, total });
    await enter(desk);
  }
  const results = bundle.files.get('results');
  Object.assign(progress, { table: 'results', done: 0, total: results?.bytes ?? 0 });
  const resultsFrom = performance.now();
  const seen = await enterResults(desk);
  const resultsSeconds = (performance.now() - resultsFrom) / 1_000;
  await reportVanished(desk, seen);

  const { total, vanished } = tally;
  const { recorded, corrected, unchanged, refused } = total;
  await clerk.finish({ recorded, corrected, unchanged, refused, vanished });
  const findings = [...bundle.findings, ...tally.findings];
  return {
    run: clerk.run,
    events: clerk.events,
    rows: tally.rows,
    total,
    refusals: tally.refusals,
    problems: findings.filter(isLoss).length,
    vanished,
    findings,
    seconds: (performance.now() - started) / 1_000,
    resultsPerSecond: (results?.rows ?? 0) / resultsSeconds,
  };
}
