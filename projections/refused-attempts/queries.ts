import type { RefusedAttempt } from './table.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { lengthOf, sliceOf, type Slice, type SliceAt } from '../slice.ts';
import { within } from '../within.ts';

/** Which attempts are asked for. */
export interface RefusedAttemptFilter {
  readonly actor?: string | undefined;
  readonly journal?: string | undefined;
  readonly code?: string | undefined;
  /** Instants: from this one on, and before that one. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What was tried and refused, newest first. */
export const refusedAttempts = async (
  reader: Reader,
  scope: Scope,
  { actor, journal, code, from, to }: RefusedAttemptFilter,
  at: SliceAt,
): Promise<Slice<RefusedAttempt>> => {
  const { after } = at;
  const length = lengthOf(at);
  const rows = await reader
    .selectFrom('refused_attempt as a')
    .where('a.college', '=', scope.college)
    .where((eb) => within(scope, { journals: [eb.ref('a.journal')], students: [eb.ref('a.student')] }))
    .where((eb) =>
      eb.and([
        ...(actor === undefined ? [] : [eb('a.actor', '=', actor)]),
        ...(journal === undefined ? [] : [eb('a.journal', '=', journal)]),
        ...(code === undefined ? [] : [eb('a.code', '=', code)]),
        ...(from === undefined ? [] : [eb('a.attemptedAt', '>=', from)]),
        ...(to === undefined ? [] : [eb('a.attemptedAt', '<', to)]),
        ...(after === undefined ? [] : [eb('a.position', '<', after)]),
      ]),
    )
    .select([
      'a.position',
      'a.attemptedAt',
      'a.actor',
      'a.channel',
      'a.session',
      'a.command',
      'a.code',
      'a.facts',
      'a.parameter',
      'a.clause',
      'a.journal',
      'a.lesson',
      'a.student',
      'a.period',
    ])
    .orderBy('a.position', 'desc')
    .limit(length + 1)
    .execute();
  return sliceOf(rows, length);
};
