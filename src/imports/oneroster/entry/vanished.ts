import { courseUnits } from '../../../decisions/folds/course-unit.ts';
import { journals } from '../../../decisions/folds/journal.ts';
import type { FileName } from '../standard.ts';
import type { Desk } from './desk.ts';
import type { Kind } from './ids.ts';

/** Table → what its rows become: the kind, and the stream that an import begins for one. */
const BECOMES: readonly (readonly [FileName, Kind, string])[] = [
  ['courses', 'courseUnit', 'courseUnit'],
  ['classes', 'journal', 'journal'],
  ['users', 'student', 'student'],
  ['users', 'account', 'access'],
  ['lineItems', 'lesson', 'lesson'],
];

/** Whether what a table does not hold is truly gone from it. */
const isWhole = ({ bundle }: Desk, table: FileName): boolean => {
  const file = bundle.files.get(table);
  return file?.mode === 'bulk' && file.isComplete;
};

const describe = async ({ college }: Desk, kind: Kind, thing: string): Promise<string> => {
  const unit = kind === 'courseUnit' ? await college.stateOf(courseUnits, thing) : null;
  return unit ? `course ${unit.code}, ${unit.title}` : `${kind} ${thing}`;
};

async function reportThings(desk: Desk): Promise<void> {
  const { bundle, known, id, tally } = desk;
  for (const [table, kind, category] of BECOMES) {
    if (!isWhole(desk, table)) continue;
    const leftOut = bundle.files.get(table)?.leftOutIds ?? [];
    const rows = bundle[table as Exclude<FileName, 'results'>] as ReadonlyMap<string, unknown>;
    const there = new Set([...rows.keys(), ...leftOut].map((sourcedId) => id(kind, sourcedId)));
    for (const stream of known.imported) {
      if (!stream.startsWith(`${category}-`)) continue;
      const thing = stream.slice(category.length + 1);
      if (!there.has(thing))
        tally.isGone(table, `${await describe(desk, kind, thing)} is no longer there; the journal keeps it`);
    }
  }
}

/** Whether a table, where a row that was left out could be any of the missing ones, has none such. */
const isWholeAndGood = (desk: Desk, table: FileName): boolean => {
  const file = desk.bundle.files.get(table);
  if (!file || !isWhole(desk, table)) return false;
  if (file.leftOut === 0) return true;
  const message = `${String(file.leftOut)} rows were left out, so what has vanished was not looked for`;
  desk.tally.noticeOnce(table, { sourcedId: '', status: 'active', line: 1 }, 'sourcedId', message);
  return false;
};

async function reportRosters(desk: Desk): Promise<void> {
  const { bundle, college, known, id, tally } = desk;
  if (!isWholeAndGood(desk, 'enrollments')) return;
  const there = new Set(
    Array.from(
      bundle.enrollments.values(),
      ({ classSourcedId, userSourcedId }) =>
        `${id('journal', classSourcedId)}.${id('student', userSourcedId)}`,
    ),
  );
  for (const stream of known.imported) {
    if (!stream.startsWith('journal-')) continue;
    const journal = stream.slice('journal-'.length);
    for (const [student, stays] of (await college.stateOf(journals, journal)).roster)
      if (stays.at(-1)?.until === null && !there.has(`${journal}.${student}`))
        tally.isGone(
          'enrollments',
          `student ${student} is no longer in journal ${journal}, and stays on the page`,
        );
  }
}

function reportMarks(desk: Desk, seen: ReadonlySet<string>): void {
  const { bundle, known, id, tally } = desk;
  if (!isWholeAndGood(desk, 'results')) return;
  const names = new Map([
    ...Array.from(bundle.lineItems.keys(), (work) => [id('lesson', work), `work ${work}`] as const),
    ...Array.from(bundle.users.keys(), (user) => [id('student', user), `user ${user}`] as const),
  ]);
  for (const stream of known.imported) {
    if (!stream.startsWith('mark-') || seen.has(stream)) continue;
    const [lesson = '', student = ''] = stream.slice('mark-'.length).split('.');
    const which = `${names.get(lesson) ?? `lesson ${lesson}`}, ${names.get(student) ?? `student ${student}`}`;
    tally.isGone('results', `the result for ${which} is no longer there; the journal keeps the mark`);
  }
}

/** Reports what earlier imports brought in and this bundle, as far as it is whole, no longer holds. */
export async function reportVanished(desk: Desk, seen: ReadonlySet<string>): Promise<void> {
  await reportThings(desk);
  await reportRosters(desk);
  reportMarks(desk, seen);
}
