import type { Finding } from './finding.ts';
import type { ImportSummary } from './import.ts';

/** A finding as a line: where, then what. */
export const lineOf = ({ severity, file, line, column, value, message }: Finding): string => {
  const place = [
    file,
    line === undefined ? '' : `:${String(line)}`,
    column === undefined ? '' : ` ${column}`,
  ];
  return `${severity} ${place.join('')}${value === undefined ? '' : ` "${value}"`}: ${message}`;
};

const counted = (counts: Iterable<readonly [string, number]>): string =>
  Array.from(counts, ([code, count]) => `${code} ${String(count)}`).join(', ');

/** Whether every row is in: none had a problem, and none was refused. */
export const isAllIn = ({ problems, total }: ImportSummary): boolean => problems === 0 && total.refused === 0;

/** The summary as lines of text, the counts of every table first. */
export const summaryLines = (summary: ImportSummary): readonly string[] => {
  const { rows, refusals, problems, vanished, events, run, seconds, resultsPerSecond } = summary;
  const tables = Array.from(rows, ([table, { recorded, corrected, unchanged, empty, refused }]) =>
    [
      `  ${table.padEnd(17)}`,
      `recorded ${String(recorded)}, corrected ${String(corrected)}, unchanged ${String(unchanged)}, `,
      `nothing to record ${String(empty)}, refused ${String(refused)}`,
    ].join(''),
  );
  const pace = rows.has('results') ? `; ${resultsPerSecond.toFixed(0)} results/s` : '';
  return [
    ...tables,
    `Refused by a rule: ${refusals.size === 0 ? 'none' : counted(refusals)}.`,
    `Rows and files with problems: ${String(problems)}. Vanished, and kept: ${String(vanished)}.`,
    events === 0
      ? 'Nothing was new: not one event was written.'
      : `Wrote ${String(events)} events in ${seconds.toFixed(1)} s as import ${run}${pace}.`,
    isAllIn(summary) ? 'Every row is in.' : 'Every good row is in; the rows listed above are not.',
  ];
};
