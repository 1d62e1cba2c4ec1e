import { sql } from 'kysely';
import type { Role } from '../../events/role.ts';
import type { Viewer } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import type { Account } from './table.ts';

/**
 * Everything a signed-in account's roles reach, but the session; in one query. It is what scopes are made of, so
 * it alone is asked without one. An account that is not known reaches nothing.
 */
export const viewerOf = async (
  reader: Reader,
  college: string,
  account: string,
): Promise<Omit<Viewer, 'session'>> => {
  const held = reader
    .selectFrom('role_grant as r')
    .where('r.college', '=', college)
    .where('r.account', '=', account);
  const load = reader
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
  const curated = reader
    .selectFrom('study_group as g')
    .where('g.college', '=', college)
    .where('g.curator', '=', account)
    .select('g.group');
  const wards = reader
    .selectFrom('guardianship as w')
    .where('w.college', '=', college)
    .where('w.account', '=', account)
    .where('w.student', 'is not', null)
    .select('w.student');
  const found = await reader
    .selectNoFrom([
      sql<readonly Role[]>`ARRAY(${held.select('r.role')})`.as('roles'),
      sql<readonly string[]>`ARRAY(${load})`.as('journals'),
      sql<readonly string[]>`ARRAY(${curated})`.as('groups'),
      sql<readonly string[]>`ARRAY(${held.where('r.student', 'is not', null).select('r.student')})`.as(
        'self',
      ),
      sql<readonly string[]>`ARRAY(${wards})`.as('wards'),
    ])
    .executeTakeFirstOrThrow();
  return {
    college,
    account,
    roles: new Set(found.roles),
    journals: new Set(found.journals),
    groups: new Set(found.groups),
    self: new Set(found.self),
    wards: new Set(found.wards),
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
