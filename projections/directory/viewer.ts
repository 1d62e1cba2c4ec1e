import { sql, type SqlBool } from 'kysely';
import type { Role } from '../../events/role.ts';
import type { Capability } from '../../src/policies/access.ts';
import type { PlainDate } from '../../src/policies/calendar.ts';
import type { LearnerView, Viewer } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { holds } from './holding.ts';
import type { Account } from './table.ts';

/** What decides today whom an account's roles reach: the date, and what the regulation of that day says. */
export interface ViewingRules {
  readonly today: PlainDate;
  /** Whether a guardian's access ends when the student comes of age (T-39). */
  readonly onlyMinors: boolean;
  /** Whether trusted persons are users of the journal (T-38). */
  readonly trustedPersons: boolean;
  readonly learnerView: LearnerView;
}

const grantsOn = (reader: Reader, college: string, day: PlainDate) =>
  reader
    .selectFrom('role_grant as r')
    .where('r.college', '=', college)
    .where((eb) => holds(eb.ref('r.from'), eb.ref('r.until'), day));

/** Guardianships that hold today, of guardians who still have their role, of students they may still look at. */
const guardianshipsOn = (reader: Reader, college: string, { today, onlyMinors }: ViewingRules) =>
  reader
    .selectFrom('guardianship as w')
    .where('w.college', '=', college)
    .where((eb) => holds(eb.ref('w.from'), eb.ref('w.until'), today))
    .where('w.student', 'is not', null)
    .where(
      'w.account',
      'in',
      grantsOn(reader, college, today).where('r.role', '=', 'legalGuardian').select('r.account'),
    )
    .$if(onlyMinors, (query) =>
      query.where('w.student', 'not in', (eb) =>
        eb
          .selectFrom('student_majority as m')
          .where('m.college', '=', college)
          .where('m.on', '<=', today)
          .select('m.student'),
      ),
    );

const loadOf = (reader: Reader, college: string, account: string) =>
  reader
    .selectFrom('teaching_load as l')
    .where('l.college', '=', college)
    .where('l.account', '=', account)
    .select('l.journal')
    .union(
      reader
        .selectFrom('substitution as s')
        .where('s.college', '=', college)
        .where('s.account', '=', account)
        .select('s.journal'),
    );

type Delegated = readonly (readonly [student: string, rights: readonly Capability[]])[];

const byCapability = (delegated: Delegated): ReadonlyMap<Capability, ReadonlySet<string>> => {
  const reached = new Map<Capability, Set<string>>();
  for (const [student, rights] of delegated)
    for (const right of rights) reached.getOrInsertComputed(right, () => new Set()).add(student);
  return reached;
};

/**
 * Everything a signed-in account's roles reach today, but the session; in one query. It is what scopes are made of,
 * so it alone is asked without one. An account that is not known reaches nothing. Every right ends by its date: no
 * job has to run on the day a role, a guardianship or a delegation ends, or a student comes of age.
 */
export const viewerOf = async (
  reader: Reader,
  college: string,
  account: string,
  rules: ViewingRules,
): Promise<Omit<Viewer, 'session'>> => {
  const held = grantsOn(reader, college, rules.today).where('r.account', '=', account);
  const curated = reader
    .selectFrom('study_group as g')
    .where('g.college', '=', college)
    .where('g.curator', '=', account)
    .select('g.group');
  const wards = guardianshipsOn(reader, college, rules).where('w.account', '=', account).select('w.student');
  const delegated = reader
    .selectFrom('guardian_delegation as d')
    .innerJoin(guardianshipsOn(reader, college, rules).selectAll().as('w'), (join) =>
      join.onRef('w.account', '=', 'd.guardian').onRef('w.guardianship', '=', 'd.guardianship'),
    )
    .where('d.college', '=', college)
    .where('d.account', '=', account)
    .where((eb) => holds(eb.ref('d.from'), eb.ref('d.until'), rules.today))
    .where(() => sql<SqlBool>`${rules.trustedPersons}::boolean`)
    .select((eb) =>
      sql<Delegated>`jsonb_build_array(${eb.ref('w.student')}, ${eb.ref('d.rights')})`.as('pair'),
    );
  const found = await reader
    .selectNoFrom([
      sql<readonly Role[]>`ARRAY(${held.select('r.role')})`.as('roles'),
      sql<readonly string[]>`ARRAY(${loadOf(reader, college, account)})`.as('journals'),
      sql<readonly string[]>`ARRAY(${curated})`.as('groups'),
      sql<readonly string[]>`ARRAY(${held.where('r.student', 'is not', null).select('r.student')})`.as(
        'self',
      ),
      sql<readonly string[]>`ARRAY(${wards})`.as('wards'),
      sql<Delegated>`to_jsonb(ARRAY(${delegated}))`.as('delegated'),
    ])
    .executeTakeFirstOrThrow();
  return {
    college,
    account,
    roles: new Set(found.delegated.length > 0 ? [...found.roles, 'trustedPerson' as const] : found.roles),
    journals: new Set(found.journals),
    groups: new Set(found.groups),
    self: new Set(found.self),
    wards: new Set(found.wards),
    delegated: byCapability(found.delegated),
    learnerView: rules.learnerView,
  };
};

/** The viewer's own account: whoever is signed in knows their own name, whatever the roles reach. */
export const ownAccount = async (
  reader: Reader,
  { college, account }: Pick<Viewer, 'college' | 'account'>,
): Promise<Account | undefined> =>
  await reader
    .selectFrom('person_account as a')
    .where('a.college', '=', college)
    .where('a.account', '=', account)
    .select(['a.account', 'a.holder', 'a.name'])
    .executeTakeFirst();
