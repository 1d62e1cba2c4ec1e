import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import type { ExportJob } from './table.ts';

const COLUMNS = [
  'x.export',
  'x.position',
  'x.owner',
  'x.format',
  'x.withProofs',
  'x.filter',
  'x.requestedAt',
  'x.state',
  'x.cause',
  'x.rows',
  'x.size',
  'x.sha256',
  'x.treeSize',
  'x.expires',
  'x.fetched',
] as const;

/** At most so many: what is older has long expired. */
const MOST = 200;

/** The exports that somebody asked for, the latest first. */
export const exportsOf = async (reader: Reader, scope: Scope, owner: string): Promise<readonly ExportJob[]> =>
  await reader
    .selectFrom('export_job as x')
    .where('x.college', '=', scope.college)
    .where('x.owner', '=', owner)
    .select(COLUMNS)
    .orderBy('x.position', 'desc')
    .limit(MOST)
    .execute();

/** The exports of a college that are still to be made, the oldest first: for whoever makes them, who is nobody's viewer. */
export const exportsToMake = async (reader: Reader, college: string): Promise<readonly ExportJob[]> =>
  await reader
    .selectFrom('export_job as x')
    .where('x.college', '=', college)
    .where('x.state', '=', 'requested')
    .select(COLUMNS)
    .orderBy('x.position')
    .limit(MOST)
    .execute();
