import { GraphQLError } from 'graphql';
import type { Pool } from 'pg';
import { viewerOf } from '../../projections/directory/viewer.ts';
import type { HeldPages } from '../../projections/gradebook/queries.ts';
import type { Reader } from '../../projections/reader.ts';
import type { Context, SignedIn } from '../../schema/context.ts';
import { localeOf } from '../../schema/locale.ts';
import { findSession } from '../identity/sessions.ts';
import { capabilitiesOfViewer } from '../policies/scope.ts';
import type { RunningCollege } from '../runtime/college.ts';
import type { Clock } from '../runtime/execute.ts';
import type { BuildContext } from './context.ts';
import type { MakeDoors } from './doors.ts';
import { requestLoaders } from './loaders.ts';

/** What a request's context is made of. */
export interface ContextParts {
  readonly pool: Pool;
  readonly reader: Reader;
  readonly pages: HeldPages;
  readonly clock: Clock;
  readonly doors: MakeDoors;
  /** A college at work, by id. */
  readonly college: (id: string) => Promise<RunningCollege>;
  /** Waits, bounded, until the read models of a college have reached a position. */
  readonly settled: (college: string, position: bigint) => Promise<boolean>;
}

/** Builds the context of a request: roles and reach are read anew each time, so a revoked right ends with the next request (T05). */
export const requestContext =
  ({ pool, reader, pages, clock, doors, college: run, settled }: ContextParts): BuildContext<Context> =>
  async (facts) => {
    const session = facts.token === null ? null : await findSession(pool, facts.token, clock());
    const running = session && (await run(session.college));
    const found = session && (await viewerOf(reader, session.college, session.account));
    const viewer: SignedIn | null = session &&
      found && { ...found, session: session.id, capabilities: capabilitiesOfViewer(found) };
    const college = (): RunningCollege => {
      if (running) return running;
      throw new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } });
    };
    return {
      viewer,
      redactions: new Set(),
      locale: localeOf(facts.language),
      doors: doors(facts, session),
      reader,
      pages,
      loaders: requestLoaders(reader, viewer, () => college().today()),
      college,
      settled: (position) => (session ? settled(session.college, position) : Promise.resolve(true)),
    };
  };
