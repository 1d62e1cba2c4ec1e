import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { isOneOf, within } from '../within.ts';
import type { Guardianship, GuardianDelegation } from './table-access.ts';

/** Which guardianships are asked for. */
export interface GuardianshipFilter {
  /** Of this guardian. */
  readonly account?: string | undefined;
  /** Over this student. */
  readonly student?: string | undefined;
}

/** The guardianships of a guardian or over a student, latest first, ended ones too; for those who see the whole college. */
export const guardianshipsOf = async (
  reader: Reader,
  scope: Scope,
  { account, student }: GuardianshipFilter,
): Promise<readonly Guardianship[]> =>
  await reader
    .selectFrom('guardianship as w')
    .where('w.college', '=', scope.college)
    .where(() => within(scope, {}))
    .$if(account !== undefined, (query) => query.where('w.account', '=', account ?? ''))
    .$if(student !== undefined, (query) => query.where('w.student', '=', student ?? ''))
    .select(['w.account', 'w.guardianship', 'w.student', 'w.from', 'w.until'])
    .orderBy('w.from', 'desc')
    .orderBy('w.guardianship')
    .execute();

/** What was handed on of some guardianships, latest first; what was taken back too. */
export const delegationsOf = async (
  reader: Reader,
  scope: Scope,
  guardianships: readonly Pick<Guardianship, 'guardianship'>[],
): Promise<readonly GuardianDelegation[]> =>
  await reader
    .selectFrom('guardian_delegation as d')
    .where('d.college', '=', scope.college)
    .where(() => within(scope, {}))
    .where((eb) =>
      isOneOf(
        eb.ref('d.guardianship'),
        guardianships.map(({ guardianship }) => guardianship),
      ),
    )
    .select(['d.account', 'd.delegation', 'd.guardian', 'd.guardianship', 'd.rights', 'd.from', 'd.until'])
    .orderBy('d.from', 'desc')
    .orderBy('d.delegation')
    .execute();
