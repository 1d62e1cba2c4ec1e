import type { Pool } from 'pg';
import type { Authentication } from '../../schema/authentication-doors.ts';
import type { Doors } from '../../schema/context.ts';
import {
  countAttempt,
  CREDENTIAL_COMMANDS,
  FAILED_SIGN_INS,
  ISSUED_CODES,
  retryAfter,
} from '../identity/attempts.ts';
import type { Session } from '../identity/session.ts';
import { lastSeen, openSessions } from '../identity/session-list.ts';
import { endSessions, signIn, signOut } from '../identity/sessions.ts';
import { issueSignInCode } from '../identity/sign-in-code.ts';
import type { Clock } from '../runtime/execute.ts';
import { tooMany } from './authentication.ts';
import type { RequestFacts } from './context.ts';

/** A code that an administrator hands out waits so long, in seconds: long enough for a telephone call (ASVS 6.5.5). */
const CODE_SECONDS = 10 * 60;

/** Makes the doors of a request. */
export type MakeDoors = (facts: RequestFacts, session: Session | null) => Doors;

/** The doors of a server: sessions, codes and the counters of attempts live in the database, for all servers. */
export const doors =
  (
    pool: Pool,
    clock: Clock,
    authenticate: (facts: RequestFacts, session: Session | null) => Authentication,
  ): MakeDoors =>
  (facts, session) => ({
    authentication: authenticate(facts, session),

    async signIn(code) {
      const now = clock();
      const { address } = facts;
      const wait = await retryAfter(pool, FAILED_SIGN_INS, address, now);
      if (wait > 0) throw tooMany(wait);
      const signedIn = await signIn(pool, code, now);
      if (!signedIn) await countAttempt(pool, FAILED_SIGN_INS, address, now);
      return signedIn && { token: signedIn.token, expires: signedIn.session.expires };
    },

    async signOut() {
      if (facts.token !== null) await signOut(pool, facts.token, clock());
    },

    async signOutEverywhere() {
      if (!session) return 0;
      const ended = await endSessions(pool, session.college, session.account, clock());
      if (facts.token !== null) await signOut(pool, facts.token, clock());
      return ended;
    },

    async ownSessions() {
      return session ? await openSessions(pool, session.college, session.account, clock()) : [];
    },

    async lastSeen(accounts) {
      return session ? await lastSeen(pool, session.college, accounts) : new Map();
    },

    async issueCode(account) {
      if (!session) throw new Error('Codes are issued by the signed-in only.');
      const now = clock();
      const key = `${session.college} ${account}`;
      if (!(await countAttempt(pool, ISSUED_CODES, key, now)))
        throw tooMany(await retryAfter(pool, ISSUED_CODES, key, now));
      // A code for oneself proves no more than the session does that asked for it.
      const authenticatedAt = account === session.account ? session.authenticatedAt : null;
      const ask = { college: session.college, account, ttl: CODE_SECONDS, now, authenticatedAt };
      const code = await issueSignInCode(pool, ask);
      const expires = new Date(Date.parse(now) + CODE_SECONDS * 1_000).toISOString();
      return { code, expires };
    },

    isFirstFor: (commandId) => countAttempt(pool, CREDENTIAL_COMMANDS, commandId, clock()),
  });
