import { randomUUID } from 'node:crypto';
import type { Answer } from './api.ts';
import { ApiClient } from './api-client.ts';
import type { College, Person } from './college.ts';
import { codeFor, signIn } from './founding.ts';
import type { ServedHouse } from './served-house.ts';

const BY_PASSWORD =
  'mutation ($name: String!, $password: String!) { signInWithPassword(name: $name, password: $password) { token } }';
const SET =
  'mutation ($id: UUID!, $password: String!) { setOwnPassword(commandId: $id, password: $password) { signInName userErrors { code } } }';
const STEP_UP =
  'mutation ($code: String, $password: String) { stepUp(code: $code, password: $password) { token expires } }';
const SESSIONS = '{ sessions { id isThisOne method authenticatedAt signedInAt } }';

/** A session as its holder sees it. */
export interface SessionAnswer {
  readonly id: string;
  readonly isThisOne: boolean;
  readonly method: string;
  readonly authenticatedAt: string;
  readonly signedInAt: string;
}

/** The code of the first error of an answer, or `ok`. */
export const codeOf = ({ errors }: Answer): string => {
  const code = errors?.[0]?.extensions?.['code'];
  return typeof code === 'string' ? code : 'ok';
};

/** Tries a name and a password. */
export const tryPassword = (origin: string, name: string, password: string): Promise<Answer> =>
  new ApiClient(origin).query(BY_PASSWORD, { name, password });

/** Gives the one who asks a password: the whole answer. */
export const trySetting = (client: ApiClient, password: string): Promise<Answer> =>
  client.query(SET, { id: randomUUID(), password });

/** Gives the one who asks a password that must be taken: the name to sign in by. */
export const setPassword = async (client: ApiClient, password: string): Promise<string> => {
  const data = await client.read(SET, { id: randomUUID(), password });
  return (data['setOwnPassword'] as { readonly signInName: string }).signInName;
};

/** Offers a proof in a session: the whole answer. */
export const tryStepUp = (
  client: ApiClient,
  proof: { readonly code?: string; readonly password?: string },
): Promise<Answer> => client.query(STEP_UP, proof);

/** The token behind an answer that began or renewed a session. */
export const tokenIn = ({ data }: Answer): string => {
  const [begun] = Object.values((data ?? {}) as Readonly<Record<string, { readonly token: string } | null>>);
  return begun?.token ?? '';
};

/** The session of a client, as its holder sees it. */
export const sessionOf = async (client: ApiClient): Promise<SessionAnswer> => {
  const { sessions } = await client.read(SESSIONS);
  const own = (sessions as readonly SessionAnswer[]).find(({ isThisOne }) => isThisOne);
  if (!own) throw new Error('A client is not signed in.');
  return own;
};

/** Somebody who signed in so many minutes ago, and proved nothing since. */
export const signedInAgo = async (
  { origin, house }: Pick<ServedHouse, 'origin' | 'house'>,
  college: College,
  person: Person,
  minutes: number,
): Promise<ApiClient> => {
  const client = await signIn(origin, await codeFor(college.as('administrator'), college.accounts[person]));
  const pool = house.database.app.pool(1);
  // Before the first request: what a server has read of a session it believes for a second.
  await pool.query(
    `UPDATE identity.session SET authenticated_at = authenticated_at - make_interval(mins => $1)
     WHERE id = (SELECT id FROM identity.session WHERE college = $2 ORDER BY signed_in_at DESC LIMIT 1)`,
    [minutes, college.id],
  );
  await pool.end();
  return client;
};
