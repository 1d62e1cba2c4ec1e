import type { Pool } from 'pg';
import { PROJECTOR, READER } from './roles.ts';
import { plain, rowBounds, type StudentColumn } from './row-bounds.ts';

/** Every relation of the read models that anybody but its owner has a right to. */
const SHOWN = `
SELECT c.oid::regclass::text AS name, c.relkind = 'r' AND c.relrowsecurity AND c.relforcerowsecurity AS secured,
       c.relowner = '${PROJECTOR}'::regrole AS owned,
       ARRAY(SELECT DISTINCT CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE x.grantee::regrole::text END
               FROM aclexplode(c.relacl) x WHERE x.grantee <> c.relowner
                AND NOT (x.grantee = '${READER}'::regrole AND x.privilege_type = 'SELECT')) AS others,
       CASE WHEN s.attnum IS NULL THEN 'none' WHEN s.attnotnull THEN 'always' ELSE 'sometimes' END AS student,
       ARRAY(SELECT concat_ws(' ', p.polcmd, p.polpermissive, p.polroles::regrole[]::text, pg_get_expr(p.polqual, c.oid))
               FROM pg_policy p WHERE p.polrelid = c.oid ORDER BY p.polcmd) AS policies
  FROM pg_class c
  LEFT JOIN pg_attribute s ON s.attrelid = c.oid AND s.attname = 'student' AND s.atttypid = 'uuid'::regtype
 WHERE c.relnamespace = 'read'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
   AND EXISTS (SELECT FROM aclexplode(c.relacl) x WHERE x.grantee <> c.relowner)
 ORDER BY 1`;

interface Shown {
  readonly name: string;
  readonly secured: boolean;
  readonly owned: boolean;
  readonly others: readonly string[];
  readonly student: StudentColumn;
  readonly policies: readonly string[];
}

const isBounded = ({ policies, student }: Shown): boolean => {
  const wanted = [`* t {${PROJECTOR}} true`, `r t {${READER}} ${rowBounds(student)}`];
  return policies.map(plain).join('\n') === wanted.map(plain).join('\n');
};

/** One sentence for each table of the read models that shows more than the rows a reader is bound to. */
export const readingDeviations = async (pool: Pool): Promise<readonly string[]> => {
  const { rows } = await pool.query<Shown>(SHOWN);
  return rows.flatMap((shown) => {
    const { name, secured, owned, others } = shown;
    return [
      ...(secured ? [] : [`Row-level security of ${name} is not in force.`]),
      ...(owned ? [] : [`${name} must belong to ${PROJECTOR}.`]),
      ...(isBounded(shown) ? [] : [`The policies of ${name} are not those the program gave it.`]),
      ...others.map((other) => `${other} must have no right to ${name} but what the program gave.`),
    ];
  });
};
