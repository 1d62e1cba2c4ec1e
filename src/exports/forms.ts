import { stringify } from 'csv-stringify/sync';
import type { ExportJob } from '../../projections/exports/table.ts';
import type { PublishedCheckpoint } from '../ledger/published/published.ts';
import { plainCell } from './plain-cell.ts';
import type { TrailRow } from './trail-rows.ts';

/** What the first line of a file of lines tells of it. */
export interface Heading {
  readonly job: ExportJob;
  readonly log: string;
  readonly checkpoint: PublishedCheckpoint | null;
}

type Cell = string | number | boolean | bigint | null;

const COLUMNS = {
  position: ({ entry }) => entry.position,
  recordedAt: ({ entry }) => entry.recordedAt,
  occurredOn: ({ entry }) => entry.occurredOn,
  kind: ({ entry }) => entry.type,
  actor: (row) => row.actor,
  actorId: ({ entry }) => entry.actor,
  role: ({ entry }) => entry.role,
  onBehalfOf: ({ entry }) => entry.onBehalfOf,
  channel: ({ entry }) => entry.channel,
  source: ({ entry }) => entry.source,
  session: ({ entry }) => entry.session,
  provedBy: ({ entry }) => entry.provedBy,
  provedAt: ({ entry }) => entry.provedAt,
  request: ({ entry }) => entry.request,
  command: ({ entry }) => entry.command,
  correlation: ({ entry }) => entry.correlation,
  student: (row) => row.student,
  studentId: ({ entry }) => entry.student,
  journal: ({ entry }) => entry.journal,
  lesson: ({ entry }) => entry.lesson,
  group: ({ entry }) => entry.group,
  period: ({ entry }) => entry.period,
  workType: ({ entry }) => entry.workType,
  from: ({ entry }) => entry.fromValue,
  to: ({ entry }) => entry.toValue,
  late: ({ entry }) => entry.late,
  grant: ({ entry }) => entry.grant,
  parameter: ({ entry }) => entry.ruleParameter,
  clause: ({ entry }) => entry.ruleClause,
  deadline: ({ entry }) => entry.deadline,
  outage: ({ entry }) => entry.outage,
  hasReason: ({ entry }) => entry.hasReason,
  reason: ({ entry }) => entry.reason,
  event: ({ entry }) => entry.event,
  leafHash: (row) => row.leafHash,
  proof: (row) => row.proof,
} as const satisfies Readonly<Record<string, (row: TrailRow) => Cell>>;

const csvLine = (cells: readonly Cell[]): string =>
  stringify([cells.map((cell) => (cell === null ? '' : plainCell(String(cell))))], {
    record_delimiter: 'windows',
  });

/** A table: the byte order mark first, for spreadsheets else read it in an old code page. */
async function* asCsv(rows: AsyncIterable<TrailRow>): AsyncIterable<string> {
  yield `\uFEFF${csvLine(Object.keys(COLUMNS))}`;
  for await (const row of rows) yield csvLine(Object.values(COLUMNS).map((cell) => cell(row)));
}

/** Lines of JSON: what the file is and its checkpoint, then an event each. */
async function* asLines(
  rows: AsyncIterable<TrailRow>,
  { job, log, checkpoint }: Heading,
): AsyncIterable<string> {
  const { export: id, filter, position } = job;
  const heading = { export: id, log, filter, until: String(position), checkpoint: checkpoint?.note ?? null };
  yield `${JSON.stringify(heading)}\n`;
  for await (const { entry, actor, student, leaf, leafHash, proof } of rows) {
    const { position: at, event, type: kind, reason } = entry;
    const told = { position: String(at), event, kind, actor, student, reason, leaf, leafHash };
    yield `${JSON.stringify(proof === null ? told : { ...told, proof })}\n`;
  }
}

/** The text of an export in its form. */
export const textOf = (rows: AsyncIterable<TrailRow>, heading: Heading): AsyncIterable<string> =>
  heading.job.format === 'csv' ? asCsv(rows) : asLines(rows, heading);

/** How a form travels. */
export const FORMS: Readonly<
  Record<ExportJob['format'], { readonly type: string; readonly extension: string }>
> = {
  csv: { type: 'text/csv; charset=utf-8', extension: 'csv' },
  jsonLines: { type: 'application/x-ndjson; charset=utf-8', extension: 'jsonl' },
};
