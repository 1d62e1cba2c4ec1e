import type { EventNamed } from '../../events/register.ts';
import type { PlainDate } from '../../src/policies/calendar.ts';
import type { Viewer } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { holds } from './holding.ts';

/** Rights that a guardian handed on. */
export interface Delegated {
  readonly account: string;
  readonly delegation: string;
  readonly rights: EventNamed<'GuardianDelegationGranted'>['data']['rights'];
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

/** A guardianship as its guardian finds it. */
export interface OwnGuardianship {
  readonly guardianship: string;
  readonly student: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  /** What was handed on of it and has not ended. */
  readonly delegations: readonly Delegated[];
}

/** The guardianships of who asks, as far as they reach today: what a delegation is made of and taken back by (R-ROLE-10). */
export const ownGuardianships = async (
  reader: Reader,
  { college, account, wards }: Pick<Viewer, 'college' | 'account' | 'wards'>,
  today: PlainDate,
): Promise<readonly OwnGuardianship[]> => {
  const held = await reader
    .selectFrom('guardianship as w')
    .where('w.college', '=', college)
    .where('w.account', '=', account)
    .where((eb) => holds(eb.ref('w.from'), eb.ref('w.until'), today))
    .select(['w.guardianship', 'w.student', 'w.from', 'w.until'])
    .orderBy('w.guardianship')
    .execute();
  const handedOn = await reader
    .selectFrom('guardian_delegation as d')
    .where('d.college', '=', college)
    .where('d.guardian', '=', account)
    .where((eb) => eb.or([eb('d.until', 'is', null), eb('d.until', '>=', today)]))
    .select(['d.account', 'd.delegation', 'd.guardianship', 'd.rights', 'd.from', 'd.until'])
    .orderBy('d.delegation')
    .execute();
  const byGuardianship = Map.groupBy(handedOn, ({ guardianship }) => guardianship);
  return held.flatMap(({ student, ...own }) =>
    student === null || !wards.has(student)
      ? []
      : [{ ...own, student, delegations: byGuardianship.get(own.guardianship) ?? [] }],
  );
};
