import type { AccessContext } from '../../schema/access.ts';
import type { RequestFacts } from '../../src/server/context.ts';
import { capabilitiesOf, ROLES, type Role } from '../../src/policies/access.ts';

const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);

/** The context of someone who holds one role, or of nobody. */
export const contextOf = (role: Role | null): AccessContext => ({
  viewer: role === null ? null : { capabilities: capabilitiesOf(role) },
  redactions: new Set(),
});

/** For tests over HTTP: the token is the name of the role. */
export const byRoleName = ({ token }: RequestFacts): Promise<AccessContext> =>
  Promise.resolve(contextOf(token !== null && isRole(token) ? token : null));
