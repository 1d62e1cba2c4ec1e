import type { Pool } from 'pg';
import type { Role } from '../../events/role.ts';
import { signIn } from '../identity/sessions.ts';
import { issueSignInCode } from '../identity/sign-in-code.ts';
import type { CollegeLog } from '../log/event-log.ts';
import type { Instant } from '../policies/calendar.ts';
import { StartFault } from '../start-fault.ts';
import { demoColleges } from './college.ts';
import { demoAccountFor } from './people.ts';

/** The code is used at once, so it need not live longer than the call. */
const TTL_SECONDS = 60;

/**
 * Signs a demo user of a role in and returns the access token: in a demo college only, whose log keeps a virtual
 * clock. Throws `StartFault` for any other college.
 */
export const demoToken = async (
  pool: Pool,
  college: CollegeLog,
  role: Role,
  now: Instant,
): Promise<string> => {
  const demo = demoColleges.find(({ id }) => id === college.id);
  if (!demo || college.clock !== 'virtual')
    throw new StartFault(`${college.origin} is no demo college: tokens are printed for demo users only.`);
  const { account } = demoAccountFor(demo, role);
  const code = await issueSignInCode(pool, {
    college: college.id,
    account,
    ttl: TTL_SECONDS,
    now,
    channel: 'cli',
  });
  const signedIn = await signIn(pool, code, now);
  if (!signedIn) throw new StartFault('The sign-in did not work: try again.');
  return signedIn.token;
};
