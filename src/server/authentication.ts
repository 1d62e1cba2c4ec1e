import type { GraphQLError } from 'graphql';
import type { Pool } from 'pg';
import type { Authentication, Begun, SignInWay } from '../../schema/authentication-doors.ts';
import type { Passwords, Tried } from '../identity/passwords.ts';
import {
  accountOf,
  assignIdentity,
  hasIdentity,
  releaseIdentity,
  type ProviderSubject,
} from '../identity/provider/identities.ts';
import type { Session } from '../identity/session.ts';
import { beginSession, endSessions, type Begun as BegunSession } from '../identity/sessions.ts';
import { isFresh, proofByCode, stepUp, type Proof } from '../identity/step-up.ts';
import { TooManyWaiting } from '../identity/turns.ts';
import type { Clock } from '../runtime/execute.ts';
import type { RequestFacts } from './context.ts';
import { problem } from '../../schema/errors/problem.ts';

/** What the authentication of a server is made of. */
export interface AuthenticationParts {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly passwords: Passwords;
  /** How old a proof may be where something grave is done. */
  readonly stepUpSeconds: number;
  /** The identity provider, where there is one: who issues, and where a browser begins. */
  readonly provider: { readonly issuer: string; readonly path: string } | null;
}

/** The no to who tries too often; it says when to try again, and nothing else. */
export const tooMany = (retryAfter: number): GraphQLError => problem('TOO_MANY_ATTEMPTS', { retryAfter });

const LINE_SECONDS = 2;

const inLine = async <Result>(work: Promise<Result>): Promise<Result> => {
  try {
    return await work;
  } catch (error) {
    throw error instanceof TooManyWaiting ? tooMany(LINE_SECONDS) : error;
  }
};

const begun = (found: BegunSession | null): Begun | null =>
  found && { token: found.token, expires: found.session.expires };

/** Makes the authentication of each request. */
export const authentication =
  ({ pool, clock, passwords, stepUpSeconds, provider }: AuthenticationParts) =>
  ({ token, address }: RequestFacts, session: Session | null): Authentication => {
    const own = (): Session => {
      if (session) return session;
      throw new Error('Only the signed-in have an account.');
    };
    const tried = async (name: string, password: string): Promise<Tried> => {
      const outcome = await inLine(passwords.try({ name, password, address, now: clock() }));
      if (outcome.is === 'tooOften') throw tooMany(outcome.retryAfter);
      return outcome;
    };
    const ownName = async (): Promise<string | null> =>
      session && (await passwords.nameOf(session.college, session.account));
    const isOwnPassword = async (password: string): Promise<boolean> => {
      const name = await ownName();
      return name !== null && (await tried(name, password)).is === 'right';
    };
    const waysOf = async ({ college, account }: Session): Promise<readonly SignInWay[]> => [
      'code',
      ...((await ownName()) === null ? [] : (['password'] as const)),
      ...(provider && (await hasIdentity(pool, college, account)) ? (['provider'] as const) : []),
    ];
    const subjectOf = (subject: string): ProviderSubject => {
      if (!provider) throw new Error('There is no identity provider.');
      return { issuer: provider.issuer, subject };
    };

    return {
      providerPath: provider?.path ?? null,
      ownName,
      isOwnPassword,

      async signIn(name, password) {
        const outcome = await tried(name.trim().toLowerCase(), password);
        if (outcome.is !== 'right') return null;
        return begun(await beginSession(pool, outcome.holder, 'password', clock()));
      },

      async stepUpAsked() {
        const current = own();
        if (isFresh(current, stepUpSeconds, clock())) return null;
        return { maxAgeSeconds: stepUpSeconds, ways: await waysOf(current) };
      },

      async stepUp(offered) {
        const current = own();
        if (token === null) return null;
        const proof = async (): Promise<Proof | null> => {
          if (offered.way === 'code') return await proofByCode(pool, current, offered.code, clock());
          const isRight = await isOwnPassword(offered.password);
          return isRight ? { method: 'password', at: clock() } : null;
        };
        const proved = await proof();
        return proved && begun(await stepUp(pool, token, current, proved, clock()));
      },

      async setPassword(password) {
        const { college, account, id } = own();
        const now = clock();
        const name = await inLine(passwords.set(college, account, password, now));
        await endSessions(pool, college, account, now, id);
        return name;
      },

      async isTaken(account, subject) {
        const holder = await accountOf(pool, own().college, subjectOf(subject));
        return holder !== null && holder !== account;
      },

      async assignIdentity(account, subject) {
        await assignIdentity(pool, { college: own().college, account }, subjectOf(subject), clock());
      },

      async releaseIdentity(account) {
        await releaseIdentity(pool, own().college, account, clock());
      },
    };
  };
