import type { Database } from './database.ts';
import type { Connections } from './pools.ts';
import { ACTING, OWNER, type Acting } from './roles.ts';

interface Login {
  readonly name: string;
  readonly superuser: boolean;
  readonly owner: boolean;
}

const WHO = `SELECT session_user AS name, rolsuper AS superuser, pg_has_role(session_user, '${OWNER}', 'MEMBER') AS owner
  FROM pg_roles WHERE rolname = session_user`;

const loginOf = async (connections: Connections): Promise<Login | undefined> => {
  const pool = connections.pool(1);
  try {
    return (await pool.query<Login>(WHO)).rows[0];
  } finally {
    await pool.end();
  }
};

/** One sentence for each login of the server's connections that is a superuser, or could act as the owner of the log. */
export const mightyLogins = async (database: Database): Promise<readonly string[]> => {
  const logins = await Promise.all(
    (Object.keys(ACTING) as Acting[]).map((acting) => loginOf(database[acting])),
  );
  const sentences = logins
    .filter((login) => login !== undefined)
    .filter(({ superuser, owner }) => superuser || owner)
    .map(
      ({ name, superuser }) =>
        `The server connects as ${name}, who ${superuser ? 'is a superuser' : `can act as ${OWNER}`}: give it a login that is a member of the roles it acts as, and of no other.`,
    );
  return [...new Set(sentences)];
};
