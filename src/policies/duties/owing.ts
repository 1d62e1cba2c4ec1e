import type { Role } from '../../../events/role.ts';
import type { PlainDate } from '../calendar.ts';
import type { ParameterKey } from '../regulation/parameters.ts';
import type { Regulation } from '../regulation/regulation.ts';
import { dutyKey, type Duty, type DutyOf, type Owed } from './duty.ts';
import type { GroupFact } from './facts.ts';

/** Those who keep the reference data right (R-REF-01, R-REF-02). */
export const CHECKERS: readonly Role[] = ['journalAdministrator', 'deputyDirector', 'director'];

/** "Administration" as far as it hands something over to those who keep the journal (R-REF-03). */
export const ADMINISTRATION: readonly Role[] = ['director', 'deputyDirector'];

/** Those who teach. */
export const TEACHERS: readonly Role[] = ['teacher', 'practicalTrainingInstructor'];

/** By which parameter, for which term and until when something is owed. */
export interface Ground {
  readonly duty: Duty;
  readonly term: string;
  readonly dueOn: PlainDate;
  readonly regulation: Regulation;
  readonly parameter: ParameterKey;
}

type Whose = Pick<Owed, 'of' | 'group' | 'accounts' | 'roles'>;

/** Something owed, by a parameter of the regulation. */
export const owed = (
  { duty, term, dueOn, regulation, parameter }: Ground,
  whose: Whose,
  { to = null, key }: { readonly to?: Role | null; readonly key?: string } = {},
): Owed => ({
  duty,
  key: key ?? dutyKey(duty, whose.of.id, term),
  term,
  ...whose,
  to,
  dueOn,
  rule: regulation.rule(parameter),
});

const COLLEGE: DutyOf = { kind: 'college', id: null };

/** Owed for the whole college, by whoever holds one of some roles. */
export const ofCollege = (roles: readonly Role[]): Whose => ({
  of: COLLEGE,
  group: null,
  accounts: [],
  roles,
});

/** What a group owes is its curator's. */
export const ofGroup = ({ group, curator }: GroupFact): Whose => ({
  of: { kind: 'group', id: group },
  group,
  accounts: curator === null ? [] : [curator],
  roles: ['groupCurator'],
});
