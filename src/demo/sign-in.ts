import type { Pool } from 'pg';
import type { Role } from '../../events/role.ts';
import { issueSignInCode, openCodes } from '../identity/sign-in-code.ts';
import type { Instant } from '../policies/calendar.ts';
import { demoColleges, type DemoCollege } from './college.ts';
import { demoPeople, holderOf, rolesAmong, type DemoPerson } from './people.ts';
import { readLinks, writeLinks, type SignInLink } from './sign-in-file.ts';

/**
 * How long a first link waits, in seconds: a day. ASVS 5.0 6.5.5 asks for ten minutes; a demo trades that for a link
 * that still works after lunch, since it opens invented people only, once, from a file that only its owner reads.
 */
export const FIRST_LINK_SECONDS = 24 * 60 * 60;

/** What is needed to hand out links. */
export interface SignInRequest {
  readonly pool: Pool;
  /** The folder that holds `demo/sign-in.txt`. */
  readonly dataDir: string;
  /** Where the server listens: `http://127.0.0.1:4000`. */
  readonly origin: string;
  readonly now: Instant;
  readonly colleges?: readonly DemoCollege[];
}

/** The links of every role, and the file in which they stand. */
export interface SignInLinks {
  readonly path: string;
  readonly links: readonly SignInLink[];
}

interface Holder {
  readonly college: DemoCollege;
  readonly role: Role;
  readonly person: DemoPerson;
}

const keyOf = ({ college, role }: { readonly college: string; readonly role: string }): string =>
  `${college} ${role}`;

/**
 * Makes a one-time link for one account of each role, or keeps the link of an earlier start that can still be used,
 * and writes them to a file that only its owner can read.
 */
export const signInLinks = async (request: SignInRequest): Promise<SignInLinks> => {
  const { pool, dataDir, origin, now, colleges = demoColleges } = request;
  const earlier = await readLinks(dataDir);
  const open = await openCodes(
    pool,
    earlier.map(({ code }) => code),
    now,
  );
  const kept = new Map(earlier.filter(({ code }) => open.has(code)).map((link) => [keyOf(link), link]));

  const link = async ({ college, role, person }: Holder): Promise<SignInLink> => {
    const { name, account } = person;
    const place = { college: college.origin, role };
    const known = kept.get(keyOf(place));
    const code =
      known?.code ??
      (await issueSignInCode(pool, { college: college.id, account, ttl: FIRST_LINK_SECONDS, now }));
    const until = known?.until ?? new Date(Date.parse(now) + FIRST_LINK_SECONDS * 1_000).toISOString();
    return { ...place, name, code, until };
  };
  const holders = colleges.flatMap((college) => {
    const people = demoPeople(college);
    return rolesAmong(people).map((role): Holder => ({ college, role, person: holderOf(people, role) }));
  });
  const links = await Promise.all(holders.map(link));
  return { path: await writeLinks(dataDir, origin, links), links };
};
