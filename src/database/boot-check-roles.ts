import type { ClientBase, Pool } from 'pg';
import { ACTING, BACKUP, MIGRATOR, OWNER } from './roles.ts';

interface Attributes {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypass: boolean;
  readonly roles: boolean;
  readonly databases: boolean;
  readonly replication: boolean;
  readonly login: boolean;
}

const ROLES = `SELECT rolname AS name, rolsuper AS superuser, rolbypassrls AS bypass, rolcreaterole AS roles,
    rolcreatedb AS databases, rolreplication AS replication, rolcanlogin AS login
  FROM pg_roles WHERE rolname = ANY ($1)`;

const MEMBERSHIPS = `SELECT member::regrole::text AS name, roleid::regrole::text AS of
  FROM pg_auth_members WHERE member = ANY ($1::text[]::regrole[])`;

/** Settings that would change what a session means or promises, hung on a role or on the database. */
const SETTINGS = `SELECT CASE setrole WHEN 0 THEN 'The database' ELSE 'The role ' || setrole::regrole END AS who, setting
  FROM pg_db_role_setting, unnest(setconfig) AS setting
  WHERE (setrole = 0 OR setrole = ANY ($1::text[]::regrole[]))
    AND setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
    AND split_part(setting, '=', 1) = ANY ($2)`;

const TELLING = [
  'role',
  'row_security',
  'search_path',
  'session_preload_libraries',
  'local_preload_libraries',
  'session_replication_role',
  'synchronous_commit',
];

const OURS = [OWNER, MIGRATOR, BACKUP, ...Object.values(ACTING)];

const faultsOf = (role: Attributes): readonly string[] => {
  const { name, superuser, bypass, roles, databases, replication, login } = role;
  return [
    ...(superuser ? ['be a superuser'] : []),
    ...(bypass ? ['go past row-level security'] : []),
    ...(roles ? ['make roles'] : []),
    ...(databases ? ['make databases'] : []),
    ...(replication && name !== BACKUP ? ['replicate'] : []),
    ...(login && name === OWNER ? ['log in'] : []),
  ].map((can) => `The role ${name} must not ${can}.`);
};

/** One sentence for each role that may more than its task needs. */
export const roleDeviations = async (pool: Pool | ClientBase): Promise<readonly string[]> => {
  const { rows } = await pool.query<Attributes>(ROLES, [OURS]);
  const there = rows.map(({ name }) => name);
  const members = await pool.query<{ name: string; of: string }>(MEMBERSHIPS, [there]);
  const settings = await pool.query<{ who: string; setting: string }>(SETTINGS, [there, TELLING]);
  return [
    ...rows.flatMap(faultsOf),
    ...members.rows
      .filter(({ name, of }) => !(name === MIGRATOR && of === OWNER))
      .map(({ name, of }) => `The role ${name} must not act as ${of}.`),
    ...settings.rows.map(({ who, setting }) => `${who} must not begin its sessions with ${setting}.`),
  ];
};
