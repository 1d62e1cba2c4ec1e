import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { lengthOf, sliceOf, type Slice, type SliceAt } from '../slice.ts';
import type { Erasure } from './table.ts';

/** Which erasures are asked for. */
export interface ErasureFilter {
  readonly state?: Erasure['state'] | undefined;
  /** The id of whose data they are. */
  readonly subject?: string | undefined;
}

const COLUMNS = [
  'e.erasure',
  'e.subject',
  'e.subjectKind',
  'e.requestedBy',
  'e.document',
  'e.askedBy',
  'e.askedAt',
  'e.position',
  'e.terms',
  'e.approvals',
  'e.declinedAt',
  'e.declinedBasis',
  'e.state',
] as const;

/** The erasures of a college, newest first. */
export const erasures = async (
  reader: Reader,
  scope: Scope,
  { state, subject }: ErasureFilter,
  at: SliceAt,
): Promise<Slice<Erasure>> => {
  const { after } = at;
  const length = lengthOf(at);
  if (!scope.everything) return { rows: [], hasMore: false };
  const rows = await reader
    .selectFrom('erasure as e')
    .where('e.college', '=', scope.college)
    .where((eb) =>
      eb.and([
        ...(state === undefined ? [] : [eb('e.state', '=', state)]),
        ...(subject === undefined ? [] : [eb('e.subject', '=', subject)]),
        ...(after === undefined ? [] : [eb('e.position', '<', after)]),
      ]),
    )
    .select(COLUMNS)
    .orderBy('e.position', 'desc')
    .limit(length + 1)
    .execute();
  return sliceOf(rows, length);
};

/** One erasure. */
export const erasureById = async (
  reader: Reader,
  scope: Scope,
  erasure: string,
): Promise<Erasure | undefined> =>
  scope.everything
    ? await reader
        .selectFrom('erasure as e')
        .where('e.college', '=', scope.college)
        .where('e.erasure', '=', erasure)
        .select(COLUMNS)
        .executeTakeFirst()
    : undefined;
