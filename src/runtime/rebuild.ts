import type { ClientBase } from 'pg';
import type { EventLog } from '../log/event-log.ts';
import { replayBeside, type OnProgress } from './beside.ts';
import type { TableComparison } from './compare-tables.ts';
import { keepOnly } from './checkpoints.ts';
import { prepareTables } from './prepare-tables.ts';
import type { ReadModel, ReadModels } from './read-models.ts';
import { replaceRows, swapTables } from './swap-tables.ts';

/** What a rebuild, or a check, of one projection found. */
export interface ReplayReport {
  readonly projection: string;
  readonly version: number;
  readonly events: number;
  /** Rows held against the live ones, by table; empty where those were of another version. */
  readonly tables: readonly TableComparison[];
}

/** The models of a name, or all; throws on a name nobody has. */
const modelsNamed = ({ models }: Pick<ReadModels, 'models'>, name: string): readonly ReadModel[] => {
  const found = models.filter((model) => name === 'all' || model.name === name);
  if (found.length === 0)
    throw new Error(`No projection ${name}: there are ${models.map((model) => model.name).join(', ')}.`);
  return found;
};

/** Tables of another version can only be replaced whole. */
const demandCurrent = async (client: ClientBase, { name, version }: ReadModel): Promise<void> => {
  const text = 'SELECT FROM read.checkpoint WHERE projection = $1 AND version <> $2';
  const { rows } = await client.query(text, [name, version]);
  if (rows.length > 0)
    throw new Error(`The tables of ${name} are of another version: rebuild every college.`);
};

/** Every college that has a log. */
export const collegesOf = async (log: EventLog): Promise<readonly string[]> =>
  (await log.colleges()).map(({ id }) => id);

const SET_CHECKPOINTS = `INSERT INTO read.checkpoint (projection, college, version, position)
  SELECT $1, c, $2, p FROM unnest($3::uuid[], $4::bigint[]) AS u(c, p)
  ON CONFLICT (projection, college) DO UPDATE SET version = excluded.version, position = excluded.position`;

const setCheckpoints = async (
  client: ClientBase,
  { name, version }: ReadModel,
  reached: ReadonlyMap<string, bigint>,
): Promise<void> => {
  const values = [name, version, [...reached.keys()], [...reached.values()].map(String)];
  await client.query(SET_CHECKPOINTS, values);
};

/**
 * Rebuilds projections from the log beside their live tables, swaps them in one transaction, and says how the old
 * rows differed. Readers notice nothing. Throws where an event cannot be folded; the live tables then stay.
 */
export const rebuild = async (
  log: EventLog,
  readModels: ReadModels,
  projection: string,
  college: string,
  onProgress: OnProgress = () => undefined,
): Promise<readonly ReplayReport[]> => {
  const models = modelsNamed(readModels, projection);
  await prepareTables(readModels.pool, models);
  const all = await collegesOf(log);
  const colleges = college === 'all' ? all : all.filter((id) => id === college);
  if (colleges.length === 0) throw new Error(`There is no log of the college ${college}.`);
  const reports: ReplayReport[] = [];
  for (const model of models) {
    const { events, tables } = await replayBeside(
      log,
      readModels,
      model,
      colleges,
      'new',
      onProgress,
      async (client, reached) => {
        if (colleges.length === all.length) {
          await keepOnly(client, model.name, colleges);
          await swapTables(client, model);
        } else {
          await demandCurrent(client, model);
          await replaceRows(client, model, colleges);
        }
        await setCheckpoints(client, model, reached);
      },
    );
    reports.push({ projection: model.name, version: model.version, events, tables });
  }
  return reports;
};

/** Rebuilds a projection whose tables are of an older version, for every college; the old ones serve meanwhile. */
export const raiseVersion = async (
  log: EventLog,
  readModels: ReadModels,
  model: ReadModel,
): Promise<void> => {
  await rebuild(log, readModels, model.name, 'all');
};
